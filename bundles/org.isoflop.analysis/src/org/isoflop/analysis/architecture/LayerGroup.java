package org.isoflop.analysis.architecture;

import java.util.Objects;

/**
 * Layers that are all alike.
 *
 * @param count how many layers
 * @param mixer how tokens learn of one another
 * @param feedForward what follows, or null if nothing does, as in Mamba
 * @param norms norms over the width of the model in each layer
 */
public record LayerGroup(long count, Mixer mixer, FeedForward feedForward, long norms) {

    /** Checks the values. */
    public LayerGroup {
        Exact.positive(count, "layers");
        Objects.requireNonNull(mixer);
        Exact.notNegative(norms, "norms");
    }
}
