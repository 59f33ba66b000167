package org.isoflop.ui.command;

import java.util.Optional;

import org.eclipse.emf.common.command.Command;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.StudyStack;

/** Takes back what was typed into the field in focus, or else the last change of the study. */
public final class UndoHandler extends StudyHandler {

    @Override
    boolean fallsThrough() {
        return true;
    }

    private static Optional<TextHistory> history(FocusedText text) {
        return TextHistory.of(text.control().getDisplay()).filter(history -> history.canUndo(text));
    }

    @Override
    boolean isEnabled(FocusedText text) {
        return history(text).isPresent();
    }

    @Override
    void run(FocusedText text) {
        history(text).ifPresent(history -> history.undo(text));
    }

    @Override
    boolean isEnabled(Scope scope) {
        return scope.document().editing().stack().canUndo();
    }

    @Override
    void run(Scope scope) {
        StudyStack stack = scope.document().editing().stack();
        Command undone = stack.getUndoCommand();
        stack.undo();
        scope.show(undone);
    }

    @Override
    String title() {
        return Messages.text("menu.undo.title");
    }
}
