package org.isoflop.analysis.numeric;

/**
 * Exponentials as straight-line arithmetic, which the just-in-time compiler turns into vector instructions when they
 * stand in a loop over arrays. {@link Math#exp} is exact to the last digit but is called one by one, which takes four
 * to six times as long.
 */
public final class Exponentials {

    /** The largest size of an argument of {@link #exp}. */
    public static final double LARGEST = 32;

    private static final double NARROW = 2;
    private static final double LOWEST = Math.exp(-LARGEST);

    private Exponentials() {
    }

    /**
     * The exponential function for loops: e^x = e^(−32)·(e^((x+32)/256))^256, in the form e^s − 1, whose squaring
     * u(u+2) keeps the digits. Relative error below 5e-14. The compiler gives up on longer bodies of loops than this
     * one.
     *
     * @param x a number from −{@value #LARGEST} to {@value #LARGEST}; beyond, the answer is wrong
     * @return e^x
     */
    public static double exp(double x) {
        double s = (x + LARGEST) * (1.0 / 256);
        double u = 2.505210838544172e-8;
        u = u * s + 2.7557319223985893e-7;
        u = u * s + 2.7557319223985893e-6;
        u = u * s + 2.48015873015873e-5;
        u = u * s + 1.984126984126984e-4;
        u = u * s + 1.3888888888888889e-3;
        u = u * s + 8.333333333333333e-3;
        u = u * s + 4.1666666666666664e-2;
        u = u * s + 0.16666666666666666;
        u = u * s + 0.5;
        u = (u * s + 1) * s;
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        u = u * (u + 2);
        return (u + 1) * LOWEST;
    }

    /**
     * Many values of a power law: e^(c − ax) = e^c/(e^x)^a. Relative error below 5e-14.
     *
     * @param c logarithm of the coefficient
     * @param a exponent
     * @param x logarithms, all from low to high
     * @param low no logarithm is smaller
     * @param high no logarithm is larger
     * @param n how many, from index 0
     * @param out receives the values, from index 0; may be x
     */
    public static void power(double c, double a, double[] x, double low, double high, int n, double[] out) {
        double first = c - a * low;
        double last = c - a * high;
        if (Math.abs(first - last) <= 2 * NARROW && Math.abs(first) <= 600) {
            double middle = 0.5 * (first + last);
            narrow((c - middle) * (1.0 / 16), a * (1.0 / 16), Math.exp(middle), x, n, out);
        } else if (Math.abs(first) <= LARGEST && Math.abs(last) <= LARGEST) {
            for (int i = 0; i < n; i++) {
                out[i] = exp(c - a * x[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = Math.exp(c - a * x[i]);
            }
        }
    }

    /** e^(16(c − ax)) times a factor, where |16(c − ax)| is at most {@link #NARROW}: half the squarings suffice. */
    private static void narrow(double c, double a, double factor, double[] x, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double s = c - a * x[i];
            double u = 2.7557319223985893e-6;
            u = u * s + 2.48015873015873e-5;
            u = u * s + 1.984126984126984e-4;
            u = u * s + 1.3888888888888889e-3;
            u = u * s + 8.333333333333333e-3;
            u = u * s + 4.1666666666666664e-2;
            u = u * s + 0.16666666666666666;
            u = u * s + 0.5;
            u = (u * s + 1) * s;
            u = u * (u + 2);
            u = u * (u + 2);
            u = u * (u + 2);
            u = u * (u + 2);
            out[i] = u * factor + factor;
        }
    }
}
