package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The bytes that training keeps of each parameter.
 *
 * @param weights of the weights that are computed with
 * @param gradients of the gradients
 * @param optimizer of the optimizer, its copy of the weights included
 */
public record StateBytes(double weights, double gradients, double optimizer) {

    /** Checks that no value is negative. */
    public StateBytes {
        DomainException.positive(weights, Sentence.of("node.weightBytes"));
        DomainException.notNegative(gradients, Sentence.of("node.gradientBytes"));
        DomainException.notNegative(optimizer, Sentence.of("node.optimizerBytes"));
    }

    /**
     * All of them.
     *
     * @return bytes for each parameter
     */
    public double total() {
        return weights + gradients + optimizer;
    }
}
