package org.isoflop.analysis.fit;

/**
 * A straight line in log-log coordinates by ordinary least squares: y = coefficient·x^exponent.
 *
 * @param exponent the slope
 * @param coefficient y at x = 1
 */
public record LogLine(double exponent, double coefficient) {

    /**
     * Fits the line.
     *
     * @param x positive, at least two different values
     * @param y positive, as many
     * @return the line
     */
    public static LogLine fit(double[] x, double[] y) {
        int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += Math.log(x[i]) / n;
            meanY += Math.log(y[i]) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double dx = Math.log(x[i]) - meanX;
            xx += dx * dx;
            xy += dx * (Math.log(y[i]) - meanY);
        }
        double slope = xy / xx;
        return new LogLine(slope, Math.exp(meanY - slope * meanX));
    }

    /**
     * The value of the power law.
     *
     * @param x positive
     * @return coefficient·x^exponent
     */
    public double at(double x) {
        return coefficient * Math.pow(x, exponent);
    }
}
