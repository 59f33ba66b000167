package org.isoflop.ui.command;

import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Deletion;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.edit.StudyClipboard;

/** Copies what is selected and deletes it. */
public final class CutHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return text.isEditable() && text.selection().y > text.selection().x;
    }

    @Override
    void run(FocusedText text) {
        text.cut();
    }

    @Override
    boolean isEnabled(Scope scope) {
        return !scope.parts().isEmpty();
    }

    @Override
    void run(Scope scope) throws RefusedException {
        Deletion deletion = scope.edits().delete(scope.parts());
        StudyClipboard.copy(scope.shell().getDisplay(), scope.document().study(), scope.parts());
        if (DeletionQuestion.ask(scope.shell(), deletion)) {
            deletion.run();
        }
    }

    @Override
    String title() {
        return Messages.text("menu.cut.title");
    }
}
