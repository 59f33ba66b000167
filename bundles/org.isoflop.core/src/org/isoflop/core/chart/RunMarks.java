package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;

/** Runs as points of a chart, coloured by their budget, and the axes around them. */
final class RunMarks {

    /** The colour of what stands out. */
    static final int MARKED_COLOUR = 3;
    /** The colour of runs that were left out. */
    static final int OUT_COLOUR = 7;

    private static final double MARGIN = 1.5;
    /** More names than this would hide the points. */
    private static final int NAMES = 15;

    private final Runs runs;
    private final List<Integer> numbers;
    private final Locale locale;
    private final Set<Integer> named;

    /**
     * @param numbers
     *            the number of each run in its table, from 1
     */
    RunMarks(Runs runs, List<Integer> numbers, Locale locale) {
        this(runs, numbers, locale, IntStream.range(0, runs.size() > NAMES ? 0 : runs.size()).boxed().toList());
    }

    private RunMarks(Runs runs, List<Integer> numbers, Locale locale, List<Integer> named) {
        this.runs = runs;
        this.numbers = numbers;
        this.locale = locale;
        this.named = Set.copyOf(named.subList(0, Math.min(NAMES, named.size())));
    }

    /** The same, with names at the first few of some runs alone. */
    RunMarks naming(List<Integer> some) {
        return new RunMarks(runs, numbers, locale, some);
    }

    /** The name of a run, or its number. */
    String name(int run) {
        String label = runs.get(run).label();
        return label == null ? Messages.text(locale, "fit.run", numbers.get(run)) : label;
    }

    /** The runs, one series for each budget; those that were left out and the marked one stand apart. */
    List<Series> byBudget(IntToDoubleFunction x, IntToDoubleFunction y, Set<Integer> leftOut, int marked) {
        List<Series> series = new ArrayList<>();
        List<RunBudgets> budgets = RunBudgets.of(runs);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < budgets.size(); i++) {
            List<Integer> shown = budgets.get(i).runs().stream().filter(run -> !leftOut.contains(run)).toList();
            String name = budgetName(budgets.get(i));
            if (!names.add(name)) {
                name += " (" + (i + 1) + ")";
            }
            if (!shown.isEmpty()) {
                series.add(points("budget." + i, name, shown, x, y, Marker.CIRCLE, i));
            }
        }
        if (!leftOut.isEmpty()) {
            series.add(points("left-out", Messages.text(locale, "fit.leftOut"), leftOut.stream().sorted().toList(), x,
                    y,
                    Marker.CIRCLE_HOLLOW, OUT_COLOUR));
        }
        series.addAll(marked(x, y, marked));
        return series;
    }

    /** The marked run as a point of its own. */
    List<Series> marked(IntToDoubleFunction x, IntToDoubleFunction y, int marked) {
        return marked < 0 || marked >= runs.size() ? List.of()
                : List.of(naming(List.of(marked)).points("marked", name(marked), List.of(marked), x, y,
                        Marker.DIAMOND, MARKED_COLOUR));
    }

    String budgetName(RunBudgets budget) {
        return Quantities.format(budget.compute(), Unit.FLOP, locale);
    }

    Series points(String id, String name, List<Integer> indices, IntToDoubleFunction x, IntToDoubleFunction y,
            Marker marker, int colour) {
        return new Series(id, name, name, indices.stream().mapToDouble(x::applyAsDouble).toArray(),
                indices.stream().mapToDouble(y::applyAsDouble).toArray(), Line.NONE, marker, colour,
                indices.stream().map(run -> named.contains(run) ? name(run) : "").toList());
    }

    IntToDoubleFunction number(Across across) {
        return i -> across.of(runs.get(i));
    }

    IntToDoubleFunction loss() {
        return i -> runs.get(i).loss();
    }

    Axis axis(Across across) {
        double[] values = IntStream.range(0, runs.size()).mapToDouble(number(across)).toArray();
        return log(across, low(values), high(values), locale);
    }

    /** A logarithmic axis that reaches a little past both ends. */
    static Axis log(Across across, double low, double high, Locale locale) {
        double from = Math.clamp(low / MARGIN, Axes.SMALLEST, Axes.LARGEST / 10);
        double to = Math.clamp(high * MARGIN, from * 1.01, Axes.LARGEST);
        return Axis.of(across.title(locale), across.unit(), Scale.LOG, from, to,
                across == Across.COMPUTE ? TickLabels.POWERS : TickLabels.COUNTS, locale);
    }

    /** An axis of losses around curves, points and bands. */
    static Axis loss(List<Series> series, List<Band> bands, Locale locale) {
        List<Double> values = new ArrayList<>();
        series.forEach(one -> IntStream.range(0, one.size()).mapToObj(one::y).forEach(values::add));
        for (Band band : bands) {
            IntStream.range(0, band.size()).forEach(i -> values.addAll(List.of(band.low(i), band.high(i))));
        }
        double[] shown = values.stream().mapToDouble(Double::doubleValue)
                .filter(value -> value > 0 && value < Axes.LARGEST).toArray();
        if (shown.length == 0) {
            return Axis.of(Messages.text(locale, "axis.loss"), Unit.NATS_PER_TOKEN, Scale.LINEAR, 1, 4,
                    TickLabels.PLAIN, locale);
        }
        double low = low(shown);
        double high = high(shown);
        double margin = Math.max(0.06 * (high - low), 1e-3 * high);
        boolean wide = high / low > 30;
        return Axis.of(Messages.text(locale, "axis.loss"), Unit.NATS_PER_TOKEN, wide ? Scale.LOG : Scale.LINEAR,
                wide ? low / MARGIN : low - margin, high + margin, TickLabels.PLAIN, locale);
    }

    /** A linear axis around values; numbers that are not finite do not count. */
    static Axis linear(String title, double[] values, boolean withZero, Locale locale) {
        double low = withZero ? 0 : Double.POSITIVE_INFINITY;
        double high = withZero ? 0 : Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Math.abs(value) <= Axes.LARGEST) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        double margin = high > low ? 0.06 * (high - low) : Math.max(1e-3, Math.abs(low) * 0.1);
        return Axis.of(title, Unit.ONE, Scale.LINEAR, low - margin, high + margin, TickLabels.PLAIN, locale);
    }

    private static double low(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
        }
        return low;
    }

    private static double high(double[] values) {
        double high = 0;
        for (double value : values) {
            high = Math.max(high, value);
        }
        return high;
    }
}
