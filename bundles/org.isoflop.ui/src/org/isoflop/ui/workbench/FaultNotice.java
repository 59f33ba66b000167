package org.isoflop.ui.workbench;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.widgets.Display;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;

/** Logs faults of the window and tells the user once of each kind, without blocking the window. */
final class FaultNotice {

    private final Set<String> told = new HashSet<>();

    void report(Throwable fault) {
        Log.error(Messages.text("fault.title"), fault);
        Display display = Display.getCurrent();
        if (display == null || display.isDisposed() || !told.add(kind(fault))) {
            return;
        }
        Notice.show(Messages.text("fault.title"), Messages.text("fault.message"), fault);
    }

    private static String kind(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
    }
}
