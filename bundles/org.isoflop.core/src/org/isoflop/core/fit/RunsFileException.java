package org.isoflop.core.fit;

import org.isoflop.core.CoreException;

/** A table of runs that is refused, with the place in it. */
public final class RunsFileException extends CoreException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String column;

    RunsFileException(String file, int line, String column, String code, Object... arguments) {
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
