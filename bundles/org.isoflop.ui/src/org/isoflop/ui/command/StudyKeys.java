package org.isoflop.ui.command;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.services.IServiceLocator;
import org.isoflop.ui.Ids;
import org.isoflop.ui.editor.StudyEditor;

/** Makes the keys of the Edit menu work in a part that shows a study. */
public final class StudyKeys {

    private StudyKeys() {
    }

    /**
     * Installs the keys.
     *
     * @param site
     *            the site of the part; the keys hold while it is active
     */
    public static void install(IServiceLocator site) {
        site.getService(IContextService.class).activateContext(Ids.STUDY_CONTEXT);
        TextHistory.install(PlatformUI.getWorkbench().getDisplay(), StudyKeys::version);
    }

    private static Object version() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof StudyEditor editor
                && editor.document().editing() != null ? editor.document().editing().stack().getUndoCommand() : null;
    }
}
