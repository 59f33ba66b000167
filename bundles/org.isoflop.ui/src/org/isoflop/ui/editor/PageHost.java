package org.isoflop.ui.editor;

import java.util.Collection;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.ui.command.DeletionQuestion;
import org.isoflop.ui.edit.Deletion;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.form.FormHost;
import org.isoflop.ui.form.Marks;
import org.isoflop.ui.form.Units;

/** The forms of one page of the editor: they edit its study by commands. */
final class PageHost implements FormHost {

    private final StudyEditor editor;
    private final FormToolkit toolkit;
    private final Consumer<String> help;

    PageHost(StudyEditor editor, FormToolkit toolkit, Consumer<String> help) {
        this.editor = editor;
        this.toolkit = toolkit;
        this.help = help;
    }

    private Edits edits() {
        return new Edits(editor.document().editing());
    }

    @Override
    public Study study() {
        return editor.document().study();
    }

    @Override
    public boolean isEditable() {
        return editor.isEditable();
    }

    @Override
    public Marks marks() {
        return editor.marks();
    }

    @Override
    public Unit unit(EObject owner, EStructuralFeature feature) {
        return Units.of(owner, feature);
    }

    @Override
    public void set(EObject owner, EStructuralFeature feature, Object value) {
        if (feature.getEType() == IsoflopPackage.Literals.QUANTITY) {
            edits().setQuantity(owner, (EReference) feature, (Quantity) value);
        } else {
            edits().set(owner, feature, value);
        }
    }

    @Override
    public void rowSelected(EObject row) {
        editor.selection().selected(row == null ? StructuredSelection.EMPTY : new StructuredSelection(row));
    }

    @Override
    public void rowsLeft() {
        if (editor.getActivePageInstance() instanceof StudyFormPage page) {
            page.fireSelection();
        }
    }

    @Override
    public EObject add(EObject owner, EReference list, EClass type) {
        return edits().add(owner, list, type);
    }

    @Override
    public EObject duplicate(EObject object) {
        return edits().duplicate(object);
    }

    @Override
    public void move(EObject object, int by) {
        edits().move(object, by);
    }

    @Override
    public void delete(Collection<? extends EObject> objects) {
        Deletion deletion = edits().delete(objects);
        if (DeletionQuestion.ask(editor.getSite().getShell(), deletion)) {
            deletion.run();
        }
    }

    @Override
    public void reveal(EObject object, EStructuralFeature feature) {
        editor.reveal(object, feature);
    }

    @Override
    public void help(String text) {
        help.accept(text);
    }

    @Override
    public void typing() {
        editor.fireIfDirtyChanged();
    }

    @Override
    public void adapt(Control control) {
        if (control instanceof Composite composite && control.getClass() == Composite.class) {
            toolkit.adapt(composite);
        } else {
            toolkit.adapt(control, true, true);
        }
    }
}
