package org.isoflop.analysis.fit;

import java.util.List;

/**
 * How a fit to the smaller runs predicts the largest ones.
 *
 * @param constants the constants of the fit to the other runs, in the form's order
 * @param points the runs that were held out
 */
public record HoldOut(double[] constants, List<Point> points) {

    /**
     * A run that was held out.
     *
     * @param run its index
     * @param predicted nats per token
     * @param observed nats per token
     */
    public record Point(int run, double predicted, double observed) {

        /**
         * The error.
         *
         * @return ln(predicted/observed)
         */
        public double error() {
            return Math.log(predicted / observed);
        }
    }

    /**
     * The root of the mean square error of ln L.
     *
     * @return 0 or more
     */
    public double rootMeanSquare() {
        return Math.sqrt(points.stream().mapToDouble(p -> p.error() * p.error()).average().orElse(Double.NaN));
    }

    /**
     * The mean error of ln L.
     *
     * @return above zero where losses are predicted too high
     */
    public double meanError() {
        return points.stream().mapToDouble(Point::error).average().orElse(Double.NaN);
    }
}
