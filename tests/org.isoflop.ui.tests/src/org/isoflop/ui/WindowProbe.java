package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;

/** Lets tests of other packages wait and answer dialogs. */
public final class WindowProbe {

    private static boolean closed;

    private WindowProbe() {
    }

    public static IWorkbenchPage page() {
        return Window.page();
    }

    public static Shell shell() {
        return Window.shell();
    }

    /** Opens a study and waits until it is read. */
    public static StudyEditor open(Path file) {
        StudyEditor editor = (StudyEditor) OpenStudies.file(page(), file);
        until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        return editor;
    }

    /** Writes a file where a test may throw nothing. */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Button finish(WizardDialog dialog) {
        return find(dialog.getShell(), Button.class,
                one -> Integer.valueOf(IDialogConstants.FINISH_ID).equals(one.getData()));
    }

    public static void press(Button button) {
        assertTrue(button.isEnabled(), button.getText());
        button.notifyListeners(SWT.Selection, new Event());
    }

    public static void until(String what, BooleanSupplier condition) {
        Window.until(what, condition);
    }

    public static void settle() {
        Window.settle();
    }

    public static void theme(String id) throws Exception {
        Window.theme(id);
    }

    public static ImageData picture(Control control, String name) {
        return Window.picture(control, name);
    }

    public static <T extends Control> T find(Composite root, Class<T> type, Predicate<T> wanted) {
        return Window.find(root, type, wanted);
    }

    public static <T extends Control> T find(Composite root, Class<T> type) {
        return Window.find(root, type, one -> true);
    }

    public static int countListeners(Composite root) {
        return Window.countListeners(root);
    }

    /** Does something in the next dialog with this title, which should close it. */
    public static void inNextDialog(String title, Consumer<Shell> action) {
        Display display = Display.getCurrent();
        for (Shell shell : display.getShells()) {
            if (shell.isVisible() && shell.getText().equals(title)) {
                action.accept(shell);
                return;
            }
        }
        display.timerExec(50, () -> inNextDialog(title, action));
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
