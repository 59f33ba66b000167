package org.isoflop.analysis.decision;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What an alternative costs in all after so many tokens: oneOff + perMillion·tokens/10⁶.
 *
 * @param oneOff spent before the first token, in USD or any other unit, 0 or more
 * @param perMillion for a million tokens, in the same unit, 0 or more
 */
public record CostLine(double oneOff, double perMillion) {

    private static final double MILLION = 1e6;

    /**
     * Checks the numbers.
     *
     * @throws DomainException if one is negative or not finite
     */
    public CostLine {
        DomainException.notNegative(oneOff, Sentence.of("node.costOneOff"));
        DomainException.notNegative(perMillion, Sentence.of("node.usdPerMillion"));
    }

    /**
     * The cumulative cost.
     *
     * @param tokens tokens served, 0 or more
     * @return in the unit of the line
     */
    public double at(double tokens) {
        return oneOff + perMillion * tokens / MILLION;
    }

    /**
     * What one token costs.
     *
     * @return in the unit of the line
     */
    public double perToken() {
        return perMillion / MILLION;
    }
}
