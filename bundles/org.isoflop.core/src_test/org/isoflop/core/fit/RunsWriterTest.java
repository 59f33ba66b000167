package org.isoflop.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.junit.jupiter.api.Test;

/** What is written is read again to the last digit. */
class RunsWriterTest {

    private static Runs again(Runs runs) {
        return RunsFile.read(RunsWriter.write(runs), "t.csv", Map.of()).runs();
    }

    @Test
    void readsTheSameRunsAgain() {
        Runs runs = new Runs(List.of(new Run(1.0 / 3 * 1e9, 2e10, Double.NaN, 1.25e20, Math.PI, null),
                new Run(7e9, 1.4e12, Double.NaN, 6.1e22, 1.9, null)));
        assertEquals(runs.list(), again(runs).list());
        assertTrue(new String(RunsWriter.write(runs), StandardCharsets.UTF_8).startsWith("N,D,C,loss\n"));
    }

    @Test
    void writesUniqueTokensAndNamesWhereTheyAreKnown() {
        Runs runs = new Runs(List.of(new Run(1e9, 2e10, 1e10, 1.2e20, 3, "a, \"b\"\nc"),
                new Run(2e9, 2e10, 5e9, 2.4e20, 2.9, "d")));
        assertEquals(runs.list(), again(runs).list());
    }
}
