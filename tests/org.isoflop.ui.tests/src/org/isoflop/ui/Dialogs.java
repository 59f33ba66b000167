package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Answers dialogs that block: the answer runs in the dialog's own event loop. */
public final class Dialogs {

    private static final int LOOKS = 400;

    private Dialogs() {
    }

    /** What may fail. */
    public interface Action {

        void run() throws Exception;
    }

    /** Runs what opens a dialog with this title, and answers it. The dialog is closed afterwards in any case. */
    public static void answer(String title, Action opener, Consumer<Shell> answer) throws Exception {
        Display display = Display.getCurrent();
        Throwable[] fault = new Throwable[1];
        boolean[] answered = new boolean[1];
        look(display, title, LOOKS, shell -> {
            answered[0] = true;
            try {
                Window.settle();
                answer.accept(shell);
            } catch (RuntimeException | Error e) {
                fault[0] = e;
            } finally {
                if (!shell.isDisposed()) {
                    shell.close();
                }
            }
        });
        opener.run();
        Window.until("the answer to " + title, () -> answered[0]);
        if (fault[0] instanceof Error error) {
            throw error;
        } else if (fault[0] instanceof Exception exception) {
            throw exception;
        }
    }

    private static void look(Display display, String title, int left, Consumer<Shell> found) {
        Shell shell = find(title);
        if (shell != null) {
            found.accept(shell);
        } else if (left > 0) {
            display.timerExec(50, () -> look(display, title, left - 1, found));
        }
    }

    /** The open dialog with this title, or null. */
    public static Shell find(String title) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElse(null);
    }

    /** Presses a button of a dialog. */
    public static void press(Shell shell, String text) {
        Button button = Window.find(shell, Button.class, one -> one.getText().replace("&", "").equals(text));
        assertTrue(button.isEnabled(), text);
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Waits for a dialog that does not block. */
    public static Shell await(String title) {
        Window.until(title, () -> find(title) != null);
        Shell shell = find(title);
        return shell == null ? fail(title) : shell;
    }
}
