package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isoflop.analysis.plot.Anchor;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Label;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;

/** Plots for tests of the chart: simple ones whose pixels can be foretold, and ones that are hard to draw. */
final class Plots {

    private Plots() {
    }

    static Axis axis(Scale scale, double low, double high) {
        return Axis.of("Compute (FLOP)", Unit.FLOP, scale, low, high, TickLabels.POWERS, Locale.ENGLISH);
    }

    static Axis loss(Scale scale, double low, double high) {
        return Axis.of("Loss (nats per token)", Unit.NATS_PER_TOKEN, scale, low, high, TickLabels.PLAIN,
                Locale.ENGLISH);
    }

    static Plot of(Axis x, Axis y, Series... series) {
        return new Plot("plot", "A plot", "What it shows.", x, y, List.of(series), List.of(), List.of(), List.of(),
                List.of());
    }

    static Series curve(String name, int colour, double[] x, double[] y) {
        return new Series(name, name, name, x, y, Line.SOLID, Marker.NONE, colour, List.of());
    }

    /** Two level curves, Low at 2 and High at 8, over four decades, and three models. */
    static Plot simple() {
        return of(axis(Scale.LOG, 1, 1e4), loss(Scale.LINEAR, 0, 10),
                curve("Low", 0, new double[] {1, 1e4}, new double[] {2, 2}),
                curve("High", 1, new double[] {1, 1e4}, new double[] {8, 8}),
                new Series("models", "Models", "Models", new double[] {10, 100, 1000}, new double[] {5, 6, 5},
                        Line.NONE, Marker.CIRCLE, 2, List.of("first", "second", "third")));
    }

    static Plot manyPoints(int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = Math.pow(10, 4 * ((i * 0.618) % 1));
            y[i] = 10 * ((i * 0.7549) % 1);
        }
        return of(axis(Scale.LOG, 1, 1e4), loss(Scale.LINEAR, 0, 10),
                new Series("s", "s", "S", x, y, Line.NONE, Marker.CIRCLE, 0, List.of()));
    }

    static Plot manySeries(int count) {
        Series[] series = new Series[count];
        for (int i = 0; i < count; i++) {
            series[i] = curve("Law " + i, i, new double[] {1, 100, 1e4},
                    new double[] {1 + 8.0 * i / count, 2 + 4.0 * i / count, 1 + 8.0 * i / count});
        }
        return of(axis(Scale.LOG, 1, 1e4), loss(Scale.LINEAR, 0, 10), series);
    }

    /** NaN, infinite, zero, negative and extreme values; none, one and equal points; narrow and wide axes. */
    static Stream<Plot> hard() {
        double[] nothing = {};
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e-320,
            Double.MAX_VALUE};
        double[] good = {1, 2, 3, 4, 5, 6, 7};
        double[] many = new double[50_000];
        double[] wave = new double[many.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = 1 + i;
            wave[i] = 2 + Math.sin(i);
        }
        Axis log = axis(Scale.LOG, 1e-2, 1e4);
        Axis decades = axis(Scale.LOG, 1e6, 1e26);
        Axis narrow = axis(Scale.LINEAR, 1, Math.nextUp(1.0));
        Axis narrowLog = axis(Scale.LOG, 1e20, Math.nextUp(1e20));
        Axis wide = axis(Scale.LINEAR, -1e300, 1e300);
        List<Plot> plots = new ArrayList<>();
        for (Axis x : List.of(log, decades, narrow, narrowLog, wide)) {
            for (Axis y : List.of(log, narrow, wide)) {
                plots.add(rich(x, y, nothing, nothing));
                plots.add(rich(x, y, good, bad));
                plots.add(rich(x, y, bad, good));
                plots.add(rich(x, y, new double[] {2}, new double[] {2}));
                plots.add(rich(x, y, new double[] {2, 2, 2}, new double[] {2, 2, 2}));
                plots.add(rich(x, y, new double[] {7, 3, 1}, new double[] {1, 2, 3}));
            }
        }
        plots.add(rich(log, log, many, wave));
        plots.add(manyPoints(200_000));
        plots.add(manySeries(200));
        plots.add(of(log, log));
        return plots.stream();
    }

    /** A plot with everything that a plot can have. */
    static Plot rich(Axis x, Axis y, double[] xs, double[] ys) {
        List<String> labels = IntStream.range(0, xs.length).mapToObj(i -> i < 20 ? "point " + i : "").toList();
        return new Plot("plot", "A plot & its title", "What it shows", x, y,
                List.of(new Series("a", "a", "Solid", xs, ys, Line.SOLID, Marker.CIRCLE, 0, labels),
                        new Series("b", "a", "Dashed", ys, xs, Line.DASHED, Marker.SQUARE_HOLLOW, 0, List.of()),
                        new Series("c", "c", "Points", xs, ys, Line.NONE, Marker.DIAMOND, 9, labels),
                        new Series("d", "d", "Path", xs, xs, Line.DOTTED, Marker.NONE, 11, List.of())),
                List.of(new Band("band", "a", xs, ys, xs, 1)),
                List.of(new Rule("r", "a budget", Orientation.VERTICAL, 3),
                        new Rule("s", "a limit", Orientation.HORIZONTAL, 2),
                        new Rule("t", "never", Orientation.HORIZONTAL, Double.NaN)),
                List.of(new Label("here", 2, 2, Anchor.ABOVE), new Label("nowhere", Double.NaN, 2, Anchor.LEFT)),
                List.of("A note."));
    }
}
