package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.decision.ParetoFront;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.evaluation.Measure;

/** The strategies of a scenario by any two measures, with their intervals, their front and what the limits allow. */
final class TradeOffs {

    private static final int FRONT_COLOUR = 0;
    private static final int DOMINATED_COLOUR = 1;
    private static final int BROKEN_COLOUR = 3;
    private static final int INTERVAL_COLOUR = 7;
    private static final int REGION_COLOUR = 2;

    private final Selection selection;
    private final Deciding deciding;
    private final Measure across;
    private final Measure up;
    private final Draws draws;
    private final double[] x;
    private final double[] y;

    private TradeOffs(Selection selection, Deciding deciding) {
        this.selection = selection;
        this.deciding = deciding;
        across = Measure.find(selection.chart().across()).orElse(deciding.decision().money());
        up = Measure.find(selection.chart().up()).orElse(Measure.LOSS);
        draws = deciding.decision().draws(selection.cancelled());
        x = values(across);
        y = values(up);
    }

    static Plot plot(Selection selection) {
        Optional<Deciding> deciding = Deciding.of(selection);
        return deciding.isEmpty()
                ? Deciding.nothing(selection, Charts.TRADE_OFFS)
                : new TradeOffs(selection, deciding.get()).plot();
    }

    private double[] values(Measure measure) {
        return deciding.decision().strategies().stream()
                .mapToDouble(strategy -> strategy.measure(measure.id()).orElse(Double.NaN)).toArray();
    }

    private Plot plot() {
        int count = x.length;
        boolean[] feasible = new boolean[count];
        double[] ofFeasible = new double[count];
        for (int i = 0; i < count; i++) {
            feasible[i] = deciding.decision().decision().isFeasible(i);
            ofFeasible[i] = feasible[i] ? x[i] : Double.NaN;
        }
        ParetoFront front = ParetoFront.of(ofFeasible, across.sense(), y, up.sense());
        List<Series> series = new ArrayList<>(intervals());
        if (front.front().size() > 1) {
            series.add(new Series("front", selection.text("chart.trade-offs.front"),
                    selection.text("chart.trade-offs.front"),
                    front.front().stream().mapToDouble(i -> x[i]).toArray(),
                    front.front().stream().mapToDouble(i -> y[i]).toArray(), Line.DOTTED, Marker.NONE, FRONT_COLOUR,
                    List.of()));
        }
        points(series, "dominated", "chart.trade-offs.dominated", Marker.CIRCLE_HOLLOW, DOMINATED_COLOUR,
                chosen(i -> !front.dominatedBy().get(i).isEmpty()));
        points(series, "broken", "chart.trade-offs.broken", Marker.SQUARE_HOLLOW, BROKEN_COLOUR,
                chosen(i -> !feasible[i]));
        // Last, so that nothing lies on it.
        points(series, "best", "chart.trade-offs.best", Marker.DIAMOND, FRONT_COLOUR, front.front());
        Axis xAxis = MeasureAxis.of(selection, across, around(series, true));
        Axis yAxis = MeasureAxis.of(selection, up, around(series, false));
        List<Rule> rules = new ArrayList<>();
        List<Band> bands = region(xAxis, yAxis, rules);
        return new Plot(selection.id(), deciding.title("chart.trade-offs.title"),
                hasPoint()
                        ? selection.name(selection.chart().description(), selection.text(bands.isEmpty()
                                ? "chart.trade-offs.description" : "chart.trade-offs.shaded",
                                up.text(selection.locale()), across.text(selection.locale())))
                        : selection.text("chart.trade-offs.nothing", across.text(selection.locale()),
                                up.text(selection.locale())),
                xAxis, yAxis, hasPoint() ? series : List.of(), hasPoint() ? bands : List.of(), rules, List.of(),
                notes(front));
    }

    private boolean hasPoint() {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                return true;
            }
        }
        return false;
    }

    private interface Choice {

        boolean takes(int alternative);
    }

    private List<Integer> chosen(Choice choice) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (choice.takes(i) && !Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private void points(List<Series> series, String id, String key, Marker marker, int colour, List<Integer> which) {
        if (!which.isEmpty()) {
            series.add(new Series(id, selection.text(key), selection.text(key),
                    which.stream().mapToDouble(i -> x[i]).toArray(), which.stream().mapToDouble(i -> y[i]).toArray(),
                    Line.NONE, marker, colour, which.stream().map(deciding::name).toList()));
        }
    }

    /** Intervals as bars through the points; gaps part them. */
    private List<Series> intervals() {
        List<double[]> bars = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int alternative = i;
            Optional<Interval> wide = interval(alternative, across);
            Optional<Interval> high = interval(alternative, up);
            wide.ifPresent(ends -> bars.add(new double[] {ends.low(), y[alternative], ends.high(), y[alternative]}));
            high.ifPresent(ends -> bars.add(new double[] {x[alternative], ends.low(), x[alternative], ends.high()}));
        }
        bars.removeIf(bar -> !Arrays.stream(bar).allMatch(Double::isFinite));
        if (bars.isEmpty()) {
            return List.of();
        }
        double[] xs = new double[3 * bars.size()];
        double[] ys = new double[3 * bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            double[] bar = bars.get(i);
            xs[3 * i] = bar[0];
            ys[3 * i] = bar[1];
            xs[3 * i + 1] = bar[2];
            ys[3 * i + 1] = bar[3];
            xs[3 * i + 2] = Double.NaN;
            ys[3 * i + 2] = Double.NaN;
        }
        String name = selection.text("chart.decide.interval", deciding.level(draws.level()));
        return List.of(new Series("intervals", name, name, xs, ys, Line.SOLID, Marker.NONE, INTERVAL_COLOUR,
                List.of()));
    }

    private Optional<Interval> interval(int alternative, Measure measure) {
        return deciding.decision().measures().contains(measure)
                ? draws.interval(alternative, measure.id())
                : Optional.empty();
    }

    private static double[] around(List<Series> series, boolean across) {
        return series.stream().flatMapToDouble(one -> DoubleStream.of(across ? one.x() : one.y()))
                .filter(Double::isFinite).toArray();
    }

    /** Shades what the limits on the two measures allow, and draws these limits. */
    private List<Band> region(Axis xAxis, Axis yAxis, List<Rule> rules) {
        double[] wide = allowed(across, xAxis);
        double[] high = allowed(up, yAxis);
        limit(across).ifPresent(limit -> rules.add(rule(limit, Orientation.VERTICAL)));
        limit(up).ifPresent(limit -> rules.add(rule(limit, Orientation.HORIZONTAL)));
        return rules.isEmpty() || !(wide[0] < wide[1]) || !(high[0] < high[1])
                ? List.of()
                : List.of(new Band("feasible", selection.text("chart.trade-offs.feasible"), wide,
                        new double[] {high[0], high[0]}, new double[] {high[1], high[1]}, REGION_COLOUR));
    }

    private Rule rule(Limit limit, Orientation orientation) {
        return new Rule("limit." + limit.measure(), selection.text("chart.limit." + limit.constraint()), orientation,
                limit.bound());
    }

    /** The limit on a measure that all strategies share. */
    private Optional<Limit> limit(Measure measure) {
        return deciding.decision().decision().alternatives().stream().flatMap(one -> one.limits().stream())
                .filter(limit -> limit.measure().equals(measure.id())).findFirst();
    }

    /** What a limit allows along an axis, as far as the axis goes. */
    private double[] allowed(Measure measure, Axis axis) {
        Optional<Limit> limit = limit(measure);
        if (limit.isEmpty()) {
            return new double[] {axis.low(), axis.high()};
        }
        return limit.get().sense() == Sense.LOWEST
                ? new double[] {axis.low(), Math.min(axis.high(), limit.get().bound())}
                : new double[] {Math.max(axis.low(), limit.get().bound()), axis.high()};
    }

    private List<String> notes(ParetoFront front) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            List<Integer> by = front.dominatedBy().get(i);
            if (!by.isEmpty()) {
                notes.add(selection.text("chart.note.dominated", deciding.name(i),
                        by.stream().map(deciding::name).collect(Collectors.joining(selection.text("chart.list")))));
            }
        }
        List<String> without = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                without.add(deciding.name(i));
            }
        }
        if (!without.isEmpty()) {
            notes.add(selection.text("chart.note.noMeasure",
                    String.join(selection.text("chart.list"), without)));
        }
        notes.addAll(deciding.contents(draws, List.of(across, up)));
        notes.addAll(deciding.refused());
        return notes;
    }
}
