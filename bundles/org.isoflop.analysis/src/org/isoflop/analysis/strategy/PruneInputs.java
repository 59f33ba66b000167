package org.isoflop.analysis.strategy;

import java.util.Objects;

/**
 * Leaving out a part of a model, with training to recover if tokens are given; null stands for "not given".
 *
 * @param training tokens of the recovery, data and accelerators
 * @param left the model that is left
 * @param keep share of the parameters that is left, above 0 and at most 1
 * @param sparse whether two of four weights are set to zero in place instead
 * @param assumedLoss a loss that the user assumes, nats per token
 */
public record PruneInputs(TrainingInputs training, ModelInputs left, Input keep, boolean sparse, Input assumedLoss)
        implements
            StepInputs {

    /** Checks what must be there. */
    public PruneInputs {
        Objects.requireNonNull(training);
    }
}
