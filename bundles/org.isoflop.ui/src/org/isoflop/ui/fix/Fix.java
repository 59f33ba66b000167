package org.isoflop.ui.fix;

import java.util.Set;

/** One way to mend findings. */
interface Fix {

    /** The key of its label and of its explanation. */
    default String key() {
        return getClass().getSimpleName();
    }

    /** The codes of the findings that this can mend. */
    Set<String> codes();

    /** Whether this mends the finding, and nothing else is broken by it. */
    boolean canMend(Fault fault);

    /** Mends the finding, within a command. */
    void mend(Fault fault);

    /**
     * What label and explanation speak of; mostly of nothing.
     *
     * @param fault
     *            the finding at its place
     */
    default Object[] arguments(Fault fault) {
        return new Object[] {};
    }
}
