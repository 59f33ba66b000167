package org.isoflop.core.models;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.csv.CsvColumn;
import org.isoflop.core.csv.CsvTable;

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

    private final String key;
    private final Unit unit;
    private final List<String> names;

    ModelColumn(String key, Unit unit, String... names) {
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

    /**
     * Guesses by their names which columns are which. Of two columns of one kind the first counts.
     *
     * @param header
     *            the fields of the header
     * @return the header of each column that is there, and {@link CsvTable#NONE} for the others
     */
    public static Map<ModelColumn, String> guess(List<String> header) {
        Map<ModelColumn, String> columns = new EnumMap<>(ModelColumn.class);
        for (ModelColumn column : values()) {
            columns.put(column, header.stream().filter(column::isNamed).findFirst().orElse(CsvTable.NONE));
        }
        return columns;
    }
}
