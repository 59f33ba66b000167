package org.isoflop.analysis.law;

import java.util.List;
import java.util.Set;

import org.isoflop.analysis.unit.Unit;

/** L = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D (Kaplan et al. 2020, arXiv:2001.08361, eq. 1.5); no irreducible loss. */
public final class KaplanJoint extends SurfaceForm {

    KaplanJoint() {
        super("kaplan-joint", List.of("N_c", "alpha_N", "D_c", "alpha_D"),
                "Kaplan et al. 2020, arXiv:2001.08361, eq. 1.5",
                Set.of(Variable.PARAMETERS, Variable.TOKENS));
    }

    /**
     * The part of the base that parameters leave.
     *
     * @param nC N_c
     * @param n N
     * @param alphaN exponent of the law in N
     * @param alphaD exponent of the law in D
     * @return (N_c/N)^(α_N/α_D), a pure number
     */
    public static double parametersPart(double nC, double n, double alphaN, double alphaD) {
        return Math.pow(nC / n, alphaN / alphaD);
    }

    /**
     * The part of the base that tokens leave.
     *
     * @param dC D_c
     * @param d D
     * @return D_c/D, a pure number
     */
    public static double tokensPart(double dC, double d) {
        return dC / d;
    }

    /**
     * The loss from the two parts.
     *
     * @param parameters the part of parameters
     * @param tokens the part of tokens
     * @param alphaD exponent of the law in D
     * @return nats per token
     */
    public static double joined(double parameters, double tokens, double alphaD) {
        return Math.pow(parameters + tokens, alphaD);
    }

    /**
     * The coefficient of the optimum under C = 6·N·D: the minimum of the base, by the argument of Hoffmann et al. eq.
     * 4.
     *
     * @param nC N_c
     * @param alphaN exponent of the law in N
     * @param dC D_c
     * @param alphaD exponent of the law in D
     * @return G = (p·N_c^p/D_c)^(1/(1+p)) with p = α_N/α_D
     */
    public static double coefficient(double nC, double alphaN, double dC, double alphaD) {
        double p = alphaN / alphaD;
        return Math.pow(p * Math.pow(nC, p) / dC, 1 / (1 + p));
    }

    /**
     * The exponent of N* in C.
     *
     * @param alphaN exponent of the law in N
     * @param alphaD exponent of the law in D
     * @return α_D/(α_N+α_D)
     */
    public static double exponent(double alphaN, double alphaD) {
        return alphaD / (alphaN + alphaD);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("X_N", "node.part.parameters", Unit.ONE, "(N_c / N)^(alpha_N / alpha_D)",
                        List.of("N_c", "N", "alpha_N", "alpha_D"), v -> parametersPart(v[0], v[1], v[2], v[3])),
                new Step("X_D", "node.part.tokens", Unit.ONE, "D_c / D", List.of("D_c", "D"),
                        v -> tokensPart(v[0], v[1])),
                new Step("L", "node.loss", Unit.NATS_PER_TOKEN, "(X_N + X_D)^alpha_D", List.of("X_N", "X_D", "alpha_D"),
                        v -> joined(v[0], v[1], v[2])));
    }

    @Override
    public List<Step> allocationSteps() {
        return List.of(
                new Step("a", "node.exponent", Unit.ONE, "alpha_D / (alpha_N + alpha_D)", List.of("alpha_N", "alpha_D"),
                        v -> exponent(v[0], v[1])),
                new Step("G", "node.coefficient", Unit.ONE,
                        "(alpha_N / alpha_D*N_c^(alpha_N / alpha_D) / D_c)^(1 / (1 + alpha_N / alpha_D))",
                        List.of("N_c", "alpha_N", "D_c", "alpha_D"), v -> coefficient(v[0], v[1], v[2], v[3])),
                new Step("N", "node.parameters", Unit.PARAMETERS, "G*(C / 6)^a", List.of("G", "a", "C"),
                        v -> Chinchilla.optimalParameters(v[0], v[1], v[2])));
    }

    @Override
    double loss(double[] k, double n, double d, double u, double c) {
        return joined(parametersPart(k[0], n, k[1], k[3]), tokensPart(k[2], d), k[3]);
    }

    @Override
    List<Term> terms(double[] k, double n, double d, double u, double c) {
        return List.of();
    }

    @Override
    public double optimalParameters(double[] k, double c, double u) {
        double p = k[1] / k[3];
        return PowerSum.optimalParameters(p * Math.log(k[0]), p, Math.log(k[2]), 1, c);
    }

    @Override
    public double cheapestParameters(double[] k, double loss, double u, double inferenceTokens) {
        double p = k[1] / k[3];
        double lnNc = p * Math.log(k[0]);
        double base = Math.pow(loss, 1 / k[3]);
        return inferenceTokens > 0
                ? PowerSum.cheapestParameters(lnNc, p, Math.log(k[2]), 1, base, inferenceTokens)
                : PowerSum.parametersFor(lnNc, p, 1, base);
    }

    @Override
    public double tokensFor(double[] k, double n, double loss, double u) {
        double part = Math.pow(loss, 1 / k[3]) - parametersPart(k[0], n, k[1], k[3]);
        return part > 0 ? k[2] / part : Double.NaN;
    }

    @Override
    double floor(double[] k, double u) {
        return 0;
    }

    @Override
    double gainPerFold(double[] k, double n, double d, double u) {
        double parameters = parametersPart(k[0], n, k[1], k[3]);
        double tokens = tokensPart(k[2], d);
        return k[3] * tokens / (parameters + tokens) * joined(parameters, tokens, k[3]);
    }
}
