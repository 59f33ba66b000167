package org.isoflop.analysis.plot;

/**
 * What an axis shows: a stretch of values on a scale. Zooming and panning give new limits, never ones that doubles
 * cannot tell apart or cannot reach.
 *
 * @param scale linear or logarithmic
 * @param low the smallest value shown; positive on a logarithmic scale
 * @param high the largest value shown; larger than {@code low}
 */
public record Limits(Scale scale, double low, double high) {

    /** The largest value, and the inverse of the smallest on a logarithmic scale, that zooming and panning reach. */
    private static final double FAR = 1e305;
    /** The shortest stretch that zooming reaches: of the larger bound when linear, in decades when logarithmic. */
    private static final double SHORT = 1e-9;
    /** How near to other limits is the same, as a share of their length; far less than a pixel. */
    private static final double SAME = 1e-6;
    private static final int ROUNDING = 64;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound cannot be shown or they are not in order
     */
    public Limits {
        if (!areShown(scale, low, high)) {
            throw new IllegalArgumentException("An axis cannot show from " + low + " to " + high);
        }
    }

    /**
     * Whether an axis can show a stretch.
     *
     * @param scale linear or logarithmic
     * @param low any double
     * @param high any double
     * @return true if both are finite, in order, and positive where the scale asks for it
     */
    public static boolean areShown(Scale scale, double low, double high) {
        return scale.shows(low) && scale.shows(high) && low < high && !Double.isInfinite(high - low);
    }

    /**
     * Shows more or less, with one place standing still.
     *
     * @param factor by what the stretch becomes longer, or shorter below 1
     * @param share the place that stands still: 0 at the low end, 1 at the high end
     * @return the new limits; these ones if doubles do not go so far
     */
    public Limits zoomed(double factor, double share) {
        return between(share - share * factor, share + (1 - share) * factor);
    }

    /**
     * Shows what lies beside.
     *
     * @param by how far, as a share of the stretch; positive towards larger values
     * @return the new limits; these ones if doubles do not go so far
     */
    public Limits panned(double by) {
        return between(by, 1 + by);
    }

    /**
     * Shows a part.
     *
     * @param from a place: 0 at the low end, 1 at the high end
     * @param to another place, on either side
     * @return the limits between the two; these ones if doubles do not go so far
     */
    public Limits between(double from, double to) {
        double newLow = scale.value(Math.min(from, to), low, high);
        double newHigh = scale.value(Math.max(from, to), low, high);
        if (!areShown(scale, newLow, newHigh)) {
            return this;
        }
        double largest = Math.max(Math.abs(newLow), Math.abs(newHigh));
        boolean tooFar = largest > FAR || scale.isLogarithmic() && newLow < 1 / FAR;
        boolean tooShort = Math.abs(to - from) < 1 && (scale.isLogarithmic()
                ? Math.log10(newHigh) - Math.log10(newLow) < SHORT
                : newHigh - newLow < SHORT * largest);
        return tooFar || tooShort ? this : new Limits(scale, newLow, newHigh);
    }

    /**
     * Whether other limits differ by no more than the rounding of a few dozen zooms.
     *
     * @param other other limits
     * @return true if no eye could tell them apart
     */
    public boolean isNear(Limits other) {
        return scale == other.scale && near(low, other.low, other) && near(high, other.high, other);
    }

    private boolean near(double one, double two, Limits other) {
        double from = scale.coordinate(other.low);
        double to = scale.coordinate(other.high);
        double rounding = ROUNDING * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        return Math.abs(scale.coordinate(one) - scale.coordinate(two)) <= SAME * (to - from) + rounding;
    }
}
