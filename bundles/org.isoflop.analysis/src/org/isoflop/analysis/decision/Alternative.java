package org.isoflop.analysis.decision;

import java.util.List;

import org.isoflop.analysis.graph.Graph;

/**
 * One thing that could be done.
 *
 * @param id its name, unique among the alternatives
 * @param graph its quantities
 * @param limits what it has to keep; a limit on a quantity that the graph does not have is not broken
 * @param laws the laws that its graph asks
 */
public record Alternative(String id, Graph graph, List<Limit> limits, List<LawConstants> laws) {

    /** Copies the lists, without limits and laws that take no part. */
    public Alternative {
        Graph own = graph;
        limits = limits.stream().filter(limit -> own.has(limit.measure())).toList();
        laws = laws.stream().filter(law -> law.standIn(own)).toList();
    }
}
