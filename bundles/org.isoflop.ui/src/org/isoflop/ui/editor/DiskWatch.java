package org.isoflop.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFile;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;

/** Looks once whether a file is still what it was. Its content is read only if size or time differ. */
final class DiskWatch extends Job {

    /** Hears the answer, in the thread of the job. */
    interface Answer {

        void seen(Stamp now, boolean differs);
    }

    private final Path file;
    private final Stamp known;
    private final Answer answer;

    DiskWatch(Path file, Stamp known, Answer answer) {
        super(Messages.text("editor.looking", file));
        this.file = file;
        this.known = known;
        this.answer = answer;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Stamp now = known;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.size() != known.size() || attributes.lastModifiedTime().toMillis() != known.modified()) {
                now = StudyFile.stampOf(file);
            }
        } catch (NoSuchFileException e) {
            now = Stamp.ABSENT;
        } catch (IOException e) {
            Log.error(Messages.text("editor.looking", file), e);
        }
        answer.seen(now, !now.sameContent(known));
        return Status.OK_STATUS;
    }
}
