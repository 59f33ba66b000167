package org.isoflop.analysis.strategy;

import java.util.Objects;

import org.isoflop.analysis.law.Law;

/**
 * Tuning a model on data of a domain; null stands for "not given".
 *
 * @param training tokens, data and accelerators
 * @param method what is trained
 * @param rank rank of adapters
 * @param promptTokens virtual tokens of a tuned prompt
 * @param law a law of transfer: effective data transferred {@code D_T} from tuning data {@code D_F}
 * @param assumedLoss a loss that the user assumes where no law covers the case, nats per token
 */
public record FineTuneInputs(TrainingInputs training, Tuning method, Integer rank, Integer promptTokens, Law law,
        Input assumedLoss) implements StepInputs {

    /** Checks what must be there. */
    public FineTuneInputs {
        Objects.requireNonNull(training);
        Objects.requireNonNull(method);
    }
}
