package org.isoflop.ui.outline;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.isoflop.model.Study;
import org.isoflop.ui.edit.Fragment;
import org.isoflop.ui.edit.RefusedException;

/** Drags objects out of the outline: as themselves within this program, and as a small study to others. */
final class OutlineDrag extends DragSourceAdapter {

    private final OutlinePage page;
    private String text;

    OutlineDrag(OutlinePage page) {
        this.page = page;
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        Study study = page.editor().document().study();
        List<EObject> objects = page.marked().stream().filter(EObject.class::isInstance).map(EObject.class::cast)
                .toList();
        event.doit = study != null && !objects.isEmpty();
        if (event.doit) {
            try {
                text = Fragment.of(study, objects).text();
            } catch (RefusedException e) {
                text = null; // It can still be moved within the study.
            }
            LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(objects));
        }
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        if (LocalSelectionTransfer.getTransfer().isSupportedType(event.dataType)) {
            event.data = LocalSelectionTransfer.getTransfer().getSelection();
        } else {
            event.data = text;
            event.doit = text != null;
        }
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        LocalSelectionTransfer.getTransfer().setSelection(null);
        text = null;
    }
}
