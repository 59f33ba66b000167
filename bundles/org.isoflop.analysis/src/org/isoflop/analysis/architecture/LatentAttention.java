package org.isoflop.analysis.architecture;

/**
 * Multi-head latent attention (MLA; DeepSeek V2 and V3): keys and values are kept as one narrow vector, from which each
 * layer unfolds them.
 *
 * @param heads heads, nₕ
 * @param queryRank width of the compressed query, r_q; 0 if queries are projected directly
 * @param keyValueRank width of the compressed keys and values, r_kv
 * @param rotarySize width of the part of a head with rotary positions, shared by all heads in the cache
 * @param plainSize width of the part of a head without positions
 * @param valueSize width of a head's values
 * @param bias whether the compressing projections and the one back have biases
 */
public record LatentAttention(long heads, long queryRank, long keyValueRank, long rotarySize, long plainSize,
        long valueSize, boolean bias) implements Mixer {

    /** Checks the values. */
    public LatentAttention {
        Exact.positive(heads, "heads");
        Exact.notNegative(queryRank, "queryRank");
        Exact.positive(keyValueRank, "keyValueRank");
        Exact.notNegative(rotarySize, "rotarySize");
        Exact.positive(plainSize, "plainSize");
        Exact.positive(valueSize, "valueSize");
    }

    @Override
    public Part part() {
        return Part.ATTENTION;
    }

    @Override
    public long parameters(long hiddenSize) {
        long queries = Exact.times(heads, querySize());
        long query = queryRank == 0 ? Exact.times(hiddenSize, queries)
                : Exact.sum(Exact.times(hiddenSize, queryRank), queryRank, Exact.times(queryRank, queries));
        long kept = cachedValues();
        long keyValue = Exact.sum(Exact.times(hiddenSize, kept), keyValueRank,
                Exact.times(keyValueRank, heads, Exact.sum(plainSize, valueSize)));
        long output = Exact.times(heads, valueSize, hiddenSize);
        return Exact.sum(query, keyValue, output, bias ? Exact.sum(queryRank, kept, hiddenSize) : 0);
    }

    private long querySize() {
        return Exact.sum(plainSize, rotarySize);
    }

    @Override
    public long scoreWidth() {
        return Exact.times(heads, Exact.sum(querySize(), valueSize));
    }

    @Override
    public long cachedValues() {
        return Exact.sum(keyValueRank, rotarySize);
    }

    @Override
    public long expandedCachedValues() {
        return scoreWidth();
    }
}
