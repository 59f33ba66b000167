package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.law.DiminishingReturns;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.mapping.StudyData.LawData;

/** What the next doubling of compute, parameters or tokens gains, from the compute-optimal model of each budget. */
final class DiminishingReturnsChart {

    private static final int POINTS = 181;

    private DiminishingReturnsChart() {
    }

    static Plot plot(Selection selection) {
        Optional<LawData> shown = selection.single();
        Range span = Spans.compute(selection, shown.map(List::of).orElse(List.of()));
        List<Rule> rules = new ArrayList<>(selection.budgetRules());
        rules.addAll(Placed.rules(selection));
        List<Series> series = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (shown.isPresent()) {
            Law law = shown.get().law();
            span = Spans.including(span, rules);
            series.addAll(gain(selection, law, span, "compute", Marker.NONE, 0,
                    at -> DiminishingReturns.doublingCompute(law, at.compute())));
            series.addAll(gain(selection, law, span, "parameters", Marker.SQUARE, 1,
                    at -> DiminishingReturns.doublingParameters(law, at.parameters(), at.tokens(), Double.NaN)));
            series.addAll(gain(selection, law, span, "tokens", Marker.CIRCLE_HOLLOW, 2,
                    at -> DiminishingReturns.doublingTokens(law, at.parameters(), at.tokens(), Double.NaN)));
            notes.add(selection.singleNote("chart.note.law", shown.get()));
            notes.add(selection.text("chart.note.doubling"));
            notes.add(selection.text("chart.note.dashed"));
            notes.addAll(Placed.missing(selection));
        } else {
            notes.addAll(selection.notDrawn(List.of()));
        }
        return new Plot(selection.id(), selection.title("chart.diminishing-returns.title"),
                selection.description("chart.diminishing-returns.description", series),
                Axes.powers(selection, "axis.compute", span.low(), span.high()),
                Axes.logAround(selection, "axis.gain", series), series, List.of(), rules, List.of(), notes);
    }

    private static List<Series> gain(Selection selection, Law law, Range span, String what, Marker marker,
            int colour, ToDoubleFunction<Optimum> gain) {
        selection.checkCancelled();
        double[] compute = Selection.logSpaced(span.low(), span.high(), POINTS);
        double[] gains = new double[POINTS];
        boolean[] fitted = new boolean[POINTS];
        for (int i = 0; i < POINTS; i++) {
            Optional<Optimum> optimum = Answers.optimum(law, compute[i]);
            gains[i] = gain(gain, optimum);
            fitted[i] = optimum.filter(at -> Spans.fitted(law, at)).isPresent();
        }
        String name = selection.text("chart.gain." + what);
        List<Series> series = new ArrayList<>(Curve.split("gain." + what, name, compute, gains, fitted, colour));
        if (marker != Marker.NONE) {
            // Two curves that almost coincide are told apart by marks, one of each kind in every decade.
            double first = span.low() * (marker == Marker.SQUARE ? Math.sqrt(10) : 1);
            double[] decades = DoubleStream.iterate(first, c -> c <= span.high(), c -> c * 10).toArray();
            series.add(new Series("gain." + what + ".marks", name, name, decades, DoubleStream.of(decades)
                    .map(c -> gain(gain, Answers.optimum(law, c))).toArray(), Line.NONE, marker, colour, List.of()));
        }
        return series;
    }

    private static double gain(ToDoubleFunction<Optimum> gain, Optional<Optimum> optimum) {
        return optimum.isEmpty() ? Double.NaN : Answers.orGap(() -> gain.applyAsDouble(optimum.get()));
    }
}
