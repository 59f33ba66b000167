package org.isoflop.analysis.architecture;

/** Where the scores of the vocabulary come from. */
public enum Head {

    /** The embedding is used a second time. */
    TIED,
    /** A matrix of its own. */
    UNTIED,
    /** There are none, as in an encoder. */
    NONE
}
