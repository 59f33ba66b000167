package org.isoflop.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.isoflop.core.catalog.Kind;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.catalog.CatalogView;
import org.isoflop.ui.catalog.Shelves;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.form.FormHost;

/** The elements of a page, to select, add, duplicate, delete and reorder. */
final class MasterList {

    private final FormHost host;
    private final List<EReference> lists;
    private final Runnable changed;
    private final Composite control;
    private final TreeViewer viewer;
    private final ToolItem add;
    private final ToolItem duplicate;
    private final ToolItem delete;
    private final ToolItem up;
    private final ToolItem down;
    private Study study;
    private Set<String> expanded;
    private String path = "";
    private int index;

    /** One thing that can be added: where and of what class. */
    private record Addition(EObject owner, EReference list, EClass type) {

        String label() {
            return Messages.text("master.add", Features.label(type, Locale.getDefault()));
        }
    }

    MasterList(Composite parent, FormHost host, List<EReference> lists, Runnable changed) {
        this.host = host;
        this.lists = lists;
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        host.adapt(control);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        ToolBar tools = new ToolBar(control, SWT.FLAT | SWT.HORIZONTAL);
        host.adapt(tools);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), tools);
        add = tool(tools, images, Icon.ADD, "master.add.tip", this::add);
        duplicate = tool(tools, images, Icon.DUPLICATE, "master.duplicate.tip", this::duplicate);
        delete = tool(tools, images, Icon.DELETE, "master.delete.tip", this::delete);
        up = tool(tools, images, Icon.UP, "master.up.tip", () -> move(-1));
        down = tool(tools, images, Icon.DOWN, "master.down.tip", () -> move(1));
        if (lists.contains(IsoflopPackage.Literals.STUDY__LAWS)
                || lists.contains(IsoflopPackage.Literals.STUDY__RUN_TABLES)) {
            tool(tools, images, Icon.FIT, "master.fit.tip", MasterList::fit);
        }
        kind().ifPresent(kind -> tool(tools, images, Icon.CATALOG, "master.catalog.tip",
                () -> CatalogView.open(kind)));
        viewer = new TreeViewer(control, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Tree tree = viewer.getTree();
        host.adapt(tree);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, tree.getItemHeight() * 3).applyTo(tree);
        tree.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = lists.stream().map(list -> Features.label(list, Locale.getDefault()))
                        .collect(Collectors.joining(", "));
            }
        });
        viewer.setContentProvider(new Elements(lists));
        viewer.setLabelProvider(new ElementLabels(tree, host::marks));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(event -> selected());
        tree.addListener(SWT.KeyDown, this::key);
        tree.setMenu(menu(tree));
    }

    private static ToolItem tool(ToolBar tools, LocalResourceManager images, Icon icon, String key, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(Messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private static void fit() {
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        try {
            handlers.executeCommand(Ids.FIT, null);
        } catch (CommandException e) {
            Log.error(Ids.FIT, e);
        }
    }

    /** What the catalog has for this page. */
    private Optional<Kind> kind() {
        return lists.stream().flatMap(list -> Shelves.of(list).stream()).findFirst();
    }

    private Menu menu(Tree tree) {
        Menu menu = new Menu(tree);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            if (host.isEditable()) {
                additions().forEach(addition -> item(menu, addition.label(), true, () -> add(addition)));
            }
            kind().ifPresent(kind -> item(menu, Messages.text("master.catalog"), true,
                    () -> CatalogView.open(kind)));
            separator(menu);
            item(menu, Messages.text("master.duplicate"), duplicate.isEnabled(), this::duplicate);
            item(menu, Messages.text("master.delete"), delete.isEnabled(), this::delete);
            separator(menu);
            item(menu, Messages.text("master.up"), up.isEnabled(), () -> move(-1));
            item(menu, Messages.text("master.down"), down.isEnabled(), () -> move(1));
        });
        return menu;
    }

    private static void item(Menu menu, String text, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private static MenuItem separator(Menu menu) {
        return new MenuItem(menu, SWT.SEPARATOR);
    }

    private void key(Event event) {
        if (!host.isEditable()) {
            return;
        }
        if (event.stateMask == SWT.ALT && event.keyCode == SWT.ARROW_UP) {
            move(-1);
        } else if (event.stateMask == SWT.ALT && event.keyCode == SWT.ARROW_DOWN) {
            move(1);
        } else if (event.stateMask == 0 && event.keyCode == SWT.INSERT) {
            add(additions().getFirst());
        } else if (event.stateMask == 0 && event.keyCode == SWT.DEL) {
            delete();
        } else {
            return;
        }
        event.doit = false;
    }

    /** What can be added: beside what is selected, into it, and to the lists themselves. */
    private List<Addition> additions() {
        List<Addition> additions = new ArrayList<>();
        EObject selection = selection();
        if (selection != null) {
            add(additions, selection.eContainer(), selection.eContainmentFeature());
            Elements.places(selection).forEach(place -> add(additions, selection, place));
        }
        lists.forEach(list -> add(additions, study, list));
        return additions.stream().distinct().toList();
    }

    private static void add(List<Addition> additions, EObject owner, EReference where) {
        if (!where.isMany() && owner.eIsSet(where)) {
            return;
        }
        IsoflopPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && where.getEReferenceType().isSuperTypeOf(type))
                .forEach(type -> additions.add(new Addition(owner, where, type)));
    }

    private void add() {
        List<Addition> additions = additions();
        if (additions.size() == 1) {
            add(additions.getFirst());
            return;
        }
        Menu menu = new Menu(control);
        additions.forEach(addition -> item(menu, addition.label(), true, () -> add(addition)));
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        Rectangle bounds = add.getBounds();
        menu.setLocation(add.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    private void add(Addition addition) {
        select(host.add(addition.owner(), addition.list(), addition.type()));
        viewer.getTree().setFocus();
    }

    private void duplicate() {
        if (selection() != null) {
            select(host.duplicate(selection()));
        }
    }

    private void delete() {
        if (selection() != null) {
            host.delete(List.of(selection()));
        }
    }

    private void move(int by) {
        EObject object = selection();
        if (object != null) {
            host.move(object, by);
            select(object);
        }
    }

    private void selected() {
        EObject object = selection();
        if (object != null) {
            path = Paths.path(object);
            index = siblings(object).indexOf(object);
        }
        enable();
        changed.run();
    }

    private void enable() {
        EObject object = selection();
        boolean editable = host.isEditable();
        int last = object == null ? -1 : siblings(object).size() - 1;
        int place = object == null ? -1 : siblings(object).indexOf(object);
        add.setEnabled(editable);
        duplicate.setEnabled(editable && object != null && Edits.isListed(object));
        delete.setEnabled(editable && object != null);
        up.setEnabled(editable && place > 0);
        down.setEnabled(editable && place >= 0 && place < last);
    }

    private static List<?> siblings(EObject object) {
        return Elements.held(object.eContainer(), object.eContainmentFeature());
    }

    Composite control() {
        return control;
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** The object that is selected, or null. */
    EObject selection() {
        EObject object = (EObject) viewer.getStructuredSelection().getFirstElement();
        return object != null && study != null && EcoreUtil.isAncestor(study, object) ? object : null;
    }

    IStructuredSelection structuredSelection() {
        EObject object = selection();
        return object == null ? StructuredSelection.EMPTY : new StructuredSelection(object);
    }

    /** Selects an object, or the nearest one around it that stands here. */
    void select(EObject object) {
        EObject listed = object;
        while (listed != null && !isListed(listed)
                && (listed.eContainmentFeature() == null || !Elements.places(listed.eContainer())
                        .contains(listed.eContainmentFeature()))) {
            listed = listed.eContainer();
        }
        if (listed != null) {
            viewer.refresh();
            viewer.setSelection(new StructuredSelection(listed), true);
        }
    }

    private boolean isListed(EObject object) {
        return object.eContainer() != null && lists.contains(object.eContainmentFeature());
    }

    /** Shows what the study holds now; a study that was read again keeps selection and open branches by their paths. */
    void refresh() {
        EObject before = selection();
        if (study != host.study()) {
            remember();
            study = host.study();
            viewer.setInput(study);
            if (expanded == null) {
                expand();
                expanded = Set.of();
            }
            expanded.forEach(open -> find(open).ifPresent(object -> viewer.setExpandedState(object, true)));
            find(path).ifPresent(this::select);
        } else {
            viewer.refresh();
        }
        if (before != null && study != null && !EcoreUtil.isAncestor(study, before) || selection() == null) {
            selectNeighbour();
        }
        enable();
    }

    /** Architectures are deep, so that models are better overlooked without them. */
    private void expand() {
        if (!lists.contains(IsoflopPackage.Literals.STUDY__MODELS)) {
            viewer.expandAll();
        }
    }

    private void remember() {
        if (study == null) {
            return;
        }
        expanded = new LinkedHashSet<>();
        for (Object object : viewer.getExpandedElements()) {
            expanded.add(Paths.path((EObject) object));
        }
    }

    private Optional<EObject> find(String where) {
        return where.isEmpty() ? Optional.empty() : Paths.find(study, where).map(Paths.Place::target);
    }

    /** After what was selected has gone, selects what stands in its place. */
    private void selectNeighbour() {
        EObject around = find(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "").orElse(null);
        List<?> elements = around == null ? Elements.of(study, lists)
                : Elements.places(around).stream().map(place -> Elements.held(around, place))
                        .filter(held -> !held.isEmpty()).findFirst().orElse(List.of());
        if (!elements.isEmpty()) {
            select((EObject) elements.get(Math.clamp(index, 0, elements.size() - 1)));
        } else if (around != null) {
            select(around);
        } else {
            viewer.setSelection(StructuredSelection.EMPTY);
        }
    }

    /** The class of the elements, in words. */
    String type() {
        return lists.stream().map(list -> Features.label(list.getEReferenceType(), Locale.getDefault()))
                .collect(Collectors.joining(", "));
    }
}
