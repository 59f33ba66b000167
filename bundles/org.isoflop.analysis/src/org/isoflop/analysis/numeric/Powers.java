package org.isoflop.analysis.numeric;

/**
 * A power law c·x^(−a) of many numbers. A table has its value at 32 points in each octave, and (1 + r)^(−a) near them
 * is a short series, in a loop that the just-in-time compiler turns into vector instructions. One instance serves one
 * thread; the table grows with the range of the numbers, nothing else is allocated.
 */
public final class Powers {

    /** The most numbers at a time. */
    public static final int BLOCK = 512;

    /** The largest exponent for which the series is short enough. */
    public static final double LARGEST_EXPONENT = 2;

    private static final int TERMS = 7;
    private static final int SHIFT = 47;
    private static final int OCTAVE = 32;

    private final double coefficient;
    private final double exponent;
    private final double[] series = new double[TERMS + 1];
    private final double[] distances = new double[BLOCK];
    private double[] inverses = {};
    private double[] values = {};
    private int first;
    private boolean safe = true;

    /**
     * A power law.
     *
     * @param coefficient c, positive
     * @param exponent a, from 0 to {@value #LARGEST_EXPONENT}
     */
    public Powers(double coefficient, double exponent) {
        this.coefficient = coefficient;
        this.exponent = exponent;
        series[0] = 1;
        for (int k = 1; k <= TERMS; k++) {
            series[k] = series[k - 1] * (-exponent - k + 1) / k;
        }
    }

    /**
     * The values of the power law. Relative error below 5e-14.
     *
     * @param x the numbers
     * @param from the index of the first one
     * @param n how many, from 1 to {@value #BLOCK}
     * @param out receives the values, from index 0; may not be x
     * @return false, without an answer, if a number is not positive and normal, or the exponent or a value is so large
     *         or small that it must be looked at by itself
     */
    public boolean of(double[] x, int from, int n, double[] out) {
        while (safe) {
            int done = look(x, from, n, out);
            if (done == n) {
                multiply(n, out);
                return true;
            }
            cover(x[from + done]);
        }
        return false;
    }

    /** Looks up numbers until one is outside the table; says how many. */
    private int look(double[] x, int from, int n, double[] out) {
        int start = first;
        double[] inverse = inverses;
        double[] value = values;
        for (int i = 0; i < n; i++) {
            double number = x[from + i];
            int cell = (int) (Double.doubleToRawLongBits(number) >>> SHIFT) - start;
            if (cell < 0 || cell >= inverse.length) {
                return i;
            }
            distances[i] = number * inverse[cell] - 1;
            out[i] = value[cell];
        }
        return n;
    }

    /** Lets the table reach a number, twice as far as before at least, or says that none can. */
    private void cover(double number) {
        safe = number >= Double.MIN_NORMAL && number <= 0x1p1022 && exponent >= 0 && exponent <= LARGEST_EXPONENT;
        if (!safe) {
            return;
        }
        int cell = (int) (Double.doubleToRawLongBits(number) >>> SHIFT);
        int length = values.length;
        int from = length == 0 ? cell : cell < first ? Math.min(cell, first - length) : first;
        int to = length == 0 ? cell + OCTAVE : cell < first ? first + length - 1 : Math.max(cell, first + 2 * length
                - 1);
        inverses = new double[to - from + 1];
        values = new double[to - from + 1];
        first = from;
        for (int i = 0; i < values.length; i++) {
            inverses[i] = 1 / Double.longBitsToDouble(((long) (from + i) << SHIFT) + (1L << SHIFT - 1));
            values[i] = coefficient * Math.pow(inverses[i], exponent);
            safe &= values[i] > 1e-290 && values[i] < 1e290;
        }
    }

    private void multiply(int n, double[] out) {
        double c1 = series[1];
        double c2 = series[2];
        double c3 = series[3];
        double c4 = series[4];
        double c5 = series[5];
        double c6 = series[6];
        double c7 = series[7];
        for (int i = 0; i < n; i++) {
            double r = distances[i];
            double p = c7;
            p = p * r + c6;
            p = p * r + c5;
            p = p * r + c4;
            p = p * r + c3;
            p = p * r + c2;
            p = p * r + c1;
            out[i] += out[i] * (p * r);
        }
    }
}
