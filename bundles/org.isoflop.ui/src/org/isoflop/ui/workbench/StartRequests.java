package org.isoflop.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.isoflop.ui.input.OpenStudies;

/** The files that the command line, a second start or the desktop ask for; they wait until the window is open. */
final class StartRequests {

    private final List<Path> waiting = new ArrayList<>();
    private Display display;
    private boolean closed;

    StartRequests(List<Path> files) {
        waiting.addAll(files);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The window is open: what waited is opened now, what comes later at once. Called on the UI thread. */
    void windowOpened() {
        List<Path> files;
        synchronized (this) {
            display = Display.getCurrent();
            files = List.copyOf(waiting);
            waiting.clear();
        }
        open(files);
    }

    /** Takes files from any thread, and brings the window to the front. Returns false if the window is closing. */
    synchronized boolean take(List<Path> files) {
        if (display == null) {
            return waiting.addAll(files) || files.isEmpty();
        }
        if (closed || display.isDisposed()) {
            return false;
        }
        display.asyncExec(() -> {
            raise();
            open(files);
        });
        return true;
    }

    /** The window is closing: what comes now is for another one. */
    synchronized void windowClosed() {
        closed = true;
    }

    private static void raise() {
        IWorkbenchWindow window = window();
        if (window != null) {
            Shell shell = window.getShell();
            shell.setMinimized(false);
            shell.forceActive();
        }
    }

    private static void open(List<Path> files) {
        IWorkbenchWindow window = window();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page != null) {
            files.forEach(file -> OpenStudies.file(page, file));
        }
    }

    private static IWorkbenchWindow window() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        return active == null && all.length > 0 ? all[0] : active;
    }
}
