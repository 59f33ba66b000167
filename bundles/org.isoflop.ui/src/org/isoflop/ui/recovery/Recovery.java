package org.isoflop.ui.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFile;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;
import org.isoflop.ui.Product;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.recovery.RecoveryFolder.Found;

/** The recovery of unsaved work in this workbench. Belongs to the UI thread. */
public final class Recovery {

    /** What became of the user's own file since the work was begun. */
    enum Original {
        SAME, CHANGED, GONE, NONE
    }

    /** Unsaved work that can be restored, or is damaged. */
    record Offer(Found found, Original original) {
    }

    private static Recovery instance;

    private final Display display = Display.getCurrent();
    private final RecoveryFolder folder;
    private final RecoveryWriter writer;
    private final Map<StudyDocument, RecoveryCopy> copies = new HashMap<>();
    private int number;
    private boolean told;

    Recovery(Path folder) {
        this.folder = new RecoveryFolder(folder);
        this.writer = new RecoveryWriter(this.folder, this::failed);
    }

    static Recovery get() {
        if (instance == null && Product.area() != null) {
            instance = new Recovery(Product.area().resolve("recovery"));
            PlatformUI.getWorkbench().addWorkbenchListener(new AtTheEnd());
            instance.look();
        }
        return instance;
    }

    /** Begins the work of this workbench: what earlier ones left is offered once its window is open. */
    public static void start() {
        get();
    }

    /**
     * Keeps a copy of a study's unsaved changes until the study is closed.
     *
     * @param document
     *            the study
     * @param input
     *            says what the study's editor edits
     * @return closes the copy; what is called when the study is closed
     */
    public static Runnable follow(StudyDocument document, Supplier<IEditorInput> input) {
        Recovery recovery = get();
        return recovery == null ? () -> {
        } : recovery.add(document, input);
    }

    Runnable add(StudyDocument document, Supplier<IEditorInput> input) {
        RecoveryCopy copy = new RecoveryCopy(document, input, writer, folder.path(++number));
        copies.put(document, copy);
        return () -> {
            copies.remove(document);
            copy.close();
        };
    }

    private void failed(IOException fault) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!told) {
                    told = true;
                    Notice.show(Messages.text("recovery.title"), Messages.text("recovery.failed", folder.folder()),
                            fault);
                }
            });
        }
    }

    /** Looks in a job for what was left, and offers it. */
    void look() {
        Job.createSystem(Messages.text("recovery.looking"), (ICoreRunnable) monitor -> {
            try {
                folder.prune(Instant.now());
                List<Offer> offers = new ArrayList<>();
                for (Found found : folder.left()) {
                    offers.add(new Offer(found, original(found)));
                }
                if (!offers.isEmpty() && !display.isDisposed()) {
                    display.asyncExec(() -> offer(offers));
                }
            } catch (IOException e) {
                Log.error(Messages.text("recovery.failed", folder.folder()), e);
            }
        }).schedule();
    }

    private static Original original(Found found) throws IOException {
        if (found.work() == null || found.work().file() == null) {
            return Original.NONE;
        }
        Path file = found.work().file();
        if (!Files.exists(file)) {
            return Original.GONE;
        }
        Stamp before = found.work().original();
        return before != null && Files.isRegularFile(file) && StudyFile.stampOf(file).sameContent(before)
                ? Original.SAME : Original.CHANGED;
    }

    private void offer(List<Offer> offers) {
        IWorkbenchWindow window = window();
        if (window != null) {
            new RecoveryDialog(window.getShell(), offers, folder.kept(), this::restore, this::skip).open();
        }
    }

    private static IWorkbenchWindow window() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = workbench.getWorkbenchWindows();
        return active == null && all.length > 0 ? all[0] : active;
    }

    private void restore(List<Offer> offers) {
        IWorkbenchWindow window = window();
        if (window != null && window.getActivePage() != null) {
            offers.forEach(offer -> restore(window.getActivePage(), offer.found()));
        }
    }

    private void restore(IWorkbenchPage page, Found found) {
        RecoveryFile work = found.work();
        IEditorPart editor = null;
        if (work.file() != null) {
            editor = OpenStudies.file(page, work.file());
        } else if (work.example() != null) {
            editor = OpenStudies.example(page, work.example());
        }
        StudyDocument document = document(editor);
        if (document == null || document.isDirty()) {
            document = document(OpenStudies.untitled(page, work.name(), work.content()));
        } else {
            document.recover(work.content(), work.original());
        }
        RecoveryCopy copy = copies.get(document);
        if (copy != null) {
            copy.adopt(found.path());
        }
    }

    private static StudyDocument document(IEditorPart editor) {
        return editor == null ? null : Adapters.adapt(editor, StudyDocument.class);
    }

    private void skip(List<Offer> offers) {
        Job.createSystem(Messages.text("recovery.writing"), (ICoreRunnable) monitor -> {
            for (Offer offer : offers) {
                try {
                    folder.keep(offer.found().path());
                } catch (IOException e) {
                    Log.error(Messages.text("recovery.failed", folder.folder()), e);
                }
            }
        }).schedule();
    }

    /** No job runs after the window is closed; what is left to remove must go, or it would be offered next time. */
    private static final class AtTheEnd implements IWorkbenchListener {

        @Override
        public boolean preShutdown(IWorkbench workbench, boolean forced) {
            return true;
        }

        @Override
        public void postShutdown(IWorkbench workbench) {
            instance.writer.finish();
            instance = null;
        }
    }
}
