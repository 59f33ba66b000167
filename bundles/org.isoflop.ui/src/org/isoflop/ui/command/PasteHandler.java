package org.isoflop.ui.command;

import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.edit.StudyClipboard;

/** Pastes text, or parts of a study into or behind what is selected. */
public final class PasteHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return text.isEditable();
    }

    @Override
    void run(FocusedText text) {
        text.paste();
    }

    @Override
    boolean isEnabled(Scope scope) {
        return true;
    }

    @Override
    void run(Scope scope) throws RefusedException {
        scope.select(StudyClipboard.paste(scope.shell().getDisplay(), scope.edits(), scope.single()));
    }

    @Override
    String title() {
        return Messages.text("menu.paste.title");
    }
}
