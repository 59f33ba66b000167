package org.isoflop.ui.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Text;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Product;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;

/**
 * The workbench in a process of its own, with somebody at the keyboard: edits a file and waits to be killed, or
 * restores what was lost and saves it. What happened is said on the standard output.
 */
public final class CrashApplication implements IApplication {

    /** Said when the edit is in the recovery folder. */
    static final String COPIED = "the edit is copied";
    /** Said when the edit is back in its file. */
    static final String SAVED = "the edit is saved";
    /** The name that the study gets. */
    static final String NAME = "Typed before the crash";

    private final Application application = new Application();

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = Platform.getApplicationArgs();
        Path file = Path.of(arguments[arguments.length - 1]);
        boolean restores = arguments[arguments.length - 2].equals("restore");
        Thread.ofPlatform().daemon().start(() -> {
            while (!PlatformUI.isWorkbenchRunning()
                    || PlatformUI.getWorkbench().getWorkbenchWindowCount() == 0) {
                Thread.onSpinWait();
            }
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.asyncExec(() -> {
                if (restores) {
                    restore();
                } else {
                    edit(file);
                }
            });
        });
        return application.start(context);
    }

    private static void edit(Path file) {
        OpenStudies.file(page(), file);
        StudyDocument document = document();
        document.editing().stack().execute(SetCommand.create(document.editing(), document.study(),
                IsoflopPackage.Literals.ELEMENT__NAME, Text.of(NAME)));
        Path folder = Product.area().resolve("recovery");
        WindowProbe.until("a copy", () -> {
            Display.getCurrent().timerExec(50, () -> {
            });
            String[] copies = folder.toFile().list((where, name) -> name.endsWith(".recovery"));
            return copies != null && copies.length == 1;
        });
        System.out.println(COPIED);
        System.out.flush();
    }

    private static void restore() {
        Dialogs.press(Dialogs.await(Messages.text("recovery.title")), Messages.text("recovery.restore"));
        WindowProbe.until("the editor", () -> page().getActiveEditor() instanceof StudyEditor);
        StudyDocument document = document();
        WindowProbe.until("the edit", () -> document.isDirty()
                && NAME.equals(document.data().name().get(Locale.ENGLISH)));
        page().saveEditor(page().getActiveEditor(), false);
        System.out.println(SAVED);
        System.out.flush();
        PlatformUI.getWorkbench().close();
    }

    private static StudyDocument document() {
        StudyDocument document = ((StudyEditor) page().getActiveEditor()).document();
        WindowProbe.until("the study", () -> document.state() == StudyDocument.State.READY);
        return document;
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    @Override
    public void stop() {
        application.stop();
    }

    static boolean isSaved(Path file) throws IOException {
        return Files.readString(file).contains(NAME);
    }
}
