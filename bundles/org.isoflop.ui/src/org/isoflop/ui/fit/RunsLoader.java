package org.isoflop.ui.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.CoreException;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.fit.Column;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.fit.TablePreview;
import org.isoflop.ui.Messages;

/** Reads a table of runs, and what can be shown of it if it is refused. Works in jobs. */
final class RunsLoader {

    /** How many rows the preview shows. */
    static final int ROWS = 100;

    private RunsLoader() {
    }

    /**
     * What was read.
     *
     * @param path
     *            the file
     * @param preview
     *            its first rows, or null if it is no table at all
     * @param columns
     *            which columns are which
     * @param runs
     *            the runs, or null if they are refused
     * @param problem
     *            why, or null
     * @param line
     *            the refused line, or 0
     * @param column
     *            the refused column, or null
     */
    record Loaded(Path path, TablePreview preview, Map<Column, String> columns, RunsFile runs, String problem, int line,
            String column) {
    }

    /** Reads a file; without columns these are guessed by their names. */
    static Loaded load(String text, Map<Column, String> columns) {
        Path path;
        byte[] content;
        try {
            path = Path.of(text.strip());
            if (Files.size(path) > RunsFile.MAXIMUM_BYTES) {
                return refused(path, Messages.text("fit.file.large", RunsFile.MAXIMUM_BYTES / (1024 * 1024)));
            }
            content = Files.readAllBytes(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            return refused(null, Messages.text("fit.file.none"));
        } catch (IOException e) {
            return refused(null, Messages.text("fit.file.unreadable"));
        }
        String name = path.getFileName().toString();
        Map<Column, String> mapped = columns;
        try {
            if (mapped == null) {
                mapped = TablePreview.read(content, name, 0, 0).guess();
            }
            List<Column> missing = TablePreview.missing(mapped);
            if (!missing.isEmpty()) {
                return new Loaded(path, TablePreview.read(content, name, ROWS, 0), mapped, null,
                        Messages.text(missing.size() == 1 ? "fit.columns.loss" : "fit.columns.two"), 0, null);
            }
            RunsFile runs = RunsFile.read(content, name, mapped);
            return new Loaded(path, TablePreview.read(content, name, ROWS, 0), mapped, runs, null, 0, null);
        } catch (CsvException e) {
            return new Loaded(path, preview(content, name, e.line()), mapped, null, sentence(e), e.line(), e.column());
        }
    }

    private static TablePreview preview(byte[] content, String name, int line) {
        try {
            return TablePreview.read(content, name, ROWS, line);
        } catch (CoreException e) {
            return null; // No table at all; the refusal says why.
        }
    }

    private static Loaded refused(Path path, String problem) {
        return new Loaded(path, null, null, null, problem, 0, null);
    }

    private static String sentence(CsvException e) {
        String why = e.message(Locale.getDefault());
        if (e.line() == 0) {
            return why;
        }
        return e.column() == null
                ? Messages.text("fit.refused.line", Integer.toString(e.line()), why)
                : Messages.text("fit.refused.column", Integer.toString(e.line()), e.column(), why);
    }
}
