package org.isoflop.ui.command;

import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Dangling;
import org.isoflop.ui.edit.Deletion;
import org.isoflop.ui.edit.Names;

/** Shows what would refer to nothing after a deletion, before it is done. */
public final class DeletionQuestion {

    private static final int MOST = 12;

    private DeletionQuestion() {
    }

    /**
     * Asks if there is anything to ask.
     *
     * @param shell
     *            the window
     * @param deletion
     *            what is to be deleted
     * @return whether to delete
     */
    public static boolean ask(Shell shell, Deletion deletion) {
        if (deletion.dangling().isEmpty()) {
            return true;
        }
        String names = deletion.objects().stream().map(Names::of).collect(Collectors.joining(", "));
        String references = deletion.dangling().stream().limit(MOST).map(DeletionQuestion::line)
                .collect(Collectors.joining("\n"));
        int more = deletion.dangling().size() - MOST;
        return MessageDialog.open(MessageDialog.QUESTION, shell, Messages.text("delete.title"),
                Messages.text("delete.question", names, deletion.dangling().size(),
                        more > 0 ? references + "\n" + Messages.text("delete.more", more) : references),
                0, Messages.text("delete.delete"), Messages.text("button.cancel")) == 0;
    }

    private static String line(Dangling reference) {
        return "• " + Messages.text("delete.reference", Names.place(reference.owner()),
                Names.label(reference.feature()));
    }
}
