package org.isoflop.analysis.strategy;

import java.util.Objects;

import org.isoflop.analysis.law.Law;

/**
 * Training a student on what a teacher says; null stands for "not given".
 *
 * @param training tokens, data and accelerators
 * @param teacher the teacher; without it the model that the steps before gave
 * @param student the student
 * @param parameters parameters of a student of which no more is known
 * @param law a law of distillation: a loss of N and D with the teacher’s loss {@code L_T} as an input of its own
 * @param assumedLoss a loss that the user assumes where no law covers the case, nats per token
 */
public record DistilInputs(TrainingInputs training, ModelInputs teacher, ModelInputs student, Input parameters,
        Law law, Input assumedLoss) implements StepInputs {

    /** Checks what must be there. */
    public DistilInputs {
        Objects.requireNonNull(training);
    }
}
