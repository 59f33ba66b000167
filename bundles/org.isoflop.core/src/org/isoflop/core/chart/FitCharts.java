package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.HoldOut;
import org.isoflop.analysis.fit.Influence;
import org.isoflop.analysis.fit.NextRun;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.Messages;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.RunsFile;

/** Charts of runs and of the fit to them: the points, and what says how far the fit can be trusted. */
public final class FitCharts {

    /** No run is marked. */
    public static final int NONE = -1;

    /** The most draws that are shown as points. */
    private static final int CLOUD = 2000;
    /** How many of the most influential runs are named in the chart. */
    private static final int STRONGEST = 6;

    private FitCharts() {
    }

    /**
     * Draws the loss of runs.
     *
     * @param file
     *            the table
     * @param leftOut
     *            runs that are to be left out, by their index in the table
     * @param across
     *            what the horizontal axis shows
     * @param marked
     *            the run that stands out, by its index in the table, or {@link #NONE}
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot points(RunsFile file, Set<Integer> leftOut, Across across, int marked, Locale locale) {
        RunMarks marks = new RunMarks(file.runs(), numbers(file.runs().size()), locale);
        List<Series> series = marks.byBudget(marks.number(across), marks.loss(), leftOut, marked);
        return new Plot("runs", say(locale, "fit.points.title", file.name()), say(locale, "fit.points.description"),
                marks.axis(across), RunMarks.loss(series, List.of(), locale), series, List.of(), List.of(), List.of(),
                List.of());
    }

    /**
     * Draws the residuals of a fit.
     *
     * @param answer
     *            the fit
     * @param across
     *            what the horizontal axis shows
     * @param marked
     *            the run that stands out, by its index among the fitted runs, or {@link #NONE}
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot residuals(FitAnswer.Parametric answer, Across across, int marked, Locale locale) {
        double[] residuals = answer.fit().residuals();
        RunMarks marks = marks(answer, locale).naming(Arrays.stream(answer.fit().outliers()).boxed().toList());
        boolean logarithms = answer.fit().options().objective().onLogarithms();
        String title = say(locale, logarithms ? "axis.residual.ln" : "axis.residual");
        List<Rule> rules = new ArrayList<>(List.of(new Rule("zero", "", Orientation.HORIZONTAL, 0)));
        double delta = answer.fit().options().objective().delta();
        if (!Double.isNaN(delta)) {
            rules.add(new Rule("delta", "δ", Orientation.HORIZONTAL, delta));
            rules.add(new Rule("minus-delta", "−δ", Orientation.HORIZONTAL, -delta));
        }
        List<String> notes = new ArrayList<>(List.of(say(locale, "fit.residuals.note")));
        int outliers = answer.fit().outliers().length;
        if (outliers > 0) {
            notes.add(say(locale, "fit.residuals.outliers", outliers, ParametricFit.OUTLIER));
        }
        return new Plot("fit-residuals", say(locale, "fit.residuals.title"), say(locale, "fit.residuals.description"),
                marks.axis(across), RunMarks.linear(title, residuals, true, locale),
                marks.byBudget(marks.number(across), i -> residuals[i], Set.of(), marked), List.of(), rules, List.of(),
                notes);
    }

    /**
     * Draws two constants of each draw of the bootstrap against each other.
     *
     * @param answer
     *            a fit with a bootstrap
     * @param first
     *            index of the constant across
     * @param second
     *            index of the constant upwards
     * @param others
     *            constants of other laws of the form, by the names of these laws
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot cloud(FitAnswer.Parametric answer, int first, int second, Map<String, double[]> others,
            Locale locale) {
        ParametricFit fit = answer.fit();
        List<String> symbols = fit.options().form().constants();
        List<double[]> draws = thinned(fit.bootstrap(), CLOUD);
        List<Series> series = new ArrayList<>();
        String cloud = say(locale, "fit.cloud.draws");
        series.add(new Series("draws", cloud, cloud, draws.stream().mapToDouble(draw -> draw[first]).toArray(),
                draws.stream().mapToDouble(draw -> draw[second]).toArray(), Line.NONE, Marker.CIRCLE_HOLLOW, 0,
                List.of()));
        series.add(point("fit", say(locale, "fit.cloud.fit"), fit.constants()[first], fit.constants()[second],
                Marker.DIAMOND, 1));
        others.forEach((name, constants) -> series.add(point("law." + series.size(), name, constants[first],
                constants[second], Marker.SQUARE, series.size())));
        double correlation = correlation(fit.bootstrap(), first, second);
        return new Plot("fit-cloud", say(locale, "fit.cloud.title", symbols.get(first), symbols.get(second)),
                say(locale, "fit.cloud.description"), RunMarks.linear(symbols.get(first), all(series, true), false,
                        locale),
                RunMarks.linear(symbols.get(second), all(series, false), false, locale), series, List.of(), List.of(),
                List.of(), List.of(say(locale, "fit.cloud.correlation", symbols.get(first), symbols.get(second),
                        correlation, fit.bootstrap().draws().size())));
    }

    private static double correlation(Bootstrap bootstrap, int first, int second) {
        double[][] covariance = bootstrap.covariance(List.of(k -> k[first], k -> k[second]));
        return covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]);
    }

    /**
     * Says how much leaving out a run changes the fit: the exponent of N*, or for a form without one the constant that
     * moves most in relation to its size.
     *
     * @param influence
     *            what leaving out the run does
     * @param fit
     *            the fit
     * @return the change, with its sign
     */
    public static double change(Influence influence, ParametricFit fit) {
        if (!Double.isNaN(fit.exponent())) {
            return influence.exponentChange();
        }
        double most = 0;
        double[] all = fit.constants();
        for (int j = 0; j < all.length; j++) {
            double change = (influence.constants()[j] - all[j]) / Math.abs(all[j]);
            most = Math.abs(change) > Math.abs(most) || Double.isNaN(change) ? change : most;
        }
        return most;
    }

    /**
     * Sorts the runs by their influence.
     *
     * @param fit
     *            the fit
     * @return the strongest first; runs without which there is no fit come before all
     */
    public static List<Influence> byInfluence(ParametricFit fit) {
        return fit.influence().stream().sorted(Comparator.comparingDouble((Influence one) -> {
            double change = change(one, fit);
            return Double.isNaN(change) ? Double.NEGATIVE_INFINITY : -Math.abs(change);
        })).toList();
    }

    /**
     * Draws what leaving out each run does, the strongest first.
     *
     * @param answer
     *            the fit
     * @param marked
     *            the run that stands out, by its index among the fitted runs, or {@link #NONE}
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot influence(FitAnswer.Parametric answer, int marked, Locale locale) {
        List<Influence> sorted = byInfluence(answer.fit());
        RunMarks marks = marks(answer, locale)
                .naming(sorted.stream().limit(STRONGEST).map(Influence::run).toList());
        Map<Integer, Integer> ranks = new HashMap<>();
        Map<Integer, Double> changes = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            ranks.put(sorted.get(i).run(), i + 1);
            changes.put(sorted.get(i).run(), change(sorted.get(i), answer.fit()));
        }
        IntToDoubleFunction x = ranks::get;
        IntToDoubleFunction y = changes::get;
        boolean exponent = !Double.isNaN(answer.fit().exponent());
        double[] values = changes.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Plot("fit-influence", say(locale, "fit.influence.title"),
                say(locale, exponent ? "fit.influence.description" : "fit.influence.description.constants"),
                RunMarks.linear(say(locale, "axis.rank"), IntStream.rangeClosed(1, sorted.size()).asDoubleStream()
                        .toArray(), false, locale),
                RunMarks.linear(say(locale, exponent ? "axis.exponentChange" : "axis.constantChange"), values, true,
                        locale),
                marks.byBudget(x, y, Set.of(), marked), List.of(),
                List.of(new Rule("zero", "", Orientation.HORIZONTAL, 0)), List.of(),
                List.of(say(locale, "fit.influence.note")));
    }

    /**
     * Draws how a fit to the smaller runs predicts the largest ones.
     *
     * @param answer
     *            the fit
     * @param holdOut
     *            the prediction
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot holdOut(FitAnswer.Parametric answer, HoldOut holdOut, Locale locale) {
        RunMarks marks = marks(answer, locale);
        List<Integer> held = holdOut.points().stream().map(HoldOut.Point::run).toList();
        Map<Integer, Double> predicted = new HashMap<>();
        holdOut.points().forEach(point -> predicted.put(point.run(), point.predicted()));
        List<Integer> others = IntStream.range(0, answer.runs().size()).boxed().filter(run -> !held.contains(run))
                .toList();
        List<Series> series = new ArrayList<>();
        series.add(marks.points("fitted", say(locale, "fit.holdOut.fitted"), others, marks.number(Across.COMPUTE),
                marks.loss(), Marker.CIRCLE, RunMarks.OUT_COLOUR));
        series.add(marks.points("observed", say(locale, "fit.holdOut.observed"), held, marks.number(Across.COMPUTE),
                marks.loss(), Marker.CIRCLE, 0));
        series.add(marks.points("predicted", say(locale, "fit.holdOut.predicted"), held, marks.number(Across.COMPUTE),
                predicted::get, Marker.CIRCLE_HOLLOW, 1));
        return new Plot("fit-holdout", say(locale, "fit.holdOut.title", held.size()),
                say(locale, "fit.holdOut.description"), marks.axis(Across.COMPUTE),
                RunMarks.loss(series, List.of(), locale), series, List.of(), List.of(), List.of(),
                List.of(say(locale, "fit.holdOut.error", 100 * holdOut.rootMeanSquare(), 100 * holdOut.meanError())));
    }

    /**
     * Draws runs that could come next among those that there are.
     *
     * @param answer
     *            the fit
     * @param candidates
     *            the best first
     * @param marked
     *            index of the candidate that stands out
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot nextRun(FitAnswer.Parametric answer, List<NextRun> candidates, int marked, Locale locale) {
        RunMarks marks = marks(answer, locale);
        List<Series> series = new ArrayList<>();
        List<Integer> all = IntStream.range(0, answer.runs().size()).boxed().toList();
        series.add(marks.points("runs", say(locale, "fit.next.runs"), all, marks.number(Across.PARAMETERS),
                marks.number(Across.TOKENS), Marker.CIRCLE, RunMarks.OUT_COLOUR));
        String name = say(locale, "fit.next.candidates");
        series.add(new Series("candidates", name, name,
                candidates.stream().mapToDouble(NextRun::parameters).toArray(),
                candidates.stream().mapToDouble(NextRun::tokens).toArray(), Line.NONE, Marker.CIRCLE_HOLLOW, 0,
                List.of()));
        if (marked >= 0 && marked < candidates.size()) {
            NextRun best = candidates.get(marked);
            series.add(point("marked", say(locale, marked == 0 ? "fit.next.best" : "fit.next.chosen"),
                    best.parameters(), best.tokens(), Marker.DIAMOND, RunMarks.MARKED_COLOUR));
        }
        double[] n = all(series, true);
        double[] d = all(series, false);
        return new Plot("fit-next-run", say(locale, "fit.next.title"), say(locale, "fit.next.description"),
                RunMarks.log(Across.PARAMETERS, Arrays.stream(n).min().orElse(1),
                        Arrays.stream(n).max().orElse(10), locale),
                RunMarks.log(Across.TOKENS, Arrays.stream(d).min().orElse(1),
                        Arrays.stream(d).max().orElse(10), locale),
                series, List.of(), List.of(), List.of(), List.of(say(locale, "fit.next.note")));
    }

    static RunMarks marks(FitAnswer answer, Locale locale) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> lines = answer.file().lines();
        for (int i = 0; i < lines.size(); i++) {
            numbers.put(lines.get(i), i + 1);
        }
        return new RunMarks(answer.runs(), answer.lines().stream().map(numbers::get).toList(), locale);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    static List<double[]> thinned(Bootstrap bootstrap, int most) {
        List<double[]> all = bootstrap.draws();
        int kept = Math.min(most, all.size());
        return IntStream.range(0, kept).mapToObj(i -> all.get((int) ((long) i * all.size() / kept))).toList();
    }

    private static Series point(String id, String name, double x, double y, Marker marker, int colour) {
        return new Series(id, name, name, new double[] {x}, new double[] {y}, Line.NONE, marker, colour,
                List.of(name));
    }

    private static double[] all(List<Series> series, boolean across) {
        return series.stream().flatMapToDouble(one -> IntStream.range(0, one.size())
                .mapToDouble(i -> across ? one.x(i) : one.y(i))).toArray();
    }

    static double[] spaced(List<Run> runs, Across across, double margin, int count) {
        double low = runs.stream().mapToDouble(across::of).min().orElse(1) / margin;
        double high = runs.stream().mapToDouble(across::of).max().orElse(10) * margin;
        return Selection.logSpaced(low, high, count);
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
