package org.isoflop.analysis.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.graph.Spread.Shape;
import org.isoflop.analysis.numeric.Normal;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class SpreadTest {

    /** Quantiles of the standard normal distribution as the tables print them. */
    @Test
    void normalQuantilesAreThoseOfTheTables() {
        assertEquals(1.959963984540054, Normal.quantile(0.975), 1e-14);
        assertEquals(-2.3263478740408408, Normal.quantile(0.01), 1e-14);
        assertEquals(0.2533471031357997, Normal.quantile(0.6), 1e-14);
        assertEquals(-6.361340902404056, Normal.quantile(1e-10), 1e-13);
        assertEquals(-13.31092137142517, Normal.quantile(1e-40), 1e-12);
        assertEquals(0, Normal.quantile(0.5));
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
        assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0));
    }

    @Test
    void theUsualIntervalIsLognormalAboveZero() {
        assertEquals(new Spread(1, 4, 0.95, Shape.LOGNORMAL), Spread.of(1, 4, null, null));
        assertEquals(new Spread(0, 4, 0.9, Shape.NORMAL), Spread.of(0, 4, 0.9, null));
        assertEquals(new Spread(-1, 4, 0.95, Shape.UNIFORM), Spread.of(-1, 4, null, Shape.UNIFORM));
    }

    @Test
    void theEndsAreThePercentilesOfEveryShape() {
        for (Shape shape : Shape.values()) {
            for (double level : new double[] {0.5, 0.9, 0.95, 0.99}) {
                for (double value : new double[] {0.3, 0.31, 0.4, 0.55}) {
                    Spread spread = new Spread(0.3, 0.55, level, shape);
                    String what = spread + " " + value;
                    assertEquals(0.3, spread.quantile(value, (1 - level) / 2), 1e-12, what);
                    assertEquals(0.55, spread.quantile(value, (1 + level) / 2), 1e-12, what);
                    if (shape == Shape.NORMAL || shape == Shape.LOGNORMAL) {
                        assertEquals(value, spread.quantile(value, 0.5), 1e-12, what);
                    }
                    grows(spread.quantiles(value), what);
                }
            }
        }
    }

    private static void grows(DoubleUnaryOperator quantiles, String what) {
        double before = 0;
        for (int i = 1; i < 10000; i++) {
            double next = quantiles.applyAsDouble(i / 10000.0);
            assertTrue(next >= before, () -> what + ": falls or is negative");
            before = next;
        }
    }

    /**
     * Worked by hand: a lognormal of 1 to 100 with median 10 has σ = ln 10/1.959964, so its 84.134 % is 10·e^σ; a
     * uniform of 0 to 95 at 95 % begins at −2.5, but an interval that begins at zero does not go below.
     */
    @Test
    void quantilesByHand() {
        Spread decades = Spread.of(1, 100, null, null);
        assertEquals(10 * Math.exp(Math.log(10) / 1.959963984540054),
                decades.quantile(10, 0.8413447460685429), 1e-9);
        Spread flat = new Spread(0, 95, 0.95, Shape.UNIFORM);
        assertEquals(47.5, flat.quantile(20, 0.5), 1e-12);
        assertEquals(97.5, flat.quantile(20, 1 - 1e-15), 1e-9);
        assertEquals(0, flat.quantile(20, 0.01), 1e-12);
        assertEquals(-1.5, new Spread(-1, 1, 0.5, Shape.UNIFORM).quantile(0, 0.125), 1e-12);
        // half of the triangle over [0, 2] with its top in the middle lies between 1 - 1/sqrt(2) and 1 + 1/sqrt(2)
        double half = Math.sqrt(0.5);
        Spread triangle = new Spread(1 - half, 1 + half, 1 - 2 * (1 - half) * (1 - half) / 2, Shape.TRIANGULAR);
        assertEquals(1, triangle.quantile(1, 0.5), 1e-12);
        assertEquals(Math.sqrt(2 * 0.25), triangle.quantile(1, 0.25), 1e-9);
        assertEquals(2 - Math.sqrt(2 * 0.1), triangle.quantile(1, 0.9), 1e-9);
    }

    @Test
    void aPositiveIntervalNeverReachesZero() {
        for (Shape shape : Shape.values()) {
            DoubleUnaryOperator quantiles = new Spread(0.01, 1, 0.95, shape).quantiles(0.5);
            assertTrue(quantiles.applyAsDouble(1e-15) > 0, shape.name());
        }
        assertEquals(0, new Spread(0, 1, 0.95, Shape.NORMAL).quantile(0.5, 1e-9));
        assertTrue(new Spread(-0.1, 1, 0.95, Shape.NORMAL).quantile(0.5, 1e-9) < -0.1);
    }

    @Test
    void anIntervalWithoutWidthIsANumber() {
        assertEquals(7, Spread.of(7, 7, null, null).quantile(7, 0.123));
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        assertThrows(DomainException.class, () -> Spread.of(2, 1, null, null));
        assertThrows(DomainException.class, () -> Spread.of(Double.NaN, 1, null, null));
        assertThrows(DomainException.class, () -> Spread.of(0, Double.POSITIVE_INFINITY, null, null));
        assertThrows(DomainException.class, () -> Spread.of(1, 2, 1.0, null));
        assertThrows(DomainException.class, () -> Spread.of(1, 2, 0.0, null));
        assertThrows(DomainException.class, () -> Spread.of(0, 2, null, Shape.LOGNORMAL));
        DomainException outside =
                assertThrows(DomainException.class, () -> Spread.of(1, 2, null, null).quantiles(3));
        assertEquals("The value 3.0 lies outside its interval from 1.0 to 2.0.", outside.message(Locale.ENGLISH));
    }

    @Test
    void anInputKeepsItsSpread() {
        Origin origin = new Origin("a.price", null, null);
        Spread spread = Spread.of(1, 3, null, null);
        Graph.Builder builder = new Graph.Builder();
        Node uncertain = builder.input("price", Localised.verbatim("price"), "p", Unit.USD, 2, origin, spread);
        assertSame(spread, uncertain.spread());
        assertNull(builder.input("other", Localised.verbatim("other"), "q", Unit.USD, 2, origin).spread());
        assertThrows(DomainException.class, () -> builder.input("outside", Localised.verbatim("outside"), "r",
                Unit.USD, 5, origin, spread));
    }
}
