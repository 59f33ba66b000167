package org.isoflop.ui.outline;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TransferData;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.Fragment;
import org.isoflop.ui.edit.RefusedException;

/** Drops objects onto the outline: those of the same study move, unless a copy is asked for; others are copied. */
final class OutlineDrop extends ViewerDropAdapter {

    private final OutlinePage page;

    OutlineDrop(OutlinePage page) {
        super(page.viewer());
        this.page = page;
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        if (!page.isEditable()) {
            return false;
        }
        List<EObject> dragged = dragged();
        return !isMove(dragged, operation) || Edits.canRelocate(dragged, place(target));
    }

    @Override
    public boolean performDrop(Object data) {
        return drop(data, getCurrentTarget(), getCurrentLocation() == LOCATION_BEFORE, getCurrentOperation());
    }

    /** Drops what is dragged. Returns whether anything came of it. */
    boolean drop(Object data, Object target, boolean isBefore, int operation) {
        Edits edits = new Edits(page.editor().document().editing());
        List<EObject> dragged = dragged();
        if (isMove(dragged, operation)) {
            if (!Edits.canRelocate(dragged, place(target))) {
                return false;
            }
            edits.relocate(dragged, place(target), isBefore);
            page.select(dragged.getFirst());
            return true;
        }
        try {
            Fragment fragment = dragged.isEmpty() ? Fragment.read(String.valueOf(data))
                    : Fragment.read(Fragment.of((Study) EcoreUtil.getRootContainer(dragged.getFirst()), dragged)
                            .text());
            page.select(fragment.paste(edits, place(target)).getFirst());
            return true;
        } catch (RefusedException e) {
            MessageDialog.open(MessageDialog.INFORMATION, page.getSite().getShell(),
                    Messages.text("menu.paste.title"), e.getMessage(), 0, Messages.text("button.close"));
            return false;
        }
    }

    private EObject place(Object target) {
        return target instanceof EObject object ? object : page.editor().document().study();
    }

    private boolean isMove(List<EObject> dragged, int operation) {
        return operation != DND.DROP_COPY && !dragged.isEmpty() && dragged.stream()
                .allMatch(object -> EcoreUtil.isAncestor(page.editor().document().study(), object));
    }

    /** What is dragged within this program. */
    private static List<EObject> dragged() {
        return LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection
                ? ((List<?>) selection.toList()).stream().filter(EObject.class::isInstance).map(EObject.class::cast)
                        .toList()
                : List.of();
    }
}
