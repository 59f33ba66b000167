package org.isoflop.core.fit;

import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.csv.CsvColumn;

/** What a column of a table of runs can hold. */
public enum Column implements CsvColumn {
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

    private final Meaning meaning;

    Column(String key, Unit unit, String... names) {
        meaning = new Meaning(key, unit, names);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
