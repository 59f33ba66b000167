package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.decision.BreakEven;
import org.isoflop.analysis.decision.CostLine;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.Share;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.WorkloadData;

/** What strategies cost in all after so many tokens or months, and where their costs cross. */
final class BreakEvenChart {

    private static final int POINTS = 181;
    private static final double AROUND = 100;
    private static final double USUAL_TOKENS = 1e9;
    private static final double DAY = 86_400;
    private static final int CROSSING_COLOUR = 3;
    private static final int INTERVAL_COLOUR = 7;
    private static final int MOST_NOTES = 6;

    private final Selection selection;
    private final Deciding deciding;
    private final boolean months;
    private final double perDay;
    private final List<Integer> which = new ArrayList<>();
    private final List<CostLine> lines = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();

    /** Where the lines of two strategies cross; an envelope crossing changes which strategy is cheapest of all. */
    private record Crossing(int first, int second, BreakEven at, Optional<BreakEven.Spread> spread,
            boolean ofCheapest) {
    }

    private BreakEvenChart(Selection selection, Deciding deciding, boolean months) {
        this.selection = selection;
        this.deciding = deciding;
        this.months = months;
        WorkloadData workload = deciding.scenario().workload();
        Double tokens = workload == null ? null : Figures.positive(workload.tokensPerDay());
        perDay = tokens == null ? Double.NaN : tokens;
    }

    static Plot plot(Selection selection, boolean months) {
        String view = months ? Charts.BREAK_EVEN_MONTHS : Charts.BREAK_EVEN;
        return Deciding.of(selection).map(deciding -> new BreakEvenChart(selection, deciding, months).plot(view))
                .orElseGet(() -> Deciding.nothing(selection, view));
    }

    private Plot plot(String view) {
        List<String> notes = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Draws draws = deciding.decision().draws(selection.cancelled());
        if (months && Double.isNaN(perDay)) {
            notes.add(selection.text("chart.note.noWorkload"));
        } else {
            lines();
            cross(draws);
            notes.addAll(draw(series, rules, draws));
        }
        double[] xs = series.stream().flatMapToDouble(one -> DoubleStream.of(one.x())).filter(Double::isFinite)
                .toArray();
        double[] ys = series.stream().flatMapToDouble(one -> DoubleStream.of(one.y())).filter(Double::isFinite)
                .toArray();
        notes.addAll(deciding.refused());
        return new Plot(selection.id(), deciding.title("chart." + view + ".title"), series.isEmpty()
                ? selection.text("chart.no-costs")
                : selection.name(selection.chart().description(), selection.text("chart." + view + ".description")),
                log(months ? "axis.months" : "axis.servedTokens", months ? Unit.ONE : Unit.TOKENS, xs, 1),
                log("axis.totalCost", Unit.USD, ys, 1.2), series, List.of(), rules, List.of(), notes);
    }

    private Axis log(String title, Unit unit, double[] values, double margin) {
        double low = DoubleStream.of(values).filter(value -> value > Axes.SMALLEST).min().orElse(1) / margin;
        double high = Math.max(DoubleStream.of(values).max().orElse(1000) * margin, low * 10);
        return Axis.of(selection.text(title), unit, Scale.LOG, low, Math.min(high, Axes.LARGEST),
                high < 1e15 ? TickLabels.COUNTS : TickLabels.POWERS, selection.locale());
    }

    private void lines() {
        List<StrategyResult> strategies = deciding.decision().strategies();
        for (int i = 0; i < strategies.size(); i++) {
            double each = strategies.get(i).measure(Measure.COST_PER_MILLION.id()).orElse(Double.NaN);
            double once = strategies.get(i).measure(Measure.COST.id()).orElse(0);
            if (Double.isFinite(each) && Double.isFinite(once)) {
                which.add(i);
                lines.add(new CostLine(once, each));
            }
        }
    }

    private void cross(Draws draws) {
        for (int a = 0; a < lines.size(); a++) {
            for (int b = a + 1; b < lines.size(); b++) {
                Optional<BreakEven> at = BreakEven.of(lines.get(a), lines.get(b));
                if (at.isPresent()) {
                    double tokens = at.get().tokens();
                    double money = at.get().money();
                    boolean cheapest = lines.stream().allMatch(line -> line.at(tokens) >= money * (1 - 1e-9));
                    crossings.add(new Crossing(a, b, at.get(), BreakEven.of(draws, which.get(a), which.get(b),
                            Measure.COST.id(), Measure.COST_PER_MILLION.id()), cheapest));
                }
            }
        }
    }

    private double across(double tokens) {
        return months ? BreakEven.months(tokens, perDay) : tokens;
    }

    private List<String> draw(List<Series> series, List<Rule> rules, Draws draws) {
        WorkloadData workload = deciding.scenario().workload();
        Double life = workload == null ? null : Figures.positive(workload.life());
        double served = life == null ? Double.NaN : perDay * life / DAY;
        double least = crossings.stream().mapToDouble(one -> one.at().tokens()).min().orElse(USUAL_TOKENS);
        double most = crossings.stream().mapToDouble(one -> one.at().tokens()).max().orElse(USUAL_TOKENS);
        if (served > 0) {
            least = Math.min(least, served);
            most = Math.max(most, served);
            rules.add(new Rule("served", selection.text("chart.break-even.life"), Orientation.VERTICAL,
                    across(served)));
        }
        double[] tokens = Selection.logSpaced(Math.max(least / AROUND, 1), most * AROUND, POINTS);
        double[] x = DoubleStream.of(tokens).map(this::across).toArray();
        for (int i = 0; i < lines.size(); i++) {
            CostLine line = lines.get(i);
            String name = deciding.name(which.get(i));
            series.add(new Series("cost." + deciding.decision().strategies().get(which.get(i)).strategy().id(), name,
                    name, x, DoubleStream.of(tokens).map(line::at).toArray(), Line.SOLID, Marker.NONE, i, List.of()));
        }
        if (!lines.isEmpty()) {
            intervals(series, draws);
            points(series);
        }
        return notes(draws);
    }

    private void intervals(List<Series> series, Draws draws) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Crossing crossing : crossings) {
            crossing.spread().ifPresent(spread -> {
                Interval tokens = spread.tokens();
                if (tokens.low() > 0 && tokens.low() < tokens.high() && Double.isFinite(tokens.high())) {
                    x.addAll(List.of(across(tokens.low()), across(tokens.high()), Double.NaN));
                    y.addAll(List.of(crossing.at().money(), crossing.at().money(), Double.NaN));
                }
            });
        }
        if (!x.isEmpty()) {
            String name = selection.text("chart.decide.interval", deciding.level(draws.level()));
            series.add(new Series("intervals", name, name, x.stream().mapToDouble(Double::doubleValue).toArray(),
                    y.stream().mapToDouble(Double::doubleValue).toArray(), Line.SOLID, Marker.NONE, INTERVAL_COLOUR,
                    List.of()));
        }
    }

    private void points(List<Series> series) {
        for (boolean cheapest : new boolean[] {true, false}) {
            List<Crossing> some = crossings.stream().filter(one -> one.ofCheapest() == cheapest).toList();
            if (!some.isEmpty()) {
                String name = selection.text(cheapest ? "chart.break-even.cheapest" : "chart.break-even.other");
                series.add(new Series(cheapest ? "crossings" : "others", name, name,
                        some.stream().mapToDouble(one -> across(one.at().tokens())).toArray(),
                        some.stream().mapToDouble(one -> one.at().money()).toArray(), Line.NONE,
                        cheapest ? Marker.DIAMOND : Marker.CIRCLE_HOLLOW, CROSSING_COLOUR,
                        cheapest ? some.stream().map(one -> shown(across(one.at().tokens()))).toList() : List.of()));
            }
        }
    }

    private String shown(double value) {
        return months
                ? selection.text("chart.break-even.months", Quantities.format(value, Unit.ONE, selection.locale()))
                : selection.show(value, Unit.TOKENS);
    }

    private List<String> notes(Draws draws) {
        List<String> notes = new ArrayList<>();
        if (lines.size() > 1 && crossings.isEmpty()) {
            notes.add(selection.text("chart.note.noCrossing"));
        }
        for (Crossing crossing : crossings.stream().filter(Crossing::ofCheapest).limit(MOST_NOTES).toList()) {
            boolean firstBefore = crossing.at().before() == 0;
            String before = deciding.name(which.get(firstBefore ? crossing.first() : crossing.second()));
            String after = deciding.name(which.get(firstBefore ? crossing.second() : crossing.first()));
            notes.add(crossing.spread().filter(spread -> spread.tokens().low() < spread.tokens().high())
                    .map(spread -> selection.text("chart.note.breakEven.interval", after, before,
                            shown(across(crossing.at().tokens())), shown(across(spread.tokens().low())),
                            shown(across(spread.tokens().high())), Share.text(spread.share(), selection.locale())))
                    .orElseGet(() -> selection.text("chart.note.breakEven", after, before,
                            shown(across(crossing.at().tokens())))));
        }
        List<String> without = new ArrayList<>();
        for (int i = 0; i < deciding.decision().strategies().size(); i++) {
            if (!which.contains(i)) {
                without.add(deciding.name(i));
            }
        }
        if (!without.isEmpty()) {
            notes.add(selection.text("chart.note.noCostLine", String.join(selection.text("chart.list"), without)));
        }
        if (!lines.isEmpty()) {
            notes.addAll(deciding.contents(draws, List.of(Measure.COST, Measure.COST_PER_MILLION)));
        }
        return notes;
    }
}
