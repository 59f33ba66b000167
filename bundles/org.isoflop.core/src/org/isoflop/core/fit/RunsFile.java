package org.isoflop.core.fit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.core.CoreException;

/**
 * A table of runs from a CSV file: a header, then one run a line.
 *
 * @param name
 *            the name of the file, as it was given
 * @param hash
 *            SHA-256 of the file, in hexadecimal
 * @param runs
 *            the runs in the order of the file
 * @param lines
 *            the line of each run in the file, from 1
 * @param derived
 *            the column that the file lacks and that follows from C = 6·N·D, or null
 */
public record RunsFile(String name, String hash, Runs runs, List<Integer> lines, Column derived) {

    /** The largest file that is read. */
    public static final int MAXIMUM_BYTES = 256 * 1024 * 1024;

    /** In place of a header: the file has no such column, whatever its header says. */
    public static final String NONE = "";

    private static final Pattern PLAIN_NUMBER = Pattern
            .compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    /**
     * Reads a file.
     *
     * @param file
     *            the file
     * @param columns
     *            headers for columns that have other names than the usual ones
     * @return the runs
     * @throws CoreException
     *             if it cannot be read or something in it is not as expected; mostly a {@link RunsFileException}
     */
    public static RunsFile read(Path file, Map<Column, String> columns) {
        String name = file.toString();
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw new RunsFileException(name, 0, null, "E_CSV_LARGE", MAXIMUM_BYTES / (1024 * 1024));
            }
            return read(Files.readAllBytes(file), name, columns);
        } catch (NoSuchFileException e) {
            throw new RunsFileException(name, 0, null, "E_CSV_NO_FILE");
        } catch (IOException e) {
            throw new RunsFileException(name, 0, null, "E_CSV_UNREADABLE");
        }
    }

    /**
     * Reads a table from memory.
     *
     * @param content
     *            the file, in UTF-8
     * @param name
     *            the name that refusals give
     * @param columns
     *            headers for columns that have other names than the usual ones
     * @return the runs
     * @throws RunsFileException
     *             if something in it is not as expected
     */
    public static RunsFile read(byte[] content, String name, Map<Column, String> columns) {
        if (content.length > MAXIMUM_BYTES) {
            throw new RunsFileException(name, 0, null, "E_CSV_LARGE", MAXIMUM_BYTES / (1024 * 1024));
        }
        CsvReader reader = new CsvReader(text(content, name), name);
        List<String> header = reader.next();
        if (header == null) {
            throw new RunsFileException(name, 0, null, "E_CSV_EMPTY");
        }
        Table table = new Table(name, header, reader.line(), columns);
        List<Run> runs = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
            runs.add(table.run(fields, reader.line()));
            lines.add(reader.line());
        }
        if (runs.isEmpty()) {
            throw new RunsFileException(name, 0, null, "E_CSV_NO_RUNS");
        }
        return new RunsFile(name, hash(content), new Runs(runs), List.copyOf(lines), table.derived());
    }

    static String text(byte[] content, String name) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new RunsFileException(name, 0, null, "E_CSV_NOT_TEXT");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new RunsFileException(name, 0, null, "E_CSV_NOT_TEXT");
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The columns of one file. */
    private static final class Table {

        private final String file;
        private final List<String> header;
        private final Map<Column, Integer> places = new EnumMap<>(Column.class);

        Table(String file, List<String> header, int line, Map<Column, String> columns) {
            this.file = file;
            this.header = header;
            if (header.size() == 1 && (header.getFirst().contains(";") || header.getFirst().contains("\t"))) {
                throw new RunsFileException(file, line, null, "E_CSV_SEPARATOR");
            }
            for (Column column : Column.values()) {
                place(column, columns.get(column), line);
            }
            boolean two = (has(Column.PARAMETERS) ? 1 : 0) + (has(Column.TOKENS) ? 1 : 0)
                    + (has(Column.COMPUTE) ? 1 : 0) >= 2;
            if (!two) {
                throw new RunsFileException(file, line, null, "E_CSV_TWO_OF", String.join(", ", header));
            }
            if (!has(Column.LOSS)) {
                throw new RunsFileException(file, line, null, "E_CSV_LOSS", String.join(", ", header));
            }
        }

        private void place(Column column, String wanted, int line) {
            if (NONE.equals(wanted)) {
                return;
            }
            for (int i = 0; i < header.size(); i++) {
                String field = header.get(i);
                boolean named = wanted == null
                        ? column.isNamed(field)
                        : Column.plain(field).equals(Column.plain(wanted));
                if (named) {
                    Integer other = places.put(column, i);
                    if (other != null) {
                        throw new RunsFileException(file, line, field.strip(), "E_CSV_TWICE", header.get(other).strip(),
                                field.strip(), column.key());
                    }
                }
            }
            if (wanted != null && !has(column)) {
                throw new RunsFileException(file, line, null, "E_CSV_NO_COLUMN", wanted, String.join(", ", header));
            }
        }

        private boolean has(Column column) {
            return places.containsKey(column);
        }

        Column derived() {
            for (Column column : List.of(Column.PARAMETERS, Column.TOKENS, Column.COMPUTE)) {
                if (!has(column)) {
                    return column;
                }
            }
            return null;
        }

        Run run(List<String> fields, int line) {
            if (fields.size() != header.size()) {
                throw new RunsFileException(file, line, null, "E_CSV_WIDTH", fields.size(), header.size());
            }
            double n = number(Column.PARAMETERS, fields, line);
            double d = number(Column.TOKENS, fields, line);
            double c = number(Column.COMPUTE, fields, line);
            double u = number(Column.UNIQUE_TOKENS, fields, line);
            double loss = number(Column.LOSS, fields, line);
            n = Double.isNaN(n) ? c / (6 * d) : n;
            d = Double.isNaN(d) ? c / (6 * n) : d;
            c = Double.isNaN(c) ? 6 * n * d : c;
            if (!(n > 0 && d > 0 && c > 0 && n < Double.POSITIVE_INFINITY && d < Double.POSITIVE_INFINITY
                    && c < Double.POSITIVE_INFINITY)) {
                throw new RunsFileException(file, line, null, "E_CSV_RANGE");
            }
            String label = has(Column.LABEL) ? fields.get(places.get(Column.LABEL)).strip() : "";
            return new Run(n, d, u, c, loss, label.isEmpty() ? null : label);
        }

        /** The number in a column, NaN where the file lacks the column. */
        private double number(Column column, List<String> fields, int line) {
            Integer place = places.get(column);
            if (place == null) {
                return Double.NaN;
            }
            String field = fields.get(place).strip();
            String name = header.get(place).strip();
            if (field.isEmpty()) {
                throw new RunsFileException(file, line, name, "E_CSV_BLANK");
            }
            double value = value(column, field, line, name);
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new RunsFileException(file, line, name, "E_CSV_POSITIVE", field);
            }
            return value;
        }

        private double value(Column column, String field, int line, String name) {
            if (field.length() <= 64 && PLAIN_NUMBER.matcher(field).matches()) {
                return Double.parseDouble(field);
            }
            try {
                return Quantities.parse(field, column.unit());
            } catch (QuantityFormatException e) {
                throw new RunsFileException(file, line, name, "E_CSV_NUMBER", abbreviate(field));
            }
        }

        private static String abbreviate(String field) {
            return field.length() <= 40 ? field : field.substring(0, 40) + "…";
        }
    }
}
