package org.isoflop.core.models;

import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.csv.CsvColumn;

/** What a column of a table of models can hold. */
public enum ModelColumn implements CsvColumn {
    /** The name of the model, which every table has. */
    NAME("name", null, "name", "model", "system", "label"),
    /** Who made it. */
    ORGANISATION("organisation", null, "organisation", "organization", "org", "developer", "company"),
    /** When it came out: a year, a year and month, or a full date. */
    RELEASED("released", null, "released", "release", "releasedate", "date", "publicationdate", "year"),
    /** Its licence. */
    LICENCE("licence", null, "licence", "license"),
    /** Parameters N. */
    PARAMETERS("parameters", Unit.PARAMETERS, "parameters", "params", "n", "modelsize", "totalparameters",
            "totalparams"),
    /** Parameters that one token uses. */
    ACTIVE("active", Unit.PARAMETERS, "active", "activeparameters", "activeparams"),
    /** Training tokens D. */
    TOKENS("tokens", Unit.TOKENS, "tokens", "d", "trainingtokens"),
    /** Training compute C. */
    COMPUTE("compute", Unit.FLOP, "compute", "c", "flop", "flops", "trainingflop", "trainingflops", "trainingcompute"),
    /** Loss. */
    LOSS("loss", Unit.NATS_PER_TOKEN, "loss"),
    /** What the loss was measured on. */
    CORPUS("corpus", null, "corpus", "losscorpus", "evaluationcorpus");

    private final Meaning meaning;

    ModelColumn(String key, Unit unit, String... names) {
        meaning = new Meaning(key, unit, names);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
