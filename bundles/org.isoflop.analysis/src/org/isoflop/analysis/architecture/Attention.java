package org.isoflop.analysis.architecture;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Attention with as many key-value heads as query heads (multi-head), fewer (grouped-query) or one (multi-query).
 *
 * @param heads query heads, nₕ
 * @param keyValueHeads key-value heads, nₖᵥ, a divisor of the heads
 * @param headSize width of a head, d
 * @param queryKeyValueBias whether the projections to queries, keys and values have biases
 * @param outputBias whether the projection back has a bias
 * @param queryKeyNorm how queries and keys are normalised
 * @param window tokens that a layer looks back; 0 for all
 */
public record Attention(long heads, long keyValueHeads, long headSize, boolean queryKeyValueBias, boolean outputBias,
        QueryKeyNorm queryKeyNorm, long window) implements Mixer {

    /** Checks the values. */
    public Attention {
        Exact.positive(heads, "heads");
        Exact.positive(keyValueHeads, "keyValueHeads");
        Exact.positive(headSize, "headSize");
        Exact.divides(keyValueHeads, "keyValueHeads", heads, "heads");
        Objects.requireNonNull(queryKeyNorm);
        Exact.notNegative(window, "window");
    }

    @Override
    public Part part() {
        return Part.ATTENTION;
    }

    @Override
    public long parameters(long hiddenSize) {
        long queries = Exact.times(heads, headSize);
        long keys = Exact.times(keyValueHeads, headSize);
        long projections = Exact.sum(Exact.times(2, hiddenSize, queries), Exact.times(2, hiddenSize, keys));
        long biases = Exact.sum(queryKeyValueBias ? Exact.sum(queries, Exact.times(2, keys)) : 0,
                outputBias ? hiddenSize : 0);
        return Exact.sum(projections, biases, switch (queryKeyNorm) {
            case NONE -> 0;
            case HEAD -> Exact.times(2, headSize);
            case FULL -> Exact.sum(queries, keys);
        });
    }

    @Override
    public long scoreWidth() {
        return Exact.times(2, heads, headSize);
    }

    @Override
    public OptionalLong slidingWindow() {
        return window == 0 ? OptionalLong.empty() : OptionalLong.of(window);
    }

    @Override
    public long cachedValues() {
        return Exact.times(2, keyValueHeads, headSize);
    }
}
