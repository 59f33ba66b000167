package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final double WIDTH = 800;
    private static final double HEIGHT = 500;

    @Test
    void gapsBreakACurve() {
        Plot plot = plot(new double[] {1, 10, 0, 100, 1000}, new double[] {1, 2, 3, Double.NaN, 4}, Scale.LOG, 1, 1e4);
        List<Trace> runs = Trace.curve(plot, plot.series().get(0), WIDTH, HEIGHT);
        assertEquals(2, runs.size());
        assertArrayEquals(new double[] {0, 0.25}, runs.get(0).x(), 1e-12);
        assertArrayEquals(new double[] {0.75}, runs.get(1).x(), 1e-12);
    }

    @Test
    void whatIsLeftOutIsLessThanAPixelAway() {
        double[] x = new double[20_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 9.0 * i / x.length;
            y[i] = 5 + 4 * Math.sin(x[i] * 2);
        }
        Plot plot = plot(x, y, Scale.LINEAR, 1, 10);
        Trace run = Trace.curve(plot, plot.series().get(0), WIDTH, HEIGHT).get(0);
        assertTrue(run.x().length < 400, () -> "still " + run.x().length);
        for (int i = 0; i < x.length; i++) {
            double place = (x[i] - 1) / 9;
            int next = 1;
            while (next < run.x().length - 1 && run.x()[next] < place) {
                next++;
            }
            double share = (place - run.x()[next - 1]) / (run.x()[next] - run.x()[next - 1]);
            double drawn = run.y()[next - 1] + share * (run.y()[next] - run.y()[next - 1]);
            assertEquals(y[i] / 10, drawn, 1 / HEIGHT);
        }
    }

    @Test
    void peaksStay() {
        double[] x = new double[200_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 9.0 * i / x.length;
            y[i] = i == 123_456 ? 9 : i == 123_457 ? 1 : 5;
        }
        Plot plot = plot(x, y, Scale.LINEAR, 1, 10);
        Trace run = Trace.curve(plot, plot.series().get(0), WIDTH, HEIGHT).get(0);
        assertEquals(0.9, Arrays.stream(run.y()).max().orElseThrow(), 1e-12);
        assertEquals(0.1, Arrays.stream(run.y()).min().orElseThrow(), 1e-12);
        assertTrue(run.x().length < 60, () -> "still " + run.x().length);
    }

    @Test
    void pointsThatFallTogetherAreDrawnOnce() {
        double[] x = new double[200_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 9 * ((i * 0.618) % 1);
            y[i] = 10 * ((i * 0.7549) % 1);
        }
        Plot plot = plot(x, y, Scale.LINEAR, 1, 10);
        Trace points = Trace.points(plot, plot.series().get(0), WIDTH, HEIGHT);
        assertTrue(points.x().length <= 8000 && points.x().length > 2000, () -> "drawn " + points.x().length);
        Plot same = plot(new double[] {2, 2, 2.0001, 3, 99}, new double[] {1, 1, 1, 1, 1}, Scale.LINEAR, 1, 10);
        assertEquals(2, Trace.points(same, same.series().get(0), WIDTH, HEIGHT).x().length);
    }

    @Test
    void marksStandAtEvenDistancesInside() {
        Plot plot = plot(new double[] {-1e6, 1e6}, new double[] {5, 5}, Scale.LINEAR, 0, 10);
        Trace marks = Trace.curve(plot, plot.series().get(0), WIDTH, HEIGHT).get(0).marks(WIDTH, HEIGHT);
        assertTrue(marks.x().length >= 8);
        for (int i = 1; i < marks.x().length; i++) {
            assertEquals(90, (marks.x()[i] - marks.x()[i - 1]) * WIDTH, 1e-6);
        }
    }

    @Test
    void nothingIsTooMuch() {
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e-320,
            Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Scale scale : Scale.values()) {
            for (double[] values : new double[][] {{}, {1}, {1, 1}, bad}) {
                Plot plot = plot(values, values, scale, 1, Math.nextUp(1.0));
                for (Trace run : Trace.curve(plot, plot.series().get(0), 1, 1)) {
                    assertTrue(Arrays.stream(run.x()).allMatch(Double::isFinite));
                    run.marks(WIDTH, HEIGHT);
                }
                Trace.points(plot, plot.series().get(0), WIDTH, HEIGHT);
            }
        }
    }

    private static Plot plot(double[] x, double[] y, Scale scale, double low, double high) {
        return new Plot("p", "t", "d", Axis.of("x", Unit.ONE, scale, low, high, TickLabels.PLAIN, Locale.ENGLISH),
                Axis.of("y", Unit.ONE, Scale.LINEAR, 0, 10, TickLabels.PLAIN, Locale.ENGLISH),
                List.of(new Series("s", "g", "s", x, y, Line.SOLID, Marker.CIRCLE, 0, List.of())), List.of(),
                List.of(), List.of(), List.of());
    }
}
