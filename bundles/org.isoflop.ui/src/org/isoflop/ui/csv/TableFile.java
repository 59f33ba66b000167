package org.isoflop.ui.csv;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.csv.CsvColumn;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvReader;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.csv.TablePreview;
import org.isoflop.ui.Messages;

/**
 * A table that was read, or what can be shown of it if it is refused. Reading belongs into a job.
 *
 * @param <C>
 *            its columns
 * @param <T>
 *            what is read from it
 * @param path
 *            the file, or null if there is none
 * @param preview
 *            its first rows, or null if it is no table at all
 * @param columns
 *            which columns are which, or null
 * @param content
 *            what stands in it, or null if the table is refused
 * @param problem
 *            why, or null
 * @param line
 *            the refused line, or 0
 * @param column
 *            the refused column, or null
 */
public record TableFile<C extends Enum<C> & CsvColumn, T>(Path path, TablePreview preview, Map<C, String> columns,
        T content, String problem, int line, String column) {

    /** How many rows the preview shows. */
    public static final int ROWS = 100;

    static <C extends Enum<C> & CsvColumn, T> TableFile<C, T> read(String file, Map<C, String> wanted,
            TableKind<C, T> kind) {
        Path path;
        byte[] content;
        try {
            path = Path.of(file.strip());
            content = CsvReader.content(path, kind.maximumBytes());
        } catch (InvalidPathException e) {
            return refused(null, null, null, new CsvException(file, 0, null, "E_CSV_NO_FILE"));
        } catch (CsvException e) {
            return refused(null, null, null, e);
        }
        String name = path.getFileName().toString();
        Map<C, String> columns = wanted;
        try {
            if (columns == null) {
                columns = CsvTable.guess(kind.columns(), TablePreview.read(content, name, 0, 0).header());
            }
            TablePreview preview = TablePreview.read(content, name, ROWS, 0);
            String lacking = kind.lacking().apply(columns);
            T read = lacking == null ? kind.reader().read(content, name, columns) : null;
            return new TableFile<>(path, preview, columns, read, lacking, 0, null);
        } catch (CsvException e) {
            return refused(path, preview(content, name, e.line()), columns, e);
        }
    }

    private static TablePreview preview(byte[] content, String name, int line) {
        try {
            return TablePreview.read(content, name, ROWS, line);
        } catch (CsvException e) {
            return null; // No table at all; the refusal says why.
        }
    }

    private static <C extends Enum<C> & CsvColumn, T> TableFile<C, T> refused(Path path, TablePreview preview,
            Map<C, String> columns, CsvException refusal) {
        return new TableFile<>(path, preview, columns, null, sentence(refusal), refusal.line(), refusal.column());
    }

    private static String sentence(CsvException refusal) {
        String why = refusal.message(Locale.getDefault());
        if (refusal.line() == 0) {
            return why;
        }
        return refusal.column() == null
                ? Messages.text("refused.line", Integer.toString(refusal.line()), why)
                : Messages.text("refused.column", Integer.toString(refusal.line()), refusal.column(), why);
    }
}
