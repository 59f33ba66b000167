package org.isoflop.analysis.training;

import java.util.Locale;

/** What is computed a second time for the backward pass instead of being kept (Korthikanti et al. 2022). */
public enum Recomputation {

    /** Nothing. */
    NONE,
    /** The scores of attention, which are large and cheap. */
    SELECTIVE,
    /** Everything but the input of each layer. */
    FULL;

    /**
     * The name in files and answers.
     *
     * @return such as {@code selective}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
