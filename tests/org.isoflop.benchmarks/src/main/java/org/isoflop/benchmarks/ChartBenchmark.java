package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Drawing a chart of ten curves and fifty labelled points: ticks, placing of labels, SVG. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ChartBenchmark {

    private static final int CURVES = 10;
    private static final int CURVE_POINTS = 241;
    private static final int MODELS = 50;

    private Plot plot;

    /** Lays out curves L = 1.5 + k·C^-0.15 and models a little above them. */
    @Setup
    public void lay() {
        List<Series> series = new ArrayList<>();
        for (int k = 0; k < CURVES; k++) {
            double[] x = new double[CURVE_POINTS];
            double[] y = new double[CURVE_POINTS];
            for (int i = 0; i < CURVE_POINTS; i++) {
                x[i] = Math.pow(10, 18 + 8.0 * i / (CURVE_POINTS - 1));
                y[i] = loss(500 + 50 * k, x[i]);
            }
            series.add(new Series("law." + k, "Law " + k, "Law " + k, x, y, Line.SOLID, Marker.NONE, k, List.of()));
        }
        double[] x = new double[MODELS];
        double[] y = new double[MODELS];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            x[i] = Math.pow(10, 21 + 4.0 * i / MODELS);
            y[i] = 1.02 * loss(700, x[i]);
            names.add("Model " + i + "B");
        }
        series.add(new Series("models", "Models", "Models", x, y, Line.NONE, Marker.CIRCLE_HOLLOW, 0, names));
        plot = new Plot("benchmark", "Loss against compute", "Ten laws and fifty models.",
                axis("Training compute (FLOP)", Scale.LOG, 1e18, 1e26, TickLabels.POWERS),
                axis("Loss (nats per token)", Scale.LINEAR, 1.4, 4, TickLabels.PLAIN), series, List.of(), List.of(),
                List.of(), List.of());
    }

    /**
     * Draws the chart.
     *
     * @return its SVG
     */
    @Benchmark
    public String svg() {
        return SvgWriter.write(plot, Theme.LIGHT, 920, 560);
    }

    private static double loss(double k, double compute) {
        return 1.5 + k * Math.pow(compute, -0.15);
    }

    private static Axis axis(String title, Scale scale, double low, double high, TickLabels labels) {
        return Axis.of(title, Unit.ONE, scale, low, high, labels, Locale.ENGLISH);
    }
}
