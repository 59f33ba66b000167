package org.isoflop.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.form.ObjectForm;

/**
 * What a command acts on: the study in front, which can be edited, and what is selected of it.
 *
 * @param editor
 *            the editor of the study
 * @param selection
 *            the selected objects of the study, in the order of the selection
 */
public record Scope(StudyEditor editor, List<EObject> selection) {

    /**
     * Finds what a command acts on.
     *
     * @param context
     *            the state of the workbench
     * @return the scope, or empty if no study that can be edited is in front
     */
    public static Optional<Scope> of(Object context) {
        if (!(HandlerUtil.getVariable(context, ISources.ACTIVE_EDITOR_NAME) instanceof StudyEditor editor)
                || !isEditable(editor.document())) {
            return Optional.empty();
        }
        List<EObject> selection = selected(editor.document().study(),
                HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME));
        ISelectionProvider provider = editor.getSite().getSelectionProvider();
        if (selection.isEmpty() && provider != null) {
            selection = selected(editor.document().study(), provider.getSelection());
        }
        return Optional.of(new Scope(editor, selection));
    }

    /**
     * Tells whether a study can be edited.
     *
     * @param document
     *            the study
     * @return false while it is read, and if a fault kept something out of it
     */
    public static boolean isEditable(StudyDocument document) {
        return document.state() == StudyDocument.State.READY && document.isComplete();
    }

    /**
     * Finds the objects of a study in a selection.
     *
     * @param study
     *            the study
     * @param selection
     *            any selection
     * @return its objects that belong to the study; a quantity stands for its owner
     */
    public static List<EObject> selected(Study study, Object selection) {
        List<EObject> objects = new ArrayList<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                if (element instanceof EObject object && EcoreUtil.isAncestor(study, object)) {
                    EObject owner = object instanceof Quantity ? object.eContainer() : object;
                    if (!objects.contains(owner)) {
                        objects.add(owner);
                    }
                }
            }
        }
        return objects;
    }

    StudyDocument document() {
        return editor.document();
    }

    Edits edits() {
        return new Edits(document().editing());
    }

    Shell shell() {
        return editor.getSite().getShell();
    }

    /** The only selected object, or null. */
    EObject single() {
        return selection.size() == 1 ? selection.getFirst() : null;
    }

    /** The selected objects but the study itself; none while the focus is in a field that shows one of them. */
    List<EObject> parts() {
        if (ObjectForm.isInField(shell().getDisplay().getFocusControl())) {
            return List.of();
        }
        return selection.stream().filter(object -> object.eContainer() != null).toList();
    }

    /** Shows where a change was made. */
    void show(Command command) {
        select(command.getAffectedObjects().stream().filter(EObject.class::isInstance).map(EObject.class::cast)
                .toList());
    }

    /** Selects objects in the editor. */
    void select(List<? extends EObject> objects) {
        ISelectionProvider provider = editor.getSite().getSelectionProvider();
        List<? extends EObject> present = objects.stream()
                .filter(object -> EcoreUtil.isAncestor(document().study(), object)).toList();
        if (provider != null && !present.isEmpty()) {
            ISelection selection = new StructuredSelection(present);
            provider.setSelection(selection);
        }
    }
}
