package org.isoflop.analysis.plot;

/** One of the two axes of a plot. */
public enum AxisId {
    /** The horizontal axis. */
    X,
    /** The vertical axis. */
    Y
}
