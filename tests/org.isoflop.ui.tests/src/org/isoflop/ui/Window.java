package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** Drives the real window: waits for conditions, finds widgets, takes pictures. */
final class Window {

    private static final long LIMIT = 30_000_000_000L;
    private static final int STILL_MILLIS = 60;
    private static final long STILL = STILL_MILLIS * 1_000_000L;

    private Window() {
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    static Shell shell() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    }

    /** Handles events until something holds; never waits for a fixed time. */
    static void until(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + LIMIT;
        display.timerExec(1000, () -> wakeUntil(display, end));
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("Never came: " + what);
            }
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    // Something must wake the display even if the condition never comes.
    private static void wakeUntil(Display display, long end) {
        if (System.nanoTime() < end) {
            display.timerExec(1000, () -> wakeUntil(display, end));
        }
    }

    /** Handles all events that are there. */
    static void settle() {
        Display display = Display.getCurrent();
        boolean[] passed = {false};
        display.asyncExec(() -> display.asyncExec(() -> passed[0] = true));
        until("the events", () -> passed[0]);
        while (display.readAndDispatch()) {
            continue;
        }
    }

    /** Changes the theme as the menu does. */
    static void theme(String id) throws Exception {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(Ids.SET_THEME),
                Map.of(Ids.THEME_PARAMETER, id));
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        settle();
    }

    /** Runs a command as a menu or a key does. */
    static void execute(String command) throws Exception {
        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(IHandlerService.class)
                .executeCommand(command, null);
        settle();
    }

    static <T extends Control> T find(Composite root, Class<T> type, Predicate<T> wanted) {
        Deque<Control> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Control control = open.poll();
            if (type.isInstance(control) && wanted.test(type.cast(control))) {
                return type.cast(control);
            }
            if (control instanceof Composite composite) {
                open.addAll(List.of(composite.getChildren()));
            }
        }
        return fail("No " + type.getSimpleName());
    }

    /** Calls back for every control of a type. */
    static <T extends Control> void each(Composite root, Class<T> type, Consumer<T> found) {
        Deque<Control> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Control control = open.poll();
            if (type.isInstance(control)) {
                found.accept(type.cast(control));
            }
            if (control instanceof Composite composite) {
                open.addAll(List.of(composite.getChildren()));
            }
        }
    }

    /** Takes a picture of a control once it no longer changes, keeps it with the build's output, and returns it. */
    static ImageData picture(Control control, String name) {
        ImageData[] last = {capture(control)};
        long[] taken = {System.nanoTime()};
        boolean[] still = {false};
        until("a still picture", () -> {
            if (System.nanoTime() - taken[0] > STILL) {
                ImageData next = capture(control);
                still[0] = Arrays.equals(last[0].data, next.data);
                last[0] = next;
                taken[0] = System.nanoTime();
            }
            control.getDisplay().timerExec(STILL_MILLIS, () -> {
            });
            return still[0];
        });
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("isoflop.pictures", "target/pictures")));
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {last[0]};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
            return last[0];
        } catch (IOException e) {
            return fail(e);
        }
    }

    private static Rectangle bounds(Control control) {
        if (control instanceof Shell shell) {
            Rectangle inside = shell.getDisplay().map(shell, null, shell.getClientArea());
            Rectangle whole = shell.getBounds();
            return new Rectangle(whole.x, whole.y, inside.x + inside.width - whole.x,
                    inside.y + inside.height - whole.y);
        }
        return control.getDisplay().map(control.getParent(), null, control.getBounds());
    }

    private static ImageData capture(Control control) {
        Rectangle bounds = bounds(control);
        int zoom = control.getDisplay().getPrimaryMonitor().getZoom();
        if (zoom != 100) {
            return VirtualScreen.read(new Rectangle(bounds.x * zoom / 100, bounds.y * zoom / 100,
                    bounds.width * zoom / 100, bounds.height * zoom / 100));
        }
        Image image = new Image(control.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(control.getDisplay());
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** Whether a picture holds a colour, within a small difference. */
    static boolean holds(ImageData picture, String hex) {
        int wanted = Integer.parseInt(hex.substring(1), 16);
        int[] row = new int[picture.width];
        for (int y = 0; y < picture.height; y++) {
            picture.getPixels(0, y, picture.width, row, 0);
            for (int pixel : row) {
                RGB rgb = picture.palette.getRGB(pixel);
                int difference = Math.abs(rgb.red - (wanted >> 16 & 0xff)) + Math.abs(rgb.green - (wanted >> 8 & 0xff))
                        + Math.abs(rgb.blue - (wanted & 0xff));
                if (difference < 12) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many widgets there are, and how many listeners hang on them. */
    static int countListeners(Composite root) {
        int count = 0;
        Deque<Control> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Control control = open.poll();
            count++;
            for (int event : new int[] {SWT.Dispose, SWT.Resize, SWT.Paint, SWT.Selection, SWT.KeyDown,
                SWT.MouseDown}) {
                count += control.getListeners(event).length;
            }
            if (control instanceof Composite composite) {
                open.addAll(List.of(composite.getChildren()));
            }
        }
        return count;
    }

    static void closeEditors() {
        assertTrue(page().closeAllEditors(false));
        settle();
    }
}
