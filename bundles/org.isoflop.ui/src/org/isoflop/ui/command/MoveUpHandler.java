package org.isoflop.ui.command;

/** Moves the selected object up in its list. */
public final class MoveUpHandler extends MoveHandler {

    /** Creates the handler. */
    public MoveUpHandler() {
        super(-1, "menu.moveUp.title");
    }
}
