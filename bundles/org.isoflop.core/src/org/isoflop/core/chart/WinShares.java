package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.isoflop.analysis.decision.Decision;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Measure;

/** In which share of the draws each strategy wins, and in which it is feasible. */
final class WinShares {

    private static final double WIDE = 0.7;
    private static final double NARROW = 0.4;
    private static final int FEASIBLE_COLOUR = 4;
    private static final int WINS_COLOUR = 0;
    private static final double PERCENT = 100;

    private WinShares() {
    }

    static Plot plot(Selection selection) {
        return Deciding.of(selection).map(deciding -> plot(selection, deciding))
                .orElseGet(() -> Deciding.nothing(selection, Charts.WIN_SHARES));
    }

    private static Plot plot(Selection selection, Deciding deciding) {
        Draws draws = deciding.decision().draws(selection.cancelled());
        Decision decision = deciding.decision().decision();
        int count = decision.alternatives().size();
        boolean nobody = draws.withoutWinner() > 0;
        List<String> names = new ArrayList<>();
        if (nobody) {
            names.add(selection.text("chart.decide.nobody"));
        }
        IntStream.range(0, count).map(i -> count - 1 - i).mapToObj(deciding::name).forEach(names::add);
        double[] positions = IntStream.range(0, count).mapToDouble(i -> names.size() - i).toArray();
        double[] zeros = new double[count];
        double[] feasible = IntStream.range(0, count).mapToDouble(i -> PERCENT * draws.feasibleShare(i)).toArray();
        double[] wins = IntStream.range(0, count).mapToDouble(i -> PERCENT * draws.winShare(i)).toArray();
        List<Bars> bars = new ArrayList<>();
        String keeps = selection.text("chart.win-shares.feasible");
        String winning = selection.text("chart.win-shares.wins");
        bars.add(new Bars("feasible", keeps, keeps, Orientation.HORIZONTAL, positions, zeros, feasible, WIDE,
                FEASIBLE_COLOUR, List.of()));
        bars.add(new Bars("wins", winning, winning, Orientation.HORIZONTAL, positions, zeros, wins, NARROW,
                WINS_COLOUR, List.of()));
        if (nobody) {
            bars.add(new Bars("nobody", winning, winning, Orientation.HORIZONTAL, new double[] {1}, new double[1],
                    new double[] {PERCENT * draws.withoutWinner()}, NARROW, WINS_COLOUR, List.of()));
        }
        return new Plot(selection.id(), deciding.title("chart.win-shares.title"),
                selection.name(selection.chart().description(), selection.text("chart.win-shares.description")),
                Axis.of(selection.text("axis.winShare"), Unit.ONE, Scale.LINEAR, 0, PERCENT, TickLabels.PLAIN,
                        selection.locale()),
                Axis.ofNames("", names, selection.locale()), List.of(), List.of(), bars, List.of(), List.of(),
                notes(selection, deciding, draws));
    }

    private static List<String> notes(Selection selection, Deciding deciding, Draws draws) {
        List<String> notes = new ArrayList<>();
        Measure sought = Measure.find(deciding.decision().decision().objectives().getFirst().measure()).orElseThrow();
        notes.add(selection.text("chart.note.wins", sought.text(selection.locale())));
        List<Measure> measures = deciding.decision().decision().objectives().stream()
                .flatMap(objective -> Measure.find(objective.measure()).stream()).toList();
        notes.addAll(deciding.contents(draws, measures));
        notes.addAll(deciding.together());
        notes.addAll(deciding.refused());
        return notes;
    }
}
