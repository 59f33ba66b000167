package org.isoflop.ui.command;

import java.util.List;

import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;

/** Adds a copy of the selected object behind it and selects the copy. */
public final class DuplicateHandler extends StudyHandler {

    @Override
    boolean isEnabled(FocusedText text) {
        return false;
    }

    @Override
    void run(FocusedText text) {
        throw new IllegalStateException("Text is not duplicated");
    }

    @Override
    boolean isEnabled(Scope scope) {
        return scope.single() != null && Edits.isListed(scope.single());
    }

    @Override
    void run(Scope scope) {
        scope.select(List.of(scope.edits().duplicate(scope.single())));
    }

    @Override
    String title() {
        return Messages.text("menu.duplicate.title");
    }
}
