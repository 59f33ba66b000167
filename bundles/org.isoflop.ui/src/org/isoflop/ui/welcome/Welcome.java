package org.isoflop.ui.welcome;

import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.preference.Preferences;

/** Shows the welcome page when it is asked for, and when no study is open. */
public final class Welcome implements IPartListener2 {

    private final IWorkbenchPage page;

    /**
     * Creates what watches a page of the workbench.
     *
     * @param page
     *            the page
     */
    public Welcome(IWorkbenchPage page) {
        this.page = page;
    }

    /**
     * Shows the welcome page.
     *
     * @param page
     *            where
     */
    public static void show(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), Ids.WELCOME_EDITOR);
        } catch (PartInitException e) {
            Log.error(Ids.WELCOME_EDITOR, e);
        }
    }

    /** Shows the welcome page if the user wants it and nothing is open. */
    public void showIfEmpty() {
        if (Preferences.showsWelcome() && page.getEditorReferences().length == 0) {
            show(page);
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        if (part instanceof IEditorReference && part.getId().equals(Ids.STUDY_EDITOR)) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()
                        && page.getWorkbenchWindow().getActivePage() == page) {
                    showIfEmpty();
                }
            });
        }
    }
}
