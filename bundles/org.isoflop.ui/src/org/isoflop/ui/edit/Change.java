package org.isoflop.ui.edit;

import java.util.Collection;
import java.util.List;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.isoflop.model.Study;

/** Any change of a study, as one command that can be undone. What is undone is what was recorded, whole. */
final class Change extends AbstractCommand {

    private final Study study;
    private final List<EObject> affected;
    private final Runnable action;
    private ChangeDescription recorded;

    Change(Study study, String label, Collection<? extends EObject> affected, Runnable action) {
        super(label);
        this.study = study;
        this.affected = List.copyOf(affected);
        this.action = action;
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        ChangeRecorder recorder = new ChangeRecorder(study);
        boolean done = false;
        try {
            action.run();
            done = true;
        } finally {
            recorded = recorder.endRecording();
            recorder.dispose();
            if (!done) {
                recorded.apply();
            }
        }
    }

    @Override
    public void undo() {
        recorded.applyAndReverse();
    }

    @Override
    public void redo() {
        recorded.applyAndReverse();
    }

    @Override
    public Collection<?> getAffectedObjects() {
        return affected;
    }
}
