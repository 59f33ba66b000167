package org.isoflop.core.csv;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;

/** What a column of a kind of table can hold, and the headers that say so. */
public interface CsvColumn {

    /**
     * What stands in a column.
     *
     * @param key
     *            the name in the option that maps columns, such as {@code N}
     * @param unit
     *            the unit of the numbers in it, or null for words
     * @param names
     *            the usual headers, in lower case, without spaces and underscores
     */
    record Meaning(String key, Unit unit, List<String> names) {

        /**
         * Creates the meaning.
         *
         * @param key
         *            the name in the option that maps columns
         * @param unit
         *            the unit of the numbers in it, or null for words
         * @param names
         *            the usual headers
         */
        public Meaning(String key, Unit unit, String... names) {
            this(key, unit, List.of(names));
        }
    }

    /**
     * Returns what stands in the column.
     *
     * @return key, unit and headers
     */
    Meaning meaning();

    /**
     * Returns the name in the option that maps columns.
     *
     * @return such as {@code N}
     */
    default String key() {
        return meaning().key();
    }

    /**
     * Tells whether a header names this column.
     *
     * @param header
     *            a field of the header
     * @return whether it is one of the usual names; case, spaces and underscores do not count
     */
    default boolean isNamed(String header) {
        return meaning().names().contains(plain(header));
    }

    /**
     * Takes from a header what does not count.
     *
     * @param header
     *            a field of the header
     * @return the header in lower case, without spaces and underscores
     */
    static String plain(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
    }
}
