package org.isoflop.ui.fit;

import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.ui.Faults;

/**
 * A calculation about runs, away from the UI thread, with progress and cancel. The listener hears of it on the UI
 * thread, once, unless the job was abandoned.
 *
 * @param <T>
 *            what it gives
 */
final class FitJob<T> extends Job {

    private static final int WORK = 1000;

    /** What is calculated. */
    @FunctionalInterface
    interface Calculation<T> {

        T run(FitProgress progress);
    }

    /** Hears of the end, and how far the calculation is. */
    interface Listener<T> {

        void done(T answer);

        void failed(String sentence);

        void cancelled();

        /** @param share of the whole work, from 0 to 1 */
        default void progress(double share) {
            // Most calculations are short.
        }
    }

    private final Display display;
    private final Calculation<T> calculation;
    private final Listener<T> listener;
    private volatile boolean abandoned;
    private volatile boolean begun;

    FitJob(String name, Display display, Calculation<T> calculation, Listener<T> listener) {
        super(name);
        this.display = display;
        this.calculation = calculation;
        this.listener = listener;
        addJobChangeListener(new JobChangeAdapter() {

            @Override
            public void done(IJobChangeEvent event) {
                if (!begun) {
                    tell(listener::cancelled);
                }
            }
        });
    }

    /** Ends the calculation; nobody is told. */
    void abandon() {
        abandoned = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        begun = true;
        monitor.beginTask(getName(), WORK);
        try {
            T answer = calculation.run(new Progress(monitor));
            tell(monitor.isCanceled() ? listener::cancelled : () -> listener.done(answer));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            tell(listener::cancelled);
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            String sentence = Faults.sentence(e, "fit.fault");
            tell(() -> listener.failed(sentence));
            return Status.OK_STATUS;
        } finally {
            monitor.done();
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

    /** Passes on whole thousandths. */
    private final class Progress implements FitProgress {

        private final IProgressMonitor monitor;
        private double share;
        private int told;

        Progress(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public synchronized void worked(double more) {
            share += more;
            int now = (int) (share * WORK);
            if (now > told) {
                monitor.worked(now - told);
                told = now;
                double whole = Math.min(1, share);
                tell(() -> listener.progress(whole));
            }
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled();
        }
    }
}
