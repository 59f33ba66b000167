package org.isoflop.ui.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;

/** Shows a {@link FitTable}; rows can be copied for a spreadsheet. */
final class TableControl {

    private static final int LONGEST = 48;
    private static final int MEASURED = 300;

    private final Table table;
    private FitTable shown;
    private Runnable selected = () -> {
    };

    TableControl(Composite parent, int style) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER | style);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> selected.run());
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            }
        });
        Menu menu = new Menu(table);
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.text("chart.table.copy"));
        item.addListener(SWT.Selection, event -> copy());
        table.setMenu(menu);
    }

    Table table() {
        return table;
    }

    /** Hears of rows that the user selects. */
    void onSelect(Runnable listener) {
        selected = listener;
    }

    void show(FitTable next) {
        if (next.equals(shown)) {
            return;
        }
        boolean samePlaces = shown != null && shown.columns().equals(next.columns())
                && shown.numeric() == next.numeric();
        shown = next;
        table.setRedraw(false);
        if (!samePlaces) {
            for (TableColumn column : table.getColumns()) {
                column.dispose();
            }
            for (int i = 0; i < next.columns().size(); i++) {
                new TableColumn(table, i == 0 || !next.numeric() ? SWT.LEFT : SWT.RIGHT).setText(next.columns().get(i));
            }
        }
        table.setItemCount(next.rows().size());
        table.clearAll();
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumn(i).setWidth(width(i));
        }
        int[] marked = next.marked().stream().mapToInt(Integer::intValue).sorted().toArray();
        if (!Arrays.equals(selection(), marked)) {
            table.setSelection(marked);
        }
        table.setRedraw(true);
    }

    /** A virtual table knows only the cells that were seen, so columns are as wide as their longest text. */
    private int width(int column) {
        int most;
        GC gc = new GC(table);
        try {
            most = gc.textExtent(shown.columns().get(column)).x;
            int rows = Math.min(shown.rows().size(), MEASURED);
            for (int i = 0; i < rows; i++) {
                String cell = shown.rows().get(i).get(column);
                most = Math.max(most, gc.textExtent(cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell).x);
            }
        } finally {
            gc.dispose();
        }
        return most + 2 * margin();
    }

    private int margin() {
        return Math.max(8, table.getItemHeight() / 2);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int row = table.indexOf(item);
        if (shown != null && row >= 0 && row < shown.rows().size()) {
            item.setText(shown.rows().get(row).toArray(String[]::new));
        }
    }

    int[] selection() {
        int[] rows = table.getSelectionIndices();
        Arrays.sort(rows);
        return rows;
    }

    private void copy() {
        if (shown != null) {
            int[] rows = table.getSelectionCount() == 0 ? IntStream.range(0, shown.rows().size())
                    .toArray() : selection();
            Notice.copy(text(rows));
        }
    }

    /** Rows as a spreadsheet takes them. */
    String text(int... rows) {
        List<List<String>> lines = Arrays.stream(rows).mapToObj(shown.rows()::get).collect(Collectors.toList());
        lines.addFirst(shown.columns());
        return lines.stream().map(line -> String.join("\t", line)).collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator();
    }
}
