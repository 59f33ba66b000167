package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.ui.Messages;

/** The numbers of a plot as a table: for those who cannot see the chart, and for spreadsheets. */
public final class DataTable {

    private static final int NAME = 3;
    private static final int LABEL = 2;
    private static final int NUMBER = 150;
    private static final String END = System.lineSeparator();

    private record Row(String series, String label, double x, double y) {
    }

    private final Composite holder;
    private final Table table;
    private List<Row> rows = List.of();
    private Plot plot;

    /**
     * Creates the table.
     *
     * @param parent
     *            where
     */
    public DataTable(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        table = new Table(holder, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        layout.setColumnData(column("chart.table.series", SWT.LEFT), new ColumnWeightData(NAME, NUMBER));
        layout.setColumnData(column("chart.table.label", SWT.LEFT), new ColumnWeightData(LABEL, NUMBER / 2));
        for (int i = 0; i < 2; i++) {
            layout.setColumnData(new TableColumn(table, SWT.RIGHT), new ColumnWeightData(LABEL, NUMBER));
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
                table.selectAll();
            }
        });
        Menu menu = new Menu(table);
        item(menu, "chart.table.copy", this::copy);
        item(menu, "chart.table.selectAll", table::selectAll);
        table.setMenu(menu);
    }

    private TableColumn column(String key, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(Messages.text(key));
        return column;
    }

    private static void item(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
    }

    /**
     * Returns the control of the table.
     *
     * @return the control
     */
    public Control control() {
        return holder;
    }

    Table table() {
        return table;
    }

    /**
     * Shows the numbers of a plot; the selected rows stay selected.
     *
     * @param newPlot
     *            the plot
     */
    public void show(Plot newPlot) {
        if (newPlot == plot) {
            return;
        }
        plot = newPlot;
        List<Row> all = new ArrayList<>();
        for (Series series : plot.series()) {
            double[] x = series.x();
            double[] y = series.y();
            for (int i = 0; i < x.length; i++) {
                all.add(new Row(series.name(), series.pointLabels().isEmpty() ? "" : series.pointLabels().get(i),
                        x[i], y[i]));
            }
        }
        for (Bars bars : plot.bars()) {
            boolean vertical = bars.orientation() == Orientation.VERTICAL;
            for (int i = 0; i < bars.size(); i++) {
                String thing = plot.axis(bars.across()).nameAt(bars.position(i));
                String label = bars.label(i).isEmpty() && thing != null ? thing : bars.label(i);
                double length = bars.to(i) - bars.from(i);
                all.add(new Row(bars.name(), label, vertical ? bars.position(i) : length,
                        vertical ? length : bars.position(i)));
            }
        }
        rows = all;
        table.getColumn(2).setText(plot.x().title());
        table.getColumn(3).setText(plot.y().title());
        table.setItemCount(rows.size());
        table.clearAll();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        Row row = rows.get(table.indexOf(item));
        item.setText(new String[] {row.series(), row.label(), shown(row.x(), plot.x()), shown(row.y(), plot.y())});
    }

    // The unit stands in the heading.
    private static String shown(double value, Axis axis) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        if (axis.labels() == TickLabels.NAMES) {
            return Objects.requireNonNullElse(axis.nameAt(value), "\u2013");
        }
        if (axis.labels() == TickLabels.DATES) {
            return Dates.text(value, 0, Locale.getDefault());
        }
        Unit unit = axis.unit();
        return Quantities.format(value, unit == Unit.PARAMETERS || unit == Unit.FLOP ? unit : Unit.ONE,
                Locale.getDefault()).replace("\u202fFLOP", "");
    }

    private void copy() {
        int[] selected = table.getSelectionIndices();
        Arrays.sort(selected);
        Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {text(selected)}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** The rows as a spreadsheet takes them: a heading, tabs between cells, all digits. */
    String text(int... selected) {
        StringBuilder text = new StringBuilder(String.join("\t", Messages.text("chart.table.series"),
                Messages.text("chart.table.label"), plot.x().title(), plot.y().title())).append(END);
        for (int index : selected) {
            Row row = rows.get(index);
            text.append(String.join("\t", cell(row.series()), cell(row.label()), exact(row.x()), exact(row.y())))
                    .append(END);
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Quantities.exact(value) : "";
    }
}
