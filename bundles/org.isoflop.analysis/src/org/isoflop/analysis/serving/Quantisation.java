package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The bits of weights and caches.
 *
 * @param name its name
 * @param matrixBits bits of a value of the matrices in layers, scales included
 * @param otherBits bits of embeddings, head, norms and routers
 * @param cacheBits bits of a value of the key-value cache
 * @param stateBits bits of a value of a recurrent state
 */
public record Quantisation(String name, double matrixBits, double otherBits, double cacheBits, double stateBits) {

    private static final double USUAL = 16;

    /** All in 16 bits, which is what most models are published in. */
    public static final Quantisation BF16 = of("bf16", USUAL);
    /** Four bits, scales left out. */
    public static final Quantisation W4 = of("W4A16", 4);
    /** Eight bits for weights and cache. */
    public static final Quantisation W8_KV8 = new Quantisation("W8A8", 8, USUAL, 8, USUAL);
    /** NF4 with double quantisation (QLoRA): 4 bits, 0.127 for scales. */
    public static final Quantisation NF4 = of("NF4", 4.127);
    /** MXFP4: 4 bits, 8 for 32 values. */
    public static final Quantisation MXFP4 = of("MXFP4", 4.25);
    /** Q4_K_M of llama.cpp, mean over Llama 2 7B. */
    public static final Quantisation Q4_K_M = of("Q4_K_M", 4.84);
    /** Q8_0 of llama.cpp. */
    public static final Quantisation Q8_0 = of("Q8_0", 8.5);

    /** Checks the values. */
    public Quantisation {
        DomainException.positive(matrixBits, Sentence.of("node.bits"));
        DomainException.positive(otherBits, Sentence.of("node.bits"));
        DomainException.positive(cacheBits, Sentence.of("node.cacheBits"));
        DomainException.positive(stateBits, Sentence.of("node.cacheBits"));
    }

    /**
     * Quantised matrices, all else in 16 bits.
     *
     * @param name its name
     * @param matrixBits bits of a value of a matrix
     * @return the quantisation
     */
    public static Quantisation of(String name, double matrixBits) {
        return new Quantisation(name, matrixBits, USUAL, USUAL, USUAL);
    }
}
