package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.isoflop.analysis.decision.Returns;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Measure;

/** What doubling each input of a strategy gains in one measure, and what its next per cent costs. */
final class ReturnsChart {

    private static final int MOST_BARS = 12;
    private static final int MOST_NOTES = 5;
    private static final double WIDTH = 0.66;
    private static final double PERCENT = 100;
    private static final double LEAST = 1e-9;
    private static final int BETTER_COLOUR = 2;
    private static final int WORSE_COLOUR = 1;

    private final Selection selection;
    private final Deciding deciding;
    private final int position;
    private final Measure measure;
    private final List<Returns> shown;

    private ReturnsChart(Selection selection, Deciding deciding, int position, Measure measure) {
        this.selection = selection;
        this.deciding = deciding;
        this.position = position;
        this.measure = measure;
        shown = deciding.decision().returns(position, measure).stream().filter(one -> Math.abs(share(one)) > LEAST)
                .sorted(Comparator.comparingDouble((Returns one) -> Math.abs(share(one))).reversed())
                .limit(MOST_BARS).toList();
    }

    static Plot plot(Selection selection) {
        Optional<Deciding> deciding = Deciding.of(selection);
        Optional<Measure> measure = deciding.flatMap(one -> one.measure(one.position()));
        return measure.isEmpty()
                ? Deciding.nothing(selection, Charts.STRATEGY_RETURNS)
                : new ReturnsChart(selection, deciding.get(), deciding.get().position(), measure.get()).plot();
    }

    /** The gain of doubling in per cent of the measure; NaN where it is not defined. */
    private static double share(Returns one) {
        return PERCENT * one.gain() / Math.abs(one.value());
    }

    private Plot plot() {
        List<String> names = new ArrayList<>(shown.stream().map(one -> deciding.name(one.input())).toList());
        Collections.reverse(names);
        double[] ends = new double[shown.size() + 1];
        for (int i = 0; i < shown.size(); i++) {
            ends[i] = share(shown.get(i));
        }
        String name = deciding.name(position);
        String what = measure.text(selection.locale());
        return new Plot(selection.id(), deciding.title("chart.strategy-returns.of", what, name), shown.isEmpty()
                ? selection.text("chart.strategy-returns.nothing", what, name)
                : selection.name(selection.chart().description(),
                        selection.text("chart.strategy-returns.description", what, name)),
                RunMarks.linear(selection.text("axis.doublingGain", what), ends, true, selection.locale()),
                Axis.ofNames("", names.isEmpty() ? List.of("") : names, selection.locale()), List.of(), List.of(),
                bars(), List.of(), List.of(), notes());
    }

    private List<Bars> bars() {
        List<Bars> bars = new ArrayList<>();
        add(bars, "better", BETTER_COLOUR, shown.stream().filter(one -> one.gain() > 0).toList());
        add(bars, "worse", WORSE_COLOUR, shown.stream().filter(one -> one.gain() < 0).toList());
        return bars;
    }

    private void add(List<Bars> bars, String id, int colour, List<Returns> some) {
        if (!some.isEmpty()) {
            String name = selection.text("chart.strategy-returns." + id);
            bars.add(new Bars(id, name, name, Orientation.HORIZONTAL,
                    some.stream().mapToDouble(one -> shown.size() - shown.indexOf(one)).toArray(),
                    new double[some.size()], some.stream().mapToDouble(ReturnsChart::share).toArray(), WIDTH, colour,
                    some.stream().map(this::label).toList()));
        }
    }

    private String label(Returns one) {
        return selection.text("chart.strategy-returns.elasticity", deciding.name(one.input()),
                Quantities.format(one.elasticity(), Unit.ONE, selection.locale()));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Returns one : shown.stream().filter(one -> one.gain() > 0).limit(MOST_NOTES).toList()) {
            notes.add(next(one) + knee(one));
        }
        notes.addAll(deciding.refused());
        return notes;
    }

    private String next(Returns one) {
        String name = deciding.name(one.input());
        if (Double.isNaN(one.factor())) {
            return selection.text("chart.note.percent.never", name);
        }
        String factor = Quantities.format(one.factor(), Unit.ONE, selection.locale());
        if (Double.isNaN(one.cost())) {
            return selection.text("chart.note.percent", name, factor);
        }
        if (Math.abs(one.cost()) <= LEAST * deciding.decision().cost(position)) {
            return selection.text("chart.note.percent.free", name, factor);
        }
        return selection.text(one.cost() < 0 ? "chart.note.percent.saves" : "chart.note.percent.cost", name, factor,
                selection.show(Math.abs(one.cost()), Unit.USD));
    }

    private String knee(Returns one) {
        if (one.knee() == 0 || Double.isInfinite(one.knee())) {
            return "";
        }
        return " " + selection.text("chart.note.knee", selection.show(one.knee(), one.input().unit()));
    }
}
