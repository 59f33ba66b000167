package org.isoflop.analysis.graph;

import java.util.Arrays;

/** A graph evaluated over arrays: one array of values for every node. */
public final class Batch {

    private final Sweep sweep;
    private final int size;

    Batch(Sweep sweep, int size) {
        this.sweep = sweep;
        this.size = size;
    }

    /**
     * The number of points.
     *
     * @return the length of every array
     */
    public int size() {
        return size;
    }

    /**
     * The values of a node.
     *
     * @param id the node
     * @return one value for each point, in the base unit; a copy
     * @throws IllegalArgumentException if there is no such node
     */
    public double[] values(String id) {
        return Arrays.copyOf(sweep.values(id), size);
    }
}
