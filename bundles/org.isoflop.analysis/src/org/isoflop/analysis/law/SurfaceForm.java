package org.isoflop.analysis.law;

import java.util.List;
import java.util.Set;

/**
 * A loss over N and D that falls in both, so that every compute budget has a best pair under C = 6·N·D.
 * The first argument {@code k} of its methods holds the constants in the order of {@link #constants()} and may be
 * longer.
 */
public abstract sealed class SurfaceForm extends LawForm
        permits Chinchilla, DataConstrained, KaplanJoint, FormulaSurface {

    private static final int STEPS = 200;
    private static final double CLOSE = 1e-11;

    SurfaceForm(String id, List<String> constants, String source, Set<Variable> inputs) {
        super(id, constants, Set.of(Answer.LOSS, Answer.ALLOCATION), inputs, source);
    }

    /**
     * The compute-optimal parameters, line by line, as a closed form without limit on unique tokens.
     *
     * @return steps over the constants and C; the last one is N*; empty if there is no closed form
     */
    public abstract List<Step> allocationSteps();

    /**
     * The compute-optimal number of parameters.
     *
     * @param k constants
     * @param c training compute in FLOP
     * @param u unique tokens, or positive infinity
     * @return N*, with D* = C/(6·N*) unless the form counts compute otherwise; NaN if no N is best
     */
    public abstract double optimalParameters(double[] k, double c, double u);

    /**
     * The parameters of the pair that reaches a loss at least compute over training and serving, 6·N·D + 2·N·T.
     *
     * @param k constants
     * @param loss nats per token
     * @param u unique tokens, or positive infinity
     * @param inferenceTokens T, tokens served over the life, 0 or more
     * @return N; NaN when no pair reaches the loss
     */
    public abstract double cheapestParameters(double[] k, double loss, double u, double inferenceTokens);

    /**
     * The tokens with which a model reaches a loss.
     *
     * @param k constants
     * @param n parameters N
     * @param loss nats per token
     * @param u unique tokens, or positive infinity
     * @return D; NaN when none does
     */
    public abstract double tokensFor(double[] k, double n, double loss, double u);

    /**
     * The loss of the compute-optimal model.
     *
     * @param k constants
     * @param c training compute in FLOP
     * @param u unique tokens, or positive infinity
     * @return nats per token; NaN if no N is best
     */
    public double optimalLoss(double[] k, double c, double u) {
        double n = optimalParameters(k, c, u);
        return loss(k, n, tokensOf(k, n, c), u, c);
    }

    /**
     * The budget whose optimal model has the loss of the model that serves a life at least compute, if that one is
     * trained on a given compute: the inverse of choosing for the lifetime. Training compute 6·N·D of the choice grows
     * with the budget, so there is one root, found between two ends; the answer never takes more than what is given.
     *
     * @param k constants
     * @param c training compute 6·N·D in FLOP that the choice may take
     * @param u unique tokens, or positive infinity
     * @param inferenceTokens T, tokens served over the life, 0 or more
     * @return C₀, at most c; NaN if no pair takes c
     */
    public double referenceCompute(double[] k, double c, double u, double inferenceTokens) {
        if (inferenceTokens == 0) {
            return c;
        }
        double lnC = Math.log(c);
        double high = lnC;
        double above = excess(k, high, lnC, u, inferenceTokens);
        double low = high - 1;
        double below = excess(k, low, lnC, u, inferenceTokens);
        while (!(below <= 0)) {
            if (Math.exp(low) == 0) {
                return Double.NaN;
            }
            high = low;
            above = below;
            low -= lnC - low;
            below = excess(k, low, lnC, u, inferenceTokens);
        }
        for (int i = 0; i < STEPS && below < -CLOSE; i++) {
            double secant = low - below * (high - low) / (above - below);
            double inside = Math.min(secant, high) - 0.1 * CLOSE;
            double next = i % 4 < 3 && inside > low ? inside : 0.5 * (low + high);
            if (next <= low || next >= high) {
                break;
            }
            double value = excess(k, next, lnC, u, inferenceTokens);
            if (value <= 0) {
                low = next;
                below = value;
            } else {
                high = next;
                above = value;
            }
        }
        return Math.exp(low);
    }

    /** ln of 6·N·D of the pair for the lifetime that reaches the loss of a budget, over c; NaN where none does. */
    private double excess(double[] k, double lnBudget, double lnC, double u, double inferenceTokens) {
        double loss = optimalLoss(k, Math.exp(lnBudget), u);
        double n = cheapestParameters(k, loss, u, inferenceTokens);
        return Math.log(6 * n * tokensFor(k, n, loss, u)) - lnC;
    }

    /**
     * How far the optimum moves towards more parameters when compute is multiplied.
     *
     * @param k constants
     * @param c training compute in FLOP
     * @param gain the factor
     * @return N*(gain·C)/N*(C)
     */
    public double growth(double[] k, double c, double gain) {
        return optimalParameters(k, c * gain, Double.POSITIVE_INFINITY)
                / optimalParameters(k, c, Double.POSITIVE_INFINITY);
    }

    /** The loss that no compute goes below. */
    abstract double floor(double[] k, double u);

    /** −∂L/∂ln C along the optimum, nats per e-fold, from N* and D* (envelope theorem). */
    abstract double gainPerFold(double[] k, double n, double d, double u);

    /**
     * The training compute of a model.
     *
     * @param k constants
     * @param n parameters N
     * @param d training tokens D
     * @return 6·N·D, unless the form counts otherwise
     */
    double computeOf(double[] k, double n, double d) {
        return 6 * n * d;
    }

    /**
     * Whether the form has a count of training compute of its own.
     *
     * @return false for C = 6·N·D
     */
    public boolean countsCompute() {
        return false;
    }

    /**
     * The tokens that spend a budget on n parameters.
     *
     * @param k constants
     * @param n parameters N
     * @param c training compute in FLOP
     * @return D = C/(6·N), unless the form counts otherwise
     */
    public double tokensOf(double[] k, double n, double c) {
        return c / 6 / n;
    }

    /** Whether the form knows what a repeated token is worth. */
    boolean knowsRepetition() {
        return false;
    }
}
