package org.isoflop.core.catalog;

import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.SourceData;
import org.isoflop.model.Text;

/** What an entry of the catalog has in a column. */
public sealed interface Cell {

    /**
     * Words, such as an organisation or a date.
     *
     * @param text
     *            in one or both languages
     */
    record Words(Text text) implements Cell {
    }

    /**
     * A number.
     *
     * @param figure
     *            the number with its interval, status and note
     * @param unit
     *            the unit that it is in
     * @param source
     *            where it comes from, or null where nothing is said of it
     * @param date
     *            the date of a price, or null
     * @param provider
     *            who asks a price, or null
     */
    record Value(Figure figure, Unit unit, SourceData source, String date, String provider) implements Cell {
    }
}
