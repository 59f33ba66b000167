package org.isoflop.analysis.training;

/**
 * The memory of the fullest device, in bytes.
 *
 * @param states weights, gradients and optimizer
 * @param gathered weights that ZeRO stage 3 collects for the layers at work
 * @param activations what is kept for the backward pass, the layer that is recomputed at the moment included
 * @param logits scores of the vocabulary, in 16 and in 32 bits
 * @param reserve what the runtime takes
 * @param lost memory lost between blocks
 */
public record TrainingMemory(ModelStates states, double gathered, double activations, double logits, double reserve,
        double lost) {

    /**
     * All of it.
     *
     * @return bytes
     */
    public double total() {
        return states.total() + gathered + activations + logits + reserve + lost;
    }
}
