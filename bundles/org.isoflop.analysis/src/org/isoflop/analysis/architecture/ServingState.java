package org.isoflop.analysis.architecture;

/**
 * What serving keeps between two tokens, exactly: the key-value cache of attention, which grows with the context up to
 * a sliding window, and the state of state spaces, which does not grow.
 *
 * @param bytesPerToken cache of one token in all layers, as long as no window is full
 * @param expandedBytesPerToken the same if latent attention kept whole keys and values; equal without latent attention
 * @param cacheBytes cache of all sequences of the batch, each of the whole context
 * @param stateBytes state of all sequences of the batch
 */
public record ServingState(long bytesPerToken, long expandedBytesPerToken, long cacheBytes, long stateBytes) {

    /** Bits of a value of the cache and of the state unless others are chosen. */
    public static final long USUAL_BITS = 16;

    private static final long MOST_BITS = 64;

    /**
     * The bits in which values are kept.
     *
     * @param cache bits of a value of the key-value cache
     * @param recurrent bits of a value of a recurrent state; many programs keep it in 32
     * @param convolution bits of a value that a convolution keeps
     */
    public record Bits(long cache, long recurrent, long convolution) {

        /** Checks that all are from 1 to 64. */
        public Bits {
            check(cache);
            check(recurrent);
            check(convolution);
        }

        private static void check(long bits) {
            Exact.positive(bits, "bits");
            Exact.atMost(bits, "bits", MOST_BITS, "mostBits");
        }
    }

    /**
     * Computes the cache and state of an architecture.
     *
     * @param architecture the architecture
     * @param context tokens that each sequence has
     * @param batch sequences
     * @param bits the bits of the values
     * @return the bytes, rounded up to whole ones
     * @throws org.isoflop.analysis.DomainException if context or batch is not positive, the context is longer than the
     *         positions the model has learned, or a result does not fit into 63 bits
     */
    public static ServingState of(Architecture architecture, long context, long batch, Bits bits) {
        TokenFlop.requireContext(architecture, context);
        Exact.positive(batch, "batch");
        if (!architecture.causal()) {
            return new ServingState(0, 0, 0, 0);
        }
        long values = architecture.sum(group -> group.mixer().cachedValues());
        long expanded = architecture.sum(group -> group.mixer().expandedCachedValues());
        long kept = architecture.sum(group -> Exact.times(group.mixer().cachedValues(),
                Math.min(context, group.mixer().slidingWindow().orElse(context))));
        long state = architecture.sum(group -> Exact.sum(
                Exact.times(group.mixer().recurrentState(), bits.recurrent()),
                Exact.times(group.mixer().convolutionState(), bits.convolution())));
        return new ServingState(Exact.bytes(Exact.times(values, bits.cache())),
                Exact.bytes(Exact.times(expanded, bits.cache())), Exact.bytes(Exact.times(kept, bits.cache(), batch)),
                Exact.bytes(Exact.times(state, batch)));
    }
}
