package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.law.DiminishingReturns;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.mapping.StudyData.LawData;

/** By what factor compute must grow for a loss one per cent lower. */
final class NextPercent {

    private static final int POINTS = 181;
    private static final double FRACTION = 0.01;
    private static final double LINEAR_UP_TO = 100;

    private NextPercent() {
    }

    static Plot plot(Selection selection) {
        List<LawData> laws = selection.lawsOverCompute();
        List<Rule> rules = new ArrayList<>(selection.budgetRules());
        rules.addAll(Placed.rules(selection));
        Range span = Spans.including(Spans.compute(selection, laws), rules);
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            selection.checkCancelled();
            series.addAll(curve(selection, laws.get(i), span, i));
        }
        List<String> notes = new ArrayList<>();
        if (!laws.isEmpty()) {
            notes.add(selection.text("chart.note.dashed"));
        }
        if (values(series).anyMatch(Double::isNaN)) {
            notes.add(selection.text("chart.note.next-percent"));
        }
        notes.addAll(Placed.missing(selection));
        notes.addAll(selection.corpusNotes(laws));
        notes.addAll(selection.notDrawn(laws));
        return new Plot(selection.id(), selection.title("chart.next-percent.title"),
                selection.description("chart.next-percent.description", series),
                Axes.powers(selection, "axis.compute", span.low(), span.high()),
                axis(selection, series), series, List.of(), rules, List.of(), notes);
    }

    private static List<Series> curve(Selection selection, LawData data, Range span, int colour) {
        Law law = data.law();
        double[] compute = Selection.logSpaced(span.low(), span.high(), POINTS);
        double[] factor = new double[POINTS];
        boolean[] fitted = new boolean[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double at = compute[i];
            // Close to the irreducible loss no compute buys another per cent: there the curve ends.
            factor[i] = Answers.orGap(() -> DiminishingReturns.computeFactor(law, at, FRACTION, Double.NaN));
            fitted[i] = Spans.fitted(law, compute[i]);
        }
        return Curve.split(data.id(), selection.name(data), compute, factor, fitted, colour);
    }

    /** Shortly before a curve ends its factor explodes, which a linear axis would show as a spike alone. */
    private static Axis axis(Selection selection, List<Series> series) {
        double highest = values(series).filter(Double::isFinite).max().orElse(0);
        return highest > LINEAR_UP_TO
                ? Axes.logAround(selection, "axis.factor", series)
                : Axes.around(selection, "axis.factor", series);
    }

    private static DoubleStream values(List<Series> series) {
        return series.stream().flatMapToDouble(part -> DoubleStream.of(part.y()));
    }
}
