package org.isoflop.ui.command;

import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Deletion;

/** Deletes text, or what is selected of the study after showing what would dangle. */
public final class DeleteHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return text.isEditable();
    }

    @Override
    void run(FocusedText text) {
        text.delete();
    }

    @Override
    boolean isEnabled(Scope scope) {
        return !scope.parts().isEmpty();
    }

    @Override
    void run(Scope scope) {
        Deletion deletion = scope.edits().delete(scope.parts());
        if (DeletionQuestion.ask(scope.shell(), deletion)) {
            deletion.run();
        }
    }

    @Override
    String title() {
        return Messages.text("menu.delete.title");
    }
}
