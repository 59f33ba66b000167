package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** A list of objects without identifiers, edited in place: a row for each object, a column for each feature. */
final class TableField extends Field {

    private static final String ROWS = "org.isoflop.ui.form.rows";
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 8;
    private static final int COLUMN = 12;

    private final FormHost forms;
    private final EClass type;
    private final List<EStructuralFeature> columns;
    private TableViewer viewer;
    private CLabel hint;
    private ToolItem add;
    private ToolItem duplicate;
    private ToolItem remove;
    private ToolItem up;
    private ToolItem down;
    private ToolItem whole;
    private int column;

    TableField(FormHost host, EReference via, EReference feature) {
        super(host, via, feature);
        forms = host;
        type = feature.getEReferenceType();
        columns = type.getEAllStructuralFeatures().stream().filter(inner -> !Features.isInternal(inner)).toList();
    }

    @Override
    boolean isTall() {
        return true;
    }

    @Override
    Control createControl(Composite grid) {
        Composite area = new Composite(grid, SWT.NONE);
        host().adapt(area);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        Composite bar = new Composite(area, SWT.NONE);
        host().adapt(bar);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        createTools(bar);
        hint = new CLabel(bar, SWT.NONE);
        host().adapt(hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(hint);
        createTable(area);
        return area;
    }

    private void createTools(Composite bar) {
        ToolBar tools = new ToolBar(bar, SWT.FLAT | SWT.HORIZONTAL);
        host().adapt(tools);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), tools);
        add = tool(tools, images, Icon.ADD, "table.add", this::add);
        duplicate = tool(tools, images, Icon.DUPLICATE, "table.duplicate", this::duplicate);
        remove = tool(tools, images, Icon.DELETE, "table.remove", this::remove);
        up = tool(tools, images, Icon.UP, "table.up", () -> move(-1));
        down = tool(tools, images, Icon.DOWN, "table.down", () -> move(1));
        if (columns.stream().anyMatch(Cells::isQuantity)) {
            whole = tool(tools, images, Icon.EDIT, "table.whole", this::editWhole);
        }
    }

    private ToolItem tool(ToolBar tools, LocalResourceManager images, Icon icon, String key, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(Messages.text(key, Features.label(type, Locale.getDefault())));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void createTable(Composite area) {
        Composite holder = new Composite(area, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        Table table = part(viewer.getTable(), labelText());
        table.setHeaderVisible(true);
        table.setToolTipText("");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Cells.navigate(viewer);
        for (EStructuralFeature feature : columns) {
            TableViewerColumn shown = new TableViewerColumn(viewer, isNumber(feature) ? SWT.RIGHT : SWT.NONE);
            shown.getColumn().setText(Features.label(feature, Locale.getDefault()));
            shown.getColumn().setToolTipText(Features.help(feature, Locale.getDefault()));
            shown.setLabelProvider(new CellLabels(forms, feature));
            shown.setEditingSupport(Cells.editing(viewer, forms, feature, this::say));
            layout.setColumnData(shown.getColumn(),
                    new ColumnWeightData(1, EntryField.width(table, COLUMN), true));
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(EntryField.width(table, COLUMN), height())
                .applyTo(holder);
        table.setData(ROWS, ROWS);
        viewer.addSelectionChangedListener(event -> {
            selected();
            tellSelection();
        });
        table.addListener(SWT.FocusIn, event -> tellSelection());
        table.addListener(SWT.FocusOut, event -> forms.rowsLeft());
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseDoubleClick, event -> {
            column = columnAt(event);
            editWhole();
        });
        table.addListener(SWT.MouseDown, event -> column = columnAt(event));
        table.setMenu(menu(table));
        if (whole != null) {
            EditQuantityHandler.offer(table, this::editWhole);
        }
    }

    private static boolean isNumber(EStructuralFeature feature) {
        return Cells.isQuantity(feature) || feature.getEType().getInstanceClass() == Double.class;
    }

    private int height() {
        Table table = viewer.getTable();
        return table.getHeaderHeight() + table.getItemHeight()
                * Math.clamp(rows().size(), FEWEST_ROWS, MOST_ROWS) + table.getBorderWidth() * 2;
    }

    private int columnAt(Event event) {
        Table table = viewer.getTable();
        Point point = new Point(event.x, event.y);
        if (table.getItem(point) != null) {
            for (int i = 0; i < table.getColumnCount(); i++) {
                if (table.getItem(point).getBounds(i).contains(point)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private Menu menu(Table table) {
        Menu menu = new Menu(table);
        entry(menu, "table.add.key", add);
        entry(menu, "table.duplicate.key", duplicate);
        entry(menu, "table.remove.key", remove);
        entry(menu, "table.up.key", up);
        entry(menu, "table.down.key", down);
        if (whole != null) {
            entry(menu, "table.whole.key", whole);
        }
        return menu;
    }

    private void entry(Menu menu, String key, ToolItem tool) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.text(key, Features.label(type, Locale.getDefault())));
        item.addListener(SWT.Selection, event -> tool.notifyListeners(SWT.Selection, new Event()));
        menu.addListener(SWT.Show, event -> item.setEnabled(tool.isEnabled()));
    }

    private void key(Event event) {
        if (!host().isEditable()) {
            return;
        }
        if (event.stateMask == SWT.ALT) {
            switch (event.keyCode) {
                case SWT.ARROW_UP -> move(-1);
                case SWT.ARROW_DOWN -> move(1);
                default -> {
                    return;
                }
            }
            event.doit = false;
        } else if (event.stateMask == 0 && event.keyCode == SWT.INSERT) {
            add();
        } else if (event.stateMask == 0 && event.keyCode == SWT.DEL) {
            remove();
        }
    }

    private List<?> rows() {
        return value() instanceof List<?> list ? list : List.of();
    }

    /** Whether a control is the table of such a field. */
    static boolean isRows(Control control) {
        return control.getData(ROWS) != null;
    }

    private void tellSelection() {
        if (viewer.getTable().isFocusControl()) {
            forms.rowSelected(selection());
        }
    }

    private EObject selection() {
        return (EObject) viewer.getStructuredSelection().getFirstElement();
    }

    void select(EObject row) {
        viewer.setSelection(row == null ? StructuredSelection.EMPTY : new StructuredSelection(row), true);
    }

    private void add() {
        if (owner() != null) {
            select(forms.add(owner(), (EReference) feature(), type));
        } else {
            EObject row = EcoreUtil.create(type);
            set(List.of(row));
            select(row);
        }
        viewer.getTable().setFocus();
    }

    private void duplicate() {
        if (selection() != null) {
            select(forms.duplicate(selection()));
        }
    }

    private void remove() {
        EObject row = selection();
        if (row == null) {
            return;
        }
        int index = rows().indexOf(row);
        forms.delete(List.of(row));
        if (!rows().isEmpty()) {
            select((EObject) rows().get(Math.min(index, rows().size() - 1)));
        }
    }

    private void move(int by) {
        EObject row = selection();
        if (row != null) {
            forms.move(row, by);
            select(row);
        }
    }

    /** Edits a whole quantity of the selected row: the one that was clicked, or else the first. */
    private void editWhole() {
        EObject row = selection();
        if (row == null || !host().isEditable()) {
            return;
        }
        EStructuralFeature clicked = column >= 0 && column < columns.size() ? columns.get(column) : null;
        EReference quantity = (EReference) (clicked != null && Cells.isQuantity(clicked) ? clicked
                : columns.stream().filter(Cells::isQuantity).findFirst().orElse(null));
        if (quantity == null) {
            return;
        }
        viewer.cancelEditing();
        QuantityDialog dialog = new QuantityDialog(viewer.getTable().getShell(), host(),
                Features.label(quantity, Locale.getDefault()), (Quantity) row.eGet(quantity), quantity,
                forms.unit(row, quantity));
        if (dialog.open() == Window.OK) {
            forms.set(row, quantity, dialog.result());
        }
    }

    private void selected() {
        EObject row = selection();
        int index = row == null ? -1 : rows().indexOf(row);
        boolean editable = host().isEditable() && parent() != null;
        add.setEnabled(editable);
        duplicate.setEnabled(editable && row != null);
        remove.setEnabled(editable && row != null);
        up.setEnabled(editable && index > 0);
        down.setEnabled(editable && index >= 0 && index < rows().size() - 1);
        if (whole != null) {
            whole.setEnabled(editable && row != null);
        }
        List<String> said = new ArrayList<>();
        if (row != null) {
            for (EStructuralFeature feature : columns) {
                if (row.eGet(feature) instanceof Quantity quantity) {
                    said.add(QuantityText.describe(QuantityText.brief(quantity, forms.unit(row, feature)), quantity,
                            forms.unit(row, feature)));
                }
            }
        }
        say(String.join("; ", said));
    }

    private void say(String sentence) {
        hint.setText(sentence);
        hint.setToolTipText(sentence.isEmpty() ? null : sentence);
    }

    @Override
    Table focusControl() {
        return viewer.getTable();
    }

    @Override
    void refresh() {
        List<Object> rows = List.copyOf(rows());
        if (rows.equals(viewer.getInput())) {
            viewer.refresh();
        } else {
            EObject row = selection();
            int before = viewer.getTable().getItemCount();
            viewer.setInput(rows);
            select(row != null && rows.contains(row) ? row : null);
            if (before != rows.size()) {
                resize();
            }
        }
        selected();
    }

    private void resize() {
        Composite holder = viewer.getTable().getParent();
        GridDataFactory.createFrom((GridData) holder.getLayoutData())
                .hint(EntryField.width(holder, COLUMN), height()).applyTo(holder);
        ObjectForm.reflow(holder);
    }

    @Override
    void focus(EObject object) {
        viewer.getTable().setFocus();
        rows().stream().map(EObject.class::cast).filter(row -> EcoreUtil.isAncestor(row, object)).findFirst()
                .ifPresent(this::select);
    }

    TableViewer viewer() {
        return viewer;
    }
}
