package org.isoflop.analysis.architecture;

/** What the norms of a model learn. */
public enum Norm {

    /** Nothing, as in OLMo 1. */
    NONE(0),
    /** A scale: RMSNorm, or LayerNorm without a shift. */
    SCALE(1),
    /** A scale and a shift: LayerNorm. */
    SCALE_AND_SHIFT(2);

    private final long vectors;

    Norm(long vectors) {
        this.vectors = vectors;
    }

    /** Parameters of one norm over a width. */
    long parameters(long width) {
        return Exact.times(vectors, width);
    }
}
