package org.isoflop.ui.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.isoflop.core.catalog.EntryCopy;
import org.isoflop.core.catalog.EntryTable;
import org.isoflop.core.catalog.EntryTable.Cited;
import org.isoflop.core.catalog.EntryTable.Column;
import org.isoflop.core.catalog.EntryTable.Row;
import org.isoflop.core.catalog.Kind;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;
import org.isoflop.ui.ReadJob;
import org.isoflop.ui.chart.view.LiveActions;
import org.isoflop.ui.chart.view.MessagePage;
import org.isoflop.ui.command.Scope;
import org.isoflop.ui.command.StudyKeys;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.Fragment;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.edit.StudyClipboard;
import org.isoflop.ui.edit.StudyTransfer;
import org.isoflop.ui.editor.FrontEditorListener;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;

/** Shows what ships with Isoflop: entries to find, compare, and copy with their sources into the study in front. */
public final class CatalogView extends ViewPart {

    private static final String KIND = "kind";
    private static final String ALL = "all";
    private static final int MARGIN = 6;
    private static final int FILTER = 120;
    private static final int LINES = 3;

    private final FrontEditorListener activation = new FrontEditorListener(this::update);
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private final Map<Kind, EntryTable> tables = new EnumMap<>(Kind.class);
    private final Map<Kind, ToolItem> items = new EnumMap<>(Kind.class);
    private final LiveActions actions = new LiveActions();
    private Predicate<String> browser = Program::launch;
    private Kind kind;
    private Text filter;
    private Button copy;
    private Composite stack;
    private EntryRows rows;
    private MessagePage message;
    private Text description;
    private Link sources;
    private String counted = "";
    private String said = "";

    /**
     * Shows the catalog in the active window.
     *
     * @param kind
     *            what it shows
     * @return the view, or null if it could not be opened, which is in the log
     */
    public static CatalogView open(Kind kind) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            CatalogView view = (CatalogView) page.showView(Ids.CATALOG_VIEW);
            view.show(kind);
            return view;
        } catch (PartInitException e) {
            Log.error(Ids.CATALOG_VIEW, e);
            return null;
        }
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        StudyKeys.install(site);
        String name = memento == null ? null : memento.getString(KIND);
        kind = Kind.MODELS;
        for (Kind each : Kind.values()) {
            shelves.put(each, Shelf.of(each, memento));
            if (each.name().equals(name)) {
                kind = each;
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(KIND, kind.name());
        shelves.forEach((each, shelf) -> shelf.save(each, memento));
    }

    @Override
    public void createPartControl(Composite parent) {
        parent.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createHead(parent);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 1).applyTo(stack);
        rows = new EntryRows(stack, this::sort);
        rows.table().addListener(SWT.Selection, event -> update());
        rows.table().addListener(SWT.DefaultSelection, event -> choose());
        message = new MessagePage(stack, Map.of(ALL, () -> filter.setText("")));
        createFoot(parent);
        createActions();
        createDrag();
        getSite().getPage().addPartListener(activation);
        show(kind);
    }

    private void createHead(Composite parent) {
        Composite head = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(MARGIN, MARGIN / 2).applyTo(head);
        ToolBar kinds = new ToolBar(head, SWT.FLAT | SWT.RIGHT | SWT.HORIZONTAL);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), kinds);
        for (Kind each : Kind.values()) {
            ToolItem item = new ToolItem(kinds, SWT.RADIO);
            item.setText(Shelves.label(each));
            item.setImage(images.create(Shelves.icon(each).descriptor()));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection() && kind != each) {
                    show(each);
                }
            });
            items.put(each, item);
        }
        filter = new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        filter.setMessage(Messages.text("catalog.filter"));
        filter.addListener(SWT.Modify, event -> {
            said = "";
            fill();
        });
        filter.addListener(SWT.KeyDown, this::filterKey);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(FILTER, SWT.DEFAULT)
                .applyTo(filter);
        copy = new Button(head, SWT.PUSH);
        copy.setText(Messages.text("catalog.copy"));
        copy.addListener(SWT.Selection, event -> copy());
    }

    private void filterKey(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN && !rows.rows().isEmpty()) {
            rows.table().setFocus();
            if (rows.selection().isEmpty()) {
                rows.table().setSelection(0);
                update();
            }
            event.doit = false;
        } else if (event.keyCode == SWT.ESC) {
            filter.setText("");
            event.doit = false;
        }
    }

    private void createFoot(Composite parent) {
        Label line = new Label(parent, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Composite foot = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN / 2).spacing(0, MARGIN / 2).applyTo(foot);
        description = new Text(foot, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, description.getLineHeight() * LINES)
                .applyTo(description);
        sources = new Link(foot, SWT.WRAP);
        sources.addListener(SWT.Selection, event -> browse(event.text));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, description.getLineHeight()).applyTo(sources);
    }

    private void createActions() {
        IAction toStudy = actions.push("catalog.copy", Icon.ADD, this::copy, this::canCopy);
        IAction open = actions.push("catalog.open", Icon.STUDY, this::openEntries, this::isAnySelected);
        IAction columns = actions.push("catalog.columns", Icon.TABLE, this::chooseColumns,
                () -> tables.containsKey(kind));
        Action toClipboard = new Action(Messages.text("menu.copy")) {
            @Override
            public void run() {
                toClipboard();
            }
        };
        toClipboard.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        IActionBars bars = getViewSite().getActionBars();
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), toClipboard);
        for (IAction action : List.of(toStudy, open, columns)) {
            bars.getToolBarManager().add(action);
            bars.getMenuManager().add(action);
        }
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            actions.update();
            shown.add(toStudy);
            shown.add(open);
            if (isAnySelected()) {
                shown.add(toClipboard);
                shown.add(new Separator());
                addSources(shown);
            }
            shown.add(new Separator());
            shown.add(columns);
        });
        rows.table().setMenu(menu.createContextMenu(rows.table()));
    }

    private void addSources(IMenuManager menu) {
        for (Cited source : rows.selection().getFirst().sources()) {
            Action open = new Action(Messages.text("catalog.source", source.text().replace("&", "&&"))) {
                @Override
                public void run() {
                    browse(source.link().toASCIIString());
                }
            };
            open.setEnabled(source.link() != null);
            menu.add(open);
        }
    }

    private void createDrag() {
        DragSource source = new DragSource(rows.table(), DND.DROP_COPY);
        source.setTransfer(new Transfer[] {StudyTransfer.instance(), TextTransfer.getInstance()});
        source.addDragListener(new EntryDrag(this::text));
    }

    /** Shows the entries of a kind. */
    void show(Kind wanted) {
        kind = wanted;
        items.forEach((each, item) -> item.setSelection(each == kind));
        said = "";
        if (tables.containsKey(kind)) {
            fill();
            return;
        }
        say(Messages.text("catalog.reading"));
        new ReadJob<>(Messages.text("catalog.reading"), "catalog.fault", monitor -> EntryTable.of(wanted, Locale
                .getDefault()),
                table -> {
                    tables.put(wanted, table);
                    if (kind == wanted && !stack.isDisposed()) {
                        fill();
                    }
                }, sentence -> {
                    if (kind == wanted && !stack.isDisposed()) {
                        say(MessagePage.plain(sentence));
                    }
                }).schedule();
    }

    private void say(String sentence) {
        message.show(sentence);
        top(false);
        update();
    }

    private void top(boolean isTable) {
        ((StackLayout) stack.getLayout()).topControl = isTable ? rows.table() : message.control();
        stack.layout();
    }

    private void fill() {
        EntryTable table = tables.get(kind);
        if (table == null) {
            return;
        }
        Shelf shelf = shelves.get(kind);
        List<Column> columns = table.columns().stream().filter(column -> shelf.columns().contains(column.id()))
                .toList();
        List<Row> found = table.select(filter.getText(), shelf.sorted(), shelf.isDescending(), Locale.getDefault());
        rows.show(columns, found, shelf.sorted(), shelf.isDescending());
        counted = found.size() == table.rows().size() ? Messages.text("catalog.count", found.size())
                : Messages.text("catalog.found", found.size(), table.rows().size());
        if (found.isEmpty()) {
            say(Messages.text("catalog.none", MessagePage.plain(filter.getText()), ALL));
        } else {
            top(true);
            update();
        }
    }

    private void sort(String column, boolean isDescending) {
        shelves.put(kind, shelves.get(kind).sortedBy(column, isDescending));
        fill();
    }

    /** Asks which columns are shown. */
    void chooseColumns() {
        ColumnsDialog dialog = new ColumnsDialog(getSite().getShell(), tables.get(kind).columns(),
                shelves.get(kind).columns(), Shelves.columns(kind));
        if (dialog.open() == Window.OK) {
            shelves.put(kind, shelves.get(kind).withColumns(dialog.chosen()));
            fill();
        }
    }

    private boolean isAnySelected() {
        return ((StackLayout) stack.getLayout()).topControl == rows.table() && !rows.selection().isEmpty();
    }

    /** The editor of the study that entries are copied into, or null. */
    private StudyEditor target() {
        return getSite().getPage().getActiveEditor() instanceof StudyEditor editor
                && Scope.isEditable(editor.document()) ? editor : null;
    }

    private boolean canCopy() {
        return isAnySelected() && target() != null;
    }

    private void update() {
        if (stack == null || stack.isDisposed()) {
            return;
        }
        List<Row> selected = isAnySelected() ? rows.selection() : List.of();
        describe(selected);
        copy.setEnabled(canCopy());
        copy.setToolTipText(target() == null ? Messages.text("catalog.noStudy")
                : Messages.text("catalog.copy.tip", target().document().name().replace("&", "&&")));
        setContentDescription(said.isEmpty() ? counted : Messages.text("catalog.said", counted, said));
        actions.update();
    }

    private void describe(List<Row> selected) {
        if (selected.size() == 1) {
            Row row = selected.getFirst();
            description.setText(row.description().isEmpty() ? row.name() : row.name() + "\n" + row.description());
            sources.setText(Messages.text("catalog.sources", String.join("; ", row.sources().stream()
                    .map(CatalogView::linked).toList())));
            sources.setVisible(!row.sources().isEmpty());
        } else {
            description.setText(selected.isEmpty() ? Messages.text(target() == null ? "catalog.hint.noStudy"
                    : "catalog.hint") : Messages.text("catalog.selected", selected.size()));
            sources.setVisible(false);
        }
        String tip = selected.size() == 1 ? String.join("\n", selected.getFirst().sources().stream()
                .map(source -> source.text().replace("&", "&&")).toList()) : null;
        sources.setToolTipText(tip);
    }

    private static String linked(Cited source) {
        String text = MessagePage.plain(source.text());
        return source.link() == null ? text : "<a href=\"" + source.link().toASCIIString() + "\">" + text + "</a>";
    }

    /** Opens the page of a source; only addresses of sources come here, at a click of the user. */
    private void browse(String address) {
        if (!browser.test(address)) {
            Notice.show(Messages.text("catalog.browse.title"), Messages.text("catalog.browse.failed", address),
                    new IOException(address));
        }
    }

    private EntryCopy copied() {
        return EntryCopy.of(kind, rows.selection().stream().map(Row::id).toList());
    }

    /** Copies into the study in front, or opens a study of its own if there is none. */
    private void choose() {
        if (canCopy()) {
            copy();
        } else if (isAnySelected()) {
            openEntries();
        }
    }

    private void copy() {
        StudyEditor editor = target();
        if (editor == null || !isAnySelected()) {
            return;
        }
        EntryCopy copies = copied();
        String name = copies.entries().size() == 1 ? Names.of(copies.entries().getFirst())
                : Messages.text("catalog.entries", copies.entries().size());
        Edits edits = new Edits(editor.document().editing());
        Object before = edits.study() == null ? null : editor.document().editing().stack().getUndoCommand();
        try {
            List<EObject> pasted = Fragment.of(copies.study(), copies.entries()).paste(edits, null,
                    Messages.text("catalog.copy.command", name));
            boolean isNew = editor.document().editing().stack().getUndoCommand() != before;
            said = Messages.text(isNew ? "catalog.copied" : "catalog.present", name, editor.document().name());
            update();
            editor.getSite().getSelectionProvider().setSelection(new StructuredSelection(pasted));
        } catch (RefusedException e) {
            refuse(e);
        }
    }

    private void refuse(RefusedException fault) {
        MessageDialog.open(MessageDialog.INFORMATION, getSite().getShell(), Messages.text("menu.paste.title"),
                fault.getMessage(), 0, Messages.text("button.close"));
    }

    private void toClipboard() {
        if (isAnySelected()) {
            EntryCopy copies = copied();
            try {
                StudyClipboard.copy(stack.getDisplay(), copies.study(), copies.entries());
                said = Messages.text("catalog.clipboard");
                update();
            } catch (RefusedException e) {
                refuse(e);
            }
        }
    }

    /** The selected entries as text, or null. */
    private String text() {
        if (!isAnySelected()) {
            return null;
        }
        EntryCopy copies = copied();
        try {
            return Fragment.of(copies.study(), copies.entries()).text();
        } catch (RefusedException e) {
            Log.error(kind.name(), e);
            return null;
        }
    }

    private void openEntries() {
        for (Row row : new ArrayList<>(rows.selection())) {
            OpenStudies.catalog(getSite().getPage(), kind, row.id(), row.name());
        }
    }

    @Override
    public void setFocus() {
        if (isAnySelected()) {
            rows.table().setFocus();
        } else {
            filter.setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(activation);
        super.dispose();
    }

    Kind kind() {
        return kind;
    }

    EntryRows rows() {
        return rows;
    }

    Text filter() {
        return filter;
    }

    Button copyButton() {
        return copy;
    }

    Link sources() {
        return sources;
    }

    /** What the view says of the last copy. */
    String said() {
        return said;
    }

    /** What is said in place of a table. */
    String message() {
        return Objects.toString(message.text(), "");
    }

    /** Takes another way to open addresses. */
    void setBrowser(Predicate<String> other) {
        browser = other;
    }
}
