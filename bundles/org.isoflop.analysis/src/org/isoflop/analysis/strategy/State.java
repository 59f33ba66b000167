package org.isoflop.analysis.strategy;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.graph.Node;

/**
 * What a strategy has in hand between two steps. Immutable.
 *
 * @param name of the model
 * @param architecture what it is built of, or null if that is not known
 * @param parameters all parameters, or null
 * @param active those that one token uses, or null
 * @param tokens all tokens that it has seen in training, or null
 * @param loss nats per token on the corpus of the scenario’s law, or null
 * @param noLoss why there is no loss
 * @param weights how its weights are stored, or null for 16 bits
 * @param sparse whether two of four weights are zero
 * @param adapted whether adapters were trained beside it
 * @param virtual virtual tokens of a tuned prompt, or null
 * @param service what a million tokens of the service cost, USD; null for a model that one has
 */
record State(String name, Architecture architecture, Node parameters, Node active, Node tokens, Node loss,
        Sentence noLoss, Weights weights, boolean sparse, boolean adapted,
        Node virtual, Node service) {

    /**
     * How weights and caches are stored.
     *
     * @param format its name, or null
     * @param bits bits of a weight of the matrices in layers, or null for 16
     * @param otherBits bits of all others, or null for 16
     * @param cacheBits bits of a cached value, or null for 16
     */
    record Weights(String format, Node bits, Node otherBits, Node cacheBits) {
    }

    /** Whether a token uses only a part of the parameters. */
    boolean hasExperts() {
        return parameters != null && active != null && active.value() < parameters.value();
    }

    /** Whether a layer mixes tokens otherwise than by attention. */
    boolean hasStateSpace() {
        return architecture != null && architecture.layers().stream()
                .anyMatch(group -> group.mixer() instanceof Mamba1 || group.mixer() instanceof Mamba2);
    }

    /** The number of parameters, or null if it is not known. */
    Double size() {
        return parameters == null ? null : parameters.value();
    }

    State with(Node newLoss, Sentence why) {
        return new State(name, architecture, parameters, active, tokens, newLoss, why, weights, sparse, adapted,
                virtual, service);
    }

    State withTokens(Node trained) {
        return new State(name, architecture, parameters, active, trained, loss, noLoss, weights, sparse, adapted,
                virtual, service);
    }

    State withAdapters(Node prompt) {
        return new State(name, architecture, parameters, active, tokens, loss, noLoss, weights, sparse, true, prompt,
                service);
    }

    State stored(Weights stored) {
        return new State(name, architecture, parameters, active, tokens, loss, noLoss, stored, sparse, adapted,
                virtual, service);
    }

    State left(String rest, Architecture built, Node all, Node used, boolean inPlace) {
        return new State(rest, built, all, used, tokens, loss, noLoss, weights, inPlace, adapted, virtual, service);
    }
}
