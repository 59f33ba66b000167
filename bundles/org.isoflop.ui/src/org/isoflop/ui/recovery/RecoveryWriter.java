package org.isoflop.ui.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;

/** Writes and removes recovery files away from the UI thread; of several wishes for one file the last counts. */
final class RecoveryWriter extends Job {

    private final RecoveryFolder folder;
    private final Consumer<IOException> failed;
    private final Map<Path, Optional<RecoveryFile>> wishes = new LinkedHashMap<>();

    /** The callback hears of a copy that could not be written, in the thread of the job. */
    RecoveryWriter(RecoveryFolder folder, Consumer<IOException> failed) {
        super(Messages.text("recovery.writing"));
        this.folder = folder;
        this.failed = failed;
        setSystem(true);
    }

    void write(Path path, RecoveryFile work) {
        wish(path, Optional.of(work));
    }

    void delete(Path path) {
        wish(path, Optional.empty());
    }

    private void wish(Path path, Optional<RecoveryFile> work) {
        synchronized (wishes) {
            wishes.remove(path);
            wishes.put(path, work);
        }
        schedule();
    }

    /** Does what is still to be done, at the end of the workbench when no job is started any more. */
    void finish() {
        cancel();
        work();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        work();
        return Status.OK_STATUS;
    }

    private synchronized void work() {
        Map.Entry<Path, Optional<RecoveryFile>> wish = earliest();
        while (wish != null) {
            try {
                if (wish.getValue().isPresent()) {
                    folder.write(wish.getKey(), wish.getValue().get());
                } else {
                    folder.delete(wish.getKey());
                }
            } catch (IOException e) {
                Log.error(Messages.text("recovery.failed", folder.folder()), e);
                failed.accept(e);
            }
            wish = earliest();
        }
    }

    private Map.Entry<Path, Optional<RecoveryFile>> earliest() {
        synchronized (wishes) {
            Map.Entry<Path, Optional<RecoveryFile>> first = wishes.entrySet().stream().findFirst().map(
                    Map.Entry::copyOf)
                    .orElse(null);
            if (first != null) {
                wishes.remove(first.getKey());
            }
            return first;
        }
    }
}
