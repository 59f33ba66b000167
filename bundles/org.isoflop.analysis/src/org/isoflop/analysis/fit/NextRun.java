package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * A run that could come next, and what it would do for the optimum of a budget. The delta method: the bootstrap gives
 * the covariance Σ of (ln A, ln B, ln E, α, β); a run at (N, D) measures ln L with slope g and the noise variance s² of
 * the residuals, which leaves Σ − Σg·gᵀΣ/(s² + gᵀΣg); with h the slope of ln N*(C), the variance of ln N* falls by
 * (hᵀΣg)²/(s² + gᵀΣg).
 *
 * @param parameters N of the run
 * @param tokens D of the run
 * @param compute 6·N·D
 * @param variance the variance of ln N* now
 * @param reduction by how much it would fall, from 0 to 1
 */
public record NextRun(double parameters, double tokens, double compute, double variance, double reduction) {

    private static final int STEPS = 25;

    /**
     * How much the variance would fall for each FLOP.
     *
     * @return a share for each FLOP
     */
    public double reductionPerFlop() {
        return reduction / compute;
    }

    /**
     * Runs on a grid over the model sizes and tokens of the runs that were fitted, the best for each FLOP first.
     *
     * @param fit a fit of L = E + A/N^α + B/D^β with a bootstrap
     * @param budget the budget C whose optimal N* is to be known better, in FLOP
     * @param least the least compute of a run that is worth its trouble, in FLOP
     * @param most the most compute that a run may take, in FLOP
     * @return runs in descending order of {@link #reductionPerFlop()}
     * @throws DomainException if the fit has another form or no bootstrap, or no run of the grid is within the limits
     */
    public static List<NextRun> candidates(ParametricFit fit, double budget, double least, double most) {
        if (!fit.options().form().isPowerSum() || fit.bootstrap() == null) {
            throw new DomainException(Sentence.of("fit.next.form"));
        }
        DomainException.positive(budget, Sentence.of("variable.compute"));
        double[][] covariance = fit.bootstrap().covariance(List.of(k -> Math.log(k[1]), k -> Math.log(k[2]),
                k -> Math.log(Math.max(k[0], 1e-12)), k -> k[3], k -> k[4]));
        double[] h = slopeOfOptimum(fit.constants(), budget);
        double variance = product(h, covariance, h);
        double noise = fit.options().objective().onLogarithms()
                ? fit.residualScale()
                : fit.residualScale() / ParametricFit.median(fit.runs().values(Run::loss));
        double lowN = Math.log(fit.runs().list().stream().mapToDouble(Run::parameters).min().getAsDouble());
        double highN = Math.log(fit.runs().list().stream().mapToDouble(Run::parameters).max().getAsDouble());
        double lowD = Math.log(fit.runs().list().stream().mapToDouble(Run::tokens).min().getAsDouble());
        double highD = Math.log(fit.runs().list().stream().mapToDouble(Run::tokens).max().getAsDouble());
        List<NextRun> candidates = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double n = Math.exp(lowN + (highN - lowN) * i / (STEPS - 1));
                double d = Math.exp(lowD + (highD - lowD) * j / (STEPS - 1));
                double compute = 6 * n * d;
                if (compute >= least && compute <= most) {
                    double[] g = slopeOfLoss(fit.constants(), n, d);
                    double shared = product(h, covariance, g);
                    double reduced = shared * shared / (noise * noise + product(g, covariance, g));
                    candidates.add(new NextRun(n, d, compute, variance, reduced / variance));
                }
            }
        }
        if (candidates.isEmpty()) {
            throw new DomainException(Sentence.of("fit.next.limits"));
        }
        candidates.sort(Comparator.comparingDouble(NextRun::reductionPerFlop).reversed());
        return List.copyOf(candidates);
    }

    /** ∂ ln L over (ln A, ln B, ln E, α, β). */
    private static double[] slopeOfLoss(double[] k, double n, double d) {
        double byN = k[1] * Math.pow(n, -k[3]);
        double byD = k[2] * Math.pow(d, -k[4]);
        double loss = k[0] + byN + byD;
        return new double[] {byN / loss, byD / loss, k[0] / loss, -byN / loss * Math.log(n), -byD / loss * Math.log(d)};
    }

    /** ∂ ln N* with ln N* = (ln(αA/(βB)) + β·ln(C/6))/(α+β). */
    private static double[] slopeOfOptimum(double[] k, double budget) {
        double sum = k[3] + k[4];
        double lnC = Math.log(budget / 6);
        double lnN = (Math.log(k[3] * k[1] / (k[4] * k[2])) + k[4] * lnC) / sum;
        return new double[] {1 / sum, -1 / sum, 0, (1 / k[3] - lnN) / sum, (lnC - 1 / k[4] - lnN) / sum};
    }

    private static double product(double[] left, double[][] matrix, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * matrix[i][j] * right[j];
            }
        }
        return sum;
    }
}
