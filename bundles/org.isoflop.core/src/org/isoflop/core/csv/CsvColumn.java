package org.isoflop.core.csv;

import java.util.Locale;

import org.isoflop.analysis.unit.Unit;

/** What a column of a kind of table can hold, and the headers that say so. */
public interface CsvColumn {

    /**
     * Returns the name in the option that maps columns.
     *
     * @return such as {@code N}
     */
    String key();

    /**
     * Returns the unit of the numbers in it.
     *
     * @return null for a column of words
     */
    Unit unit();

    /**
     * Tells whether a header names this column.
     *
     * @param header
     *            a field of the header
     * @return whether it is one of the usual names; case, spaces and underscores do not count
     */
    boolean isNamed(String header);

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
