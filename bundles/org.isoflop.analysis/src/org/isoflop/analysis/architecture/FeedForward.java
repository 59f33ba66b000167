package org.isoflop.analysis.architecture;

/** The half of a layer in which each token is computed on by itself. */
public sealed interface FeedForward permits DenseFeedForward, MixtureOfExperts {

    /**
     * Parameters of one feed-forward of a width.
     *
     * @param hiddenSize width of the model, h
     * @param size width inside, f
     * @param gated whether a third matrix gates the width inside
     * @param bias whether all its matrices have biases
     * @return 3·h·f gated or 2·h·f plain, with 2·f + h or f + h biases
     */
    static long parameters(long hiddenSize, long size, boolean gated, boolean bias) {
        long entering = Exact.times(gated ? 2 : 1, size);
        return Exact.sum(Exact.times(hiddenSize, entering), Exact.times(size, hiddenSize),
                bias ? Exact.sum(entering, hiddenSize) : 0);
    }
}
