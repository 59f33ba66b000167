package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static List<String> labels(Scale scale, double low, double high, int most, TickLabels kind, Locale locale) {
        return Ticks.forAxis(scale, low, high, most, kind, locale).stream().map(Tick::label)
                .filter(label -> !label.isEmpty()).toList();
    }

    @Test
    void everyDecadeThatFitsIsLabelled() {
        assertEquals(List.of("10¹⁸", "10¹⁹", "10²⁰", "10²¹", "10²²", "10²³", "10²⁴", "10²⁵", "10²⁶"),
                labels(Scale.LOG, 1e18, 1e26, 10, TickLabels.POWERS, Locale.ENGLISH));
        assertEquals(List.of("1M", "10M", "100M", "1B", "10B", "100B", "1T"),
                labels(Scale.LOG, 1e6, 1e12, 10, TickLabels.COUNTS, Locale.FRENCH));
        assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹"), labels(Scale.LOG, 0.0005, 0.5, 10, TickLabels.POWERS,
                Locale.ENGLISH));
        assertEquals(List.of("0,01", "0,1", "1", "10"), labels(Scale.LOG, 0.01, 10, 10, TickLabels.PLAIN,
                Locale.FRANCE));
    }

    @Test
    void everyDoublingThatFitsIsLabelled() {
        assertEquals(List.of("1", "2", "4", "8", "16", "32", "64"),
                labels(Scale.LOG_2, 1, 64, 10, TickLabels.PLAIN, Locale.ENGLISH));
        assertEquals(List.of("2⁻³", "2⁻²", "2⁻¹", "1", "2"),
                labels(Scale.LOG_2, 0.1, 3, 10, TickLabels.PLAIN, Locale.ENGLISH));
        assertEquals(List.of("4096", "2¹⁵", "2¹⁸"),
                labels(Scale.LOG_2, 1000, 1e6, 4, TickLabels.COUNTS, Locale.ENGLISH),
                "every third when no more than four fit");
        assertEquals(11, Ticks.forAxis(Scale.LOG_2, 1000, 1.1e6, 4, TickLabels.COUNTS, Locale.ENGLISH).size(),
                "the others are marked without a label");
        assertEquals(List.of("2⁻⁵⁰⁰", "1", "2⁵⁰⁰"),
                labels(Scale.LOG_2, 1e-300, 1e300, 3, TickLabels.POWERS, Locale.ENGLISH));
    }

    private static List<String> quantities(Scale scale, double low, double high, Unit unit, Locale locale) {
        return Ticks.forQuantities(scale, low, high, 10, unit, locale).stream().map(Tick::label)
                .filter(label -> !label.isEmpty()).toList();
    }

    @Test
    void quantitiesAreMarkedInTheUnitThatFits() {
        assertEquals(List.of("10\u202fMW", "12\u202fMW", "14\u202fMW", "16\u202fMW", "18\u202fMW"),
                quantities(Scale.LINEAR, 9e6, 19e6, Unit.WATTS, Locale.ENGLISH));
        assertEquals(List.of("2\u202fdays", "1\u202fday"),
                quantities(Scale.LINEAR, 0, 86400 * 8, Unit.SECONDS, Locale.ENGLISH).subList(1, 3).reversed());
        assertEquals("8\u202fjours",
                quantities(Scale.LINEAR, 0, 86400 * 8, Unit.SECONDS, Locale.FRENCH).getLast());
        assertEquals(List.of("0.01\u202fGJ", "0.1\u202fGJ", "1\u202fGJ", "10\u202fGJ", "100\u202fGJ"),
                quantities(Scale.LOG, 1e7, 1e11, Unit.JOULES, Locale.ENGLISH));
        List<Tick> ticks = Ticks.forQuantities(Scale.LINEAR, 0, 86400 * 80.0, 10, Unit.SECONDS, Locale.ENGLISH);
        assertTrue(ticks.stream().anyMatch(tick -> tick.position() == 86400 * 80.0 && tick.major()));
    }

    @Test
    void tooManyDecadesAreThinnedEvenly() {
        assertEquals(List.of("10⁵", "10¹⁰", "10¹⁵", "10²⁰", "10²⁵"),
                labels(Scale.LOG, 1e5, 1e25, 5, TickLabels.POWERS, Locale.ENGLISH));
        assertEquals(List.of("10⁻²⁰⁰", "10⁰", "10²⁰⁰"),
                labels(Scale.LOG, 1e-300, 1e300, 3, TickLabels.POWERS, Locale.ENGLISH));
    }

    @Test
    void underTwoDecadesTwoAndFiveAreLabelledToo() {
        assertEquals(List.of("1B", "2B", "5B", "10B", "20B", "50B"),
                labels(Scale.LOG, 1e9, 6e10, 10, TickLabels.COUNTS, Locale.ENGLISH));
        assertEquals(List.of("10²³", "2×10²³", "5×10²³", "10²⁴"),
                labels(Scale.LOG, 1e23, 1e24, 10, TickLabels.POWERS, Locale.ENGLISH));
        assertEquals(List.of("1.8", "2.0", "2.2", "2.4", "2.6", "2.8", "3.0", "3.2", "3.4", "3.6"),
                labels(Scale.LOG, 1.75, 3.7, 10, TickLabels.PLAIN, Locale.ENGLISH));
    }

    @Test
    void linearTicksAreRoundAndFollowTheLocale() {
        assertEquals(List.of("1,8", "2,0", "2,2", "2,4"), labels(Scale.LINEAR, 1.8, 2.5, 5, TickLabels.PLAIN,
                Locale.FRANCE));
        assertEquals(List.of("0", "20,000", "40,000"), labels(Scale.LINEAR, 0, 50_000, 4, TickLabels.PLAIN,
                Locale.ENGLISH));
        assertEquals(List.of("0", "100B", "200B", "300B"), labels(Scale.LINEAR, 0, 3e11, 5, TickLabels.COUNTS,
                Locale.ENGLISH));
        assertEquals(List.of("0", "2×10²³", "4×10²³"), labels(Scale.LINEAR, 0, 5e23, 3, TickLabels.POWERS,
                Locale.ENGLISH));
        assertEquals(List.of("−0.2", "0.0", "0.2"), labels(Scale.LINEAR, -0.3, 0.3, 4, TickLabels.PLAIN,
                Locale.ENGLISH));
    }

    @Test
    void positionsAreExactPowersOfTen() {
        for (Tick tick : Ticks.forAxis(Scale.LOG, 1e18, 1e26, 10, TickLabels.POWERS, Locale.ENGLISH)) {
            assertTrue(tick.label().isEmpty() || Double.toString(tick.position()).startsWith("1.0E"), tick::toString);
        }
    }

    /** Sorted, inside, never NaN, never more labels than fit, and a label at least wherever two decades are shown. */
    @Test
    void ticksAreSaneForAllAxes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            Scale scale = i % 2 == 0 ? Scale.LOG : Scale.LINEAR;
            double low = Math.pow(10, random.nextDouble(-20, 30));
            double high = low * (1 + Math.pow(10, random.nextDouble(-6, 20)));
            int most = random.nextInt(2, 14);
            TickLabels kind = TickLabels.values()[i % 3];
            List<Tick> ticks = Ticks.forAxis(scale, low, high, most, kind, Locale.GERMANY);
            double last = Double.NEGATIVE_INFINITY;
            int labelled = 0;
            for (Tick tick : ticks) {
                assertTrue(tick.position() > last && tick.position() >= low && tick.position() <= high,
                        ticks::toString);
                last = tick.position();
                labelled += tick.label().isEmpty() ? 0 : 1;
            }
            assertTrue(labelled <= most, () -> low + " to " + high + ", at most " + most + ": " + ticks);
            assertTrue(labelled > 0 || high / low < 100, () -> low + " to " + high + ": " + ticks);
            assertTrue(ticks.size() < 1000);
        }
    }

    @Test
    void boundsThatCannotBeShownAreRefused() {
        for (double[] bounds : new double[][] {{1, 1}, {2, 1}, {0, 1}, {-1, 1}, {Double.NaN, 1}, {1, Double.NaN},
            {1, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class,
                    () -> Ticks.forAxis(Scale.LOG, bounds[0], bounds[1], 5, TickLabels.POWERS, Locale.ENGLISH));
            assertThrows(IllegalArgumentException.class,
                    () -> new Axis("x", Unit.ONE, Scale.LOG, bounds[0], bounds[1], TickLabels.PLAIN, Locale.ENGLISH,
                            List.of()));
        }
        assertThrows(IllegalArgumentException.class, () -> Ticks.forAxis(Scale.LINEAR, -Double.MAX_VALUE,
                Double.MAX_VALUE, 5, TickLabels.PLAIN, Locale.ENGLISH));
    }
}
