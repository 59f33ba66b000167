package org.isoflop.analysis.plot;

/** How an axis maps values to positions. */
public enum Scale {
    /** Proportional to the value. */
    LINEAR,
    /** Proportional to the logarithm of the value, marked at powers of ten. */
    LOG,
    /** Proportional to the logarithm of the value, marked at powers of two. */
    LOG_2;

    /**
     * Whether equal ratios are equally long.
     *
     * @return true unless linear
     */
    public boolean isLogarithmic() {
        return this != LINEAR;
    }

    /**
     * Whether a value has a place on such an axis.
     *
     * @param value any double
     * @return false for NaN, infinities, and on a logarithmic axis for zero and negative values
     */
    public boolean shows(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value) && (this == LINEAR || value > 0);
    }

    /**
     * A number that is proportional to the place on the axis.
     *
     * @param value a value that is shown
     * @return the value, or its decimal logarithm
     */
    public double coordinate(double value) {
        return this == LINEAR ? value : Math.log10(value);
    }

    /**
     * Where a value lies between two others.
     *
     * @param value a value that is shown
     * @param low the value at 0
     * @param high the value at 1
     * @return the share of the way, below 0 or above 1 outside
     */
    public double share(double value, double low, double high) {
        double from = coordinate(low);
        return (coordinate(value) - from) / (coordinate(high) - from);
    }

    /**
     * Which value lies at a share of the way between two others: the inverse of {@link #share}.
     *
     * @param share the share of the way
     * @param low the value at 0
     * @param high the value at 1
     * @return the value; exactly {@code low} at 0 and {@code high} at 1; may be infinite or 0 far outside
     */
    public double value(double share, double low, double high) {
        if (share == 0 || share == 1) {
            return share == 0 ? low : high;
        }
        if (this == LINEAR) {
            return low + share * (high - low);
        }
        double from = Math.log10(low);
        return Math.pow(10, from + share * (Math.log10(high) - from));
    }
}
