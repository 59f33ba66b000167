package org.isoflop.ui.input;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.isoflop.core.catalog.Kind;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;

/** Opens studies in editors. A study that is open already is brought to the front. */
public final class OpenStudies {

    private OpenStudies() {
    }

    /**
     * Opens a file.
     *
     * @param page
     *            where
     * @param path
     *            the file; whether it exists and can be read is said in the editor
     * @return the editor, or null if none could be opened, which was said
     */
    public static IEditorPart file(IWorkbenchPage page, Path path) {
        return open(page, new StudyFileInput(path));
    }

    /**
     * Opens a copy of an example, which is in no file yet.
     *
     * @param page
     *            where
     * @param example
     *            name of the example
     * @return the editor, or null if none could be opened, which was said
     */
    public static IEditorPart example(IWorkbenchPage page, String example) {
        return open(page, new ExampleInput(example));
    }

    /**
     * Opens a new study, which is in no file yet.
     *
     * @param page
     *            where
     * @param name
     *            name of the study
     * @param content
     *            a {@code .isoflop} file
     * @return the editor, or null if none could be opened, which was said
     */
    public static IEditorPart untitled(IWorkbenchPage page, String name, byte[] content) {
        return open(page, new NewStudyInput(name, content));
    }

    /**
     * Opens an entry of the catalog with its sources, as a study that is in no file yet.
     *
     * @param page
     *            where
     * @param kind
     *            the kind of the entry
     * @param id
     *            the id of the entry
     * @param name
     *            its name
     * @return the editor, or null if none could be opened, which was said
     */
    public static IEditorPart catalog(IWorkbenchPage page, Kind kind, String id, String name) {
        return open(page, new CatalogInput(kind, id, name));
    }

    private static IEditorPart open(IWorkbenchPage page, IEditorInput input) {
        try {
            return page.openEditor(input, Ids.STUDY_EDITOR);
        } catch (PartInitException e) {
            Log.error(input.getToolTipText(), e);
            MessageDialog.open(MessageDialog.ERROR, page.getWorkbenchWindow().getShell(),
                    Messages.text("product.name"), e.getLocalizedMessage(), 0, Messages.text("button.close"));
            return null;
        }
    }
}
