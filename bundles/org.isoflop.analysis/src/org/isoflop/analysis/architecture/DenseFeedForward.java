package org.isoflop.analysis.architecture;

/**
 * A feed-forward that every token passes whole.
 *
 * @param size width inside, f
 * @param gated whether a third matrix gates it (SwiGLU, GeGLU)
 * @param bias whether all its matrices have biases
 */
public record DenseFeedForward(long size, boolean gated, boolean bias) implements FeedForward {

    /** Checks the values. */
    public DenseFeedForward {
        Exact.positive(size, "feedForwardSize");
    }
}
