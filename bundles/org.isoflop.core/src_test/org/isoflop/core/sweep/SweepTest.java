package org.isoflop.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.isoflop.core.CoreException;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    private static final Path FILE = Path.of("src_test/org/isoflop/core/decision/own-or-service.isoflop");

    private final Study study = Studies.open(FILE).study();

    @Test
    void rangesAreReadAsPeopleWriteThem() {
        assertEquals(new Vary("a.b", "1", "4", 7, true), Vary.parse("a.b=1..4:7log"));
        assertEquals(new Vary("a.b", "1B", "4T", 11, false), Vary.parse("a.b=1B..4T"));
        assertEquals(new Vary("a.b", "0.5", "1.5", 3, false), Vary.parse("a.b = 0.5..1.5:3"));
        assertEquals(new Vary("a.b", "1", "100", 11, true), Vary.parse("a.b=1..100log"));
        assertArrayEquals(new double[] {1, 2, 4}, Vary.parse("h100.prices[0].rent=1..4:3log").values(study), 1e-12);
        assertArrayEquals(new double[] {4, 2.5, 1}, Vary.parse("h100.prices[0].rent=4..1:3").values(study), 1e-12);
        assertArrayEquals(new double[] {1e12, 2e12}, Vary.parse("train-small.steps[0].tokens=1T..2T:2").values(study));
    }

    /** Twice the rent is twice the money, whatever else happens; the last range is the fastest. */
    @Test
    void everyPointIsEvaluatedAnew() {
        SweepTable table = SweepTable.of(study, List.of(Vary.parse("h100.prices[0].rent=1..2:2"),
                Vary.parse("train-small.steps[0].utilisation=0.2..0.4:2")), null, Locale.ENGLISH);
        assertEquals(4, table.points());
        assertEquals(12, table.rows());
        List<String[]> small = table.csv().lines().map(line -> line.split(",", -1))
                .filter(cells -> cells[3].equals("train-small")).toList();
        List<String> header = List.of(table.csv().lines().findFirst().orElseThrow().split(","));
        int once = header.indexOf("costOneOff");
        assertEquals(List.of("1,0.2", "1,0.4", "2,0.2", "2,0.4"),
                small.stream().map(cells -> cells[0] + "," + cells[1]).toList());
        double cheapest = Double.parseDouble(small.get(1)[once]);
        assertEquals(2 * cheapest, Double.parseDouble(small.get(0)[once]), 1e-9 * cheapest);
        assertEquals(2 * cheapest, Double.parseDouble(small.get(3)[once]), 1e-9 * cheapest);
        assertEquals(4 * cheapest, Double.parseDouble(small.get(2)[once]), 1e-9 * cheapest);
        assertTrue(small.stream().allMatch(cells -> cells.length == header.size()));
    }

    /** A point at which a strategy is refused has a row that says why. */
    @Test
    void refusalsStandInTheTable() {
        SweepTable table = SweepTable.of(study, List.of(Vary.parse("train-small.steps[0].utilisation=0.5..1.5:2")),
                "answers", Locale.ENGLISH);
        String last = table.csv().lines().filter(line -> line.startsWith("1.5,answers,train-small")).findFirst()
                .orElseThrow();
        assertTrue(last.contains(",false,false,"), last);
        assertTrue(last.contains("tilisation"), last);
    }

    @ParameterizedTest
    @CsvSource({"a.b, E_VARY_FORM", "a.b=1, E_VARY_FORM", "a.b=1..2:1, E_VARY_POINTS", "a.b=1..2:99999, E_VARY_POINTS",
        "a.b=1..2:x, E_SET_ID", "nothing.here=1..2, E_SET_ID", "h100.nothing=1..2, E_SET_PATH",
        "h100.prices[0].rent=a..2, E_SET_NUMBER", "h100.prices[0].rent=1..1, E_VARY_SAME",
        "h100.prices[0].rent=0..1log, E_VARY_LOG", "h100.prices[0].date=2024..2025, E_VARY_KIND"})
    void badRangesAreRefused(String text, String code) {
        CoreException refused = assertThrows(CoreException.class,
                () -> SweepTable.of(study, List.of(Vary.parse(text)), null, Locale.ENGLISH));
        assertEquals(code, refused.code());
    }

    @Test
    void gridsHaveLimits() {
        Vary many = Vary.parse("h100.prices[0].rent=1..2:1000");
        Vary others = Vary.parse("train-small.steps[0].utilisation=0.2..0.4:1000");
        assertEquals("E_VARY_GRID", assertThrows(CoreException.class,
                () -> SweepTable.of(study, List.of(many, others), null, Locale.ENGLISH)).code());
        assertEquals("E_VARY_TWICE", assertThrows(CoreException.class,
                () -> SweepTable.of(study, List.of(many, many), null, Locale.ENGLISH)).code());
        study.getScenarios().clear();
        assertEquals("E_SWEEP_NOTHING", assertThrows(CoreException.class,
                () -> SweepTable.of(study, List.of(many), null, Locale.ENGLISH)).code());
    }
}
