package org.isoflop.ui;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;

/**
 * Reads something away from the UI thread and tells the UI thread what came of it, unless it was abandoned.
 *
 * @param <T>
 *            what is read
 */
public final class ReadJob<T> extends Job {

    private final Display display = Display.getCurrent();
    private final Function<IProgressMonitor, T> reader;
    private final Consumer<T> done;
    private final Consumer<String> failed;
    private final String fault;
    private volatile boolean abandoned;

    /**
     * Creates the job, on the UI thread.
     *
     * @param name
     *            what it does, for the user
     * @param fault
     *            the key of a sentence for faults that have none of their own
     * @param reader
     *            reads; it may ask whether it was cancelled
     * @param done
     *            hears on the UI thread what was read
     * @param failed
     *            hears on the UI thread why nothing was read, also that the user cancelled it
     */
    public ReadJob(String name, String fault, Function<IProgressMonitor, T> reader, Consumer<T> done,
            Consumer<String> failed) {
        super(name);
        this.fault = fault;
        this.reader = reader;
        this.done = done;
        this.failed = failed;
        addJobChangeListener(new JobChangeAdapter() {

            @Override
            public void done(IJobChangeEvent event) {
                if (event.getResult().matches(IStatus.CANCEL)) {
                    tell(() -> failed.accept(Messages.text("reading.cancelled")));
                }
            }
        });
    }

    /** Ends the work; nobody is told. */
    public void abandon() {
        abandoned = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T read = reader.apply(monitor);
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            tell(() -> done.accept(read));
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            String sentence = Faults.sentence(e, fault);
            tell(() -> failed.accept(sentence));
            return Status.OK_STATUS;
        }
    }

    private void tell(Runnable news) {
        if (!abandoned && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!abandoned) {
                    news.run();
                }
            });
        }
    }
}
