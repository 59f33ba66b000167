package org.isoflop.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.widgets.Display;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Position;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.StudyEditing;
import org.isoflop.ui.input.InputReader;

/**
 * A study as the window holds it: being read, ready to be edited, or unreadable. All methods belong to the UI thread;
 * reading and checking run in jobs.
 */
public final class StudyDocument {

    /** What is known of the study. */
    public enum State {
        /** It is being read, for the first time or again. */
        READING,
        /** It was read; it may still have findings. */
        READY,
        /** It could not be read. */
        UNREADABLE
    }

    /** The file on disk beside what was read of it. */
    public enum Disk {
        /** It is as it was when it was read or saved, or there is no file. */
        SAME,
        /** Somebody else has written it, and there are changes here that it lacks. */
        CHANGED,
        /** It is gone. */
        DELETED
    }

    private static final int CHECK_DELAY = 250;

    private final Display display;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CommandStackListener edited = event -> edited();
    private final Runnable check = this::check;
    private final boolean untitled;
    private InputReader reader;
    private String name;
    private Path file;
    private Stamp stamp;
    private boolean unsaved;
    private State state = State.READING;
    private OpenStudy opened;
    private StudyEditing editing;
    private StudyData data;
    private List<Finding> findings = List.of();
    private String failure;
    private Job reading;
    private CheckJob checking;
    private DiskWatch watch;
    private Disk disk = Disk.SAME;
    private boolean disposed;

    /**
     * Creates a document that has read nothing yet.
     *
     * @param display
     *            whose thread the document belongs to
     * @param reader
     *            reads the study
     * @param file
     *            the file that the study is saved to, or null if it has none yet
     * @param name
     *            the name to show
     * @param unsaved
     *            whether the study is one that the user would lose by closing it unsaved, even unchanged
     */
    StudyDocument(Display display, InputReader reader, Path file, String name, boolean unsaved) {
        this.display = display;
        this.reader = reader;
        this.file = file;
        this.name = name;
        this.untitled = unsaved;
        this.unsaved = unsaved;
    }

    /**
     * Returns what is known of the study.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Returns the study as calculations read it.
     *
     * @return the study with all edits so far, or null if nothing could ever be read
     */
    public StudyData data() {
        return data;
    }

    /**
     * Returns the study itself.
     *
     * @return the study, to be changed through {@link #editing()} only, or null if nothing could ever be read
     */
    public Study study() {
        return editing == null ? null : editing.study();
    }

    /**
     * Returns the editing domain; each reading makes a new one.
     *
     * @return the domain of {@link #study()}, or null if nothing could ever be read
     */
    public StudyEditing editing() {
        return editing;
    }

    /**
     * Returns the name to show for the document.
     *
     * @return name of the file, the example or the new study
     */
    public String name() {
        return name;
    }

    /**
     * Returns where the study is saved.
     *
     * @return the file, or null if the study has none yet
     */
    public Path file() {
        return file;
    }

    /**
     * Returns what was found in the study, in the order of the file. Edits are checked shortly after they are made.
     *
     * @return the findings; their lines are those that the saved file has
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Tells whether there is something to save.
     *
     * @return true after changes since the study was read or saved, and for a new study
     */
    public boolean isDirty() {
        return editing != null && isComplete() && (unsaved || editing.stack().isSaveNeeded());
    }

    /**
     * Tells whether all that the file holds was understood, so that saving loses nothing.
     *
     * @return false if a fault of the file kept something out: such a study can be looked at but not edited
     */
    public boolean isComplete() {
        return opened != null && opened.isComplete();
    }

    /**
     * Returns how the file on disk differs from what was read of it.
     *
     * @return what was noticed last
     */
    public Disk disk() {
        return disk;
    }

    /**
     * Adds a listener, called on the UI thread after every change of state, content, findings or dirtiness.
     *
     * @param listener
     *            the listener
     */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener
     *            the listener
     */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Returns the study as the file would hold it now.
     *
     * @return a canonical {@code .isoflop} file
     * @throws StudyFileException
     *             if the study cannot be said in a file as it is now
     */
    public byte[] content() throws StudyFileException {
        return Studies.write(study());
    }

    /**
     * Takes up work that was not saved. The study counts as unsaved, and saving it still notices if its file has
     * changed since that work was begun.
     *
     * @param content
     *            a {@code .isoflop} file
     * @param original
     *            what the study's file was when the work was begun, or null if it had none
     */
    public void recover(byte[] content, Stamp original) {
        start(new ReadJob(() -> Studies.read(content, name), true, original));
    }

    /**
     * Returns what the file was when it was read or saved last.
     *
     * @return its stamp; {@link Stamp#ABSENT} without a file
     */
    public Stamp stamp() {
        return stamp == null ? Stamp.ABSENT : stamp;
    }

    /**
     * Returns the SHA-256 of the file as it was read or saved last.
     *
     * @return in hexadecimal, or null without a file
     */
    public String hash() {
        return file == null ? null : stamp().hash();
    }

    /** Why nothing could be read, or null. */
    String failure() {
        return failure;
    }

    /** Reads the study in a job, for the first time or again. Changes since then are lost. */
    void read() {
        start(new ReadJob(reader, false, null));
    }

    private void start(ReadJob job) {
        if (reading != null) {
            reading.cancel();
        }
        state = State.READING;
        reading = job;
        reading.schedule();
        changed();
    }

    /** Notes that the present study stands in a file. */
    void saved(Path target, Stamp written) {
        file = target;
        reader = InputReader.of(target);
        name = String.valueOf(target.getFileName());
        stamp = written;
        unsaved = false;
        disk = Disk.SAME;
        editing.stack().saveIsDone();
        changed();
    }

    /** Decides for the present study against what somebody else wrote: saving will replace that. */
    void keepMine() {
        disk = Disk.SAME;
        unsaved = true;
        changed();
    }

    /** Looks at the file in a job and notices once if it is no longer what was read. */
    void lookAtDisk() {
        if (file == null || stamp == null || stamp.equals(Stamp.ABSENT) || state != State.READY || watch != null) {
            return;
        }
        watch = new DiskWatch(file, stamp, (seen, differs) -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> looked(seen, differs));
            }
        });
        watch.schedule();
    }

    private void looked(Stamp seen, boolean differs) {
        watch = null;
        if (disposed || state != State.READY || !differs) {
            return;
        }
        if (Stamp.ABSENT.equals(seen)) {
            disk = Disk.DELETED;
            unsaved = true;
            stamp = seen;
            changed();
        } else if (isDirty()) {
            disk = Disk.CHANGED;
            stamp = seen;
            changed();
        } else {
            read();
        }
    }

    void dispose() {
        disposed = true;
        listeners.clear();
        display.timerExec(-1, check);
        if (reading != null) {
            reading.cancel();
        }
        if (checking != null) {
            checking.cancel();
        }
        if (editing != null) {
            editing.stack().removeCommandStackListener(edited);
        }
    }

    private void edited() {
        data = StudyMapper.map(study());
        display.timerExec(CHECK_DELAY, check);
        changed();
    }

    /** Checks the study as the file would hold it, so that findings have the lines of the file to come. */
    private void check() {
        if (disposed || state != State.READY) {
            return;
        }
        if (checking != null) {
            checking.cancel();
        }
        try {
            checking = new CheckJob(content());
            checking.schedule();
        } catch (StudyFileException e) {
            List<Finding> found = new ArrayList<>();
            found.add(Finding.at(name, Position.UNKNOWN, "", Severity.ERROR, e.code(), (Finding.Sentence) e::message));
            found.addAll(Studies.check(study(), name));
            findings = List.copyOf(found);
            changed();
        }
    }

    private void finished(ReadJob finished, OpenStudy read, String problem) {
        if (disposed || reading != finished) {
            return;
        }
        reading = null;
        failure = problem;
        findings = read == null ? List.of() : read.findings();
        if (read == null || read.study() == null) {
            state = State.UNREADABLE;
        } else {
            opened = read;
            stamp = finished.recovers ? finished.original : read.stamp();
            unsaved = finished.recovers || untitled && file == null;
            disk = Disk.SAME;
            if (editing != null) {
                editing.stack().removeCommandStackListener(edited);
            }
            editing = new StudyEditing(read.study());
            editing.stack().addCommandStackListener(edited);
            data = StudyMapper.map(read.study());
            state = State.READY;
        }
        changed();
        if (finished.recovers) {
            lookAtDisk();
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private final class ReadJob extends Job {

        private final InputReader source;
        private final boolean recovers;
        private final Stamp original;

        ReadJob(InputReader source, boolean recovers, Stamp original) {
            super(Messages.text("editor.reading", name));
            this.source = source;
            this.recovers = recovers;
            this.original = original;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            OpenStudy read = null;
            String problem = null;
            try {
                read = source.read();
            } catch (IOException | RuntimeException e) {
                problem = Faults.sentence(e, "editor.cannotRead", name);
            }
            if (monitor.isCanceled() || display.isDisposed()) {
                return Status.CANCEL_STATUS;
            }
            OpenStudy result = read;
            String reason = problem;
            display.asyncExec(() -> finished(this, result, reason));
            return Status.OK_STATUS;
        }
    }

    private final class CheckJob extends Job {

        private final byte[] content;

        CheckJob(byte[] content) {
            super(Messages.text("editor.checking", name));
            this.content = content;
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            List<Finding> found = Studies.read(content, name).findings();
            if (monitor.isCanceled() || display.isDisposed()) {
                return Status.CANCEL_STATUS;
            }
            display.asyncExec(() -> {
                if (!disposed && checking == this) {
                    checking = null;
                    findings = found;
                    changed();
                }
            });
            return Status.OK_STATUS;
        }
    }
}
