package org.isoflop.analysis.decision;

/**
 * What is sought.
 *
 * @param measure id of a node of the graphs
 * @param sense which way it is better
 */
public record Objective(String measure, Sense sense) {
}
