package org.isoflop.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isoflop.model.Text;

/**
 * An entry of the catalog as a row of a table. Immutable, for any thread.
 *
 * @param kind
 *            what it is
 * @param id
 *            its id, unique in its kind
 * @param name
 *            its name
 * @param description
 *            what a reader should know, or null
 * @param study
 *            the name of the file that holds it, without its extension
 * @param cells
 *            what it has, by the id of the column; columns that it has nothing in are left out
 */
public record CatalogEntry(Kind kind, String id, Text name, Text description, String study, Map<String, Cell> cells) {

    /** Keeps the order of the cells. */
    public CatalogEntry {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * Returns what stands in a column.
     *
     * @param column
     *            the id of a column
     * @return empty if nothing does
     */
    public Optional<Cell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /**
     * Tells whether the entry speaks of something: whether its id, its name or the words in its cells contain a text,
     * whatever the case.
     *
     * @param text
     *            what is looked for
     * @param locale
     *            the language of the reader
     * @return whether it does
     */
    public boolean contains(String text, Locale locale) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return holds(id, wanted) || holds(name.get(locale), wanted) || cells.values().stream()
                .anyMatch(cell -> cell instanceof Cell.Words words && holds(words.text().get(locale), wanted));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
