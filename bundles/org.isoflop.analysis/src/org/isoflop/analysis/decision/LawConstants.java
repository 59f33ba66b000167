package org.isoflop.analysis.decision;

import java.util.List;

import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.law.Law;

/**
 * The constants of a law in a graph.
 *
 * @param law the law
 * @param nodes ids of the inputs that hold its constants, in the order of its form
 */
public record LawConstants(Law law, List<String> nodes) {

    /** What stands before the symbol of a constant. */
    public static final String PREFIX = "law.";

    /** Copies the list. */
    public LawConstants {
        nodes = List.copyOf(nodes);
    }

    /**
     * The constants by their usual names.
     *
     * @param law the law
     * @return the nodes {@value #PREFIX}E, {@value #PREFIX}A, …
     */
    public static LawConstants of(Law law) {
        return of(law, PREFIX);
    }

    /**
     * The constants by names with another beginning.
     *
     * @param law the law
     * @param prefix what stands before each symbol
     * @return the nodes
     */
    public static LawConstants of(Law law, String prefix) {
        return new LawConstants(law, law.form().constants().stream().map(symbol -> prefix + symbol).toList());
    }

    /**
     * Whether a graph has all of them as inputs.
     *
     * @param graph the graph of an alternative
     * @return false if the law takes no part in it
     */
    public boolean standIn(Graph graph) {
        return !nodes.isEmpty() && nodes.stream().allMatch(id -> graph.has(id) && graph.node(id).isInput());
    }
}
