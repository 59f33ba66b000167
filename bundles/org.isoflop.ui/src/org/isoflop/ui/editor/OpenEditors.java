package org.isoflop.ui.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;

/** The editors of studies that are open. */
public final class OpenEditors {

    private OpenEditors() {
    }

    /**
     * Lists the editors of studies that something can be added to.
     *
     * @param page
     *            where
     * @return the editors, the active one first
     */
    public static List<StudyEditor> ready(IWorkbenchPage page) {
        List<StudyEditor> editors = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            IEditorPart part = reference.getEditor(false);
            if (part instanceof StudyEditor editor && isReady(editor.document())) {
                editors.add(part == page.getActiveEditor() ? 0 : editors.size(), editor);
            }
        }
        return editors;
    }

    private static boolean isReady(StudyDocument document) {
        return document.state() == StudyDocument.State.READY && document.isComplete();
    }
}
