package org.isoflop.analysis.numeric;

/** The chi-square distribution. */
public final class ChiSquare {

    private static final double TINY = 1e-300;

    private ChiSquare() {
    }

    /**
     * The probability of a larger value: Q(k/2, x/2), by its series or its continued fraction (Abramowitz and Stegun
     * 1964, 6.5.29 and 6.5.31).
     *
     * @param x a value, 0 or more
     * @param degrees degrees of freedom, 1 or more
     * @return from 0 to 1
     */
    public static double upper(double x, int degrees) {
        double a = 0.5 * degrees;
        double y = 0.5 * x;
        if (!(y > 0)) {
            return 1;
        }
        double front = Math.exp(a * Math.log(y) - y - logGammaOfHalf(degrees));
        return y < a + 1 ? 1 - front * series(a, y) : front * fraction(a, y);
    }

    private static double series(double a, double y) {
        double term = 1 / a;
        double sum = term;
        for (int i = 1; term > 1e-17 * sum; i++) {
            term *= y / (a + i);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double y) {
        double b = y + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            double delta = d * c;
            h *= delta;
            if (Math.abs(delta - 1) < 1e-16) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ(k/2), by Γ(x + 1) = x·Γ(x) from Γ(1/2) = √π or Γ(1) = 1. */
    private static double logGammaOfHalf(int k) {
        boolean odd = k % 2 == 1;
        double sum = odd ? 0.5 * Math.log(Math.PI) : 0;
        for (double x = odd ? 0.5 : 1; x < 0.5 * k - 0.25; x++) {
            sum += Math.log(x);
        }
        return sum;
    }
}
