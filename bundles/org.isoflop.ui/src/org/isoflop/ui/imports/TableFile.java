package org.isoflop.ui.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.fit.TablePreview;
import org.isoflop.core.models.ModelColumn;
import org.isoflop.core.models.ModelsFile;
import org.isoflop.ui.Messages;

/**
 * A table of models that was read, or what can be shown of it if it is refused. Reading belongs into a job.
 *
 * @param preview
 *            its first rows, or null if it is no table at all
 * @param columns
 *            which columns are which, or null
 * @param models
 *            the models, or null if the table is refused
 * @param problem
 *            why, or null
 * @param line
 *            the refused line, or 0
 * @param column
 *            the refused column, or null
 */
record TableFile(TablePreview preview, Map<ModelColumn, String> columns, ModelsFile models, String problem, int line,
        String column) {

    private static final int ROWS = 100;
    private static final int MEGABYTE = 1024 * 1024;

    /** Reads a file; without columns these are guessed by their names. */
    static TableFile read(String file, Map<ModelColumn, String> wanted) {
        byte[] content;
        String name;
        try {
            Path path = Path.of(file.strip());
            name = path.toString();
            if (Files.size(path) > ModelsFile.MAXIMUM_BYTES) {
                return refused(Messages.text("fit.file.large", ModelsFile.MAXIMUM_BYTES / MEGABYTE));
            }
            content = Files.readAllBytes(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            return refused(Messages.text("fit.file.none"));
        } catch (IOException e) {
            return refused(Messages.text("fit.file.unreadable"));
        }
        Map<ModelColumn, String> columns = wanted;
        try {
            if (columns == null) {
                columns = ModelColumn.guess(TablePreview.read(content, name, 0, 0).header());
            }
            TablePreview preview = TablePreview.read(content, name, ROWS, 0);
            if (CsvTable.NONE.equals(columns.get(ModelColumn.NAME))) {
                return new TableFile(preview, columns, null, Messages.text("import.table.noName"), 0, null);
            }
            return new TableFile(preview, columns, ModelsFile.read(content, name, columns), null, 0, null);
        } catch (CsvException e) {
            return new TableFile(preview(content, name, e.line()), columns, null, sentence(e), e.line(), e.column());
        }
    }

    private static TablePreview preview(byte[] content, String name, int line) {
        try {
            return TablePreview.read(content, name, ROWS, line);
        } catch (CsvException e) {
            return null; // No table at all; the refusal says why.
        }
    }

    private static TableFile refused(String problem) {
        return new TableFile(null, null, null, problem, 0, null);
    }

    private static String sentence(CsvException refusal) {
        String why = refusal.message(Locale.getDefault());
        if (refusal.line() == 0) {
            return why;
        }
        return refusal.column() == null
                ? Messages.text("fit.refused.line", Integer.toString(refusal.line()), why)
                : Messages.text("fit.refused.column", Integer.toString(refusal.line()), refusal.column(), why);
    }
}
