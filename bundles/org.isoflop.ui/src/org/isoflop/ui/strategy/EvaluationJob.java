package org.isoflop.ui.strategy;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.isoflop.core.comparison.Comparison;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;

/** Evaluates a scenario away from the UI thread. What was cancelled tells nobody. */
final class EvaluationJob extends Job {

    private final Display display;
    private final StudyData data;
    private final String scenario;
    private final Consumer<Comparison> done;
    private final Consumer<String> failed;

    EvaluationJob(Display display, StudyData data, String scenario, Consumer<Comparison> done,
            Consumer<String> failed) {
        super(Messages.text("strategies.evaluating"));
        this.display = display;
        this.data = data;
        this.scenario = scenario;
        this.done = done;
        this.failed = failed;
        setSystem(true);
        setPriority(INTERACTIVE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Comparison comparison = Comparison.of(Evaluation.evaluate(data, scenario));
            tell(monitor, () -> done.accept(comparison));
        } catch (RuntimeException e) {
            String sentence = Faults.sentence(e, "strategies.fault");
            tell(monitor, () -> failed.accept(sentence));
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void tell(IProgressMonitor monitor, Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!monitor.isCanceled()) {
                    news.run();
                }
            });
        }
    }
}
