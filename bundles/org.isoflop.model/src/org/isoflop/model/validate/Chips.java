package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Accelerator;
import org.isoflop.model.Serve;
import org.isoflop.model.TrainingRun;
import org.isoflop.model.TrainingStep;

/** Which chip an object computes on. */
public final class Chips {

    private Chips() {
    }

    /**
     * The chip that a step or a training run computes on.
     *
     * @param object an object of a study
     * @return its own accelerator, else that of its cluster, or null if it names none or does not compute
     */
    public static Accelerator of(EObject object) {
        return switch (object) {
            case TrainingStep step when step.getAccelerator() == null && step.getCluster() != null ->
                step.getCluster().getAccelerator();
            case TrainingStep step -> step.getAccelerator();
            case Serve step -> step.getAccelerator();
            case TrainingRun run -> run.getAccelerator();
            case null, default -> null;
        };
    }
}
