package org.isoflop.ui.properties;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;
import org.isoflop.model.Study;
import org.isoflop.ui.command.Scope;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** The properties of what is selected in the study of one editor. */
public final class PropertiesPage extends PropertySheetPage {

    private final StudyDocument document;
    private final Runnable listener = this::changed;
    private final Host host = new Host();
    private IWorkbenchPart part;
    private EObject shown;

    /** Features and groups stay in the order of the model, which is that of the forms. */
    private static final class ModelOrder extends PropertySheetSorter {

        @Override
        public int compare(IPropertySheetEntry left, IPropertySheetEntry right) {
            return 0;
        }

        @Override
        public int compareCategories(String left, String right) {
            return 0;
        }
    }

    /**
     * Creates the properties of an editor.
     *
     * @param editor
     *            the editor
     */
    public PropertiesPage(StudyEditor editor) {
        this.document = editor.document();
        setSorter(new ModelOrder());
        setPropertySourceProvider(element -> switch (element) {
            case IPropertySource source -> source;
            case EObject object -> StudySource.of(host, object);
            case null, default -> null;
        });
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        document.addListener(listener);
    }

    @Override
    public void selectionChanged(IWorkbenchPart source, ISelection selection) {
        part = source;
        List<EObject> objects = document.study() == null ? List.of() : Scope.selected(document.study(), selection);
        show(objects.isEmpty() ? document.study() : objects.getFirst());
    }

    private void show(EObject object) {
        shown = object;
        super.selectionChanged(part, object == null ? StructuredSelection.EMPTY : new StructuredSelection(object));
    }

    private void changed() {
        if (getControl() == null || getControl().isDisposed() || part == null) {
            return;
        }
        if (shown == null || document.study() == null || !EcoreUtil.isAncestor(document.study(), shown)) {
            show(document.study());
        } else {
            refresh();
        }
    }

    @Override
    public void dispose() {
        document.removeListener(listener);
        super.dispose();
    }

    private final class Host implements StudySource.Host {

        @Override
        public Study study() {
            return document.study();
        }

        @Override
        public boolean isEditable() {
            return Scope.isEditable(document);
        }

        @Override
        public Edits edits() {
            return new Edits(document.editing());
        }
    }
}
