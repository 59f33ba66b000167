package org.isoflop.core.fit;

import java.util.List;

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

    private final String key;
    private final Unit unit;
    private final List<String> names;

    Column(String key, Unit unit, String... names) {
        this.key = key;
        this.unit = unit;
        this.names = List.of(names);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public boolean isNamed(String header) {
        return names.contains(CsvColumn.plain(header));
    }
}
