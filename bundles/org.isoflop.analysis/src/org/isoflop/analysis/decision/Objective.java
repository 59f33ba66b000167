package org.isoflop.analysis.decision;

/**
 * What is sought.
 *
 * @param measure id of a node of the graphs
 * @param sense which way it is better
 * @param required whether an alternative of which the measure is not known cannot win
 */
public record Objective(String measure, Sense sense, boolean required) {

    /**
     * What an alternative may lack and still win.
     *
     * @param measure id of a node of the graphs
     * @param sense which way it is better
     */
    public Objective(String measure, Sense sense) {
        this(measure, sense, false);
    }
}
