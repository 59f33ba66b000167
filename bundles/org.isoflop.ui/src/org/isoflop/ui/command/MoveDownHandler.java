package org.isoflop.ui.command;

/** Moves the selected object down in its list. */
public final class MoveDownHandler extends MoveHandler {

    /** Creates the handler. */
    public MoveDownHandler() {
        super(1, "menu.moveDown.title");
    }
}
