package org.isoflop.analysis.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rectangles that grow along one axis, each at a place of the other one. Stacked bars are several of these, each of
 * which begins where the one before ends.
 *
 * @param id stable name within the plot
 * @param group legend entry that they belong to
 * @param name what they are, for the read-out and for tables
 * @param orientation vertical bars stand at places of the x axis and grow along y; horizontal ones lie at places of the
 *        y axis and grow along x
 * @param positions the middle of each bar on the axis where it stands
 * @param from where each begins, on the other axis
 * @param to where each ends; a value that is no number is a gap
 * @param width how wide they are, in the unit of the axis where they stand, which should be linear
 * @param colour index into {@link Palette}
 * @param labels a text for each bar, or empty for none
 */
public record Bars(String id, String group, String name, Orientation orientation, double[] positions, double[] from,
        double[] to, double width, int colour, List<String> labels) {

    /**
     * Checks lengths and copies the arrays.
     *
     * @throws IllegalArgumentException if lengths differ or the width is not positive
     */
    public Bars {
        Objects.requireNonNull(orientation);
        if (positions.length != from.length || positions.length != to.length
                || !labels.isEmpty() && labels.size() != positions.length) {
            throw new IllegalArgumentException("Bars " + id + " have parts of unequal length");
        }
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("Bars " + id + " cannot be " + width + " wide");
        }
        positions = positions.clone();
        from = from.clone();
        to = to.clone();
        labels = List.copyOf(labels);
    }

    @Override
    public double[] positions() {
        return positions.clone();
    }

    @Override
    public double[] from() {
        return from.clone();
    }

    @Override
    public double[] to() {
        return to.clone();
    }

    /**
     * The number of bars.
     *
     * @return gaps included
     */
    public int size() {
        return positions.length;
    }

    /**
     * Where a bar stands.
     *
     * @param index of the bar
     * @return its middle
     */
    public double position(int index) {
        return positions[index];
    }

    /**
     * Where a bar begins.
     *
     * @param index of the bar
     * @return its beginning
     */
    public double from(int index) {
        return from[index];
    }

    /**
     * Where a bar ends.
     *
     * @param index of the bar
     * @return its end
     */
    public double to(int index) {
        return to[index];
    }

    /**
     * The text of a bar.
     *
     * @param index of the bar
     * @return empty if it has none
     */
    public String label(int index) {
        return labels.isEmpty() ? "" : labels.get(index);
    }

    /**
     * The axis along which the bars grow.
     *
     * @return the one that their beginnings and ends are values of
     */
    public AxisId along() {
        return orientation == Orientation.VERTICAL ? AxisId.Y : AxisId.X;
    }

    /**
     * The axis on which the bars stand.
     *
     * @return the one that their positions are values of
     */
    public AxisId across() {
        return orientation == Orientation.VERTICAL ? AxisId.X : AxisId.Y;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bars that && id.equals(that.id) && group.equals(that.group) && name.equals(that.name)
                && orientation == that.orientation && Arrays.equals(positions, that.positions)
                && Arrays.equals(from, that.from) && Arrays.equals(to, that.to) && width == that.width
                && colour == that.colour && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, group, name, orientation, Arrays.hashCode(positions), Arrays.hashCode(from),
                Arrays.hashCode(to), width, colour, labels);
    }
}
