package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;

/** Which strategy wins while one input moves: one row for each input that tips the decision. */
final class TippingPointsChart {

    private static final double REACH = 100;
    private static final double WIDTH = 0.66;
    private static final int MOST_ROWS = 10;
    private static final int MOST_SENTENCES = 4;
    /** Labels in more rows would hide the strips of a low chart; the sentences below say the values. */
    private static final int MOST_LABELLED = 4;
    private static final int MOST_NAMES = 8;
    private static final int POINT_COLOUR = 7;

    private final Selection selection;
    private final Deciding deciding;
    private final Map<String, List<double[]>> won = new LinkedHashMap<>();

    private TippingPointsChart(Selection selection, Deciding deciding) {
        this.selection = selection;
        this.deciding = deciding;
    }

    static Plot plot(Selection selection) {
        return Deciding.of(selection).map(deciding -> new TippingPointsChart(selection, deciding).plot())
                .orElseGet(() -> Deciding.nothing(selection, Charts.TIPPING_POINTS));
    }

    private Plot plot() {
        List<TippingPoints> all = deciding.decision().tippingPoints(selection.cancelled());
        List<TippingPoints> tipping = all.stream().filter(one -> !one.points().isEmpty())
                .sorted(Comparator.comparingDouble(one -> distance(one, nearest(one)))).toList();
        List<TippingPoints> rows = tipping.stream().limit(MOST_ROWS).toList();
        List<String> names = new ArrayList<>(rows.stream().map(one -> deciding.name(one.input())).toList());
        Collections.reverse(names);
        deciding.decision().strategies().forEach(one -> won.put(one.strategy().id(), new ArrayList<>()));
        won.put(null, new ArrayList<>());
        for (int i = 0; i < rows.size(); i++) {
            strips(rows.get(i), rows.size() - i);
        }
        List<Bars> bars = bars();
        return new Plot(selection.id(), deciding.title("chart.tipping-points.title"),
                rows.isEmpty()
                        ? selection.text("chart.tipping-points.nothing")
                        : selection.name(selection.chart().description(),
                                selection.text("chart.tipping-points.description")),
                Axis.of(selection.text("axis.ofNow"), Unit.ONE, Scale.LOG, 1 / REACH, REACH, TickLabels.PLAIN,
                        selection.locale()),
                Axis.ofNames("", names.isEmpty() ? List.of("") : names, selection.locale()), points(rows), List.of(),
                bars, rows.isEmpty() ? List.of()
                        : List.of(new Rule("now", selection.text("chart.tipping-points.now"), Orientation.VERTICAL, 1)),
                List.of(), notes(all, tipping, rows));
    }

    private static TippingPoints.Point nearest(TippingPoints one) {
        return one.points().stream().min(Comparator.comparingDouble(point -> distance(one, point))).orElseThrow();
    }

    /** How far a tipping point is, as the logarithm of a factor. */
    private static double distance(TippingPoints one, TippingPoints.Point point) {
        return Math.abs(Math.log(point.at() / one.input().value()));
    }

    private void strips(TippingPoints one, int row) {
        double now = one.input().value();
        double from = one.from() / now;
        String winner = one.points().getFirst().below();
        for (TippingPoints.Point point : one.points()) {
            won.get(winner).add(new double[] {row, from, point.at() / now});
            from = point.at() / now;
            winner = point.above();
        }
        won.get(winner).add(new double[] {row, from, one.to() / now});
    }

    private List<Bars> bars() {
        List<Bars> bars = new ArrayList<>();
        int colour = 0;
        for (Map.Entry<String, List<double[]>> entry : won.entrySet()) {
            List<double[]> strips = entry.getValue();
            if (!strips.isEmpty()) {
                String name = deciding.winner(entry.getKey());
                bars.add(new Bars("winner." + entry.getKey(), name, name, Orientation.HORIZONTAL, column(strips, 0),
                        column(strips, 1), column(strips, 2), WIDTH, entry.getKey() == null ? POINT_COLOUR : colour,
                        List.of()));
            }
            colour++;
        }
        return bars;
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    private List<Series> points(List<TippingPoints> rows) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TippingPoints one = rows.get(i);
            for (TippingPoints.Point point : one.points()) {
                x.add(point.at() / one.input().value());
                y.add((double) rows.size() - i);
                labels.add(rows.size() <= MOST_LABELLED && point == nearest(one) ? selection.show(point.at(), one
                        .input().unit()) : "");
            }
        }
        if (x.isEmpty()) {
            return List.of();
        }
        String name = selection.text("chart.tipping-points.point");
        return List.of(new Series("points", name, name, x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray(), Line.NONE, Marker.DIAMOND, POINT_COLOUR,
                labels));
    }

    private List<String> notes(List<TippingPoints> all, List<TippingPoints> tipping, List<TippingPoints> rows) {
        List<String> notes = new ArrayList<>();
        notes.add(selection.text("chart.note.winner", deciding.winner(winner())));
        rows.stream().limit(MOST_SENTENCES).forEach(one -> notes.add(sentence(one, nearest(one))));
        List<String> never = all.stream().filter(one -> one.points().isEmpty()).map(one -> deciding.name(one.input()))
                .distinct().toList();
        if (!never.isEmpty()) {
            notes.add(selection.text("chart.note.neverTips", REACH,
                    never.stream().limit(MOST_NAMES).collect(Collectors.joining(selection.text("chart.list"))),
                    Math.max(0, never.size() - MOST_NAMES)));
        }
        if (tipping.size() > rows.size()) {
            notes.add(selection.text("chart.note.bars.more", tipping.size() - rows.size()));
        }
        notes.addAll(deciding.together(tipping.stream().map(TippingPoints::input)));
        notes.addAll(deciding.refused());
        return notes;
    }

    private String sentence(TippingPoints one, TippingPoints.Point point) {
        boolean above = point.at() >= one.input().value();
        String now = selection.show(one.input().value(), one.input().unit());
        String at = selection.show(point.at(), one.input().unit());
        String key = above ? "chart.note.tips.above" : "chart.note.tips.below";
        return selection.text(now.equals(at) ? key + ".tied" : key, deciding.name(one.input()), now, at,
                deciding.winner(above ? point.above() : point.below()));
    }

    private String winner() {
        int winner = deciding.decision().decision().winner();
        return winner < 0 ? null : deciding.decision().strategies().get(winner).strategy().id();
    }
}
