package org.isoflop.core.catalog;

import java.util.Comparator;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.catalog.Cell.Value;
import org.isoflop.core.catalog.Cell.Words;
import org.isoflop.model.Text;

/**
 * A column of a table of entries.
 *
 * @param id
 *            the path of the feature in the entry, such as {@code training.tokens}; for lists with the key of the item,
 *            such as {@code peaks.bf16}, or {@code prices.rent} for the newest price
 * @param label
 *            its heading
 * @param unit
 *            the unit of its numbers, or null for a column of words
 */
public record CatalogColumn(String id, Text label, Unit unit) {

    /**
     * Orders entries by this column; those that have nothing in it come last, and equals stay in the order of the
     * catalog.
     *
     * @param locale
     *            the language of the reader
     * @param descending
     *            whether the largest comes first
     * @return the order
     */
    public Comparator<CatalogEntry> order(Locale locale, boolean descending) {
        Comparator<Cell> cells = (one, other) -> switch (one) {
            case Value value when other instanceof Value against -> Double.compare(number(value), number(against));
            case Words words when other instanceof Words against ->
                words.text().get(locale).compareToIgnoreCase(against.text().get(locale));
            default -> one instanceof Value ? -1 : 1;
        };
        return Comparator.comparing(entry -> entry.cells().get(id),
                Comparator.nullsLast(descending ? cells.reversed() : cells));
    }

    private static double number(Value value) {
        return value.figure().value() == null ? value.figure().low() : value.figure().value();
    }
}
