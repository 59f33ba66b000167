package org.isoflop.analysis.law;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What more compute, parameters or tokens still buy. Along the optimum, gains per e-fold of compute come from the
 * envelope theorem, −dL*&#47;dln C = −∂L/∂ln D at (N*, D*); for L = E + A/N^α + B/D^β this is κ·(L−E) with κ =
 * αβ/(α+β).
 */
public final class DiminishingReturns {

    private DiminishingReturns() {
    }

    /**
     * What the next doubling of compute buys along the optimum.
     *
     * @param law a law with a loss of compute
     * @param compute C in FLOP
     * @return L*(C) − L*(2C) in nats per token, positive
     * @throws UnanswerableException if the law has no loss of compute
     */
    public static double doublingCompute(Law law, double compute) {
        return doublingCompute(law, compute, Double.NaN);
    }

    /**
     * What the next doubling of compute buys along the optimum, with a limit on unique tokens.
     *
     * @param law a law with a loss of compute
     * @param compute C in FLOP
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return L*(C) − L*(2C) in nats per token
     * @throws UnanswerableException if the law has no loss of compute, or knows no repetition and would need more than
     *         U
     */
    public static double doublingCompute(Law law, double compute, double unique) {
        return law.lossAtOptimum(compute, unique) - law.lossAtOptimum(2 * compute, unique);
    }

    /**
     * What twice the parameters buy at the same tokens.
     *
     * @param law a law with a loss of models
     * @param n parameters N
     * @param d tokens D
     * @param u unique tokens U; infinity and NaN mean no limit
     * @return L(N, D) − L(2N, D) in nats per token
     * @throws UnanswerableException if the law has no such loss
     */
    public static double doublingParameters(Law law, double n, double d, double u) {
        return law.loss(n, d, u) - law.loss(2 * n, d, u);
    }

    /**
     * What twice the tokens buy for the same model; the new tokens are repetitions once U is used up.
     *
     * @param law a law with a loss of models
     * @param n parameters N
     * @param d tokens D
     * @param u unique tokens U; infinity and NaN mean no limit
     * @return L(N, D) − L(N, 2D) in nats per token
     * @throws UnanswerableException if the law has no such loss
     */
    public static double doublingTokens(Law law, double n, double d, double u) {
        return law.loss(n, d, u) - law.loss(n, 2 * d, u);
    }

    /**
     * The elasticity of the loss along the optimum.
     *
     * @param law a law with a loss of compute
     * @param compute C in FLOP
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return dln L*&#47;dln C, negative; −0.01 means that 1 % more compute lowers the loss by 0.01 %
     * @throws UnanswerableException if the law has no loss of compute
     */
    public static double elasticity(Law law, double compute, double unique) {
        double loss = law.lossAtOptimum(compute, unique);
        return -law.gainPerFold(compute, unique) / loss;
    }

    /**
     * The price of loss at the margin.
     *
     * @param law a law with a loss of compute
     * @param compute C in FLOP
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return −dC/dL* in FLOP per nat per token
     * @throws UnanswerableException if the law has no loss of compute, or more compute no longer moves the loss
     */
    public static double flopPerNat(Law law, double compute, double unique) {
        law.lossAtOptimum(compute, unique);
        return law.reachable(compute / law.gainPerFold(compute, unique));
    }

    /**
     * By what factor compute must grow for a lower loss.
     *
     * @param law a law with a surface or a power law in C
     * @param compute C in FLOP
     * @param fraction the share of the loss to gain, between 0 and 1; 0.01 for "the next 1 %"
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return C'/C with L*(C') = (1 − fraction)·L*(C)
     * @throws UnanswerableException if the loss cannot be reached at all
     */
    public static double computeFactor(Law law, double compute, double fraction, double unique) {
        checkFraction(fraction);
        double loss = law.lossAtOptimum(compute, unique);
        return computeFor(law, loss * (1 - fraction), unique) / compute;
    }

    /**
     * By what factor compute must grow for a lower reducible loss, the part above the floor.
     *
     * @param law a law with a surface or a power law in C
     * @param compute C in FLOP
     * @param fraction the share of the reducible loss to gain, between 0 and 1
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return C'/C; for L = E + A/N^α + B/D^β it is (1 − fraction)^(−1/κ) whatever C
     * @throws UnanswerableException if the law has no loss of compute
     */
    public static double computeFactorReducible(Law law, double compute, double fraction, double unique) {
        checkFraction(fraction);
        double loss = law.lossAtOptimum(compute, unique);
        double floor = law.floor(unique);
        return computeFor(law, floor + (loss - floor) * (1 - fraction), unique) / compute;
    }

    private static double computeFor(Law law, double loss, double unique) {
        if (law.form() instanceof PowerLaw) {
            return PowerLaw.inverse(law.constants().get("C_c"), loss, law.constants().get("alpha"));
        }
        return law.computeForLoss(loss, unique);
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new DomainException(Sentence.of("domain.fraction", Double.toString(fraction)));
        }
    }
}
