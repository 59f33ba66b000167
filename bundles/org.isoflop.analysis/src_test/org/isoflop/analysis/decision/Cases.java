package org.isoflop.analysis.decision;

import java.util.List;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.unit.Unit;

/** Small alternatives whose answers can be worked out by hand. */
final class Cases {

    static final Objective CHEAPEST = new Objective("cost", Sense.LOWEST);

    private Cases() {
    }

    static Node input(Graph.Builder graph, String id, Unit unit, double value, String path, Spread spread) {
        return graph.input(id, Localised.verbatim(id), id, unit, value, new Origin(path, null, null), spread);
    }

    /** cost = fixed + rate·x. */
    static Alternative line(String id, double fixed, double rate, double x, Spread spread, String path,
            Limit... limits) {
        Graph.Builder graph = new Graph.Builder();
        Node a = input(graph, "fixed", Unit.USD, fixed, id + ".fixed", null);
        Node b = input(graph, "rate", Unit.USD, rate, id + ".rate", null);
        Node c = input(graph, "x", Unit.ONE, x, path, spread);
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "fixed + rate*x", List.of(a, b, c),
                v -> v[0] + v[1] * v[2], null);
        return new Alternative(id, graph.build(), List.of(limits), List.of());
    }

    static Decision cheapest(Alternative... alternatives) {
        return new Decision(List.of(alternatives), List.of(CHEAPEST));
    }
}
