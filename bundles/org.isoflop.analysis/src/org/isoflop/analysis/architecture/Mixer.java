package org.isoflop.analysis.architecture;

import java.util.OptionalLong;

/** The half of a layer in which tokens learn of one another: attention or a state space. */
public sealed interface Mixer permits Attention, LatentAttention, Mamba1, Mamba2 {

    /**
     * The part its parameters are counted by.
     *
     * @return attention or state space
     */
    Part part();

    /**
     * Its parameters in one layer, without the norm before it.
     *
     * @param hiddenSize width of the model, h
     * @return the number
     */
    long parameters(long hiddenSize);

    /**
     * The width in which a token meets another one: queries with keys, and weights with values, over all heads. A
     * token's forward pass takes 2 FLOP for each of it and each token attended to.
     *
     * @return nₕ·(d_qk + d_v), which is 2·nₕ·d for plain attention; 0 without attention
     */
    default long scoreWidth() {
        return 0;
    }

    /**
     * How many of the last tokens it attends to.
     *
     * @return the sliding window, or empty if it reaches back to the first token
     */
    default OptionalLong slidingWindow() {
        return OptionalLong.empty();
    }

    /**
     * What one layer keeps of every token for the next ones.
     *
     * @return values for each token; 0 without attention
     */
    default long cachedValues() {
        return 0;
    }

    /**
     * What one layer would keep of every token if it kept whole keys and values.
     *
     * @return values for each token, {@link #cachedValues()} where these are whole already
     */
    default long expandedCachedValues() {
        return cachedValues();
    }

    /**
     * The recurrent state of one layer, the same for any number of tokens.
     *
     * @return values for each sequence; 0 for attention
     */
    default long recurrentState() {
        return 0;
    }

    /**
     * What the convolution of one layer keeps of the last tokens.
     *
     * @return values for each sequence; 0 for attention
     */
    default long convolutionState() {
        return 0;
    }

    /**
     * The FLOP of the recurrence of one token in one layer, forward.
     *
     * @return 7·d_inner·N (Megatron-LM); 0 for attention
     */
    default long scanFlop() {
        return 0;
    }

    /**
     * The parameters that act within the recurrence, whose FLOP are in {@link #scanFlop()} already.
     *
     * @return the number in one layer
     */
    default long scanParameters() {
        return 0;
    }
}
