package org.isoflop.analysis.architecture;

/**
 * Feed-forwards of which a router chooses a few for each token, beside some that every token passes.
 *
 * @param experts experts to choose from, E
 * @param activeExperts experts that one token is routed to, k
 * @param size width inside an expert, f
 * @param sharedExperts experts that every token passes besides; 0 for none
 * @param sharedSize width inside a shared expert; 0 where there is none
 * @param gated whether a third matrix gates each expert
 * @param bias whether the matrices of the experts have biases
 * @param routerBias whether the router has a bias for each expert, trained or set by the balance of loads
 */
public record MixtureOfExperts(long experts, long activeExperts, long size, long sharedExperts, long sharedSize,
        boolean gated, boolean bias, boolean routerBias) implements FeedForward {

    /** Checks the values. */
    public MixtureOfExperts {
        Exact.positive(experts, "experts");
        Exact.positive(activeExperts, "activeExperts");
        Exact.atMost(activeExperts, "activeExperts", experts, "experts");
        Exact.positive(size, "expertSize");
        Exact.notNegative(sharedExperts, "sharedExperts");
        if (sharedExperts > 0) {
            Exact.positive(sharedSize, "sharedSize");
        }
    }

    long expertParameters(long hiddenSize) {
        return FeedForward.parameters(hiddenSize, size, gated, bias);
    }

    long sharedParameters(long hiddenSize) {
        return sharedExperts == 0 ? 0
                : Exact.times(sharedExperts, FeedForward.parameters(hiddenSize, sharedSize, gated, bias));
    }

    long routerParameters(long hiddenSize) {
        return Exact.sum(Exact.times(hiddenSize, experts), routerBias ? experts : 0);
    }
}
