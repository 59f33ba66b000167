package org.isoflop.analysis.fit;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.numeric.Exponentials;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Percentiles;

/**
 * The loss at the optimum over many budgets, as percentiles over the joint cloud of the constants: L*(C) = E + K·C^(−κ)
 * for each draw, with κ = αβ/(α+β).
 *
 * @param budgets C in FLOP
 * @param probabilities which percentiles, from 0 to 1
 * @param losses one row for each probability, in nats per token, in the order of the budgets
 */
public record Band(double[] budgets, double[] probabilities, double[][] losses) {

    /**
     * Computes the band on all processors.
     *
     * @param bootstrap draws of (E, A, B, α, β)
     * @param budgets C in FLOP, positive
     * @param probabilities from 0 to 1
     * @return the band
     * @throws DomainException if a budget is not positive and finite, or the draws are not of that form
     */
    public static Band ofOptimum(Bootstrap bootstrap, double[] budgets, double... probabilities) {
        int draws = bootstrap.draws().size();
        double[] floor = new double[draws];
        double[] lnK = new double[draws];
        double[] kappa = new double[draws];
        for (int i = 0; i < draws; i++) {
            double[] k = bootstrap.draws().get(i);
            if (k.length != 5) {
                throw new DomainException(Sentence.of("fit.next.form"));
            }
            double sum = k[3] + k[4];
            double lnG = Math.log(k[3] * k[1] / (k[4] * k[2])) / sum;
            floor[i] = k[0];
            kappa[i] = k[3] * k[4] / sum;
            lnK[i] = Math.log(k[1]) - k[3] * lnG + Math.log1p(k[3] / k[4]);
        }
        double[][] losses = new double[probabilities.length][budgets.length];
        Parallel.chunks(budgets.length, 16, Parallel.processors(), thread -> {
            Percentiles percentiles = new Percentiles(probabilities);
            double[] values = new double[draws];
            double[] found = new double[probabilities.length];
            return (from, to) -> {
                for (int b = from; b < to; b++) {
                    double x = Math.log(DomainException.positive(budgets[b], Sentence.of("variable.compute")) / 6);
                    fill(lnK, kappa, x, floor, values);
                    percentiles.of(values, draws, found);
                    for (int p = 0; p < found.length; p++) {
                        losses[p][b] = found[p];
                    }
                }
            };
        });
        return new Band(budgets.clone(), probabilities.clone(), losses);
    }

    private static void fill(double[] lnK, double[] kappa, double x, double[] floor, double[] out) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < out.length; i++) {
            double argument = lnK[i] - kappa[i] * x;
            out[i] = argument;
            low = Math.min(low, argument);
            high = Math.max(high, argument);
        }
        Exponentials.power(0, -1, out, low, high, out.length, out);
        for (int i = 0; i < out.length; i++) {
            out[i] += floor[i];
        }
    }
}
