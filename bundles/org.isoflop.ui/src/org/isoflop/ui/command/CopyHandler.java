package org.isoflop.ui.command;

import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.edit.StudyClipboard;

/** Copies the selected text, or what is selected of the study with all that it refers to. */
public final class CopyHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return text.selection().y > text.selection().x;
    }

    @Override
    void run(FocusedText text) {
        text.copy();
    }

    @Override
    boolean isEnabled(Scope scope) {
        return !scope.selection().isEmpty();
    }

    @Override
    void run(Scope scope) throws RefusedException {
        StudyClipboard.copy(scope.shell().getDisplay(), scope.document().study(), scope.selection());
    }

    @Override
    String title() {
        return Messages.text("menu.copy.title");
    }
}
