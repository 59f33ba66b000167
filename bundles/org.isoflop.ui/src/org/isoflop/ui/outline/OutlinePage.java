package org.isoflop.ui.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.eclipse.ui.part.IPageSite;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Ids;
import org.isoflop.ui.command.EditMenu;
import org.isoflop.ui.command.Scope;
import org.isoflop.ui.command.StudyKeys;
import org.isoflop.ui.edit.StudyTransfer;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** The outline of the study of one editor. */
public final class OutlinePage extends Page implements IContentOutlinePage {

    /** Edits that follow one another closely, such as a drag, are shown together. */
    private static final int DELAY = 60;

    private final StudyEditor editor;
    private final StudyDocument document;
    private final Runnable documentListener = this::changed;
    private final Runnable refresh = this::refresh;
    private final ISelectionChangedListener editorListener = event -> follow(event.getSelection());
    private final List<ISelectionChangedListener> listeners = new ArrayList<>();
    private FilteredTree tree;
    private Study shown;
    private List<Finding> findings;
    private Severities severities;
    private boolean following;

    /**
     * Creates the outline of an editor.
     *
     * @param editor
     *            the editor
     */
    public OutlinePage(StudyEditor editor) {
        this.editor = editor;
        this.document = editor.document();
    }

    @Override
    public void init(IPageSite site) {
        super.init(site);
        StudyKeys.install(site);
        site.setSelectionProvider(this);
    }

    @Override
    public void createControl(Composite parent) {
        PatternFilter filter = new PatternFilter();
        filter.setIncludeLeadingWildcard(true);
        tree = new FilteredTree(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL, filter, true, true);
        tree.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        TreeViewer viewer = viewer();
        viewer.setContentProvider(new StudyContents());
        viewer.setLabelProvider(new StudyLabels(viewer.getTree(), this::severity));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(this::selected);
        viewer.addDoubleClickListener(event -> {
            if (Scope.selected(shown, event.getSelection()).stream().findFirst().orElse(
                    null) instanceof EObject object) {
                editor.getSite().getPage().activate(editor);
                editor.reveal(object, null);
            }
        });
        int operations = DND.DROP_COPY | DND.DROP_MOVE;
        viewer.addDragSupport(operations, new Transfer[] {LocalSelectionTransfer.getTransfer(),
            StudyTransfer.instance(), TextTransfer.getInstance()}, new OutlineDrag(this));
        viewer.addDropSupport(operations, new Transfer[] {LocalSelectionTransfer.getTransfer(),
            StudyTransfer.instance(), TextTransfer.getInstance()}, new OutlineDrop(this));
        createMenu(viewer);
        document.addListener(documentListener);
        ISelectionProvider provider = editor.getSite().getSelectionProvider();
        if (provider != null) {
            provider.addSelectionChangedListener(editorListener);
        }
        refresh();
        if (provider != null) {
            follow(provider.getSelection());
        }
    }

    private void createMenu(TreeViewer viewer) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(Ids.OUTLINE_VIEW, menu, this);
    }

    private void fill(IMenuManager menu) {
        if (isEditable()) {
            AddMenu.fill(menu, this);
        }
        EditMenu.fill((MenuManager) menu, getSite().getWorkbenchWindow());
    }

    StudyEditor editor() {
        return editor;
    }

    boolean isEditable() {
        return Scope.isEditable(document);
    }

    TreeViewer viewer() {
        return tree.getViewer();
    }

    /** What is selected of the tree: groups and objects. */
    List<?> marked() {
        return viewer().getStructuredSelection().toList();
    }

    private Severity severity(Object element) {
        return severities == null ? null : severities.of(element);
    }

    private void changed() {
        if (document.study() != shown) {
            refresh();
        } else {
            tree.getDisplay().timerExec(DELAY, refresh);
        }
    }

    private void refresh() {
        if (tree.isDisposed()) {
            return;
        }
        Study study = document.study();
        if (findings != document.findings() || study != shown) {
            findings = document.findings();
            severities = study == null ? null : new Severities(study, findings);
        }
        if (study == shown) {
            viewer().refresh();
            return;
        }
        List<String> open = shown == null ? List.of() : Arrays.stream(viewer().getExpandedElements())
                .filter(EObject.class::isInstance).map(element -> Paths.path((EObject) element)).toList();
        List<Group> groups = Arrays.stream(viewer().getExpandedElements()).filter(Group.class::isInstance)
                .map(Group.class::cast).toList();
        boolean isFirst = shown == null;
        shown = study;
        viewer().setInput(study);
        if (isFirst) {
            viewer().expandToLevel(2);
        } else if (study != null) {
            List<Object> expanded = new ArrayList<>(
                    groups.stream().map(group -> new Group(study, group.list())).toList());
            open.stream().map(path -> Paths.find(study, path).map(Paths.Place::target).orElse(null))
                    .filter(Objects::nonNull).forEach(expanded::add);
            viewer().setExpandedElements(expanded.toArray());
        }
    }

    /** Selects what the editor has selected. */
    private void follow(ISelection selection) {
        if (shown == null || tree.isDisposed()) {
            return;
        }
        List<EObject> objects = Scope.selected(shown, selection);
        if (!objects.isEmpty() && !objects.equals(Scope.selected(shown, viewer().getSelection()))) {
            following = true;
            try {
                viewer().setSelection(new StructuredSelection(objects), true);
            } finally {
                following = false;
            }
        }
    }

    private void selected(SelectionChangedEvent event) {
        if (shown == null) {
            return;
        }
        SelectionChangedEvent ours = new SelectionChangedEvent(this, getSelection());
        List.copyOf(listeners).forEach(listener -> listener.selectionChanged(ours));
        List<EObject> objects = Scope.selected(shown, event.getSelection());
        if (!following && objects.size() == 1) {
            ISelectionProvider provider = editor.getSite().getSelectionProvider();
            if (provider != null) {
                provider.setSelection(new StructuredSelection(objects));
                if (!viewer().getControl().isFocusControl() && isInFront()) {
                    viewer().getControl().setFocus();
                }
            }
        }
    }

    private boolean isInFront() {
        return getSite().getPage().getActivePart() != editor;
    }

    @Override
    public Control getControl() {
        return tree;
    }

    @Override
    public void setFocus() {
        viewer().getControl().setFocus();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    /** What is selected, as objects of the study; a group stands for the study. */
    @Override
    public ISelection getSelection() {
        if (shown == null || tree == null || tree.isDisposed()) {
            return StructuredSelection.EMPTY;
        }
        List<EObject> objects = marked().stream()
                .map(element -> element instanceof Group group ? group.study() : (EObject) element).distinct().toList();
        return new StructuredSelection(objects);
    }

    @Override
    public void setSelection(ISelection selection) {
        if (shown != null && !tree.isDisposed()) {
            viewer().setSelection(new StructuredSelection(Scope.selected(shown, selection)), true);
        }
    }

    /** Selects an object that was just made. */
    void select(EObject object) {
        if (EcoreUtil.isAncestor(shown, object)) {
            refresh();
            viewer().setSelection(new StructuredSelection(object), true);
        }
    }

    @Override
    public void dispose() {
        document.removeListener(documentListener);
        ISelectionProvider provider = editor.getSite().getSelectionProvider();
        if (provider != null) {
            provider.removeSelectionChangedListener(editorListener);
        }
        super.dispose();
    }
}
