package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final String STRETCHES = """
            LINEAR, 0, 1
            LINEAR, -3, 7
            LINEAR, 1e25, 1.00001e25
            LINEAR, -1e300, 1e300
            LOG, 1e18, 1e26
            LOG, 2, 3
            LOG, 1e-290, 1e290
            """;

    @ParameterizedTest
    @CsvSource(textBlock = STRETCHES)
    void theValueUnderTheCursorStandsStill(Scale scale, double low, double high) {
        Limits limits = new Limits(scale, low, high);
        for (double share : new double[] {0, 0.2, 0.77, 1}) {
            double value = scale.value(share, low, high);
            Limits zoomed = limits.zoomed(0.8, share);
            assertEquals(share, scale.share(value, zoomed.low(), zoomed.high()), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = STRETCHES)
    void sixtyStepsInAndOutEndWhereTheyBegan(Scale scale, double low, double high) {
        Limits start = new Limits(scale, low, high);
        Limits now = start;
        int steps = 0;
        for (int i = 0; i < 60; i++) {
            Limits next = now.zoomed(1 / 1.2, 0.3);
            steps += next == now ? 0 : 1;
            now = next;
        }
        for (int i = 0; i < steps; i++) {
            now = now.zoomed(1.2, 0.3);
        }
        assertTrue(now.isNear(start), now.toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = STRETCHES)
    void zoomingAndPanningNeverLeaveWhatDoublesShow(Scale scale, double low, double high) {
        for (double factor : new double[] {0.5, 2}) {
            Limits now = new Limits(scale, low, high);
            for (int i = 0; i < 5000; i++) {
                now = now.zoomed(factor, 0.4);
            }
            assertEquals(now, now.zoomed(factor, 0.4));
            assertFalse(Ticks.forAxis(scale, now.low(), now.high(), 10, TickLabels.PLAIN, Locale.ENGLISH).isEmpty());
        }
        for (double by : new double[] {-0.9, 0.9}) {
            Limits now = new Limits(scale, low, high);
            for (int i = 0; i < 2000; i++) {
                now = now.panned(by);
            }
            assertTrue(Limits.areShown(scale, now.low(), now.high()));
        }
    }

    @Test
    void aPartLiesBetweenItsEndsInEitherOrder() {
        Limits decades = new Limits(Scale.LOG, 1, 1e4);
        assertEquals(new Limits(Scale.LOG, 10, 1000), decades.between(0.75, 0.25));
        assertEquals(decades, decades.between(0.5, 0.5), "nothing is not a part");
        assertEquals(decades, decades.between(Double.NaN, 1));
    }

    @Test
    void badBoundsAreRefused() {
        double[][] bad = {{1, 1}, {2, 1}, {Double.NaN, 1}, {0, Double.POSITIVE_INFINITY},
            {-Double.MAX_VALUE, Double.MAX_VALUE}};
        for (double[] bounds : bad) {
            assertThrows(IllegalArgumentException.class, () -> new Limits(Scale.LINEAR, bounds[0], bounds[1]));
        }
        assertThrows(IllegalArgumentException.class, () -> new Limits(Scale.LOG, 0, 1));
    }

    @Test
    void aPlotWithinOtherLimitsHasTheTicksOfTheirScale() {
        Plot plot = plot(new double[] {1, 2, 3}, new double[] {-1, 0, 5});
        Plot within = plot.within(new Limits(Scale.LOG, 1, 1000), plot.limits(AxisId.Y, Scale.LOG));
        assertEquals(List.of("1", "10", "100", "1000"),
                within.x().ticks().stream().map(Tick::label).filter(label -> !label.isEmpty()).toList());
        assertEquals(Scale.LOG, within.y().scale());
        assertTrue(within.y().low() > 0 && within.y().contains(5));
        assertEquals(2, within.valuesNotAboveZero());
        assertEquals(0, plot.valuesNotAboveZero());
        assertEquals(plot, within.within(plot.x().limits(), plot.y().limits()));
    }

    @Test
    void aLogarithmicAxisIsFoundForAnyValues() {
        double[] x = {1, 2, 3};
        for (double[] y : new double[][] {{-1, -2, -3}, {0, 0, 0}, {Double.NaN, Double.POSITIVE_INFINITY, -1},
            {1e-320, 1, 2}, {1, 1, 1}, {Double.MAX_VALUE, 1, 2}}) {
            Limits limits = plot(x, y).limits(AxisId.Y, Scale.LOG);
            assertEquals(Scale.LOG, limits.scale());
        }
    }

    @Test
    void whatIsHiddenIsLeftOut() {
        Plot plot = plot(new double[] {1}, new double[] {2});
        assertEquals(List.of(), plot.without(Set.of("group")).series());
        assertEquals(plot, plot.without(Set.of("other")));
    }

    private static Plot plot(double[] x, double[] y) {
        return new Plot("p", "t", "d", Axis.of("x", Unit.ONE, Scale.LINEAR, 0, 10, TickLabels.PLAIN, Locale.ENGLISH),
                Axis.of("y", Unit.ONE, Scale.LINEAR, -2, 6, TickLabels.PLAIN, Locale.ENGLISH),
                List.of(new Series("s", "group", "s", x, y, Line.SOLID, Marker.NONE, 0, List.of())), List.of(),
                List.of(), List.of(), List.of());
    }
}
