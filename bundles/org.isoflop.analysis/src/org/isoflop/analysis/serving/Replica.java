package org.isoflop.analysis.serving;

/**
 * A copy of a model on its devices in plain numbers, which may be those of a draw. All are positive and finite, which
 * callers check.
 *
 * @param tensor devices that share each layer, t
 * @param pipeline groups of them that share the layers, p
 * @param weightBytes bytes of all weights
 * @param matrixBits bits of a value of the matrices in layers
 * @param cacheBits bits of a value of the key-value cache
 * @param stateBits bits of a value of a recurrent state
 * @param rate FLOP/s that one device reaches
 * @param bandwidth bytes/s that one device reaches
 * @param overhead seconds that each step takes besides, 0 or more
 */
public record Replica(int tensor, int pipeline, double weightBytes, double matrixBits, double cacheBits,
        double stateBits, double rate, double bandwidth, double overhead) {

    /**
     * The number of devices.
     *
     * @return t·p
     */
    public double devices() {
        return (double) tensor * pipeline;
    }
}
