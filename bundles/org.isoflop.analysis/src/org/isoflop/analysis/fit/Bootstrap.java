package org.isoflop.analysis.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.numeric.Percentiles;

/**
 * The constants of many fits, each to runs drawn from the runs with replacement: the joint cloud of the constants.
 *
 * @param draws one row of constants for each resample that has a fit, in the form's order
 * @param resamples how many resamples were drawn
 * @param seed the seed; the resample with number i is stream i of it
 * @param generator the name of the generator
 */
public record Bootstrap(List<double[]> draws, int resamples, long seed, String generator) {

    /**
     * How many resamples have no fit: too few distinct runs, or a constant at the edge of its domain.
     *
     * @return usually 0
     */
    public int failed() {
        return resamples - draws.size();
    }

    /**
     * A number of each draw.
     *
     * @param number what is wanted of the constants
     * @return one value for each draw
     */
    public double[] values(ToDoubleFunction<double[]> number) {
        double[] values = new double[draws.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number.applyAsDouble(draws.get(i));
        }
        return values;
    }

    /**
     * The standard error of a number: its standard deviation over the draws.
     *
     * @param number what is wanted of the constants
     * @return with n − 1 in the denominator
     */
    public double standardError(ToDoubleFunction<double[]> number) {
        double[] values = values(number);
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * The percentile interval of a number.
     *
     * @param number what is wanted of the constants
     * @param level the share of the draws between the ends
     * @return the interval
     */
    public Interval interval(ToDoubleFunction<double[]> number, double level) {
        double[] values = values(number);
        Arrays.sort(values);
        return new Interval(Percentiles.ofSorted(values, 0.5 - 0.5 * level),
                Percentiles.ofSorted(values, 0.5 + 0.5 * level), level);
    }

    /**
     * The covariance of numbers over the draws.
     *
     * @param numbers each what is wanted of the constants
     * @return symmetric, in the order of the numbers
     */
    public double[][] covariance(List<ToDoubleFunction<double[]>> numbers) {
        int k = numbers.size();
        double[][] centred = new double[k][];
        for (int j = 0; j < k; j++) {
            double[] values = values(numbers.get(j));
            double mean = mean(values);
            centred[j] = Arrays.stream(values).map(v -> v - mean).toArray();
        }
        double[][] covariance = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double[] a = centred[i];
                double[] b = centred[j];
                covariance[i][j] = IntStream.range(0, a.length).mapToDouble(s -> a[s] * b[s]).sum() / (a.length - 1);
            }
        }
        return covariance;
    }
}
