package org.isoflop.analysis.strategy;

import org.isoflop.analysis.law.Law;

/**
 * Storing weights in fewer bits after training; null stands for "not given".
 *
 * @param format its name, such as Q4_K_M
 * @param weightBits bits of a weight of the matrices in layers, scales included
 * @param otherBits bits of embeddings, head, norms and routers; 16 if not given
 * @param cacheBits bits of a cached value; 16 if not given
 * @param lossIncrease what it adds to the loss, from a table or a measurement, nats per token
 * @param law a law of precision: {@code delta_PTQ} from N, D and the bits {@code P_post}
 */
public record QuantiseInputs(String format, Input weightBits, Input otherBits, Input cacheBits, Input lossIncrease,
        Law law) implements StepInputs {
}
