package org.isoflop.analysis.fit;

import java.util.Arrays;

import org.isoflop.analysis.numeric.Exponentials;
import org.isoflop.analysis.numeric.Logarithms;

/**
 * The objective for L = E + A/N^α + B/D^β, over (ln A, ln B, ln E, α, β) with ln N and ln D taken about their means, so
 * that coefficients and exponents are less entangled. ln L is then LSE(a − αx, b − βy, e), as in Hoffmann et al. 2022.
 * E may be held at zero by e = −∞.
 */
final class PowerSumProblem extends Problem {

    private static final double EXPONENT_STEP = 0.4;
    private static final double COEFFICIENT_STEP = 3;
    private static final double DOMINANT_STEP = 20;
    private static final double UNSEEN = 30;

    private final double[] x;
    private final double[] y;
    private final double meanX;
    private final double meanY;
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;
    private final double[] inverse;
    private final double[] parameters;
    private final double[] tokens;
    private final double[] sum;
    private final double[] slopes;
    private final double[] parts;
    private final Logarithms logarithms = new Logarithms();
    private final double[] block = new double[Logarithms.BLOCK];
    private double irreducible;

    static PowerSumProblem of(Runs runs, Objective objective) {
        double[] x = runs.values(run -> Math.log(run.parameters()));
        double[] y = runs.values(run -> Math.log(run.tokens()));
        double meanX = centre(x);
        double meanY = centre(y);
        return new PowerSumProblem(x, meanX, y, meanY, runs.values(Run::loss), objective);
    }

    private static double centre(double[] values) {
        double mean = Arrays.stream(values).average().getAsDouble();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return mean;
    }

    private PowerSumProblem(double[] x, double meanX, double[] y, double meanY, double[] loss, Objective objective) {
        super(5, loss, objective);
        this.meanX = meanX;
        this.meanY = meanY;
        this.x = x;
        this.y = y;
        lowX = Arrays.stream(x).min().getAsDouble();
        highX = Arrays.stream(x).max().getAsDouble();
        lowY = Arrays.stream(y).min().getAsDouble();
        highY = Arrays.stream(y).max().getAsDouble();
        inverse = new double[n];
        for (int i = 0; i < n; i++) {
            inverse[i] = 1 / loss[i];
        }
        parameters = new double[n];
        tokens = new double[n];
        sum = new double[n];
        slopes = new double[n];
        parts = new double[n];
    }

    /** The point (a, b, e, α, β) of Hoffmann et al. 2022, App. D. */
    double[] theta(double a, double b, double e, double alpha, double beta) {
        return new double[] {a - alpha * meanX, b - beta * meanY, e, alpha, beta};
    }

    @Override
    double[] theta(double[] k) {
        return theta(Math.log(k[1]), Math.log(k[2]), Math.log(k[0]), k[3], k[4]);
    }

    @Override
    double[] constants(double[] theta) {
        double most = Math.max(theta[0], theta[1]);
        double e = theta[2] < most - UNSEEN ? 0 : Math.exp(theta[2]);
        return new double[] {e, Math.exp(theta[0] + theta[3] * meanX), Math.exp(theta[1] + theta[4] * meanY), theta[3],
            theta[4]};
    }

    /** ln N about its mean. */
    double[] x() {
        return x;
    }

    /** ln D about its mean. */
    double[] y() {
        return y;
    }

    @Override
    double value(double[] theta) {
        double a = theta[0];
        double b = theta[1];
        double alpha = theta[3];
        double beta = theta[4];
        irreducible = Math.exp(theta[2]);
        Exponentials.power(a, alpha, x, lowX, highX, n, parameters);
        Exponentials.power(b, beta, y, lowY, highY, n, tokens);
        add(irreducible);
        return onLogarithms ? huber() : squares();
    }

    private void add(double constant) {
        for (int i = 0; i < n; i++) {
            sum[i] = constant + parameters[i] + tokens[i];
        }
    }

    private double huber() {
        for (int i = 0; i < n; i++) {
            residuals[i] = sum[i] * inverse[i];
        }
        if (isNearOne(residuals)) {
            logarithmsNearOne();
        } else {
            for (int from = 0; from < n; from += Logarithms.BLOCK) {
                int count = Math.min(n - from, Logarithms.BLOCK);
                if (!logarithms.of(residuals, from, count, block)) {
                    return Double.POSITIVE_INFINITY;
                }
                System.arraycopy(block, 0, residuals, from, count);
            }
        }
        parts(delta);
        return total(parts);
    }

    private static boolean isNearOne(double[] ratios) {
        double farthest = 0;
        for (int i = 0; i < ratios.length; i++) {
            farthest = Math.max(farthest, Math.abs(ratios[i] - 1));
        }
        return farthest < 1.0 / 3;
    }

    private void logarithmsNearOne() {
        for (int i = 0; i < n; i++) {
            residuals[i] = Logarithms.nearOne(residuals[i]);
        }
    }

    private void parts(double threshold) {
        for (int i = 0; i < n; i++) {
            double r = residuals[i];
            double clipped = Math.min(Math.max(r, -threshold), threshold);
            double slope = weights[i] * clipped;
            slopes[i] = slope;
            parts[i] = slope * (r - 0.5 * clipped);
        }
    }

    private double squares() {
        for (int i = 0; i < n; i++) {
            double r = sum[i] - loss[i];
            residuals[i] = r;
            double slope = weights[i] * r;
            slopes[i] = 2 * slope * sum[i];
            parts[i] = slope * r;
        }
        return total(parts);
    }

    /** Four sums side by side: the processor need not wait for one addition before the next. */
    private static double total(double[] parts) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < parts.length - 3; i += 4) {
            s0 += parts[i];
            s1 += parts[i + 1];
            s2 += parts[i + 2];
            s3 += parts[i + 3];
        }
        for (; i < parts.length; i++) {
            s0 += parts[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    @Override
    void derivatives(double[] g, double[] h, boolean full) {
        double ga = 0;
        double gb = 0;
        double ge = 0;
        double gx = 0;
        double gy = 0;
        double gxx = 0;
        double gyy = 0;
        double aa = 0;
        double ab = 0;
        double ae = 0;
        double bb = 0;
        double be = 0;
        double ee = 0;
        double aax = 0;
        double aaxx = 0;
        double abx = 0;
        double aby = 0;
        double abxy = 0;
        double aex = 0;
        double bby = 0;
        double bbyy = 0;
        double bey = 0;
        for (int i = 0; i < n; i++) {
            double w = weights[i];
            double s = sum[i];
            double r = residuals[i];
            double slope = slopes[i];
            double curve;
            if (onLogarithms) {
                double size = Math.abs(r);
                boolean square = size <= delta;
                curve = full ? (square ? w : 0) - slope : square ? w : w * delta / size;
            } else {
                curve = 2 * w * s * s;
            }
            double scale = 1 / s;
            double p = parameters[i] * scale;
            double q = tokens[i] * scale;
            double e = irreducible * scale;
            double xi = x[i];
            double yi = y[i];
            double sp = slope * p;
            double sq = slope * q;
            ga += sp;
            gb += sq;
            ge += slope * e;
            gx += sp * xi;
            gy += sq * yi;
            gxx += sp * xi * xi;
            gyy += sq * yi * yi;
            double cp = curve * p;
            double cq = curve * q;
            double cpp = cp * p;
            double cpq = cp * q;
            double cpe = cp * e;
            double cqq = cq * q;
            double cqe = cq * e;
            aa += cpp;
            ab += cpq;
            ae += cpe;
            bb += cqq;
            be += cqe;
            ee += curve * e * e;
            aax += cpp * xi;
            aaxx += cpp * xi * xi;
            abx += cpq * xi;
            aby += cpq * yi;
            abxy += cpq * xi * yi;
            aex += cpe * xi;
            bby += cqq * yi;
            bbyy += cqq * yi * yi;
            bey += cqe * yi;
        }
        g[0] = ga;
        g[1] = gb;
        g[2] = ge;
        g[3] = -gx;
        g[4] = -gy;
        double more = full ? 1 : 0;
        h[0] = aa + more * ga;
        h[1] = ab;
        h[2] = ae;
        h[3] = -aax - more * gx;
        h[4] = -aby;
        h[6] = bb + more * gb;
        h[7] = be;
        h[8] = -abx;
        h[9] = -bby - more * gy;
        h[12] = irreducible > 0 ? ee + more * ge : 1;
        h[13] = -aex;
        h[14] = -bey;
        h[18] = aaxx + more * gxx;
        h[19] = abxy;
        h[24] = bbyy + more * gyy;
        for (int i = 0; i < 5; i++) {
            for (int k = 0; k < i; k++) {
                h[i * 5 + k] = h[k * 5 + i];
            }
        }
    }

    @Override
    void limit(double[] theta, double[] step) {
        step[3] = Math.min(Math.max(step[3], -EXPONENT_STEP), EXPONENT_STEP);
        step[4] = Math.min(Math.max(step[4], -EXPONENT_STEP), EXPONENT_STEP);
        double most = Math.max(theta[0], Math.max(theta[1], theta[2]));
        for (int i = 0; i < 3; i++) {
            double down = theta[i] == most ? DOMINANT_STEP : COEFFICIENT_STEP;
            if (theta[i] < most - UNSEEN && step[i] < 0) {
                step[i] = 0;
                if (i < 2) {
                    step[i + 3] = 0;
                }
            }
            step[i] = Math.min(Math.max(step[i], -down), COEFFICIENT_STEP);
        }
    }

    @Override
    void residualGradient(int i, double[] g) {
        double scale = onLogarithms ? 1 / sum[i] : 1;
        double p = parameters[i] * scale;
        double q = tokens[i] * scale;
        g[0] = p;
        g[1] = q;
        g[2] = irreducible * scale;
        g[3] = -p * x[i];
        g[4] = -q * y[i];
    }
}
