package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.numeric.Percentiles;
import org.isoflop.analysis.numeric.Streams;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.Messages;
import org.isoflop.core.fit.FitAnswer;

/** Charts of what a fit predicts, over the runs that it was made of. */
public final class FitBands {

    private static final int POINTS = 61;
    /** How many draws a band over runs needs at most. */
    private static final int DRAWS = 500;
    /** How many draws the optimum of any form of law is sought for. */
    private static final int OPTIMA = 200;
    /** How far beyond the runs a prediction over compute reaches. */
    private static final double AHEAD = 100;

    private FitBands() {
    }

    /**
     * Returns the fit as a law that can be asked.
     *
     * @param answer
     *            the fit
     * @param name
     *            the name of the law
     * @return the law, with at most as many draws as charts need
     */
    public static Law law(FitAnswer.Parametric answer, String name) {
        ParametricFit fit = answer.fit();
        Law law = fit.law(name, new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), null);
        return fit.bootstrap() == null || fit.bootstrap().draws().size() < 2 ? law
                : law.with(JointUncertainty.ofDraws(law.form(), FitCharts.thinned(fit.bootstrap(), DRAWS)));
    }

    /**
     * Draws the loss at the optimum over compute, with the interval that the runs leave it, over the runs.
     *
     * @param answer
     *            a fit
     * @param marked
     *            the run that stands out, by its index among the fitted runs, or {@link FitCharts#NONE}
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot
     * @throws CancellationException
     *             if it was cancelled
     */
    public static Plot overCompute(FitAnswer.Parametric answer, int marked, Locale locale, BooleanSupplier cancelled) {
        RunMarks marks = FitCharts.marks(answer, locale);
        List<Series> series = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        double low = answer.runs().list().stream().mapToDouble(Run::compute).min().orElse(1);
        double high = answer.runs().list().stream().mapToDouble(Run::compute).max().orElse(10);
        double[] compute = Selection.logSpaced(low, high * AHEAD, POINTS);
        Law law = law(answer, "fit");
        String name = say(locale, "fit.band.optimum");
        if (!law.answers().contains(Answer.ALLOCATION)) {
            notes.add(say(locale, "fit.band.noOptimum"));
        } else {
            optimum(answer, law, compute, name, cancelled, series, bands);
            notes.add(say(locale, "chart.note.dashed"));
            if (!bands.isEmpty()) {
                notes.add(say(locale, "fit.band.level", 100 * answer.fit().options().level()));
            }
        }
        series.addAll(marks.byBudget(marks.number(Across.COMPUTE), marks.loss(), Set.of(), marked));
        return new Plot("fit-optimum", say(locale, "fit.band.compute.title"),
                say(locale, "fit.band.compute.description"), RunMarks.log(Across.COMPUTE, low,
                        high * AHEAD, locale), RunMarks.loss(series, bands, locale), series,
                bands, List.of(), List.of(), notes);
    }

    private static void optimum(FitAnswer.Parametric answer, Law law, double[] compute, String name,
            BooleanSupplier cancelled, List<Series> series, List<Band> bands) {
        ParametricFit fit = answer.fit();
        double[] loss = new double[compute.length];
        boolean[] fitted = new boolean[compute.length];
        for (int i = 0; i < compute.length; i++) {
            double at = compute[i];
            check(cancelled);
            loss[i] = Answers.orGap(() -> law.lossAtOptimum(at));
            fitted[i] = Spans.fitted(law, at);
        }
        series.addAll(Curve.split("optimum", name, compute, loss, fitted, 1));
        if (fit.bootstrap() == null) {
            return;
        }
        double outside = 0.5 - 0.5 * fit.options().level();
        if (fit.options().form().isPowerSum()) {
            double[][] losses = org.isoflop.analysis.fit.Band
                    .ofOptimum(fit.bootstrap(), compute, outside, 1 - outside).losses();
            bands.add(new Band("optimum", name, compute, losses[0], losses[1], 1));
            return;
        }
        List<double[]> draws = FitCharts.thinned(fit.bootstrap(), OPTIMA);
        bands.add(band("optimum", name, compute, draws, (draw, at) -> Answers
                .orGap(() -> law.withConstants(draw).lossAtOptimum(at)), outside, 1, cancelled));
    }

    /**
     * Draws the loss over parameters or tokens at each budget of the runs, with two intervals: of the law, and of a
     * new run with its own deviation.
     *
     * @param answer
     *            a fit
     * @param across
     *            parameters or tokens
     * @param marked
     *            the run that stands out, by its index among the fitted runs, or {@link FitCharts#NONE}
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot
     * @throws CancellationException
     *             if it was cancelled
     */
    public static Plot profiles(FitAnswer.Parametric answer, Across across, int marked, Locale locale,
            BooleanSupplier cancelled) {
        ParametricFit fit = answer.fit();
        RunMarks marks = FitCharts.marks(answer, locale);
        List<RunBudgets> budgets = RunBudgets.of(answer.runs());
        List<Series> points = marks.byBudget(marks.number(across), marks.loss(), Set.of(), marked);
        List<Series> series = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        List<double[]> draws = fit.bootstrap() == null ? List.of() : FitCharts.thinned(fit.bootstrap(), DRAWS);
        double outside = 0.5 - 0.5 * fit.options().level();
        for (int b = 0; b < budgets.size(); b++) {
            double compute = budgets.get(b).compute();
            String group = points.get(b).group();
            List<Run> runs = budgets.get(b).runs().stream().map(answer.runs()::get).toList();
            double[] x = FitCharts.spaced(runs, across, 1.2, POINTS);
            double[] loss = Arrays.stream(x).map(at -> predict(fit, fit.constants(), across, at, compute)).toArray();
            series.add(new Series("profile." + b, group, group, x, loss, Line.SOLID, Marker.NONE, b, List.of()));
            if (!draws.isEmpty()) {
                bands.add(band("constants." + b, group, x, draws,
                        (draw, at) -> predict(fit, draw, across, at, compute), outside, b, cancelled));
                bands.add(withResidual("residual." + b, group, x, draws, fit, across, compute, outside, b, cancelled));
            }
        }
        series.addAll(points);
        List<String> notes = new ArrayList<>(List.of(say(locale, "fit.band.profiles")));
        if (!bands.isEmpty()) {
            notes.add(say(locale, "fit.band.both", 100 * fit.options().level()));
        }
        return new Plot(across == Across.PARAMETERS ? "fit-band" : "fit-band-tokens",
                say(locale, across == Across.PARAMETERS ? "fit.band.title.parameters" : "fit.band.title.tokens"),
                say(locale, "fit.band.description"), marks.axis(across), RunMarks.loss(series, bands, locale), series,
                bands, List.of(), List.of(), notes);
    }

    private static double predict(ParametricFit fit, double[] k, Across across, double at, double compute) {
        double other = compute / (6 * at);
        return across == Across.PARAMETERS ? fit.predict(k, at, other) : fit.predict(k, other, at);
    }

    private static Band band(String id, String group, double[] x, List<double[]> draws,
            ToDoubleBiFunction<double[], Double> value, double outside, int colour, BooleanSupplier cancelled) {
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            check(cancelled);
            double at = x[i];
            double[] values = draws.stream().mapToDouble(draw -> value.applyAsDouble(draw, at))
                    .filter(one -> !Double.isNaN(one)).sorted().toArray();
            low[i] = values.length == 0 ? Double.NaN : Percentiles.ofSorted(values, outside);
            high[i] = values.length == 0 ? Double.NaN : Percentiles.ofSorted(values, 1 - outside);
        }
        return new Band(id, group, x, low, high, colour);
    }

    private static Band withResidual(String id, String group, double[] x, List<double[]> draws, ParametricFit fit,
            Across across, double compute, double outside, int colour, BooleanSupplier cancelled) {
        Bootstrap bootstrap = fit.bootstrap();
        double[] residuals = fit.residuals();
        boolean logarithms = fit.options().objective().onLogarithms();
        Streams random = new Streams(bootstrap.seed(), -1);
        int[] drawn = draws.stream().mapToInt(draw -> random.below(residuals.length)).toArray();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        double[] values = new double[draws.size()];
        for (int i = 0; i < x.length; i++) {
            check(cancelled);
            for (int j = 0; j < values.length; j++) {
                double loss = predict(fit, draws.get(j), across, x[i], compute);
                values[j] = logarithms ? loss * Math.exp(-residuals[drawn[j]]) : loss - residuals[drawn[j]];
            }
            Arrays.sort(values);
            low[i] = Percentiles.ofSorted(values, outside);
            high[i] = Percentiles.ofSorted(values, 1 - outside);
        }
        return new Band(id, group, x, low, high, colour);
    }

    /**
     * Draws an allocation: compute-optimal parameters or tokens over compute.
     *
     * @param answer
     *            the fit of an allocation
     * @param across
     *            parameters or tokens, here on the vertical axis
     * @param locale
     *            language and number format
     * @return the plot
     */
    public static Plot allocation(FitAnswer.Allocation answer, Across across, Locale locale) {
        boolean parameters = across == Across.PARAMETERS;
        RunMarks marks = FitCharts.marks(answer, locale);
        double low = answer.runs().list().stream().mapToDouble(Run::compute).min().orElse(1);
        double high = answer.runs().list().stream().mapToDouble(Run::compute).max().orElse(10);
        double[] compute = Selection.logSpaced(low, high * AHEAD, POINTS);
        var line = parameters ? answer.parameters() : answer.tokens();
        boolean[] fitted = new boolean[compute.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = compute[i] <= high;
        }
        List<Series> series = new ArrayList<>(Curve.split("line", say(locale, "fit.allocation.line"), compute,
                Arrays.stream(compute).map(line::at).toArray(), fitted, 1));
        if (answer instanceof FitAnswer.IsoFlop isoFlop) {
            List<IsoFlopFit.Vertex> vertices = isoFlop.fit().vertices();
            String name = say(locale, "fit.allocation.vertices");
            series.add(new Series("vertices", name, name,
                    vertices.stream().mapToDouble(IsoFlopFit.Vertex::compute).toArray(),
                    vertices.stream().mapToDouble(parameters ? IsoFlopFit.Vertex::parameters
                            : IsoFlopFit.Vertex::tokens).toArray(), Line.NONE, Marker.DIAMOND, 0, List.of()));
        }
        series.add(marks.points("runs", say(locale, "fit.next.runs"),
                IntStream.range(0, answer.runs().size()).boxed().toList(),
                marks.number(Across.COMPUTE), marks.number(across), Marker.CIRCLE_HOLLOW, RunMarks.OUT_COLOUR));
        double[] values = series.stream().flatMapToDouble(one -> Arrays.stream(one.y())).toArray();
        String title = parameters ? "fit.allocation.title.parameters" : "fit.allocation.title.tokens";
        return new Plot("fit-allocation", say(locale, title),
                say(locale, "fit.allocation.description"), RunMarks.log(Across.COMPUTE, low, high * AHEAD, locale),
                RunMarks.log(across, Arrays.stream(values).min().orElse(1), Arrays.stream(values).max().orElse(10),
                        locale), series, List.of(), List.of(), List.of(), List.of(say(locale, "chart.note.dashed")));
    }

    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
