package org.isoflop.ide.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * Opens the perspective and every view of Isoflop and the study named by the system property
 * {@code isoflop.probe.study}, waits until the window shows the text {@code isoflop.probe.text}, and writes what it saw
 * to {@code isoflop.probe.answer} and a picture beside it.
 */
public final class Probe implements IStartup {

    private static final int LIMIT_MILLIS = 60_000;
    private static final int STEP_MILLIS = 50;
    private static final String OURS = "org.isoflop.";
    private static final String PERSPECTIVE = "org.isoflop.ui.perspective";
    private final Properties answer = new Properties();

    @Override
    public void earlyStartup() {
        if (System.getProperty("isoflop.probe.study") != null) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(() -> open(workbench));
        }
    }

    private void open(IWorkbench workbench) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            workbench.getDisplay().timerExec(STEP_MILLIS, () -> open(workbench));
            return;
        }
        try {
            window.getShell().setBounds(window.getShell().getDisplay().getPrimaryMonitor().getClientArea());
            IWorkbenchPage page = workbench.showPerspective(PERSPECTIVE, window);
            for (IViewDescriptor view : workbench.getViewRegistry().getViews()) {
                if (view.getId().startsWith(OURS)) {
                    answer.setProperty(view.getId(), page.showView(view.getId()).getClass().getName());
                }
            }
            URI study = Path.of(System.getProperty("isoflop.probe.study")).toUri();
            IEditorPart editor = IDE.openEditorOnFileStore(page, EFS.getStore(study));
            await(window.getShell(), editor, LIMIT_MILLIS / STEP_MILLIS);
        } catch (CoreException | RuntimeException e) {
            finish(window.getShell(), e.toString());
        }
    }

    private void await(Shell shell, IEditorPart editor, int steps) {
        String text = System.getProperty("isoflop.probe.text");
        boolean shown = texts(shell).anyMatch(text::equals);
        if (!shown && steps > 0) {
            Display.getCurrent().timerExec(STEP_MILLIS, () -> await(shell, editor, steps - 1));
            return;
        }
        answer.setProperty("editor.id", editor.getSite().getId());
        answer.setProperty("editor.class", editor.getClass().getName());
        answer.setProperty("text", shown ? text : "");
        finish(shell, "");
    }

    private void finish(Shell shell, String fault) {
        answer.setProperty("fault", fault);
        Path file = Path.of(System.getProperty("isoflop.probe.answer"));
        picture(shell, file.resolveSibling("ide.png"));
        try (Writer writer = Files.newBufferedWriter(file)) {
            answer.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PlatformUI.getWorkbench().close();
        }
    }

    private static Stream<String> texts(Control control) {
        return switch (control) {
            case Label label -> Stream.of(label.getText());
            case Text text -> Stream.of(text.getText());
            case Composite composite -> Arrays.stream(composite.getChildren()).flatMap(Probe::texts);
            default -> Stream.empty();
        };
    }

    private static void picture(Shell shell, Path file) {
        while (shell.getDisplay().readAndDispatch()) {
            shell.update();
        }
        Rectangle bounds = shell.getBounds();
        Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(shell.getDisplay());
        gc.copyArea(image, bounds.x, bounds.y);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }
}
