package org.isoflop.ui.findings;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;

/** The table of findings: what is wrong, how to mend it (a link where a machine can), where, and the line. */
final class FindingsRows {

    private static final int SENTENCE = 44;
    private static final int REMEDY = 27;
    private static final int WHERE = 22;
    private static final int LINE = 7;
    /** A narrow view scrolls: a sentence of three words says nothing. */
    private static final int WIDTH = 6;
    private static final int REMEDY_COLUMN = 1;

    private final Composite control;
    private final TableViewer viewer;

    FindingsRows(Composite parent, Consumer<Finding> open, Consumer<Finding> mend) {
        control = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        control.setLayout(layout);
        viewer = new TableViewer(control, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        TableColumn first = column(layout, "findings.sentence", SENTENCE, Row::sentence,
                Comparator.comparing((Row row) -> row.finding().severity()).thenComparing(Row::sentence));
        column(layout, "findings.fix", REMEDY, Row::remedy,
                Comparator.comparing((Row row) -> !row.isMendable()).thenComparing(Row::remedy));
        column(layout, "findings.where", WHERE, Row::where, Comparator.comparing(Row::where));
        column(layout, "findings.line", LINE, Row::line, Comparator.comparing((Row row) -> row.finding().line()));
        sort(first, Comparator.comparing(row -> row.finding().severity()), SWT.DOWN);
        viewer.addOpenListener(event -> {
            if (viewer.getStructuredSelection().getFirstElement() instanceof Row row) {
                open.accept(row.finding());
            }
        });
        viewer.getTable().addListener(SWT.MouseUp, event -> click(event, mend));
        viewer.getTable().addListener(SWT.MouseMove, event -> viewer.getTable()
                .setCursor(link(event) == null ? null : event.display.getSystemCursor(SWT.CURSOR_HAND)));
    }

    private void click(Event event, Consumer<Finding> mend) {
        Row row = link(event);
        if (row != null && event.button == 1 && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            mend.accept(row.finding());
        }
    }

    /** The row whose link is under the mouse, or null. */
    private Row link(Event event) {
        ViewerCell cell = viewer.getCell(new Point(event.x, event.y));
        return cell != null && cell.getColumnIndex() == REMEDY_COLUMN && cell.getElement() instanceof Row row
                && row.isMendable() ? row : null;
    }

    private TableColumn column(TableColumnLayout layout, String title, int weight, Function<Row, String> text,
            Comparator<Row> order) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(Messages.text(title));
        column.getColumn().setMoveable(false);
        column.setLabelProvider(new Labels(text, viewer.getTable().getColumnCount() - 1));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, weight * WIDTH));
        column.getColumn().addListener(SWT.Selection, event -> {
            boolean isAgain = viewer.getTable().getSortColumn() == column.getColumn();
            sort(column.getColumn(), order,
                    isAgain && viewer.getTable().getSortDirection() == SWT.DOWN ? SWT.UP : SWT.DOWN);
        });
        return column.getColumn();
    }

    // Rows that are equal in the column stay in the order of the file.
    private void sort(TableColumn column, Comparator<Row> order, int direction) {
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(direction);
        Comparator<Row> wanted = direction == SWT.DOWN ? order : order.reversed();
        viewer.setComparator(new ViewerComparator() {
            @Override
            public int compare(Viewer table, Object left, Object right) {
                return wanted.compare((Row) left, (Row) right);
            }
        });
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    void show(List<Row> rows) {
        viewer.setInput(rows);
    }

    void select(Predicate<Row> wanted) {
        if (viewer.getInput() instanceof List<?> rows) {
            viewer.setSelection(new StructuredSelection(
                    rows.stream().map(Row.class::cast).filter(wanted).toList()), true);
        }
    }

    /** The icon of a severity, which belongs to the workbench. */
    static Image image(Severity severity) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
        });
    }

    private static final class Labels extends ColumnLabelProvider {

        private final Function<Row, String> text;
        private final int column;

        Labels(Function<Row, String> text, int column) {
            this.text = text;
            this.column = column;
        }

        @Override
        public String getText(Object element) {
            return text.apply((Row) element);
        }

        @Override
        public Image getImage(Object element) {
            return column == 0 ? image(((Row) element).finding().severity()) : null;
        }

        @Override
        public Color getForeground(Object element) {
            return column == REMEDY_COLUMN && ((Row) element).isMendable()
                    ? PlatformUI.getWorkbench().getDisplay().getSystemColor(SWT.COLOR_LINK_FOREGROUND)
                    : null;
        }

        @Override
        public String getToolTipText(Object element) {
            String content = getText(element);
            return content.isEmpty() ? null : content;
        }
    }
}
