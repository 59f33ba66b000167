package org.isoflop.ui;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Lets tests of other packages wait and answer dialogs. */
public final class WindowProbe {

    private static boolean closed;

    private WindowProbe() {
    }

    public static void until(String what, BooleanSupplier condition) {
        Window.until(what, condition);
    }

    /** Closes the next dialog with this title. */
    public static void closeNextDialog(String title) {
        closed = false;
        look(Display.getCurrent(), title);
    }

    public static boolean dialogWasClosed() {
        return closed;
    }

    private static void look(Display display, String title) {
        Shell window = PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null ? null
                : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        for (Shell shell : display.getShells()) {
            if (shell.getParent() == window && window != null && shell.isVisible()
                    && shell.getText().equals(title)) {
                shell.close();
                closed = true;
                return;
            }
        }
        display.timerExec(50, () -> look(display, title));
    }
}
