package org.isoflop.ui.command;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;

/** Moves the selected object in its list. */
abstract class MoveHandler extends StudyHandler {

    private final int by;
    private final String title;

    MoveHandler(int by, String title) {
        this.by = by;
        this.title = title;
    }

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
        return scope.single() != null && Edits.canMove(scope.single(), by);
    }

    @Override
    void run(Scope scope) {
        EObject moved = scope.single();
        scope.edits().move(moved, by);
        scope.select(List.of(moved));
    }

    @Override
    String title() {
        return Messages.text(title);
    }
}
