package org.isoflop.core.architecture;

import java.util.Locale;

import org.isoflop.core.CoreException;
import org.isoflop.model.validate.Finding;

/** A {@code config.json} that is refused, with the place. */
public final class ConfigException extends CoreException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;
    private final transient Finding finding;

    ConfigException(String file, int line, String field, String code, Object... arguments) {
        super(code, arguments);
        this.file = file;
        this.line = line;
        this.field = field;
        this.finding = null;
    }

    /** Refuses a file that is no readable JSON. */
    ConfigException(Finding finding) {
        super(finding.code());
        this.file = finding.file();
        this.line = finding.line();
        this.field = null;
        this.finding = finding;
    }

    /**
     * Returns the file.
     *
     * @return its name as it was given, or null
     */
    public String file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return the line from 1, or 0 if the file as a whole is refused
     */
    public int line() {
        return line;
    }

    /**
     * Returns the field.
     *
     * @return such as {@code hidden_size} or {@code text_config.hidden_size}, or null if no single field is refused
     */
    public String field() {
        return field;
    }

    @Override
    public String message(Locale locale) {
        return finding == null ? super.message(locale) : finding.message(locale);
    }
}
