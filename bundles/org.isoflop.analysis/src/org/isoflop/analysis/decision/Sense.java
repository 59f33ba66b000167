package org.isoflop.analysis.decision;

/** Which way a measure is better. */
public enum Sense {
    /** Less is better. */
    LOWEST(1),
    /** More is better. */
    HIGHEST(-1);

    private static final double TOLERANCE = 1e-12;

    private final int sign;

    Sense(int sign) {
        this.sign = sign;
    }

    /**
     * Compares two values, so that rounding does not decide.
     *
     * @param left a value, not NaN
     * @param right a value, not NaN
     * @return below 0 if the left one is better, above 0 if the right one is, 0 if they are equal within 1e-12 of the
     *         larger one
     */
    public int compare(double left, double right) {
        double apart = Math.abs(left - right);
        if (left == right || apart < Double.POSITIVE_INFINITY
                && apart <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right))) {
            return 0;
        }
        return left < right ? -sign : sign;
    }
}
