package org.isoflop.analysis.serving;

/** What limits a step. */
public enum Bound {

    /** Reading weights and caches. */
    MEMORY,
    /** Multiplying. */
    COMPUTE,
    /** Sending between devices. */
    COMMUNICATION
}
