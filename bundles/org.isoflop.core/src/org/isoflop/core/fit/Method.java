package org.isoflop.core.fit;

import java.util.Locale;

/** How a law is found from runs. */
public enum Method {
    /** Approach 3: the constants of a form that make an objective least. */
    PARAMETRIC,
    /** Approach 2: parabolas at constant compute. */
    ISOFLOP,
    /** Approach 3 with least squares, started by variable projection. */
    VPNLS,
    /** Approach 1: the envelope of training curves. */
    ENVELOPE;

    /**
     * Returns the name in options and answers.
     *
     * @return such as {@code isoflop}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether the method finds the constants of a form.
     *
     * @return false for methods that find an allocation
     */
    public boolean isParametric() {
        return this == PARAMETRIC || this == VPNLS;
    }
}
