package org.isoflop.ui.catalog;

import java.util.List;

import org.eclipse.ui.IMemento;
import org.isoflop.core.catalog.Kind;

/**
 * How the table of one kind is shown.
 *
 * @param columns
 *            the ids of its columns
 * @param sorted
 *            the id of the column it is sorted by, or null for the order of the catalog
 * @param isDescending
 *            whether the largest comes first
 */
record Shelf(List<String> columns, String sorted, boolean isDescending) {

    private static final String TYPE = "shelf";
    private static final String COLUMNS = "columns";
    private static final String SORTED = "sorted";
    private static final String DESCENDING = "descending";

    /** How a kind was shown when the window was closed, or else as it is shown usually. */
    static Shelf of(Kind kind, IMemento memento) {
        if (memento != null) {
            for (IMemento child : memento.getChildren(TYPE)) {
                String columns = child.getString(COLUMNS);
                if (kind.name().equals(child.getID()) && columns != null && !columns.isBlank()) {
                    return new Shelf(columns.lines().toList(), child.getString(SORTED),
                            Boolean.TRUE.equals(child.getBoolean(DESCENDING)));
                }
            }
        }
        return new Shelf(Shelves.columns(kind), null, false);
    }

    void save(Kind kind, IMemento memento) {
        IMemento child = memento.createChild(TYPE, kind.name());
        child.putString(COLUMNS, String.join("\n", columns));
        if (sorted != null) {
            child.putString(SORTED, sorted);
        }
        child.putBoolean(DESCENDING, isDescending);
    }

    Shelf withColumns(List<String> chosen) {
        return new Shelf(chosen, sorted, isDescending);
    }

    Shelf sortedBy(String column, boolean descending) {
        return new Shelf(columns, column, descending);
    }
}
