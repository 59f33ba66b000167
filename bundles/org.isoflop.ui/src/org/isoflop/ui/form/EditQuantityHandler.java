package org.isoflop.ui.form;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Edits the whole quantity whose field or row has the focus: value, interval, status, source and note. */
public final class EditQuantityHandler extends AbstractHandler {

    private static final String ACTION = "org.isoflop.ui.form.editQuantity";

    /** Says what the command does while a control has the focus. */
    static void offer(Control control, Runnable action) {
        control.setData(ACTION, action);
    }

    private static Runnable action() {
        Display display = Display.getCurrent();
        Control focus = display == null ? null : display.getFocusControl();
        return focus == null ? null : (Runnable) focus.getData(ACTION);
    }

    @Override
    public boolean isHandled() {
        return action() != null;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Runnable action = action();
        if (action != null) {
            action.run();
        }
        return null;
    }
}
