package org.isoflop.analysis.strategy;

import java.util.Objects;

import org.isoflop.analysis.law.Law;

/**
 * Pretraining a model further; null stands for "not given".
 *
 * @param training tokens, data and accelerators
 * @param replay share of the tokens that come from the former corpus, 0 or more and below 1
 * @param law a law of transfer, as for fine-tuning
 * @param assumedLoss a loss that the user assumes where no law covers the case, nats per token
 */
public record ContinueInputs(TrainingInputs training, Input replay, Law law, Input assumedLoss)
        implements
            StepInputs {

    /** Checks what must be there. */
    public ContinueInputs {
        Objects.requireNonNull(training);
    }
}
