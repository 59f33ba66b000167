package org.isoflop.core.csv;

import org.isoflop.core.CoreException;

/** A comma-separated table that is refused, with the place in it. */
public final class CsvException extends CoreException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String column;

    /**
     * Creates the refusal.
     *
     * @param file
     *            the file, as it was given
     * @param line
     *            the line from 1, or 0 if it is the file as a whole
     * @param column
     *            the column by its name in the header, or null if it is the line as a whole
     * @param code
     *            a stable code; the sentence stands under {@code error.<code>}
     * @param arguments
     *            the arguments of the sentence
     */
    public CsvException(String file, int line, String column, String code, Object... arguments) {
        super(code, arguments);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the file.
     *
     * @return its name as it was given
     */
    public String file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return from 1, or 0 if it is the file as a whole
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column.
     *
     * @return its name in the header, or null if it is the line as a whole
     */
    public String column() {
        return column;
    }
}
