package org.isoflop.ui.chart;

import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Scale;

/**
 * What the user has made of a chart: what is hidden, coloured, highlighted and zoomed. It outlives the plot, so that a
 * chart that is computed anew stays as the user set it.
 *
 * @param hidden
 *            legend entries that are switched off
 * @param colours
 *            legend entries with other colours than their plot gives them: indices into the palette
 * @param highlighted
 *            the legend entry before which the others fade, or null
 * @param x
 *            the horizontal axis
 * @param y
 *            the vertical axis
 */
public record ChartState(Set<String> hidden, Map<String, Integer> colours, String highlighted, AxisState x,
        AxisState y) {

    /** A chart as its plot has it. */
    public static final ChartState INITIAL = new ChartState(Set.of(), Map.of(), null, AxisState.INITIAL,
            AxisState.INITIAL);

    /**
     * What the user has made of an axis.
     *
     * @param scale
     *            linear or logarithmic, or null for that of the plot
     * @param low
     *            the smallest value shown, or null for that of the plot
     * @param high
     *            the largest value shown, or null for that of the plot
     */
    public record AxisState(Scale scale, Double low, Double high) {

        /** An axis as its plot has it. */
        public static final AxisState INITIAL = new AxisState(null, null, null);

        static AxisState of(Scale scale, Limits limits) {
            return new AxisState(scale, limits.low(), limits.high());
        }

        /** Whether the axis shows something else than all of the plot. */
        boolean isZoomed() {
            return low != null && high != null;
        }
    }

    /** Copies the collections. */
    public ChartState {
        hidden = Set.copyOf(hidden);
        colours = Map.copyOf(colours);
    }

    /**
     * Returns the state of one axis.
     *
     * @param id
     *            which
     * @return its state
     */
    public AxisState axis(AxisId id) {
        return id == AxisId.X ? x : y;
    }

    ChartState withAxes(AxisState newX, AxisState newY) {
        return new ChartState(hidden, colours, highlighted, newX, newY);
    }

    ChartState withHidden(Set<String> groups) {
        return new ChartState(groups, colours, highlighted, x, y);
    }

    ChartState withHighlighted(String group) {
        return new ChartState(hidden, colours, group, x, y);
    }

    ChartState withColours(Map<String, Integer> newColours) {
        return new ChartState(hidden, newColours, highlighted, x, y);
    }
}
