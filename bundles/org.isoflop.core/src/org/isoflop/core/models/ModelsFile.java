package org.isoflop.core.models;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvReader;
import org.isoflop.core.csv.CsvTable;

/**
 * A table of models from a CSV file: a header, then one model a line.
 *
 * @param name
 *            the name of the file, as it was given
 * @param rows
 *            the models in the order of the file
 */
public record ModelsFile(String name, List<ModelRow> rows) {

    /** The largest file that is read. */
    public static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Copies the rows. */
    public ModelsFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @param file
     *            the file
     * @param columns
     *            headers for columns that have other names than the usual ones, or {@link CsvTable#NONE} for those that
     *            the file does not have
     * @return the models
     * @throws CsvException
     *             if it cannot be read or something in it is not as expected
     */
    public static ModelsFile read(Path file, Map<ModelColumn, String> columns) {
        return read(CsvReader.content(file, MAXIMUM_BYTES), file.toString(), columns);
    }

    /**
     * Reads a table from memory.
     *
     * @param content
     *            the file, in UTF-8
     * @param name
     *            the name that refusals give
     * @param columns
     *            headers for columns that have other names than the usual ones, or {@link CsvTable#NONE} for those that
     *            the file does not have
     * @return the models
     * @throws CsvException
     *             if something in it is not as expected
     */
    public static ModelsFile read(byte[] content, String name, Map<ModelColumn, String> columns) {
        CsvReader.requireSize(content.length, MAXIMUM_BYTES, name);
        CsvReader reader = new CsvReader(content, name);
        List<String> header = reader.next();
        if (header == null) {
            throw new CsvException(name, 0, null, "E_MODELS_EMPTY");
        }
        Rows rows = new Rows(name, new CsvTable<>(name, header, reader.line(), ModelColumn.class, columns));
        rows.requireColumns(header, reader.line());
        for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
            rows.add(fields, reader.line());
        }
        if (rows.found.isEmpty()) {
            throw new CsvException(name, 0, null, "E_MODELS_NONE");
        }
        return new ModelsFile(name, rows.found);
    }

    /** The rows of one file, as they are read. */
    private static final class Rows {

        private final String file;
        private final CsvTable<ModelColumn> table;
        private final List<ModelRow> found = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Rows(String file, CsvTable<ModelColumn> table) {
            this.file = file;
            this.table = table;
        }

        void requireColumns(List<String> header, int line) {
            if (!table.has(ModelColumn.NAME)) {
                throw new CsvException(file, line, null, "E_MODELS_NAME", String.join(", ", header));
            }
            if (table.has(ModelColumn.LOSS) && !table.has(ModelColumn.CORPUS)) {
                throw new CsvException(file, line, table.name(ModelColumn.LOSS), "E_MODELS_CORPUS");
            }
        }

        void add(List<String> fields, int line) {
            table.requireWidth(fields, line);
            String name = table.text(ModelColumn.NAME, fields);
            if (name == null) {
                throw new CsvException(file, line, table.name(ModelColumn.NAME), "E_MODELS_BLANK");
            }
            Integer other = lines.put(name, line);
            if (other != null) {
                throw new CsvException(file, line, table.name(ModelColumn.NAME), "E_MODELS_TWICE", name, other);
            }
            Double parameters = number(ModelColumn.PARAMETERS, fields, line);
            Double active = number(ModelColumn.ACTIVE, fields, line);
            if (parameters != null && active != null && active > parameters) {
                throw new CsvException(file, line, table.name(ModelColumn.ACTIVE), "E_MODELS_ACTIVE");
            }
            Double loss = number(ModelColumn.LOSS, fields, line);
            String corpus = table.text(ModelColumn.CORPUS, fields);
            if (loss != null && corpus == null) {
                throw new CsvException(file, line, table.name(ModelColumn.CORPUS), "E_MODELS_CORPUS");
            }
            found.add(new ModelRow(line, name, table.text(ModelColumn.ORGANISATION, fields), date(fields, line),
                    table.text(ModelColumn.LICENCE, fields), parameters, active,
                    number(ModelColumn.TOKENS, fields, line), number(ModelColumn.COMPUTE, fields, line), loss, corpus));
        }

        private Double number(ModelColumn column, List<String> fields, int line) {
            double value = table.number(column, fields, line);
            return Double.isNaN(value) ? null : value;
        }

        private String date(List<String> fields, int line) {
            String date = table.text(ModelColumn.RELEASED, fields);
            if (date != null && !isDate(date)) {
                throw new CsvException(file, line, table.name(ModelColumn.RELEASED), "E_MODELS_DATE", date);
            }
            return date;
        }

        private static boolean isDate(String text) {
            if (!text.matches("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?")) {
                return false;
            }
            try {
                int year = switch (text.split("-").length) {
                    case 1 -> Year.parse(text).getValue();
                    case 2 -> YearMonth.parse(text).getYear();
                    default -> LocalDate.parse(text).getYear();
                };
                return year >= FIRST_YEAR && year <= LAST_YEAR;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
