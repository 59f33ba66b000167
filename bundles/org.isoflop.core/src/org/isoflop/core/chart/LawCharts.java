package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.ComputeMultiplier;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.UnanswerableException;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.fit.FitAnswer;

/** Charts of several laws beside each other: with the runs of a fit, where they disagree, and what one saves. */
public final class LawCharts {

    private static final int POINTS = 81;
    private static final int MULTIPLIERS = 17;
    private static final double LEVEL = 0.95;

    private LawCharts() {
    }

    /**
     * A law and its name in the legend.
     *
     * @param name
     *            unlike those of the others
     * @param law
     *            the law
     */
    public record Named(String name, Law law) {
    }

    /**
     * Where laws are compared.
     *
     * @param across
     *            what the horizontal axis shows: compute, each budget spent best by each law; or parameters or tokens
     * @param low
     *            its smallest value
     * @param high
     *            its largest value
     * @param fixed
     *            the tokens or parameters that stay the same; of no account over compute
     */
    public record Stretch(Across across, double low, double high, double fixed) {
    }

    /**
     * How far laws are apart at a place.
     *
     * @param at
     *            the place on the horizontal axis
     * @param lowest
     *            name of the law that predicts the lowest loss
     * @param low
     *            its loss
     * @param highest
     *            name of the law that predicts the highest loss
     * @param high
     *            its loss
     */
    public record Gap(double at, String lowest, double low, String highest, double high) {
    }

    /**
     * Draws a fit, its runs and other laws over compute.
     *
     * @param answer
     *            the fit
     * @param laws
     *            the laws beside it
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot
     * @throws CancellationException
     *             if it was cancelled
     */
    public static Plot comparison(FitAnswer.Parametric answer, List<Named> laws, Locale locale,
            BooleanSupplier cancelled) {
        Plot alone = FitBands.overCompute(answer, FitCharts.NONE, locale, cancelled);
        List<Series> series = new ArrayList<>(alone.series().stream()
                .filter(one -> one.id().startsWith("optimum")).toList());
        double[] compute = Selection.logSpaced(alone.x().low(), alone.x().high(), POINTS);
        for (int i = 0; i < laws.size(); i++) {
            series.addAll(curve(laws.get(i), new Stretch(Across.COMPUTE, 0, 0, 0), compute, colour(i), cancelled));
        }
        RunMarks marks = FitCharts.marks(answer, locale);
        series.add(marks.points("runs", say(locale, "fit.next.runs"), IntStream.range(0, answer.runs().size()).boxed()
                .toList(), marks.number(Across.COMPUTE), marks.loss(), Marker.CIRCLE,
                RunMarks.OUT_COLOUR));
        List<String> notes = new ArrayList<>(List.of(say(locale, "chart.note.dashed"), say(locale, "fit.laws.corpus")));
        return new Plot("fit-laws", say(locale, "fit.laws.title"), say(locale, "fit.laws.description"), alone.x(),
                RunMarks.loss(series, alone.bands(), locale), series, alone.bands(), List.of(), List.of(), notes);
    }

    /** The fit has the second colour and the runs the last. */
    private static int colour(int law) {
        return law == 0 ? 0 : law < 6 ? law + 1 : law + 2;
    }

    /**
     * Tells whether a law can be drawn over a stretch.
     *
     * @param law
     *            the law
     * @param across
     *            what the horizontal axis shows
     * @return whether it has such losses
     */
    public static boolean canDraw(Law law, Across across) {
        return across == Across.COMPUTE ? law.answersLossOfCompute() : law.answersLossOfModels();
    }

    /**
     * Draws laws with the area between the lowest and the highest of them.
     *
     * @param laws
     *            at least two laws that can be drawn
     * @param stretch
     *            where
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot
     * @throws CancellationException
     *             if it was cancelled
     */
    public static Plot disagreement(List<Named> laws, Stretch stretch, Locale locale, BooleanSupplier cancelled) {
        double[] x = Selection.logSpaced(stretch.low(), stretch.high(), POINTS);
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            series.addAll(curve(laws.get(i), stretch, x, i < RunMarks.OUT_COLOUR ? i : i + 1, cancelled));
        }
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Gap gap = gap(laws, stretch, x[i]);
            low[i] = gap == null ? Double.NaN : gap.low();
            high[i] = gap == null ? Double.NaN : gap.high();
        }
        String name = say(locale, "fit.disagreement.band");
        List<Band> bands = List.of(new Band("disagreement", name, x, low, high, RunMarks.OUT_COLOUR));
        return new Plot("laws-disagreement", say(locale, "fit.disagreement.title"),
                say(locale, "fit.disagreement.description"), RunMarks.log(stretch.across(), stretch.low(),
                        stretch.high(), locale), RunMarks.loss(series, List.of(), locale), series, bands, List.of(),
                List.of(), notes(laws, locale));
    }

    private static List<String> notes(List<Named> laws, Locale locale) {
        List<String> notes = new ArrayList<>(List.of(say(locale, "chart.note.dashed")));
        Set<String> corpora = new TreeSet<>();
        laws.forEach(one -> corpora.add(Objects.requireNonNullElse(one.law().corpus(),
                say(locale, "chart.corpus.unknown"))));
        if (corpora.size() > 1) {
            notes.add(say(locale, "chart.note.corpora", String.join(say(locale, "chart.list"), corpora)));
        }
        return notes;
    }

    /**
     * Measures how far laws are apart at some places.
     *
     * @param laws
     *            the laws
     * @param stretch
     *            where
     * @param count
     *            how many places
     * @return those where at least two laws have a loss
     */
    public static List<Gap> gaps(List<Named> laws, Stretch stretch, int count) {
        double[] x = Selection.logSpaced(stretch.low(), stretch.high(), count);
        return IntStream.range(0, count).mapToObj(i -> gap(laws, stretch, x[i])).filter(Objects::nonNull).toList();
    }

    private static Gap gap(List<Named> laws, Stretch stretch, double at) {
        String lowest = null;
        String highest = null;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int found = 0;
        for (Named one : laws) {
            double loss = loss(one.law(), stretch, at);
            if (!Double.isNaN(loss)) {
                found++;
                if (loss < low) {
                    low = loss;
                    lowest = one.name();
                }
                if (loss > high) {
                    high = loss;
                    highest = one.name();
                }
            }
        }
        return found < 2 ? null : new Gap(at, lowest, low, highest, high);
    }

    private static List<Series> curve(Named one, Stretch stretch, double[] x, int colour, BooleanSupplier cancelled) {
        double[] loss = new double[x.length];
        boolean[] fitted = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            FitBands.check(cancelled);
            loss[i] = loss(one.law(), stretch, x[i]);
            fitted[i] = fitted(one.law(), stretch, x[i]);
        }
        return Curve.split("law." + one.name(), one.name(), x, loss, fitted, colour);
    }

    private static double loss(Law law, Stretch stretch, double at) {
        return switch (stretch.across()) {
            case COMPUTE -> Answers.orGap(() -> law.lossAtOptimum(at));
            case PARAMETERS -> Answers.orGap(() -> law.loss(at, stretch.fixed()));
            case TOKENS -> Answers.orGap(() -> law.loss(stretch.fixed(), at));
        };
    }

    private static boolean fitted(Law law, Stretch stretch, double at) {
        return switch (stretch.across()) {
            case COMPUTE -> Spans.fitted(law, at);
            case PARAMETERS -> Spans.fitted(law, at, stretch.fixed());
            case TOKENS -> Spans.fitted(law, stretch.fixed(), at);
        };
    }

    /**
     * Draws the compute that a recipe saves, over compute, with its interval.
     *
     * @param first
     *            the old recipe
     * @param second
     *            the new recipe
     * @param low
     *            the smallest compute, in FLOP
     * @param high
     *            the largest compute, in FLOP
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot
     * @throws CancellationException
     *             if it was cancelled
     * @throws UnanswerableException
     *             if there is no multiplier anywhere
     */
    public static Plot multiplier(Named first, Named second, double low, double high, Locale locale,
            BooleanSupplier cancelled) {
        double[] compute = Selection.logSpaced(low, high, MULTIPLIERS);
        double[] factor = new double[compute.length];
        double[] from = new double[compute.length];
        double[] to = new double[compute.length];
        boolean[] fitted = new boolean[compute.length];
        UnanswerableException refusal = null;
        int found = 0;
        boolean certain = false;
        for (int i = 0; i < compute.length; i++) {
            FitBands.check(cancelled);
            factor[i] = Double.NaN;
            from[i] = Double.NaN;
            to[i] = Double.NaN;
            try {
                ComputeMultiplier multiplier = ComputeMultiplier.between(first.law(), second.law(), compute[i], LEVEL);
                factor[i] = multiplier.factor();
                certain |= multiplier.interval().isEmpty();
                from[i] = multiplier.interval().map(interval -> interval.low()).orElse(Double.NaN);
                to[i] = multiplier.interval().map(interval -> interval.high()).orElse(Double.NaN);
                fitted[i] = Spans.fitted(first.law(), compute[i]) && Spans.fitted(second.law(), compute[i]);
                found++;
            } catch (UnanswerableException e) {
                refusal = e;
            }
        }
        if (found == 0 && refusal != null) {
            throw refusal;
        }
        String name = say(locale, "fit.multiplier.curve", second.name(), first.name());
        List<Series> series = Curve.split("multiplier", name, compute, factor, fitted, 0);
        List<Band> bands = certain ? List.of() : List.of(new Band("multiplier", name, compute, from, to, 0));
        double[] values = IntStream.range(0, factor.length)
                .mapToObj(i -> new double[] {factor[i], from[i], to[i], 1}).flatMapToDouble(Arrays::stream)
                .filter(value -> value > 0 && value < Axes.LARGEST).toArray();
        double least = Arrays.stream(values).min().orElse(0.5);
        double most = Arrays.stream(values).max().orElse(2);
        List<String> notes = new ArrayList<>(notes(List.of(first, second), locale));
        notes.add(say(locale, certain ? "fit.multiplier.certain" : "fit.multiplier.interval", 100 * LEVEL));
        return new Plot("compute-multiplier", say(locale, "fit.multiplier.title"),
                say(locale, "fit.multiplier.description", second.name(), first.name()),
                RunMarks.log(Across.COMPUTE, low, high, locale),
                Axis.of(say(locale, "axis.multiplier"), Unit.ONE, Scale.LOG, least / 1.2, most * 1.2,
                        TickLabels.PLAIN, locale),
                series, bands, List.of(new Rule("one", "", Orientation.HORIZONTAL, 1)), List.of(), notes);
    }

    /**
     * Tells whether a law can be a recipe of a compute multiplier.
     *
     * @param law
     *            the law
     * @return whether it has a loss and a best model for each budget
     */
    public static boolean isRecipe(Law law) {
        return law.answersLossOfModels() && law.answers().contains(Answer.ALLOCATION);
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
