package org.isoflop.core.fit;

import java.util.Arrays;
import java.util.Locale;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.numeric.Percentiles;
import org.isoflop.analysis.numeric.Streams;

/**
 * What a fit predicts for a run that was not trained.
 *
 * @param place
 *            where
 * @param loss
 *            nats per token
 * @param constants
 *            the interval that the uncertainty of the constants leaves, or null without bootstrap
 * @param withResidual
 *            the interval that holds a new run, its own deviation included, or null without bootstrap
 */
public record Prediction(Place place, double loss, Interval constants, Interval withResidual) {

    /**
     * A model and its tokens.
     *
     * @param parameters
     *            N
     * @param tokens
     *            D
     */
    public record Place(double parameters, double tokens) {
    }

    /** What an interval contains. */
    public enum Part {
        /** The constants of the law. */
        CONSTANTS,
        /** The deviation of a single run from the law. */
        RESIDUAL;

        /**
         * Returns the name in answers.
         *
         * @return such as {@code constants}
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Predicts a run.
     *
     * @param fit
     *            the fit
     * @param place
     *            where
     * @return the loss with its intervals
     */
    public static Prediction of(ParametricFit fit, Place place) {
        double loss = fit.predict(place.parameters(), place.tokens());
        Bootstrap bootstrap = fit.bootstrap();
        if (bootstrap == null) {
            return new Prediction(place, loss, null, null);
        }
        double level = fit.options().level();
        double[] drawn = bootstrap.values(k -> fit.predict(k, place.parameters(), place.tokens()));
        double[] residuals = fit.residuals();
        Streams random = new Streams(bootstrap.seed(), -1);
        double[] observed = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            double residual = residuals[random.below(residuals.length)];
            observed[i] = fit.options().objective().onLogarithms()
                    ? drawn[i] * Math.exp(-residual)
                    : drawn[i] - residual;
        }
        return new Prediction(place, loss, interval(drawn, level), interval(observed, level));
    }

    private static Interval interval(double[] values, double level) {
        Arrays.sort(values);
        return new Interval(Percentiles.ofSorted(values, 0.5 - 0.5 * level),
                Percentiles.ofSorted(values, 0.5 + 0.5 * level), level);
    }
}
