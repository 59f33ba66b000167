package org.isoflop.analysis.fit;

import java.util.Locale;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What a fit makes small: a sum over the runs, not divided by their number.
 *
 * @param kind which function of a residual
 * @param delta for Huber's function the residual up to which it is a square; NaN for the others
 */
public record Objective(Kind kind, double delta) {

    /** The threshold of Hoffmann et al. 2022, App. D. */
    public static final double PUBLISHED_DELTA = 1e-3;

    /** The functions of a residual. */
    public enum Kind {
        /** Huber's function of the residual of ln L: r²/2 up to δ, beyond it δ(|r| − δ/2). */
        HUBER,
        /** The size of the residual of ln L: least absolute deviation. */
        L1,
        /** The square of the residual of L. */
        MSE;

        /**
         * The name in options, files and answers.
         *
         * @return such as {@code huber}
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the threshold.
     *
     * @throws DomainException if Huber's threshold is not positive and finite
     */
    public Objective {
        if (kind == Kind.HUBER) {
            DomainException.positive(delta, Sentence.of("fit.delta"));
        } else {
            delta = Double.NaN;
        }
    }

    /**
     * Huber's function of the residual of ln L.
     *
     * @param delta the residual up to which it is a square, above zero
     * @return the objective
     */
    public static Objective huber(double delta) {
        return new Objective(Kind.HUBER, delta);
    }

    /**
     * Least absolute deviation of ln L.
     *
     * @return the objective
     */
    public static Objective leastAbsoluteDeviation() {
        return new Objective(Kind.L1, Double.NaN);
    }

    /**
     * Least squares in L.
     *
     * @return the objective
     */
    public static Objective leastSquares() {
        return new Objective(Kind.MSE, Double.NaN);
    }

    /**
     * Whether residuals are those of ln L.
     *
     * @return false for least squares
     */
    public boolean onLogarithms() {
        return kind != Kind.MSE;
    }

    /**
     * The part of one run.
     *
     * @param residual prediction minus run: of ln L, or of L for least squares
     * @return 0 or more
     */
    public double of(double residual) {
        double size = Math.abs(residual);
        return switch (kind) {
            case HUBER -> size <= delta ? 0.5 * residual * residual : delta * (size - 0.5 * delta);
            case L1 -> size;
            case MSE -> residual * residual;
        };
    }
}
