package org.isoflop.ui.strategy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.form.FieldHost;
import org.isoflop.ui.form.ValueEditing;

/** The strategies of a scenario as columns. What steps say is edited in the cells. */
final class StrategyTable {

    private static final int NAME_WIDTH = 28;
    private static final int INDENT = 40;
    private static final int LEAST_WIDTH = 14;
    private static final int MOST_WIDTH = 44;

    private final FieldHost host;
    private final Consumer<String> say;
    private final TreeViewer viewer;
    private final Font bold;
    private final Color same;
    private final Set<Row> seen = new LinkedHashSet<>();
    private final List<TreeViewerColumn> columns = new ArrayList<>();
    private Sheet sheet;
    private int[] wanted = {};
    private int column;

    /** Hears which cell has the focus, and that more is wanted of it. */
    interface Listener {

        void focused();

        void opened();
    }

    StrategyTable(Composite parent, FieldHost host, Color same, Consumer<String> say, Listener listener) {
        this.host = host;
        this.same = same;
        this.say = say;
        viewer = new TreeViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Tree tree = viewer.getTree();
        host.adapt(tree);
        tree.setHeaderVisible(true);
        tree.setToolTipText("");
        bold = new LocalResourceManager(JFaceResources.getResources(), tree)
                .create(FontDescriptor.createFrom(tree.getFont()).setStyle(SWT.BOLD));
        tree.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.text("page.strategies");
            }
        });
        viewer.setContentProvider(new Contents());
        ColumnViewerToolTipSupport.enableFor(viewer);
        TreeViewerColumn names = new TreeViewerColumn(viewer, SWT.LEFT);
        names.getColumn().setText(Messages.text("strategies.measure"));
        names.getColumn().setWidth(width(NAME_WIDTH));
        names.setLabelProvider(new RowLabels());
        ValueEditing.navigate(viewer);
        tree.addListener(SWT.Selection, event -> listener.focused());
        tree.addListener(SWT.MouseDown, event -> pressed(event, listener));
        tree.addListener(SWT.KeyUp, event -> {
            if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT) {
                listener.focused();
            }
        });
        tree.addListener(SWT.Resize, event -> spread());
        tree.addListener(SWT.DefaultSelection, event -> listener.opened());
    }

    private void pressed(Event event, Listener listener) {
        int x = event.x;
        Tree tree = viewer.getTree();
        int at = -tree.getHorizontalBar().getSelection();
        for (int i = 0; i < tree.getColumnCount(); i++) {
            at += tree.getColumn(i).getWidth();
            if (x < at) {
                column = Math.max(0, i - 1);
                break;
            }
        }
        tree.getDisplay().asyncExec(() -> {
            if (!tree.isDisposed()) {
                listener.focused();
            }
        });
    }

    private int width(int characters) {
        GC gc = new GC(viewer.getTree());
        try {
            return (int) (gc.getFontMetrics().getAverageCharacterWidth() * characters);
        } finally {
            gc.dispose();
        }
    }

    TreeViewer viewer() {
        return viewer;
    }

    Sheet sheet() {
        return sheet;
    }

    /** Shows a scenario; what is the same as before keeps its place, its selection and whether it is open. */
    void show(Sheet next) {
        if (viewer.isCellEditorActive()) {
            sheet = next;
            for (Row root : sheet.roots()) {
                viewer.update(root, null);
                viewer.update(sheet.below(root).toArray(), null);
            }
            return;
        }
        boolean other = sheet == null || sheet.scenario() != next.scenario();
        sheet = next;
        Tree tree = viewer.getTree();
        tree.setRedraw(false);
        try {
            fit();
            if (other) {
                seen.clear();
                viewer.setInput(next.scenario());
            } else {
                viewer.refresh();
            }
            for (Row root : next.roots()) {
                if (seen.add(root)) {
                    viewer.setExpandedState(root, true);
                }
            }
            measure();
        } finally {
            tree.setRedraw(true);
        }
    }

    /** One column for each strategy. */
    private void fit() {
        while (columns.size() > sheet.strategies().size()) {
            columns.removeLast().getColumn().dispose();
        }
        while (columns.size() < sheet.strategies().size()) {
            int index = columns.size();
            TreeViewerColumn added = new TreeViewerColumn(viewer, SWT.RIGHT);
            added.setLabelProvider(new CellLabels(index));
            added.setEditingSupport(new ValueEditing(viewer, host, row -> sheet.place((Row) row, index), say));
            added.getColumn().addListener(SWT.Selection, event -> {
                column = index;
                viewer.getTree().notifyListeners(SWT.Selection, new Event());
            });
            columns.add(added);
        }
        for (int i = 0; i < columns.size(); i++) {
            TreeColumn shown = columns.get(i).getColumn();
            String name = Names.of(sheet.strategies().get(i));
            if (!name.equals(shown.getText())) {
                shown.setText(name);
                shown.setToolTipText(name);
            }
        }
        column = Math.clamp(column, 0, Math.max(0, columns.size() - 1));
    }

    private void measure() {
        GC gc = new GC(viewer.getTree());
        try {
            gc.setFont(bold);
            int margin = width(4);
            wanted = new int[columns.size()];
            int name = 0;
            for (Row root : sheet.roots()) {
                name = Math.max(name, gc.textExtent(sheet.name(root)).x);
                for (Row row : sheet.below(root)) {
                    name = Math.max(name, gc.textExtent(sheet.name(row)).x);
                }
            }
            TreeColumn names = viewer.getTree().getColumn(0);
            int room = Math.clamp(name + margin + INDENT, width(NAME_WIDTH), width(MOST_WIDTH));
            if (names.getWidth() < room) {
                names.setWidth(room);
            }
            for (int i = 0; i < columns.size(); i++) {
                int most = gc.textExtent(columns.get(i).getColumn().getText()).x;
                for (Row root : sheet.roots()) {
                    most = Math.max(most, gc.textExtent(sheet.text(root, i)).x);
                    for (Row row : sheet.below(root)) {
                        most = Math.max(most, gc.textExtent(sheet.text(row, i)).x);
                    }
                }
                wanted[i] = Math.clamp(most + margin, width(LEAST_WIDTH), width(MOST_WIDTH));
            }
        } finally {
            gc.dispose();
        }
        spread();
    }

    /** Gives every strategy what its texts need, and divides among them what is left. */
    private void spread() {
        Tree tree = viewer.getTree();
        int left = tree.getClientArea().width - tree.getColumn(0).getWidth() - IntStream.of(wanted).sum();
        int more = columns.isEmpty() ? 0 : Math.max(0, left / columns.size());
        for (int i = 0; i < Math.min(wanted.length, columns.size()); i++) {
            TreeColumn each = columns.get(i).getColumn();
            if (each.getWidth() != wanted[i] + more) {
                each.setWidth(wanted[i] + more);
            }
        }
    }

    /** The row that has the focus, or null. */
    Row row() {
        return (Row) viewer.getStructuredSelection().getFirstElement();
    }

    /** The strategy whose column has the focus, or -1. */
    int column() {
        ViewerCell cell = viewer.getColumnViewerEditor().getFocusCell();
        if (cell != null && cell.getColumnIndex() > 0 && cell.getColumnIndex() <= columns.size()
                && cell.getElement() == row()) {
            column = cell.getColumnIndex() - 1;
        }
        return columns.isEmpty() ? -1 : column;
    }

    /** Puts the focus on a cell, whose row is made visible. */
    void select(Row row, int strategy) {
        column = strategy;
        viewer.setSelection(new StructuredSelection(row), true);
        if (strategy >= 0 && strategy < columns.size()) {
            viewer.getTree().showColumn(columns.get(strategy).getColumn());
        }
    }

    /** Opens the editor of a cell. */
    void edit(Row row, int strategy) {
        select(row, strategy);
        viewer.reveal(row);
        viewer.editElement(row, strategy + 1);
    }

    private final class Contents implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return sheet.roots().toArray();
        }

        @Override
        public Object[] getChildren(Object row) {
            return sheet.below((Row) row).toArray();
        }

        @Override
        public Object getParent(Object row) {
            return switch ((Row) row) {
                case Row.Said said -> said.step();
                case Row.Result result -> sheet.roots().stream()
                        .filter(root -> root instanceof Row.Results && sheet.below(root).contains(result))
                        .findFirst().orElse(null);
                default -> null;
            };
        }

        @Override
        public boolean hasChildren(Object row) {
            return !sheet.below((Row) row).isEmpty();
        }
    }

    private final class RowLabels extends ColumnLabelProvider {

        @Override
        public String getText(Object row) {
            return sheet.name((Row) row);
        }

        @Override
        public Font getFont(Object row) {
            return row instanceof Row.Result || row instanceof Row.Said ? null : bold;
        }

        @Override
        public String getToolTipText(Object row) {
            return getText(row);
        }
    }

    private final class CellLabels extends ColumnLabelProvider {

        private final int index;

        CellLabels(int index) {
            this.index = index;
        }

        @Override
        public String getText(Object row) {
            return index < sheet.strategies().size() ? sheet.text((Row) row, index) : "";
        }

        @Override
        public Font getFont(Object row) {
            return sheet.isBest((Row) row, index) ? bold : null;
        }

        @Override
        public Color getForeground(Object row) {
            return index > 0 && !sheet.differs((Row) row, index) && !sheet.isBest((Row) row, index) ? same : null;
        }

        @Override
        public String getToolTipText(Object row) {
            return sheet.tip((Row) row, index);
        }
    }
}
