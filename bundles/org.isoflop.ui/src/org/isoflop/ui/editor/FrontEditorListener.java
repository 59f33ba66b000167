package org.isoflop.ui.editor;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/** Calls back whenever another editor may have come to the front, or the last one may have gone. */
public final class FrontEditorListener implements IPartListener2 {

    private final Runnable changed;

    /**
     * Creates the listener; adding it to a page is up to the caller.
     *
     * @param changed
     *            called on the UI thread
     */
    public FrontEditorListener(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        changed.run();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference part) {
        changed.run();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        changed.run();
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        changed.run();
    }
}
