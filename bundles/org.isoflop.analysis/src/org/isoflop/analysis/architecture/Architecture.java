package org.isoflop.analysis.architecture;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What a language model is built of.
 *
 * @param hiddenSize width of the model, h
 * @param vocabularySize tokens that it knows, V
 * @param embeddingSize width of the embedding; projected to the hidden size if it differs
 * @param head where the scores of the vocabulary come from
 * @param learnedPositions vectors learned for positions (and kinds) of tokens; 0 for rotary positions, ALiBi and none
 * @param norm what the norms learn
 * @param finalNorm whether a norm follows the last layer
 * @param causal whether a token attends to those before it only; false for an encoder
 * @param context tokens that it was made for, or 0 if that is not known
 * @param layers its layers, in groups of equal ones
 * @param extras parameters that the rest does not describe
 */
public record Architecture(long hiddenSize, long vocabularySize, long embeddingSize, Head head, long learnedPositions,
        Norm norm, boolean finalNorm, boolean causal, long context, List<LayerGroup> layers, List<Extra> extras) {

    /** Checks the values and copies the lists. */
    public Architecture {
        Exact.positive(hiddenSize, "hiddenSize");
        Exact.positive(vocabularySize, "vocabularySize");
        Exact.positive(embeddingSize, "embeddingSize");
        Objects.requireNonNull(head);
        Exact.notNegative(learnedPositions, "learnedPositions");
        Objects.requireNonNull(norm);
        Exact.notNegative(context, "context");
        layers = List.copyOf(layers);
        extras = List.copyOf(extras);
        if (layers.isEmpty()) {
            throw new DomainException(Sentence.of("architecture.noLayers"));
        }
    }

    /**
     * The number of its layers.
     *
     * @return L
     */
    public long layerCount() {
        return sum(group -> 1);
    }

    /**
     * Whether any layer attends to former tokens.
     *
     * @return false for a pure state space
     */
    public boolean hasAttention() {
        return layers.stream().anyMatch(group -> group.mixer().part() == Part.ATTENTION);
    }

    /** Sums over all layers what a function gives for one layer. */
    long sum(ToLongFunction<LayerGroup> ofOneLayer) {
        long sum = 0;
        for (LayerGroup group : layers) {
            sum = Exact.sum(sum, Exact.times(group.count(), ofOneLayer.applyAsLong(group)));
        }
        return sum;
    }

    /** The vectors of the vocabulary. */
    long tokenEmbedding() {
        return Exact.times(vocabularySize, embeddingSize);
    }

    /** The matrix between a narrower embedding and the model. */
    long embeddingProjection() {
        return embeddingSize == hiddenSize ? 0 : Exact.times(embeddingSize, hiddenSize);
    }
}
