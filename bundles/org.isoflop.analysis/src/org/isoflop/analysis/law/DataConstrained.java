package org.isoflop.analysis.law;

import java.util.List;
import java.util.Set;

import org.isoflop.analysis.unit.Unit;

/**
 * L = E + A/N'^α + B/D'^β with effective parameters N' and effective tokens D' when tokens repeat (Muennighoff et al.
 * 2023, arXiv:2305.16264, eqs. 5 and 6, and the authors' code). U_D = min(U, D); without a limit on unique tokens
 * it is D.
 */
public final class DataConstrained extends SurfaceForm {

    DataConstrained() {
        super("data-constrained", List.of("E", "A", "B", "alpha", "beta", "R_N", "R_D"),
                "Muennighoff et al. 2023, arXiv:2305.16264, eqs. 5 and 6",
                Set.of(Variable.PARAMETERS, Variable.TOKENS, Variable.UNIQUE_TOKENS));
    }

    /**
     * The unique tokens that a run really sees.
     *
     * @param u unique tokens available
     * @param d training tokens
     * @return U_D = min(U, D)
     */
    public static double uniqueTokens(double u, double d) {
        return Math.min(u, d);
    }

    /**
     * How often something is repeated beyond the first time.
     *
     * @param total D or N
     * @param unique U_D or U_N, positive
     * @return total/unique − 1, never negative
     */
    public static double repetitions(double total, double unique) {
        return Math.max(total / unique - 1, 0);
    }

    /**
     * What repeated units are worth in unique ones.
     *
     * @param unique U_D or U_N
     * @param repetitions R_D or R_N
     * @param decay the constant R_D* or R_N*
     * @return U + U·R*·(1 − e^(−R/R*)) (eqs. 5 and 6)
     */
    public static double effective(double unique, double repetitions, double decay) {
        return unique - unique * decay * Math.expm1(-repetitions / decay);
    }

    /**
     * The parameters that unique tokens can feed: the compute-optimal N of these tokens, or N if it is smaller.
     *
     * @param n N
     * @param g G of the compute optimum
     * @param uniqueTokens U_D
     * @param alpha exponent of N
     * @param beta exponent of D
     * @return U_N = min(N, G·(G·U_D)^(β/α))
     */
    public static double usefulParameters(double n, double g, double uniqueTokens, double alpha, double beta) {
        return Math.min(n, g * Math.pow(g * uniqueTokens, beta / alpha));
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("U_D", "node.uniqueSeen", Unit.TOKENS, "min(U, D)", List.of("U", "D"),
                        v -> uniqueTokens(v[0], v[1])),
                new Step("r_D", "node.repetitions.tokens", Unit.ONE, "max(D / U_D - 1, 0)", List.of("D", "U_D"),
                        v -> repetitions(v[0], v[1])),
                new Step("D_e", "node.effectiveTokens", Unit.TOKENS, "U_D + U_D*R_D*(1 - exp(-r_D / R_D))",
                        List.of("U_D", "r_D", "R_D"), v -> effective(v[0], v[1], v[2])),
                Chinchilla.closedForm().get(1),
                new Step("U_N", "node.usefulParameters", Unit.PARAMETERS, "min(N, G*(G*U_D)^(beta / alpha))",
                        List.of("N", "G", "U_D", "alpha", "beta"), v -> usefulParameters(v[0], v[1], v[2], v[3], v[4])),
                new Step("r_N", "node.repetitions.parameters", Unit.ONE, "max(N / U_N - 1, 0)", List.of("N", "U_N"),
                        v -> repetitions(v[0], v[1])),
                new Step("N_e", "node.effectiveParameters", Unit.PARAMETERS, "U_N + U_N*R_N*(1 - exp(-r_N / R_N))",
                        List.of("U_N", "r_N", "R_N"), v -> effective(v[0], v[1], v[2])),
                Chinchilla.term("L_N", "node.term.parameters", "A", "N_e", "alpha"),
                Chinchilla.term("L_D", "node.term.tokens", "B", "D_e", "beta"), Chinchilla.sum("L_N", "L_D"));
    }

    @Override
    public List<Step> allocationSteps() {
        return Chinchilla.closedForm();
    }

    @Override
    boolean knowsRepetition() {
        return true;
    }

    private static double effectiveTokens(double[] k, double d, double u) {
        double unique = uniqueTokens(u, d);
        return effective(unique, repetitions(d, unique), k[6]);
    }

    private static double effectiveParameters(double[] k, double n, double uniqueTokens) {
        double g = Chinchilla.coefficient(k[1], k[2], k[3], k[4]);
        double useful = usefulParameters(n, g, uniqueTokens, k[3], k[4]);
        return effective(useful, repetitions(n, useful), k[5]);
    }

    @Override
    double loss(double[] k, double n, double d, double u, double c) {
        double limit = Double.isNaN(u) ? d : u;
        return Chinchilla.sum(k[0], Chinchilla.term(k[1], k[3], effectiveParameters(k, n, uniqueTokens(limit, d))),
                Chinchilla.term(k[2], k[4], effectiveTokens(k, d, limit)));
    }

    @Override
    List<Term> terms(double[] k, double n, double d, double u, double c) {
        double limit = Double.isNaN(u) ? d : u;
        return List.of(new Term("irreducible", k[0]),
                new Term("parameters", Chinchilla.term(k[1], k[3], effectiveParameters(k, n, uniqueTokens(limit, d)))),
                new Term("tokens", Chinchilla.term(k[2], k[4], effectiveTokens(k, d, limit))));
    }

    /**
     * {@inheritDoc} While D* ≤ U it is the closed form. Beyond, U_N is fixed and both ∂L/∂ln N and −∂L/∂ln D along the
     * budget fall in magnitude as N (D) grows, so the balance of their logarithms falls strictly in ln N: one root,
     * found by bisection. Comparing slopes and not losses keeps all digits even where the loss itself is flat.
     */
    @Override
    public double optimalParameters(double[] k, double c, double u) {
        double free = PowerSum.optimalParameters(Math.log(k[1]), k[3], Math.log(k[2]), k[4], c);
        if (c / 6 / free <= u) {
            return free;
        }
        double lnBudget = Math.log(c / 6);
        double lnU = Math.log(u);
        double high = lnBudget - lnU;
        double step = 1;
        double low = high - step;
        while (balance(k, low, lnBudget - low, lnU) < 0) {
            step *= 2;
            low -= step;
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (balance(k, middle, lnBudget - middle, lnU) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    private static double lnUseful(double[] k, double lnU) {
        double lnG = (Math.log(k[3]) + Math.log(k[1]) - Math.log(k[4]) - Math.log(k[2])) / (k[3] + k[4]);
        return lnG + k[4] / k[3] * (lnG + lnU);
    }

    /** ln of (−∂L/∂ln N)/(−∂L/∂ln D), for D ≥ U. */
    private static double balance(double[] k, double lnN, double lnD, double lnU) {
        return lnSlope(k[1], k[3], k[5], lnN, lnUseful(k, lnU)) - lnSlope(k[2], k[4], k[6], lnD, lnU);
    }

    /** ln of exponent·coefficient·x'^(−exponent)·(∂ln x'/∂ln x), with x' the effective x for a unique amount. */
    private static double lnSlope(double coefficient, double exponent, double decay, double lnX, double lnUnique) {
        double base = Math.log(exponent) + Math.log(coefficient);
        if (lnX <= lnUnique) {
            return base - exponent * lnX;
        }
        double repetitions = Math.expm1(lnX - lnUnique);
        double lnEffective = lnUnique + Math.log1p(-decay * Math.expm1(-repetitions / decay));
        return base - (exponent + 1) * lnEffective + lnX - repetitions / decay;
    }

    /** The total whose effective amount is given; NaN beyond saturation. */
    private static double total(double effective, double unique, double decay) {
        if (effective <= unique) {
            return effective;
        }
        double used = (effective / unique - 1) / decay;
        return used < 1 ? unique * (1 - decay * Math.log1p(-used)) : Double.NaN;
    }

    @Override
    public double tokensFor(double[] k, double n, double loss, double u) {
        double part = loss - k[0] - Chinchilla.term(k[1], k[3], n);
        if (!(part > 0)) {
            return Double.NaN;
        }
        double lnB = Math.log(k[2]);
        double free = PowerSum.tokens(lnB, k[4], part);
        double limit = Double.isNaN(u) ? Double.POSITIVE_INFINITY : u;
        if (Math.log(n) <= lnUseful(k, Math.log(Math.min(free, limit)))) {
            return free <= limit ? free : total(free, limit, k[6]);
        }
        if (limit < Double.POSITIVE_INFINITY && loss <= loss(k, n, limit, limit, Double.NaN)) {
            double left = loss - k[0] - Chinchilla.term(k[1], k[3], effectiveParameters(k, n, limit));
            return left > 0 ? total(PowerSum.tokens(lnB, k[4], left), limit, k[6]) : Double.NaN;
        }
        return bisectTokens(k, n, loss, free, limit);
    }

    /** Below U, with more parameters than the tokens can feed: the loss falls in D, but N' depends on D. */
    private double bisectTokens(double[] k, double n, double loss, double from, double limit) {
        double low = Math.log(from);
        double high = low + 1;
        while (loss(k, n, Math.exp(high), limit, Double.NaN) > loss) {
            if (Double.isInfinite(Math.exp(high))) {
                return Double.NaN;
            }
            high += high - low;
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (loss(k, n, Math.exp(middle), limit, Double.NaN) > loss) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    /**
     * Chinchilla's closed form while its tokens stay within U. Beyond, along the iso-loss curve the ratio of slopes t
     * must be 1 + T/(3D); t falls and D falls as N grows, so the difference of logarithms has one root.
     */
    @Override
    public double cheapestParameters(double[] k, double loss, double u, double inferenceTokens) {
        double free = Chinchilla.cheapest(k, loss, inferenceTokens);
        double limit = Double.isNaN(u) ? Double.POSITIVE_INFINITY : u;
        if (Double.isNaN(free)) {
            return free;
        }
        double part = loss - k[0] - Chinchilla.term(k[1], k[3], free);
        if (Double.isInfinite(limit) || PowerSum.tokens(Math.log(k[2]), k[4], part) <= limit) {
            return free;
        }
        double lnU = Math.log(limit);
        double useful = Math.exp(lnUseful(k, lnU));
        double left = loss - k[0] - Chinchilla.term(k[2], k[4], limit * (1 + k[6]));
        double least = left > 0 ? total(Math.exp((Math.log(k[1]) - Math.log(left)) / k[3]), useful, k[5]) : Double.NaN;
        if (Double.isNaN(least)) {
            return Double.NaN;
        }
        double low = Math.log(least);
        double high = low + 1e-3;
        while (surplus(k, high, loss, limit, inferenceTokens) > 0) {
            if (Double.isInfinite(Math.exp(high))) {
                return Double.NaN;
            }
            high += high - low;
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (surplus(k, middle, loss, limit, inferenceTokens) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private double surplus(double[] k, double lnN, double loss, double u, double inferenceTokens) {
        double d = tokensFor(k, Math.exp(lnN), loss, u);
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return Double.POSITIVE_INFINITY;
        }
        if (d < u) {
            return -1;
        }
        return balance(k, lnN, Math.log(d), Math.log(u)) - Math.log1p(inferenceTokens / (3 * d));
    }

    @Override
    double floor(double[] k, double u) {
        if (Double.isNaN(u) || Double.isInfinite(u)) {
            return k[0];
        }
        double useful = Math.exp(lnUseful(k, Math.log(u)));
        return Chinchilla.sum(k[0], Chinchilla.term(k[1], k[3], useful * (1 + k[5])),
                Chinchilla.term(k[2], k[4], u * (1 + k[6])));
    }

    @Override
    double gainPerFold(double[] k, double n, double d, double u) {
        double limit = Double.isNaN(u) ? d : u;
        return Math.exp(lnSlope(k[2], k[4], k[6], Math.log(d), Math.log(uniqueTokens(limit, d))));
    }
}
