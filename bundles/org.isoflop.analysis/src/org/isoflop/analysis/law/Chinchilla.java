package org.isoflop.analysis.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.unit.Unit;

/** L = E + A/N^α + B/D^β (Hoffmann et al. 2022, arXiv:2203.15556, eq. 2; optimum eq. 4). */
public final class Chinchilla extends SurfaceForm {

    Chinchilla() {
        super("chinchilla", List.of("E", "A", "B", "alpha", "beta"),
                "Hoffmann et al. 2022, arXiv:2203.15556, eq. 2 and eq. 4",
                Set.of(Variable.PARAMETERS, Variable.TOKENS));
    }

    /**
     * One power-law part of a loss.
     *
     * @param coefficient A or B, positive
     * @param exponent alpha or beta, positive
     * @param x N or D, positive
     * @return coefficient/x^exponent in nats per token
     */
    public static double term(double coefficient, double exponent, double x) {
        return coefficient / Math.pow(x, exponent);
    }

    /**
     * The loss as a sum.
     *
     * @param irreducible E in nats per token
     * @param parameters the part that parameters leave, nats per token
     * @param tokens the part that tokens leave, nats per token
     * @return nats per token
     */
    public static double sum(double irreducible, double parameters, double tokens) {
        return irreducible + parameters + tokens;
    }

    /**
     * The exponent of N* in C.
     *
     * @param alpha exponent of N in the loss
     * @param beta exponent of D in the loss
     * @return a = β/(α+β) (eq. 4)
     */
    public static double exponent(double alpha, double beta) {
        return beta / (alpha + beta);
    }

    /**
     * The coefficient of the optimum.
     *
     * @param a A
     * @param b B
     * @param alpha exponent of N
     * @param beta exponent of D
     * @return G = (αA/(βB))^(1/(α+β)) (eq. 4)
     */
    public static double coefficient(double a, double b, double alpha, double beta) {
        return Math.pow(alpha * a / (beta * b), 1 / (alpha + beta));
    }

    /**
     * The compute-optimal parameters from coefficient and exponent.
     *
     * @param g G
     * @param exponent a
     * @param c training compute in FLOP
     * @return G·(C/6)^a
     */
    public static double optimalParameters(double g, double exponent, double c) {
        return g * Math.pow(c / 6, exponent);
    }

    static Step term(String symbol, String label, String coefficient, String x, String exponent) {
        return new Step(symbol, label, Unit.NATS_PER_TOKEN, coefficient + " / " + x + "^" + exponent,
                List.of(coefficient, exponent, x), v -> term(v[0], v[1], v[2]));
    }

    static Step sum(String parameters, String tokens) {
        return new Step("L", "node.loss", Unit.NATS_PER_TOKEN, "E + " + parameters + " + " + tokens,
                List.of("E", parameters, tokens), v -> sum(v[0], v[1], v[2]));
    }

    static List<Step> closedForm() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("a", "node.exponent", Unit.ONE, "beta / (alpha + beta)", List.of("alpha", "beta"),
                v -> exponent(v[0], v[1])));
        steps.add(new Step("G", "node.coefficient", Unit.ONE, "(alpha*A / (beta*B))^(1 / (alpha + beta))",
                List.of("A", "B", "alpha", "beta"), v -> coefficient(v[0], v[1], v[2], v[3])));
        steps.add(new Step("N", "node.parameters", Unit.PARAMETERS, "G*(C / 6)^a", List.of("G", "a", "C"),
                v -> optimalParameters(v[0], v[1], v[2])));
        return List.copyOf(steps);
    }

    @Override
    public List<Step> steps() {
        return List.of(term("L_N", "node.term.parameters", "A", "N", "alpha"),
                term("L_D", "node.term.tokens", "B", "D", "beta"), sum("L_N", "L_D"));
    }

    @Override
    public List<Step> allocationSteps() {
        return closedForm();
    }

    @Override
    double loss(double[] k, double n, double d, double u, double c) {
        return sum(k[0], term(k[1], k[3], n), term(k[2], k[4], d));
    }

    @Override
    List<Term> terms(double[] k, double n, double d, double u, double c) {
        return List.of(new Term("irreducible", k[0]), new Term("parameters", term(k[1], k[3], n)),
                new Term("tokens", term(k[2], k[4], d)));
    }

    @Override
    public double optimalParameters(double[] k, double c, double u) {
        return PowerSum.optimalParameters(Math.log(k[1]), k[3], Math.log(k[2]), k[4], c);
    }

    @Override
    public double cheapestParameters(double[] k, double loss, double u, double inferenceTokens) {
        return cheapest(k, loss, inferenceTokens);
    }

    static double cheapest(double[] k, double loss, double inferenceTokens) {
        double sum = loss - k[0];
        if (!(sum > 0)) {
            return Double.NaN;
        }
        return inferenceTokens > 0
                ? PowerSum.cheapestParameters(Math.log(k[1]), k[3], Math.log(k[2]), k[4], sum, inferenceTokens)
                : PowerSum.parametersFor(Math.log(k[1]), k[3], k[4], sum);
    }

    @Override
    public double tokensFor(double[] k, double n, double loss, double u) {
        double part = loss - k[0] - term(k[1], k[3], n);
        return part > 0 ? PowerSum.tokens(Math.log(k[2]), k[4], part) : Double.NaN;
    }

    @Override
    double floor(double[] k, double u) {
        return k[0];
    }

    @Override
    double gainPerFold(double[] k, double n, double d, double u) {
        return k[4] * term(k[2], k[4], d);
    }
}
