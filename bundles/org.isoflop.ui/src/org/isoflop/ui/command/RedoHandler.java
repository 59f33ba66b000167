package org.isoflop.ui.command;

import java.util.Optional;

import org.eclipse.emf.common.command.Command;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.StudyStack;

/** Does again what was typed into the field in focus, or else the last change taken back. */
public final class RedoHandler extends StudyHandler {

    @Override
    boolean fallsThrough() {
        return true;
    }

    private static Optional<TextHistory> history(FocusedText text) {
        return TextHistory.of(text.control().getDisplay()).filter(history -> history.canRedo(text));
    }

    @Override
    boolean isEnabled(FocusedText text) {
        return history(text).isPresent();
    }

    @Override
    void run(FocusedText text) {
        history(text).ifPresent(history -> history.redo(text));
    }

    @Override
    boolean isEnabled(Scope scope) {
        return scope.document().editing().stack().canRedo();
    }

    @Override
    void run(Scope scope) {
        StudyStack stack = scope.document().editing().stack();
        Command redone = stack.getRedoCommand();
        stack.redo();
        scope.show(redone);
    }

    @Override
    String title() {
        return Messages.text("menu.redo.title");
    }
}
