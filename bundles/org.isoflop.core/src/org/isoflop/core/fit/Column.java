package org.isoflop.core.fit;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;

/** What a column of a table of runs can hold. */
public enum Column {
    /** Parameters N. */
    PARAMETERS("N", Unit.PARAMETERS, "n", "params", "parameters", "modelsize"),
    /** Training tokens D. */
    TOKENS("D", Unit.TOKENS, "d", "tokens", "trainingtokens"),
    /** Unique tokens U. */
    UNIQUE_TOKENS("U", Unit.TOKENS, "u", "unique", "uniquetokens"),
    /** Training compute C. */
    COMPUTE("C", Unit.FLOP, "c", "flop", "flops", "trainingflop", "trainingflops", "compute", "trainingcompute",
            "budget"),
    /** Loss. */
    LOSS("loss", Unit.NATS_PER_TOKEN, "loss"),
    /** The name of a run. */
    LABEL("label", null, "label", "run", "name");

    private final String key;
    private final Unit unit;
    private final List<String> names;

    Column(String key, Unit unit, String... names) {
        this.key = key;
        this.unit = unit;
        this.names = List.of(names);
    }

    /**
     * Returns the name in the option that maps columns.
     *
     * @return such as {@code N}
     */
    public String key() {
        return key;
    }

    /**
     * Returns the unit of the numbers in it.
     *
     * @return null for a column of names
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Tells whether a header names this column. Case, spaces and underscores do not count.
     *
     * @param header
     *            a field of the header
     * @return whether it is one of the usual names
     */
    public boolean isNamed(String header) {
        return names.contains(plain(header));
    }

    static String plain(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
    }
}
