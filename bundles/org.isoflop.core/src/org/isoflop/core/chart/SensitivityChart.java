package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.decision.Bar;
import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.decision.Tornado;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Measure;

/** What moves a measure of one strategy: one bar for each uncertain input, each law and the choice of the law. */
final class SensitivityChart {

    private static final int MOST_BARS = 15;
    private static final int MOST_NOTES = 4;
    private static final double WIDTH = 0.66;
    private static final int LOW_COLOUR = 4;
    private static final int HIGH_COLOUR = 1;
    private static final int JOINT_COLOUR = 6;
    private static final int WHICH_COLOUR = 2;

    private final Selection selection;
    private final Deciding deciding;
    private final int position;
    private final Measure measure;
    private final Tornado tornado;
    private final List<Bar> shown;

    private SensitivityChart(Selection selection, Deciding deciding, int position, Measure measure) {
        this.selection = selection;
        this.deciding = deciding;
        this.position = position;
        this.measure = measure;
        tornado = deciding.decision().tornado(position, measure, selection.cancelled());
        shown = tornado.bars().stream()
                .filter(bar -> !(bar.factor() instanceof Factor.Input input)
                        || !ScenarioDecision.isMeasure(input, measure))
                .filter(bar -> Double.isFinite(bar.atLow()) && Double.isFinite(bar.atHigh()))
                .limit(MOST_BARS).toList();
    }

    static Plot plot(Selection selection) {
        Optional<Deciding> deciding = Deciding.of(selection);
        Optional<Measure> measure = deciding.flatMap(one -> one.measure(one.position()));
        return measure.isEmpty()
                ? Deciding.nothing(selection, Charts.SENSITIVITY)
                : new SensitivityChart(selection, deciding.get(), deciding.get().position(), measure.get()).plot();
    }

    private Plot plot() {
        List<String> names = new ArrayList<>(shown.stream().map(this::name).toList());
        Collections.reverse(names);
        double[] ends = DoubleStream.concat(DoubleStream.of(tornado.value()),
                shown.stream().flatMapToDouble(bar -> DoubleStream.of(bar.atLow(), bar.atHigh()))).toArray();
        Axis up = names.isEmpty()
                ? Axis.ofNames("", List.of(""), selection.locale())
                : Axis.ofNames("", names, selection.locale());
        String key = shown.isEmpty() ? "chart.sensitivity.nothing" : "chart.sensitivity.description";
        return new Plot(selection.id(), deciding.title("chart.sensitivity.of", measure.text(selection.locale()),
                deciding.name(position)),
                shown.isEmpty()
                        ? selection.text(key, deciding.name(position), measure.text(selection.locale()))
                        : selection.name(selection.chart().description(), selection.text(key, deciding.name(position),
                                measure.text(selection.locale()))),
                MeasureAxis.of(selection, measure, ends), up, List.of(), List.of(), bars(),
                shown.isEmpty() ? List.of()
                        : List.of(new Rule("value", selection.show(tornado.value(), measure.unit()),
                                Orientation.VERTICAL, tornado.value())),
                List.of(), notes());
    }

    private String name(Bar bar) {
        String name = switch (bar.factor()) {
            case Factor.Input input -> deciding.name(input);
            case Factor.Constants law -> selection.text("chart.factor.law", deciding.law(law.law().id()));
            case null -> selection.text("chart.factor.whichLaw");
        };
        return bar.changes() ? selection.text("chart.factor.changes", name) : name;
    }

    private List<Bars> bars() {
        List<Bars> bars = new ArrayList<>();
        add(bars, "low", "chart.sensitivity.low", LOW_COLOUR, Bar.Kind.INPUT, true);
        add(bars, "high", "chart.sensitivity.high", HIGH_COLOUR, Bar.Kind.INPUT, false);
        add(bars, "joint", "chart.sensitivity.joint", JOINT_COLOUR, Bar.Kind.LAW_JOINT, true);
        add(bars, "which", "chart.sensitivity.which", WHICH_COLOUR, Bar.Kind.WHICH_LAW, true);
        return bars;
    }

    /** Bars of one kind: those of inputs in two parts, from the value to either end. */
    private void add(List<Bars> bars, String id, String key, int colour, Bar.Kind kind, boolean low) {
        List<Bar> some = shown.stream().filter(bar -> bar.kind() == kind).toList();
        if (some.isEmpty()) {
            return;
        }
        boolean parts = kind == Bar.Kind.INPUT;
        double[] positions = some.stream().mapToDouble(bar -> shown.size() - shown.indexOf(bar)).toArray();
        double[] from = some.stream().mapToDouble(bar -> parts ? tornado.value() : bar.atLow()).toArray();
        double[] to = some.stream().mapToDouble(bar -> parts && low ? bar.atLow() : bar.atHigh()).toArray();
        String name = selection.text(key);
        bars.add(new Bars(id, name, name, Orientation.HORIZONTAL, positions, from, to, WIDTH, colour,
                some.stream().map(bar -> label(bar, low)).toList()));
    }

    /** What an end stands for: the value of the input, or the law. */
    private String label(Bar bar, boolean low) {
        return switch (bar.factor()) {
            case Factor.Input input -> selection.text("chart.sensitivity.end", input.label().text(selection.locale()),
                    selection.show(low ? bar.lowInput() : bar.highInput(), input.unit()));
            case Factor.Constants law -> selection.text("chart.factor.law", deciding.law(law.law().id()));
            case null -> selection.text("chart.sensitivity.laws", deciding.law(bar.lowLaw()), deciding.law(bar
                    .highLaw()));
        };
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<Bar> changing = tornado.bars().stream().filter(Bar::changes).toList();
        notes.add(selection.text("chart.note.winner", deciding.winner(tornado.winner())));
        for (Bar bar : changing.stream().limit(MOST_NOTES).toList()) {
            notes.add(change(bar));
        }
        if (changing.size() > MOST_NOTES) {
            notes.add(selection.text("chart.note.changes.more", changing.size() - MOST_NOTES));
        }
        if (changing.isEmpty() && !shown.isEmpty()) {
            notes.add(selection.text("chart.note.noChange"));
        }
        if (tornado.bars().size() > shown.size()) {
            notes.add(selection.text("chart.note.bars.more", tornado.bars().size() - shown.size()));
        }
        notes.addAll(deciding.together());
        notes.addAll(deciding.refused());
        return notes;
    }

    private String change(Bar bar) {
        return switch (bar.factor()) {
            case Factor.Input input -> selection.text("chart.note.changes.input", deciding.name(input),
                    selection.show(bar.lowInput(), input.unit()), deciding.winner(bar.lowWinner()),
                    selection.show(bar.highInput(), input.unit()), deciding.winner(bar.highWinner()));
            case Factor.Constants law -> selection.text("chart.note.changes.joint", deciding.law(law.law().id()));
            case null -> selection.text("chart.note.changes.which", deciding.law(bar.lowLaw()),
                    deciding.winner(bar.lowWinner()), deciding.law(bar.highLaw()), deciding.winner(bar.highWinner()));
        };
    }
}
