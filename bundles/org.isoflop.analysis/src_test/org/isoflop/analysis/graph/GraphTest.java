package org.isoflop.analysis.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final Origin ORIGIN = new Origin("gpt-3.parameters", "Brown et al. 2020", "published");

    private static Localised label(String text) {
        return Localised.verbatim(text);
    }

    private static Graph sixNd() {
        Graph.Builder builder = new Graph.Builder();
        Node n = builder.input("parameters", label("parameters"), "N", Unit.PARAMETERS, 175e9, ORIGIN);
        Node d = builder.input("tokens", label("tokens"), "D", Unit.TOKENS, 300e9, ORIGIN);
        Node c = builder.derived("compute", label("compute"), "C", Unit.FLOP, "6*N*D", List.of(n, d),
                v -> TrainingCost.trainingFlop(v[0], v[1]), "Kaplan et al. 2020");
        builder.derived("double", label("twice"), "T", Unit.FLOP, "C + C", List.of(c), v -> v[0] + v[0], null);
        builder.solved("half", label("half"), "H", Unit.FLOP, label("twice it is C"), List.of(c), v -> v[0] / 2, null);
        return builder.build();
    }

    @Test
    void valuesFollowFromInputs() {
        Graph graph = sixNd();
        assertEquals(3.15e23, graph.value("compute"));
        assertEquals(List.of("parameters", "tokens", "compute", "double", "half"), List.copyOf(graph.values()
                .keySet()));
        assertThrows(IllegalArgumentException.class, () -> graph.value("loss"));
    }

    @Test
    void theWorkingReachesDownToTheStudy() {
        Working working = sixNd().working("compute");
        assertEquals("6*N*D", working.formula());
        assertEquals("6*175000000000*300000000000", working.numbers());
        assertEquals("6*180000000000*300000000000", working.numbers(2));
        assertEquals("Kaplan et al. 2020", working.source());
        assertEquals(ORIGIN, working.inputs().getFirst().origin());
        assertNull(working.inputs().getFirst().formula());
        Working solved = sixNd().working("half");
        assertNull(solved.formula());
        assertEquals("twice it is C", solved.condition().text(Locale.ENGLISH));
        assertEquals(working, solved.inputs().getFirst());
    }

    @Test
    void arraysGiveWhatSingleValuesGive() {
        Batch batch = sixNd().evaluate(Map.of("parameters", new double[] {1e9, 2e9, 175e9}));
        assertEquals(3, batch.size());
        assertArrayEquals(new double[] {6 * 1e9 * 300e9, 6 * 2e9 * 300e9, 6 * 175e9 * 300e9}, batch.values("compute"));
        assertArrayEquals(new double[] {300e9, 300e9, 300e9}, batch.values("tokens"));
        assertArrayEquals(new double[] {6 * 1e9 * 300e9 / 2, 6 * 2e9 * 300e9 / 2, 6 * 175e9 * 300e9 / 2},
                batch.values("half"));
        assertEquals(3.15e23, sixNd().evaluate(Map.of()).values("compute")[0]);
    }

    @Test
    void onlyInputsCanVaryAndAllByTheSameLength() {
        Graph graph = sixNd();
        assertThrows(IllegalArgumentException.class, () -> graph.evaluate(Map.of("compute", new double[1])));
        assertThrows(IllegalArgumentException.class, () -> graph.evaluate(Map.of("loss", new double[1])));
        assertThrows(IllegalArgumentException.class,
                () -> graph.evaluate(Map.of("parameters", new double[1], "tokens", new double[2])));
    }

    @Test
    void aFormulaNamesExactlyItsInputs() {
        Graph.Builder builder = new Graph.Builder();
        Node n = builder.input("n", label("n"), "N", Unit.ONE, 1, ORIGIN);
        Node other = builder.input("m", label("m"), "M", Unit.ONE, 1, ORIGIN);
        assertThrows(IllegalArgumentException.class,
                () -> builder.derived("x", label("x"), "X", Unit.ONE, "N + 1", List.of(n, other), v -> v[0], null));
        assertThrows(IllegalArgumentException.class,
                () -> builder.derived("x", label("x"), "X", Unit.ONE, "N + M", List.of(n), v -> v[0], null));
        assertThrows(IllegalArgumentException.class, () -> builder.input("n", label("n"), "K", Unit.ONE, 1, ORIGIN));
        Node foreign = new Graph.Builder().input("f", label("f"), "N", Unit.ONE, 1, ORIGIN);
        assertThrows(IllegalArgumentException.class,
                () -> builder.derived("x", label("x"), "X", Unit.ONE, "N", List.of(foreign), v -> v[0], null));
        assertSame(n, builder.build().node("n"));
    }
}
