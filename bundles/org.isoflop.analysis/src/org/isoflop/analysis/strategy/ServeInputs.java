package org.isoflop.analysis.strategy;

import java.util.Objects;

/**
 * Serving a model on accelerators; null stands for "not given".
 *
 * @param device the accelerators
 * @param tensor devices that share each layer; without it and the groups, those with which the fewest devices answer
 * @param pipeline groups of them that share the layers
 * @param batch sequences at once; without it the cheapest that keeps the limits
 * @param cacheBits bits of a cached value
 * @param computeEfficiency share of the peak that is reached; 0.7 if not given
 * @param bandwidthEfficiency share of the memory bandwidth that is reached; 0.9 if not given
 * @param busy share of the time that devices answer; 1 if not given
 * @param extraPromptTokens tokens by which each prompt is longer, in place of tuning
 * @param acceptance share of a draft model’s guesses that are right
 * @param guesses tokens that a draft model guesses at a time
 * @param draftCost time of a guess as a share of a pass of the large model
 * @param payment how the accelerators are paid for; null takes the one whose price is known
 */
public record ServeInputs(DeviceInputs device, Integer tensor, Integer pipeline, Input batch, Input cacheBits,
        Input computeEfficiency, Input bandwidthEfficiency, Input busy, Input extraPromptTokens, Input acceptance,
        Integer guesses, Input draftCost, Payment payment) implements StepInputs {

    /** Checks what must be there. */
    public ServeInputs {
        Objects.requireNonNull(device);
    }
}
