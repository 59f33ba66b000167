package org.isoflop.ui.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** A study that could be read: its name and description, its contents, and its findings on a second tab. */
final class StudyPage {

    private static final int MARGIN = 8;
    private static final int NAME = 28;
    private static final int VALUE = 42;
    private static final int STATUS = 11;
    private static final int SOURCE = 19;
    private static final int DESCRIPTION_LINES = 2;

    private final Composite control;
    private final Label title;
    private final org.eclipse.swt.widgets.Text description;
    private final Link note;
    private final CTabFolder tabs;
    private final CTabItem findingsTab;
    private final TreeViewer tree;
    private final FindingsTable findings;

    StudyPage(Composite parent, IWorkbenchPartSite site) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(MARGIN, MARGIN / 2).applyTo(control);
        title = new Label(control, SWT.NONE);
        title.setFont(JFaceResources.getFont(JFaceResources.HEADER_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        description = new org.eclipse.swt.widgets.Text(control, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(SWT.DEFAULT, description.getLineHeight() * DESCRIPTION_LINES).applyTo(description);
        note = new Link(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(note);

        tabs = new CTabFolder(control, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        tree = createTree(tabs);
        site.setSelectionProvider(tree);
        findings = new FindingsTable(tabs);
        tab("contents.title").setControl(tree.getTree().getParent());
        findingsTab = tab("findings.title");
        findingsTab.setControl(findings.control());
        tabs.setSelection(0);
        note.addListener(SWT.Selection, event -> tabs.setSelection(findingsTab));
    }

    private CTabItem tab(String title) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(Messages.text(title, 0));
        return item;
    }

    private static TreeViewer createTree(Composite parent) {
        Composite holder = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        holder.setLayout(layout);
        TreeViewer viewer = new TreeViewer(holder, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        viewer.getTree().setHeaderVisible(true);
        viewer.setContentProvider(new Children());
        ColumnViewerToolTipSupport.enableFor(viewer);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getTree());
        column(viewer, layout, "contents.name", NAME, Entry::name, images);
        column(viewer, layout, "contents.value", VALUE, Entry::value, null);
        column(viewer, layout, "contents.status", STATUS, Entry::status, null);
        column(viewer, layout, "contents.source", SOURCE, Entry::source, null);
        return viewer;
    }

    private static void column(TreeViewer viewer, TreeColumnLayout layout, String title, int weight,
            Function<Entry, String> text, LocalResourceManager images) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(Messages.text(title));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return Objects.toString(text.apply((Entry) element), "");
            }

            @Override
            public String getToolTipText(Object element) {
                String content = getText(element);
                return content.isEmpty() ? null : content;
            }

            @Override
            public Image getImage(Object element) {
                Icon icon = ((Entry) element).icon();
                return images == null ? null : images.create(icon.descriptor());
            }
        });
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
    }

    Composite control() {
        return control;
    }

    void show(Study study, List<Finding> found, boolean example) {
        Locale locale = Locale.getDefault();
        title.setText(escaped(Objects.requireNonNullElse(text(study.getName(), locale),
                Objects.requireNonNullElse(study.getId(), ""))));
        description.setText(Objects.requireNonNullElse(text(study.getDescription(), locale), ""));
        ((GridData) description.getLayoutData()).exclude = description.getText().isEmpty();
        description.setVisible(!description.getText().isEmpty());
        note.setText(Messages.text(example ? "editor.example" : "editor.readOnly", count(found)));
        Object[] expanded = tree.getExpandedElements();
        tree.setInput(Contents.of(study, locale));
        tree.setExpandedElements(expanded);
        findings.show(found);
        findingsTab.setText(Messages.text("findings.title", found.size()));
        findingsTab.setImage(found.stream().map(Finding::severity).min(Comparator.naturalOrder())
                .map(FindingsTable::image).orElse(null));
        control.layout();
    }

    private static String count(List<Finding> findings) {
        String count = Messages.text("findings.count", findings.size());
        return findings.isEmpty() ? count : "<a>" + count + "</a>";
    }

    private static String text(Text text, Locale locale) {
        return text == null ? null : text.get(locale);
    }

    // A label takes an ampersand for a mnemonic.
    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    private static final class Children implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Entry) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Entry) element).children().isEmpty();
        }
    }
}
