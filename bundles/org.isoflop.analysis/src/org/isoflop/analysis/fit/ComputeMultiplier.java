package org.isoflop.analysis.fit;

import java.util.Arrays;
import java.util.Optional;

import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.UnanswerableException;
import org.isoflop.analysis.numeric.Percentiles;
import org.isoflop.analysis.numeric.Streams;

/**
 * How much compute a recipe saves: the compute that the first law needs for the loss that the second reaches with C,
 * over C. Above 1 the second recipe is better. Both losses must be of the same corpus.
 *
 * @param factor the multiplier by the laws themselves
 * @param interval its interval, or empty if one of the laws has no uncertainty
 */
public record ComputeMultiplier(double factor, Optional<Interval> interval) {

    private static final int PAIRS = 2000;

    /**
     * Compares two recipes.
     *
     * @param first the old recipe
     * @param second the new recipe
     * @param compute C in FLOP, spent best by each
     * @param level the share of pairs of draws between the ends of the interval
     * @return the multiplier
     * @throws UnanswerableException if a law has no surface, or the first never reaches the loss of the second
     */
    public static ComputeMultiplier between(Law first, Law second, double compute, double level) {
        double factor = factor(first, second, compute);
        if (first.uncertainty().isEmpty() || second.uncertainty().isEmpty()) {
            return new ComputeMultiplier(factor, Optional.empty());
        }
        JointUncertainty one = first.uncertainty().get();
        JointUncertainty two = second.uncertainty().get();
        Streams random = new Streams(0, 0);
        double[] factors = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            Law drawnFirst = first.withConstants(one.draw(random.below(one.size())));
            Law drawnSecond = second.withConstants(two.draw(random.below(two.size())));
            try {
                factors[i] = factor(drawnFirst, drawnSecond, compute);
            } catch (UnanswerableException e) {
                factors[i] = Double.POSITIVE_INFINITY;
            }
        }
        Arrays.sort(factors);
        return new ComputeMultiplier(factor,
                Optional.of(new Interval(Percentiles.ofSorted(factors, 0.5 - 0.5 * level),
                        Percentiles.ofSorted(factors, 0.5 + 0.5 * level), level)));
    }

    private static double factor(Law first, Law second, double compute) {
        return first.optimumForLoss(second.optimum(compute).loss()).compute() / compute;
    }
}
