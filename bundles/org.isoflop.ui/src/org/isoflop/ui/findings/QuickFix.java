package org.isoflop.ui.findings;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.Messages;
import org.isoflop.ui.command.Scope;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.fix.Fault;
import org.isoflop.ui.fix.Fixes;
import org.isoflop.ui.fix.Fixes.Offer;

/** Offers what can mend a finding and applies what the user chooses. */
final class QuickFix {

    private QuickFix() {
    }

    /** What can mend a finding of a study as it is now. */
    static List<Offer> offers(StudyEditor editor, Finding finding) {
        return editor != null && Scope.isEditable(editor.document())
                ? Fixes.of(editor.document().study(), finding)
                : List.of();
    }

    /** Asks which way to take, explaining each, and takes it. */
    static void run(Shell shell, StudyEditor editor, Finding finding) {
        List<Offer> offers = offers(editor, finding);
        if (offers.isEmpty()) {
            MessageDialog.open(MessageDialog.INFORMATION, shell, Messages.text("fix.title"),
                    Messages.text(Scope.isEditable(editor.document()) ? "fix.none" : "fix.incomplete"), 0,
                    Messages.text("button.close"));
            return;
        }
        FixDialog dialog = new FixDialog(shell, finding, offers);
        if (dialog.open() == Window.OK) {
            Fault fault = Fault.of(editor.document().study(), finding);
            dialog.chosen().apply(new Edits(editor.document().editing()));
            editor.reveal(fault.object(), fault.feature());
        }
    }
}
