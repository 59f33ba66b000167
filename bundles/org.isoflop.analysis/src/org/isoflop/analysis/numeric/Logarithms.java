package org.isoflop.analysis.numeric;

/**
 * Natural logarithms of many numbers, in loops that the just-in-time compiler turns into vector instructions: the bits
 * are taken apart in one, and a series runs in another. One instance serves one thread and allocates nothing more.
 */
public final class Logarithms {

    /** The most numbers at a time. */
    public static final int BLOCK = 512;

    private static final double LN_2 = 0.6931471805599453;
    private static final long ONE_OVER_ROOT_TWO = 0x3FE6A09E00000000L;
    private static final long LEAST = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    private static final long MOST = Double.doubleToRawLongBits(Double.MAX_VALUE);

    private final long[] bits = new long[BLOCK];
    private final double[] mantissas = new double[BLOCK];
    private long low;
    private long high;

    /**
     * Takes the logarithms of positive normal numbers. Relative error below 1e-15, absolute near one.
     *
     * @param x the numbers
     * @param from the index of the first one
     * @param n how many, from 1 to {@value #BLOCK}
     * @param y receives the logarithms, from index 0; may not be x
     * @return whether all numbers are positive, finite and not below {@link Double#MIN_NORMAL}; if not, the answer is
     *         of no use
     */
    public boolean of(double[] x, int from, int n, double[] y) {
        for (int i = 0; i < n; i++) {
            bits[i] = Double.doubleToRawLongBits(x[from + i]);
        }
        range(n);
        for (int i = 0; i < n; i++) {
            long exponent = bits[i] - ONE_OVER_ROOT_TWO >> 52;
            y[i] = exponent;
            bits[i] -= exponent << 52;
        }
        for (int i = 0; i < n; i++) {
            mantissas[i] = Double.longBitsToDouble(bits[i]);
        }
        for (int i = 0; i < n; i++) {
            y[i] = y[i] * LN_2 + nearOne(mantissas[i]);
        }
        return low >= LEAST && high <= MOST;
    }

    /** Positive numbers are in the order of their bits. */
    private void range(int n) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, bits[i]);
            most = Math.max(most, bits[i]);
        }
        low = least;
        high = most;
    }

    /**
     * The least of the last logarithms.
     *
     * @return its logarithm by {@link Math#log}
     */
    public double low() {
        return Math.log(Double.longBitsToDouble(low));
    }

    /**
     * The largest of the last logarithms.
     *
     * @return its logarithm by {@link Math#log}
     */
    public double high() {
        return Math.log(Double.longBitsToDouble(high));
    }

    /**
     * The natural logarithm near one, for loops: 2·artanh((q−1)/(q+1)). Absolute error below 1e-15.
     *
     * @param q a number from 2/3 to 3/2
     * @return ln q
     */
    public static double nearOne(double q) {
        double s = (q - 1) / (q + 1);
        double z = s * s;
        double p = 0.05263157894736842;
        p = p * z + 0.058823529411764705;
        p = p * z + 0.06666666666666667;
        p = p * z + 0.07692307692307693;
        p = p * z + 0.09090909090909091;
        p = p * z + 0.1111111111111111;
        p = p * z + 0.14285714285714285;
        p = p * z + 0.2;
        p = p * z + 0.3333333333333333;
        return 2 * (s + s * (z * p));
    }
}
