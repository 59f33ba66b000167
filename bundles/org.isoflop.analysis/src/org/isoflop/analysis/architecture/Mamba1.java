package org.isoflop.analysis.architecture;

/**
 * A selective state space (Mamba; Gu and Dao 2023).
 *
 * @param innerSize width inside, d_inner
 * @param stateSize states of each of its channels, N
 * @param convolution tokens that the convolution sees, k
 * @param timeStepRank width through which the time step is projected, R
 * @param convolutionBias whether the convolution has a bias
 * @param projectionBias whether the projections in and out have biases
 * @param innerNorms whether the time step and the two state projections have norms that learn a scale (Jamba)
 */
public record Mamba1(long innerSize, long stateSize, long convolution, long timeStepRank, boolean convolutionBias,
        boolean projectionBias, boolean innerNorms) implements Mixer {

    /** Checks the values. */
    public Mamba1 {
        Exact.positive(innerSize, "innerSize");
        Exact.positive(stateSize, "stateSize");
        Exact.positive(convolution, "convolution");
        Exact.positive(timeStepRank, "timeStepRank");
    }

    @Override
    public Part part() {
        return Part.SSM;
    }

    @Override
    public long parameters(long hiddenSize) {
        long selected = Exact.sum(timeStepRank, Exact.times(2, stateSize));
        long projections = Exact.sum(Exact.times(hiddenSize, 2, innerSize), Exact.times(innerSize, hiddenSize),
                projectionBias ? Exact.sum(Exact.times(2, innerSize), hiddenSize) : 0);
        long convolved = Exact.sum(Exact.times(innerSize, convolution), convolutionBias ? innerSize : 0);
        long selection = Exact.sum(Exact.times(innerSize, selected), Exact.times(timeStepRank, innerSize), innerSize,
                innerNorms ? selected : 0);
        return Exact.sum(projections, convolved, selection, recurrentState(), innerSize);
    }

    @Override
    public long recurrentState() {
        return Exact.times(innerSize, stateSize);
    }

    @Override
    public long convolutionState() {
        return Exact.times(innerSize, convolution);
    }

    @Override
    public long scanFlop() {
        return Exact.times(7, innerSize, stateSize);
    }

    @Override
    public long scanParameters() {
        return recurrentState();
    }
}
