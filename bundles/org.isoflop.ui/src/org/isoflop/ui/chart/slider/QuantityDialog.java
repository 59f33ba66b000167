package org.isoflop.ui.chart.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** Asks for which quantity of a study to add a slider: a tree of all that have a number, with a search. */
public final class QuantityDialog extends Dialog {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 420;

    /** A heading with what stands below it. */
    private record Group(String name, EObject object, List<Object> children) {
    }

    private final List<Group> groups;
    private final EObject start;
    private TreeViewer viewer;
    private StudyQuantity chosen;

    /**
     * Creates the dialog.
     *
     * @param parent
     *            the window
     * @param study
     *            the study
     * @param start
     *            the object to show first, or null
     */
    public QuantityDialog(Shell parent, Study study, EObject start) {
        super(parent);
        this.start = start;
        groups = groups(study);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    private static List<Group> groups(Study study) {
        Map<EObject, Group> elements = new LinkedHashMap<>();
        Map<String, Group> kinds = new LinkedHashMap<>();
        for (StudyQuantity quantity : StudyQuantity.of(study)) {
            EObject element = quantity.owner();
            while (element.eContainer() != study && element.eContainer() != null) {
                element = element.eContainer();
            }
            Group group = elements.get(element);
            if (group == null) {
                group = new Group(Names.of(element), element, new ArrayList<>());
                elements.put(element, group);
                kinds.computeIfAbsent(Features.label(element.eContainmentFeature(), Locale.getDefault()),
                        name -> new Group(name, null, new ArrayList<>())).children().add(group);
            }
            group.children().add(quantity);
        }
        return List.copyOf(kinds.values());
    }

    /**
     * Opens the dialog.
     *
     * @return what the user chose, if anything
     */
    public Optional<StudyQuantity> ask() {
        return open() == OK ? Optional.ofNullable(chosen) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("slider.add.title"));
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(Messages.text(groups.isEmpty() ? "slider.add.none" : "slider.add.message"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        PatternFilter filter = new PatternFilter() {
            // The name of the law finds its constants, not itself alone.
            @Override
            protected boolean isLeafMatch(Viewer tree, Object element) {
                return element instanceof StudyQuantity quantity && wordMatches(quantity.title());
            }
        };
        filter.setIncludeLeadingWildcard(true);
        FilteredTree tree = new FilteredTree(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL, filter, true, false);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        viewer = tree.getViewer();
        viewer.setContentProvider(new Contents());
        viewer.setLabelProvider(new Labels());
        viewer.setInput(groups);
        viewer.addSelectionChangedListener(event -> choose(event.getStructuredSelection()));
        viewer.addDoubleClickListener(event -> {
            if (chosen != null) {
                okPressed();
            }
        });
        reveal();
        return area;
    }

    private void reveal() {
        for (Group kind : groups) {
            for (Object child : kind.children()) {
                Group element = (Group) child;
                for (EObject each = start; each != null; each = each.eContainer()) {
                    if (each == element.object()) {
                        viewer.expandToLevel(element, 1);
                        viewer.setSelection(new StructuredSelection(element), true);
                    }
                }
            }
        }
    }

    private void choose(IStructuredSelection selection) {
        chosen = selection.getFirstElement() instanceof StudyQuantity quantity ? quantity : null;
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(chosen != null);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(Messages.text("slider.add.ok"));
        getButton(IDialogConstants.OK_ID).setEnabled(chosen != null);
    }

    private static final class Labels extends LabelProvider {

        @Override
        public String getText(Object element) {
            return element instanceof StudyQuantity quantity
                    ? Messages.text("slider.add.entry", where(quantity), quantity.text())
                    : ((Group) element).name();
        }

        private static String where(StudyQuantity quantity) {
            String place = quantity.place();
            int inner = place.indexOf(" \u00b7 ");
            return inner < 0 ? quantity.label() : place.substring(inner + 3) + " \u00b7 " + quantity.label();
        }
    }

    private static final class Contents implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof Group group ? group.children().toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof Group;
        }
    }
}
