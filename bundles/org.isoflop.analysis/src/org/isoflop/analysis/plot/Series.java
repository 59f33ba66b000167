package org.isoflop.analysis.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Points that belong together.
 *
 * @param id stable name within the plot
 * @param group legend entry; the solid and the dashed part of one law share it
 * @param name what the series is, for the read-out and for tables
 * @param x abscissas in the unit of the x axis
 * @param y ordinates in the unit of the y axis; a value that an axis cannot show is a gap
 * @param line how points are joined
 * @param marker how points are marked
 * @param colour index into {@link Palette}
 * @param pointLabels a text for each point, or empty for none
 */
public record Series(String id, String group, String name, double[] x, double[] y, Line line, Marker marker, int colour,
        List<String> pointLabels) {

    /**
     * Checks lengths and copies the arrays.
     *
     * @throws IllegalArgumentException if lengths differ
     */
    public Series {
        if (x.length != y.length || !pointLabels.isEmpty() && pointLabels.size() != x.length) {
            throw new IllegalArgumentException("Series " + id + " has parts of unequal length");
        }
        x = x.clone();
        y = y.clone();
        pointLabels = List.copyOf(pointLabels);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
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
     * One ordinate.
     *
     * @param index of the point
     * @return its y
     */
    public double y(int index) {
        return y[index];
    }

    /**
     * The number of points.
     *
     * @return gaps included
     */
    public int size() {
        return x.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && id.equals(that.id) && group.equals(that.group) && name.equals(that.name)
                && Arrays.equals(x, that.x) && Arrays.equals(y, that.y) && line == that.line && marker == that.marker
                && colour == that.colour && pointLabels.equals(that.pointLabels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, group, name, Arrays.hashCode(x), Arrays.hashCode(y), line, marker, colour, pointLabels);
    }
}
