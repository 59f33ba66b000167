package org.isoflop.ui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.OpenStudies;

/** Lists open studies, recent studies and examples, and opens them. */
public final class StudiesView extends ViewPart {

    private static final int INDENT = 6;
    private static final int DESCRIPTION_LINES = 10;

    private final IPartListener2 parts = new EditorsChanged();
    private final IPropertyListener renamed = (source, property) -> refreshLater();
    private final IPreferenceChangeListener recentChanged = event -> refreshLater();
    private List<StudyItem.Shipped> examples = List.of();
    private TreeViewer viewer;
    private Text description;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        parent.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new StudyItemLabels(viewer.getControl()));
        viewer.addOpenListener(event -> open(viewer.getStructuredSelection().getFirstElement()));
        viewer.addSelectionChangedListener(
                event -> describe(viewer.getStructuredSelection().getFirstElement()));

        Label line = new Label(parent, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        description = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, INDENT)
                .hint(SWT.DEFAULT, description.getLineHeight() * DESCRIPTION_LINES).applyTo(description);
        createMenu();
        createToolBar();
        getSite().setSelectionProvider(viewer);

        getSite().getPage().addPartListener(parts);
        for (IEditorReference editor : getSite().getPage().getEditorReferences()) {
            editor.addPropertyListener(renamed);
        }
        RecentStudies.preferences().addPreferenceChangeListener(recentChanged);
        viewer.setInput(this);
        viewer.expandAll();
        describe(null);
        new ReadExamples().schedule();
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
    }

    private void createToolBar() {
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        for (String command : List.of(Ids.NEW_STUDY, Ids.OPEN_FILE, Ids.WELCOME)) {
            bar.add(new CommandContributionItem(new CommandContributionItemParameter(getSite(), null, command,
                    CommandContributionItem.STYLE_PUSH)));
        }
    }

    private void fillMenu(IMenuManager menu) {
        Object item = viewer.getStructuredSelection().getFirstElement();
        if (item == null || item instanceof StudyItem.Group) {
            return;
        }
        menu.add(action("studies.open", () -> open(item)));
        if (item instanceof StudyItem.Recent recent) {
            menu.add(action("studies.forget", () -> RecentStudies.remove(recent.path())));
        }
    }

    private static Action action(String label, Runnable task) {
        return new Action(Messages.text(label)) {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    private void open(Object item) {
        switch (item) {
            case StudyItem.Group group -> viewer.setExpandedState(group, !viewer.getExpandedState(group));
            case StudyItem.Open open -> getSite().getPage().activate(open.editor().getPart(true));
            case StudyItem.Recent recent -> OpenStudies.file(getSite().getPage(), recent.path());
            case StudyItem.Shipped example -> OpenStudies.example(getSite().getPage(), example.name());
            case null, default -> {
            }
        }
    }

    private void describe(Object item) {
        description.setText(switch (item) {
            case StudyItem.Open open -> open.place();
            case StudyItem.Recent recent -> recent.path().toString();
            case StudyItem.Shipped example -> example.description();
            case null, default -> Messages.text("studies.hint");
        });
    }

    private void refreshLater() {
        Display display = getSite().getShell().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(this::refresh);
        }
    }

    private void refresh() {
        if (viewer.getControl().isDisposed()) {
            return;
        }
        viewer.refresh();
        viewer.expandAll();
    }

    private List<StudyItem> children(StudyItem.Kind kind) {
        return switch (kind) {
            case OPEN -> openStudies();
            case RECENT -> RecentStudies.list().stream().<StudyItem>map(StudyItem.Recent::new).toList();
            case EXAMPLES -> List.copyOf(examples);
        };
    }

    private List<StudyItem> openStudies() {
        List<StudyItem> items = new ArrayList<>();
        for (IEditorReference editor : getSite().getPage().getEditorReferences()) {
            if (Ids.STUDY_EDITOR.equals(editor.getId())) {
                items.add(new StudyItem.Open(editor, editor.getPartName(), editor.getTitleToolTip(), editor.isDirty()));
            }
        }
        return items;
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(parts);
        for (IEditorReference editor : getSite().getPage().getEditorReferences()) {
            editor.removePropertyListener(renamed);
        }
        RecentStudies.preferences().removePreferenceChangeListener(recentChanged);
        super.dispose();
    }

    private final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            List<StudyItem> groups = new ArrayList<>();
            for (StudyItem.Kind kind : StudyItem.Kind.values()) {
                if (!children(kind).isEmpty()) {
                    groups.add(new StudyItem.Group(kind));
                }
            }
            return groups.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof StudyItem.Group group ? children(group.kind()).toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof StudyItem.Group;
        }
    }

    /** Reads titles and descriptions of the examples away from the UI thread. */
    private final class ReadExamples extends Job {

        private final Display display = Display.getCurrent();

        ReadExamples() {
            super(Messages.text("studies.readExamples"));
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Locale locale = Locale.getDefault();
            List<StudyItem.Shipped> read = new ArrayList<>();
            for (Examples.Example example : Examples.list()) {
                String title = example.title() == null ? example.name() : example.title().get(locale);
                String text = example.description() == null ? "" : example.description().get(locale);
                read.add(new StudyItem.Shipped(example.name(), title, Objects.toString(text, "")));
            }
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    examples = List.copyOf(read);
                    refresh();
                });
            }
            return Status.OK_STATUS;
        }
    }

    private final class EditorsChanged implements IPartListener2 {

        @Override
        public void partOpened(IWorkbenchPartReference part) {
            if (Ids.STUDY_EDITOR.equals(part.getId())) {
                part.addPropertyListener(renamed);
                refreshLater();
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            if (Ids.STUDY_EDITOR.equals(part.getId())) {
                part.removePropertyListener(renamed);
                refreshLater();
            }
        }
    }
}
