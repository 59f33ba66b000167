package org.isoflop.analysis.architecture;

/**
 * A state space with heads (Mamba-2; Dao and Gu 2024).
 *
 * @param innerSize width inside, d_inner
 * @param stateSize states of each of its channels, N
 * @param convolution tokens that the convolution sees, k
 * @param heads heads, H, a divisor of the inner size
 * @param groups groups that share their state projections, G, a divisor of the heads
 * @param convolutionBias whether the convolution has a bias
 * @param projectionBias whether the projections in and out have biases
 */
public record Mamba2(long innerSize, long stateSize, long convolution, long heads, long groups,
        boolean convolutionBias, boolean projectionBias) implements Mixer {

    /** Checks the values. */
    public Mamba2 {
        Exact.positive(innerSize, "innerSize");
        Exact.positive(stateSize, "stateSize");
        Exact.positive(convolution, "convolution");
        Exact.positive(heads, "heads");
        Exact.positive(groups, "groups");
        Exact.divides(heads, "heads", innerSize, "innerSize");
        Exact.divides(groups, "groups", heads, "heads");
    }

    @Override
    public Part part() {
        return Part.SSM;
    }

    @Override
    public long parameters(long hiddenSize) {
        long entering = Exact.sum(innerSize, convolved(), heads);
        long projections = Exact.sum(Exact.times(hiddenSize, entering), Exact.times(innerSize, hiddenSize),
                projectionBias ? Exact.sum(entering, hiddenSize) : 0);
        return Exact.sum(projections, convolutionState(), convolutionBias ? convolved() : 0, Exact.times(3, heads),
                innerSize);
    }

    /** The channels that the convolution runs over. */
    private long convolved() {
        return Exact.sum(innerSize, Exact.times(2, groups, stateSize));
    }

    @Override
    public long recurrentState() {
        return Exact.times(innerSize, stateSize);
    }

    @Override
    public long convolutionState() {
        return Exact.times(convolved(), convolution);
    }

    @Override
    public long scanFlop() {
        return Exact.times(7, innerSize, stateSize);
    }

    @Override
    public long scanParameters() {
        return heads;
    }
}
