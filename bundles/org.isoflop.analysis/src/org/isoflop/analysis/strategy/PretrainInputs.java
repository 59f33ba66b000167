package org.isoflop.analysis.strategy;

import java.util.Map;
import java.util.Objects;

/**
 * What is known about a pretraining; null stands for "not given".
 *
 * @param training tokens, data and accelerators
 * @param model the architecture that is trained
 * @param parameters N, as the law counts them
 * @param compute training compute C in FLOP
 * @param duration training time in seconds
 * @param aim what N and D are chosen for where they are open
 * @param gain effective over physical compute: better algorithms, pipelines and batching
 * @param putOff seconds that the start waits for progress
 * @param halving seconds in which progress halves the compute that a loss takes
 * @param lawInputs inputs of the law’s own, by symbol
 * @param assumedLoss a loss that the user assumes where no law covers the case, nats per token
 */
public record PretrainInputs(TrainingInputs training, ModelInputs model, Input parameters, Input compute,
        Input duration, Aim aim, Input gain, Input putOff, Input halving, Map<String, Input> lawInputs,
        Input assumedLoss)
        implements
            StepInputs {

    /** Copies the inputs. */
    public PretrainInputs {
        Objects.requireNonNull(training);
        Objects.requireNonNull(aim);
        lawInputs = Map.copyOf(lawInputs);
    }

    /**
     * A pretraining whose loss is left to the law.
     *
     * @param training tokens, data and accelerators
     * @param model the architecture that is trained
     * @param parameters N, as the law counts them
     * @param compute training compute C in FLOP
     * @param duration training time in seconds
     * @param aim what N and D are chosen for where they are open
     * @param gain effective over physical compute
     * @param putOff seconds that the start waits for progress
     * @param halving seconds in which progress halves the compute that a loss takes
     * @param lawInputs inputs of the law’s own, by symbol
     */
    public PretrainInputs(TrainingInputs training, ModelInputs model, Input parameters, Input compute, Input duration,
            Aim aim, Input gain, Input putOff, Input halving, Map<String, Input> lawInputs) {
        this(training, model, parameters, compute, duration, aim, gain, putOff, halving, lawInputs, null);
    }
}
