package org.isoflop.ui.recovery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.input.ExampleInput;
import org.isoflop.ui.preference.Preferences;
import org.isoflop.ui.recovery.RecoveryFile.Owner;

/** Keeps the recovery file of one open study in step with it. Belongs to the UI thread. */
public final class RecoveryCopy {

    /** After the last edit, before a copy is made, so that a word being typed makes one copy. */
    private static final int QUIET_MILLIS = 2000;
    private static final long MILLI = 1_000_000;

    private final Display display;
    private final StudyDocument document;
    private final Supplier<IEditorInput> input;
    private final RecoveryWriter writer;
    private final Runnable changed = this::changed;
    private final Runnable copy = this::copy;
    private Path path;
    private StudyData seen;
    private boolean written;
    private boolean planned;
    private long last;

    RecoveryCopy(StudyDocument document, Supplier<IEditorInput> input, RecoveryWriter writer, Path path) {
        this.display = Display.getCurrent();
        this.document = document;
        this.input = input;
        this.writer = writer;
        this.path = path;
        document.addListener(changed);
    }

    /** Takes over a file that an earlier process left; from now on it belongs to this study. */
    void adopt(Path left) {
        path = left;
        written = true;
        last = 0;
    }

    private void changed() {
        if (document.state() != StudyDocument.State.READY) {
            return;
        }
        if (!document.isDirty() || !Preferences.keepsRecovery()) {
            seen = null;
            remove();
        } else if (document.data() != seen) {
            seen = document.data();
            plan();
        }
    }

    private void plan() {
        if (!planned) {
            planned = true;
            long since = (System.nanoTime() - last) / MILLI;
            long wait = last == 0 ? 0 : Preferences.recoverySeconds() * 1000L - since;
            display.timerExec((int) Math.max(QUIET_MILLIS, wait), copy);
        }
    }

    private void copy() {
        planned = false;
        if (!document.isDirty() || document.state() != StudyDocument.State.READY) {
            return;
        }
        last = System.nanoTime();
        try {
            byte[] content = document.content();
            String example = input.get() instanceof ExampleInput one ? one.example() : null;
            Stamp original = document.file() == null || document.stamp().equals(Stamp.ABSENT) ? null : document.stamp();
            writer.write(path, new RecoveryFile(document.name(), document.file(), example, original, Instant.now(),
                    Owner.current(), content));
            written = true;
        } catch (StudyFileException e) {
            // Half-made, such as a reference to something unnamed: the copy before this stays until the next edit.
            Log.error(Messages.text("recovery.notYet", document.name()), e);
        }
    }

    private void remove() {
        if (planned) {
            planned = false;
            display.timerExec(-1, copy);
        }
        if (written) {
            written = false;
            writer.delete(path);
        }
    }

    /** The study is closed: it was saved, or the user did not want to. */
    public void close() {
        document.removeListener(changed);
        remove();
    }
}
