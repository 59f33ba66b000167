package org.isoflop.ui.chart.view;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.ui.Faults;

/**
 * Computes the charts of one view away from the UI thread, one at a time. Of several requests that wait only the latest
 * is computed, and of several answers that wait only the latest is told.
 */
final class ChartPipeline {

    /** Hears the answers on the UI thread. */
    interface Listener {

        /** A chart is there; it may be that of a request which is no longer the latest. */
        void drawn(ChartRequest request, Plot plot);

        /** A chart could not be computed, with the reason in words. */
        void failed(ChartRequest request, String sentence);

        /** The user has cancelled the computation. */
        void cancelled(ChartRequest request);
    }

    private record Answer(ChartRequest request, Plot plot, String failure) {
    }

    private final Display display;
    private final Listener listener;
    private final Worker worker;
    private final AtomicReference<ChartRequest> waiting = new AtomicReference<>();
    private final AtomicReference<Answer> answered = new AtomicReference<>();
    private ChartRequest.Calculation calculation = ChartRequest::plot;
    private volatile boolean disposed;
    /** Counts up whenever what was asked so far is of no interest any more. */
    private volatile int generation;

    ChartPipeline(String name, Display display, Listener listener) {
        this.display = display;
        this.listener = listener;
        worker = new Worker(name);
    }

    /** Replaces what computes the charts. */
    void setCalculation(ChartRequest.Calculation calculation) {
        this.calculation = calculation;
    }

    /** Asks for a chart. */
    void request(ChartRequest request) {
        if (!disposed) {
            waiting.set(request);
            worker.schedule();
        }
    }

    /** Ends what is being computed and forgets what waits; nobody is told. */
    void abandon() {
        generation++;
        waiting.set(null);
        answered.set(null);
        worker.cancel();
    }

    /** Ends what is being computed at the wish of the user, who is told. */
    void cancel() {
        ChartRequest pending = waiting.getAndSet(null);
        boolean running = worker.getState() == Job.RUNNING;
        worker.cancel();
        if (!running && pending != null) {
            listener.cancelled(pending);
        }
    }

    /** Whether something is being computed or waits for it. */
    boolean isBusy() {
        return waiting.get() != null || worker.getState() != Job.NONE;
    }

    void dispose() {
        disposed = true;
        abandon();
    }

    private void tell(int asked, Answer answer) {
        if (disposed || asked != generation || display.isDisposed()) {
            return;
        }
        if (answered.getAndSet(answer) == null) {
            display.asyncExec(() -> {
                Answer latest = answered.getAndSet(null);
                if (disposed || latest == null) {
                    return;
                }
                if (latest.plot() != null) {
                    listener.drawn(latest.request(), latest.plot());
                } else if (latest.failure() != null) {
                    listener.failed(latest.request(), latest.failure());
                } else {
                    listener.cancelled(latest.request());
                }
            });
        }
    }

    private final class Worker extends Job {

        Worker(String name) {
            super(name);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            int asked = generation;
            ChartRequest request = waiting.getAndSet(null);
            if (request == null) {
                return Status.OK_STATUS;
            }
            try {
                Plot plot = calculation.plot(request, monitor::isCanceled);
                tell(asked, monitor.isCanceled() ? new Answer(request, null, null) : new Answer(request, plot, null));
            } catch (CancellationException e) {
                tell(asked, new Answer(request, null, null));
                return Status.CANCEL_STATUS;
            } catch (RuntimeException e) {
                tell(asked, new Answer(request, null, Faults.sentence(e, "chart.fault")));
            }
            return Status.OK_STATUS;
        }
    }
}
