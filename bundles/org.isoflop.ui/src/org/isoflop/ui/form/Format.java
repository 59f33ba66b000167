package org.isoflop.ui.form;

import java.util.List;

/** How a value is typed. */
interface Format {

    /** The text of a value as people would type it; empty for null. */
    String show(Object value);

    /** The value of a text that is not empty. */
    Object read(String text) throws Refusal;

    /** What a value means, beyond its text; may be empty. */
    default String echo(Object value) {
        return value == null ? "" : show(value);
    }

    /** How many characters a typical text has. */
    default int width() {
        return 16;
    }

    /**
     * Completes what is typed.
     *
     * @param typed
     *            what was typed so far
     * @return whole texts that it may become
     */
    default List<String> completions(String typed) {
        return List.of();
    }
}
