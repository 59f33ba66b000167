package org.isoflop.analysis.law;

import java.util.Locale;

import org.isoflop.analysis.Messages;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/** What a law may depend on, and what it was fitted over. */
public enum Variable implements LawVariable {
    /** Parameters N, as the law counts them. */
    PARAMETERS("parameters", Unit.PARAMETERS),
    /** Training tokens D. */
    TOKENS("tokens", Unit.TOKENS),
    /** Unique training tokens U. */
    UNIQUE_TOKENS("uniqueTokens", Unit.TOKENS),
    /** Training compute C in FLOP. */
    COMPUTE("compute", Unit.FLOP),
    /** D/N. */
    TOKENS_PER_PARAMETER("tokensPerParameter", Unit.TOKENS_PER_PARAMETER);

    private final String key;
    private final Unit unit;

    Variable(String key, Unit unit) {
        this.key = key;
        this.unit = unit;
    }

    @Override
    public String key() {
        return key;
    }

    /**
     * The unit of its values.
     *
     * @return the base unit
     */
    public Unit unit() {
        return unit;
    }

    @Override
    public String show(double value, Locale locale) {
        return Quantities.format(value, unit, locale);
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "variable." + key);
    }

    /**
     * The variable with a key.
     *
     * @param key as returned by {@link #key()}
     * @return the variable
     * @throws IllegalArgumentException if there is none
     */
    public static Variable of(String key) {
        for (Variable variable : values()) {
            if (variable.key.equals(key)) {
                return variable;
            }
        }
        throw new IllegalArgumentException("No variable has the key " + key);
    }
}
