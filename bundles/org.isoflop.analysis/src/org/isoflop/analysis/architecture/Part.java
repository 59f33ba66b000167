package org.isoflop.analysis.architecture;

import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;

/** A part of a model that parameters are counted by. */
public enum Part implements Localised {

    /** The embedding of tokens and of learned positions, with its projection if it is narrower than the model. */
    EMBEDDING("embedding"),
    /** Projections, biases and norms of attention. */
    ATTENTION("attention"),
    /** State-space mixers. */
    SSM("ssm"),
    /** Feed-forwards that every token passes, shared experts included. */
    MLP("mlp"),
    /** Experts that tokens are routed to. */
    EXPERTS("experts"),
    /** What routes tokens to experts. */
    ROUTER("router"),
    /** The norms between mixers and feed-forwards, and the last one. */
    NORMS("norms"),
    /** The matrix from the last layer to the vocabulary, if it is not the embedding. */
    HEAD("head");

    private final String key;

    Part(String key) {
        this.key = key;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code embedding}
     */
    public String key() {
        return key;
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "part." + key);
    }
}
