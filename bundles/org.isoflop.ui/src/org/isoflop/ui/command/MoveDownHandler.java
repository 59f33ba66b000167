package org.isoflop.ui.command;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;

/** Moves the selected object down in its list. */
public final class MoveDownHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return false;
    }

    @Override
    void run(FocusedText text) {
        throw new IllegalStateException("Text is not moved");
    }

    @Override
    boolean isEnabled(Scope scope) {
        return scope.single() != null && Edits.canMove(scope.single(), 1);
    }

    @Override
    void run(Scope scope) {
        EObject moved = scope.single();
        scope.edits().move(moved, 1);
        scope.select(List.of(moved));
    }

    @Override
    String title() {
        return Messages.text("menu.moveDown.title");
    }
}
