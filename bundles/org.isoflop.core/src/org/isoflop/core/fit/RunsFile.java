package org.isoflop.core.fit;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.core.CoreException;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvReader;
import org.isoflop.core.csv.CsvTable;

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

    /** Two of these are enough, for C = 6·N·D. */
    private static final List<Column> PLACE = List.of(Column.PARAMETERS, Column.TOKENS, Column.COMPUTE);

    /**
     * Reads a file.
     *
     * @param file
     *            the file
     * @param columns
     *            headers for columns that have other names than the usual ones
     * @return the runs
     * @throws CoreException
     *             if it cannot be read or something in it is not as expected; mostly a {@link CsvException}
     */
    public static RunsFile read(Path file, Map<Column, String> columns) {
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
     *            headers for columns that have other names than the usual ones
     * @return the runs
     * @throws CsvException
     *             if something in it is not as expected
     */
    public static RunsFile read(byte[] content, String name, Map<Column, String> columns) {
        CsvReader.requireSize(content.length, MAXIMUM_BYTES, name);
        CsvReader reader = new CsvReader(content, name);
        List<String> header = reader.next();
        if (header == null) {
            throw new CsvException(name, 0, null, "E_CSV_EMPTY");
        }
        Table table = new Table(name, header, reader.line(), columns);
        List<Run> runs = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
            runs.add(table.run(fields, reader.line()));
            lines.add(reader.line());
        }
        if (runs.isEmpty()) {
            throw new CsvException(name, 0, null, "E_CSV_NO_RUNS");
        }
        return new RunsFile(name, hash(content), new Runs(runs), List.copyOf(lines), table.derived());
    }

    /**
     * Says what a mapping lacks.
     *
     * @param columns
     *            the header of each column
     * @return columns that are needed and not there; of N, D and C two are needed
     */
    public static List<Column> missing(Map<Column, String> columns) {
        List<Column> lacking = PLACE.stream().filter(column -> !isThere(columns, column)).toList();
        List<Column> missing = new ArrayList<>(lacking.size() > 1 ? lacking : List.of());
        if (!isThere(columns, Column.LOSS)) {
            missing.add(Column.LOSS);
        }
        return missing;
    }

    private static boolean isThere(Map<Column, String> columns, Column column) {
        return !Objects.requireNonNullElse(columns.get(column), CsvTable.NONE).equals(CsvTable.NONE);
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
        private final CsvTable<Column> columns;

        Table(String file, List<String> header, int line, Map<Column, String> wanted) {
            this.file = file;
            columns = new CsvTable<>(file, header, line, Column.class, wanted);
            if (PLACE.stream().filter(columns::has).count() < 2) {
                throw new CsvException(file, line, null, "E_CSV_TWO_OF", String.join(", ", header));
            }
            if (!columns.has(Column.LOSS)) {
                throw new CsvException(file, line, null, "E_CSV_LOSS", String.join(", ", header));
            }
        }

        Column derived() {
            return PLACE.stream().filter(column -> !columns.has(column)).findFirst().orElse(null);
        }

        Run run(List<String> fields, int line) {
            columns.requireWidth(fields, line);
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
                throw new CsvException(file, line, null, "E_CSV_RANGE");
            }
            return new Run(n, d, u, c, loss, columns.text(Column.LABEL, fields));
        }

        /** The number in a column, NaN where the file lacks the column; a column of the file is never blank. */
        private double number(Column column, List<String> fields, int line) {
            if (columns.has(column) && columns.text(column, fields) == null) {
                throw new CsvException(file, line, columns.name(column), "E_CSV_BLANK");
            }
            return columns.number(column, fields, line);
        }
    }
}
