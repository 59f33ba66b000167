package org.isoflop.analysis.plot;

import java.util.Arrays;
import java.util.Objects;

/**
 * An area between two curves, such as an interval.
 *
 * @param id stable name within the plot
 * @param group legend entry that it belongs to
 * @param x abscissas
 * @param low lower ordinates
 * @param high upper ordinates
 * @param colour index into {@link Palette}
 */
public record Band(String id, String group, double[] x, double[] low, double[] high, int colour) {

    /**
     * Checks lengths and copies the arrays.
     *
     * @throws IllegalArgumentException if lengths differ
     */
    public Band {
        if (x.length != low.length || x.length != high.length) {
            throw new IllegalArgumentException("Band " + id + " has parts of unequal length");
        }
        x = x.clone();
        low = low.clone();
        high = high.clone();
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] low() {
        return low.clone();
    }

    @Override
    public double[] high() {
        return high.clone();
    }

    /**
     * The number of points.
     *
     * @return gaps included
     */
    public int size() {
        return x.length;
    }

    /**
     * One abscissa.
     *
     * @param index of the point
     * @return its x
     */
    public double x(int index) {
        return x[index];
    }

    /**
     * One lower ordinate.
     *
     * @param index of the point
     * @return its low
     */
    public double low(int index) {
        return low[index];
    }

    /**
     * One upper ordinate.
     *
     * @param index of the point
     * @return its high
     */
    public double high(int index) {
        return high[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Band that && id.equals(that.id) && group.equals(that.group) && Arrays.equals(x, that.x)
                && Arrays.equals(low, that.low) && Arrays.equals(high, that.high) && colour == that.colour;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, group, Arrays.hashCode(x), Arrays.hashCode(low), Arrays.hashCode(high), colour);
    }
}
