package org.isoflop.ui.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.core.catalog.EntryTable.Cell;
import org.isoflop.core.catalog.EntryTable.Column;
import org.isoflop.core.catalog.EntryTable.Row;

/** Shows rows of the catalog; only those that are seen are made. */
final class EntryRows {

    private static final int LONGEST = 56;
    private static final int MEASURED = 200;

    private final Table table;
    private final BiConsumer<String, Boolean> sort;
    private List<Column> columns = List.of();
    private List<Row> rows = List.of();

    /** The sort order that the user asks for is handed on: the id of a column, and whether the largest comes first. */
    EntryRows(Composite parent, BiConsumer<String, Boolean> sort) {
        this.sort = sort;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MouseMove, this::explain);
    }

    Table table() {
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    /** Shows rows, sorted already; what was selected stays selected. */
    void show(List<Column> nextColumns, List<Row> nextRows, String sorted, boolean isDescending) {
        List<String> selected = selection().stream().map(Row::id).toList();
        table.setRedraw(false);
        rows = nextRows;
        if (!columns.equals(nextColumns)) {
            columns = nextColumns;
            build();
        }
        table.setItemCount(rows.size());
        table.clearAll();
        int column = columns.stream().map(Column::id).toList().indexOf(sorted);
        table.setSortColumn(column < 0 ? null : table.getColumn(column));
        table.setSortDirection(column < 0 ? SWT.NONE : isDescending ? SWT.DOWN : SWT.UP);
        table.setSelection(indices(selected));
        table.setRedraw(true);
    }

    private void build() {
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        for (Column column : columns) {
            TableColumn made = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
            made.setText(column.label());
            made.setWidth(width(column));
            made.addListener(SWT.Selection, event -> sort.accept(column.id(),
                    table.getSortColumn() == made ? table.getSortDirection() == SWT.UP : column.isNumber()));
        }
    }

    /** A virtual table knows only the cells that were seen, so columns are as wide as their longest text. */
    private int width(Column column) {
        GC gc = new GC(table);
        try {
            int most = gc.textExtent(column.label()).x + table.getItemHeight();
            for (Row row : rows.subList(0, Math.min(rows.size(), MEASURED))) {
                String cell = text(row, column);
                most = Math.max(most, gc.textExtent(cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell).x);
            }
            return most + Math.max(16, table.getItemHeight());
        } finally {
            gc.dispose();
        }
    }

    private static String text(Row row, Column column) {
        Cell cell = row.cells().get(column.id());
        return cell == null ? "" : cell.text();
    }

    private int[] indices(List<String> ids) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (ids.contains(rows.get(i).id())) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    void select(List<String> ids) {
        table.setSelection(indices(ids));
    }

    /** The selected entries, from top to bottom. */
    List<Row> selection() {
        return Arrays.stream(table.getSelectionIndices()).sorted().filter(index -> index < rows.size())
                .mapToObj(rows::get).toList();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int index = table.indexOf(item);
        if (index >= 0 && index < rows.size()) {
            Row row = rows.get(index);
            item.setText(columns.stream().map(column -> text(row, column)).toArray(String[]::new));
        }
    }

    private void explain(Event event) {
        String tip = tip(new Point(event.x, event.y));
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    /** What is known of the cell at a point, or null. */
    String tip(Point point) {
        TableItem item = table.getItem(point);
        if (item == null || table.indexOf(item) >= rows.size()) {
            return null;
        }
        Row row = rows.get(table.indexOf(item));
        for (int i = 0; i < columns.size(); i++) {
            if (item.getBounds(i).contains(point)) {
                return tip(row, columns.get(i));
            }
        }
        return null;
    }

    private static String tip(Row row, Column column) {
        Cell cell = row.cells().get(column.id());
        if (cell == null) {
            return null;
        }
        String tip = cell.tip().isEmpty() ? cell.text() : cell.tip();
        return tip.replace("&", "&&");
    }
}
