package org.isoflop.ui.edit;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;

/** Copies objects of a study to the clipboard of the system, and pastes what it holds. */
public final class StudyClipboard {

    private StudyClipboard() {
    }

    /**
     * Copies objects, as our own transfer and as text.
     *
     * @param display
     *            the display
     * @param study
     *            the study
     * @param objects
     *            some of its objects
     * @throws RefusedException
     *             if they cannot be written
     */
    public static void copy(Display display, Study study, List<? extends EObject> objects) throws RefusedException {
        String text = Fragment.of(study, objects).text();
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text, text},
                    new Transfer[] {StudyTransfer.instance(), TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /**
     * Pastes what the clipboard holds, as one command.
     *
     * @param display
     *            the display
     * @param edits
     *            edits of the study
     * @param place
     *            what is selected, or null
     * @return the objects as they are in the study now
     * @throws RefusedException
     *             if the clipboard holds nothing that can go there
     */
    public static List<EObject> paste(Display display, Edits edits, EObject place) throws RefusedException {
        Clipboard clipboard = new Clipboard(display);
        try {
            Object content = clipboard.getContents(StudyTransfer.instance());
            if (!(content instanceof String)) {
                content = clipboard.getContents(TextTransfer.getInstance());
            }
            if (!(content instanceof String text)) {
                throw new RefusedException(Messages.text("paste.empty"));
            }
            return Fragment.read(text).paste(edits, place);
        } finally {
            clipboard.dispose();
        }
    }
}
