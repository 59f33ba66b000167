package org.isoflop.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.annotation.Domain;
import org.junit.jupiter.api.Test;

class SliderRangeTest {

    private static final Domain ANY = new Domain(null, null, null, null);
    private static final Domain POSITIVE = new Domain(null, 0.0, null, null);

    @Test
    void largeNumbersMoveOverTwoDecadesAndExponentsLinearly() {
        SliderRange size = SliderRange.around(7e9, null, null, POSITIVE, Unit.PARAMETERS);
        assertEquals(new SliderRange(Scale.LOG, 7e8, 7e10), size);
        assertEquals(7e9, size.at(500));
        assertEquals(Scale.LINEAR, SliderRange.around(0.34, null, null, ANY, Unit.ONE).scale());
        assertEquals(Scale.LINEAR, SliderRange.around(1.69, null, null, ANY, Unit.ONE).scale());
        assertEquals(Scale.LOG, SliderRange.around(406.4, null, null, ANY, Unit.ONE).scale());
    }

    @Test
    void aFractionMovesOverItsDomainAndNeverToWhatIsForbidden() {
        SliderRange share = SliderRange.around(0.4, null, null, new Domain(null, 0.0, 1.0, null), Unit.ONE);
        assertEquals(1, share.high());
        assertTrue(share.low() > 0);
        assertEquals(0.4, share.at(share.step(0.4)), 1e-3);
    }

    @Test
    void anIntervalIsHeldTwiceOver() {
        SliderRange range = SliderRange.around(0.34, 0.32, 0.36, ANY, Unit.ONE);
        assertEquals(0.30, range.low(), 1e-12);
        assertEquals(0.38, range.high(), 1e-12);
    }

    @Test
    void stepsAreRoundAndFindTheirWayBack() {
        SliderRange range = new SliderRange(Scale.LOG, 7e8, 7e10);
        for (int step = 0; step <= SliderRange.STEPS; step++) {
            double value = range.at(step);
            assertEquals(step, range.step(value));
            assertTrue(Double.toString(value).replaceAll("E.*|\\.", "").length() <= 6, Double.toString(value));
        }
        assertEquals(range.low(), range.at(0));
        assertEquals(range.high(), range.at(SliderRange.STEPS));
    }

    @Test
    void reachesAsFarAsANumberThatLiesOutside() {
        SliderRange range = new SliderRange(Scale.LOG, 1, 100);
        assertEquals(new SliderRange(Scale.LOG, 1, 1000), range.including(1000));
        assertEquals(new SliderRange(Scale.LINEAR, 0, 100), range.including(0));
        assertEquals(range, range.including(Double.NaN));
    }

    @Test
    void everyNumberHasARangeThatHoldsIt() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 5000; i++) {
            double value = random.nextInt(10) == 0 ? 0 : Math.pow(10, random.nextDouble(-299, 299))
                    * (random.nextInt(5) == 0 ? -1 : 1);
            Double low = random.nextBoolean() ? null : value - Math.abs(value) * random.nextDouble();
            Double high = random.nextBoolean() ? null : value + Math.abs(value) * random.nextDouble();
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            SliderRange range = SliderRange.around(value, low, high, ANY, unit);
            assertTrue(range.low() <= value && value <= range.high(), () -> value + " in " + range);
        }
        assertEquals(Scale.LOG, SliderRange.around(Double.NaN, null, null, POSITIVE, Unit.TOKENS).scale());
        assertThrows(IllegalArgumentException.class, () -> new SliderRange(Scale.LOG, 0, 1));
    }
}
