package org.isoflop.analysis.decision;

import org.isoflop.analysis.graph.Graph;

/**
 * A limit that an alternative has to keep to be feasible.
 *
 * @param constraint its name, such as {@code moneyBudget}
 * @param measure id of the node that is limited
 * @param sense {@link Sense#LOWEST} if the limit is the most that is allowed, {@link Sense#HIGHEST} if it is the least
 * @param bound the limit, in the base unit of the measure
 * @param node id of the node of the graph that holds the limit, so that it moves with its input; null if the limit is
 *        fixed
 */
public record Limit(String constraint, String measure, Sense sense, double bound, String node) {

    private static final double TOLERANCE = 1e-9;

    /**
     * A limit that does not move.
     *
     * @param constraint its name
     * @param measure id of the node that is limited
     * @param sense whether it is the most or the least
     * @param bound the limit
     */
    public Limit(String constraint, String measure, Sense sense, double bound) {
        this(constraint, measure, sense, bound, null);
    }

    /**
     * Whether a value keeps the limit; an excess of 1e-9 of the limit does not count.
     *
     * @param value of the measure
     * @param limit at that point
     * @return false too if either is NaN
     */
    public boolean keeps(double value, double limit) {
        double slack = TOLERANCE * Math.abs(limit);
        return sense == Sense.LOWEST ? value <= limit + slack : value >= limit - slack;
    }

    /**
     * Whether the graph holds the limit as a node.
     *
     * @param graph of the alternative
     * @return false if {@link #bound()} counts
     */
    boolean moves(Graph graph) {
        return node != null && graph.has(node);
    }
}
