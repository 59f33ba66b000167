package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.List;

/** What the curves of a plot say at one abscissa. */
public final class ReadOut {

    private static final double REACH = 0.005;

    private ReadOut() {
    }

    /**
     * A read value.
     *
     * @param seriesId the series
     * @param group its legend entry
     * @param name its name
     * @param x where it was read: the abscissa asked for, or that of the nearest point of a series without line
     * @param y what it says there
     */
    public record Value(String seriesId, String group, String name, double x, double y) {
    }

    /**
     * All series at an abscissa. Curves are interpolated between their points as they are drawn (straight on the axes'
     * scales); series without line answer with a point within half a percent of the width of the axis.
     *
     * @param plot the plot
     * @param x an abscissa in the unit of the x axis
     * @return one value for each series that has one there, in the order of the plot
     */
    public static List<Value> at(Plot plot, double x) {
        List<Value> values = new ArrayList<>();
        if (!plot.x().scale().shows(x)) {
            return values;
        }
        for (Series series : plot.series()) {
            Value value = series.line() == Line.NONE ? nearest(plot, series, x) : along(plot, series, x);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static Value along(Plot plot, Series series, double x) {
        for (int i = 0; i < series.size(); i++) {
            if (series.x(i) == x && shown(plot, series.x(i), series.y(i))) {
                return new Value(series.id(), series.group(), series.name(), x, series.y(i));
            }
        }
        for (int i = 1; i < series.size(); i++) {
            boolean between = series.x(i - 1) < x && x < series.x(i) || series.x(i) < x && x < series.x(i - 1);
            if (between && shown(plot, series.x(i - 1), series.y(i - 1)) && shown(plot, series.x(i), series.y(i))) {
                double share = plot.x().scale().share(x, series.x(i - 1), series.x(i));
                double y = plot.y().scale() == Scale.LINEAR
                        ? series.y(i - 1) + share * (series.y(i) - series.y(i - 1))
                        : series.y(i - 1) * Math.pow(series.y(i) / series.y(i - 1), share);
                return new Value(series.id(), series.group(), series.name(), x, y);
            }
        }
        return null;
    }

    private static Value nearest(Plot plot, Series series, double x) {
        double share = plot.x().share(x);
        double from = plot.x().value(share - REACH);
        double to = plot.x().value(share + REACH);
        double best = REACH;
        Value value = null;
        for (int i = 0; i < series.size(); i++) {
            double at = series.x(i);
            if (at >= from && at <= to && shown(plot, at, series.y(i))) {
                double distance = Math.abs(plot.x().share(at) - share);
                if (distance <= best) {
                    best = distance;
                    value = new Value(series.id(), series.group(), series.name(), at, series.y(i));
                }
            }
        }
        return value;
    }

    /**
     * A bar at a place.
     *
     * @param bars what it belongs to
     * @param index which of them
     */
    public record Bar(Bars bars, int index) {

        /**
         * How long the bar is.
         *
         * @return its end less its beginning, in the unit of the axis along which it grows
         */
        public double length() {
            return bars.to(index) - bars.from(index);
        }
    }

    /**
     * The bars at a place: all that stand where it lies on the axis across them; without one of the two values, those
     * that cover the other.
     *
     * @param plot the plot
     * @param x an abscissa, or NaN
     * @param y an ordinate, or NaN
     * @return bars in the order of the plot, gaps left out
     */
    public static List<Bar> bars(Plot plot, double x, double y) {
        List<Bar> found = new ArrayList<>();
        for (Bars bars : plot.bars()) {
            double across = bars.across() == AxisId.X ? x : y;
            double along = bars.across() == AxisId.X ? y : x;
            for (int i = 0; i < bars.size(); i++) {
                boolean stands = Math.abs(bars.position(i) - across) <= bars.width() / 2;
                boolean covers = Double.isNaN(across) && Math.min(bars.from(i), bars.to(i)) <= along
                        && along < Math.max(bars.from(i), bars.to(i));
                if ((stands || covers) && !Double.isNaN(bars.to(i) - bars.from(i))) {
                    found.add(new Bar(bars, i));
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * A point of a series.
     *
     * @param series the series
     * @param index of the point
     */
    public record Point(Series series, int index) {

        /**
         * The abscissa.
         *
         * @return in the unit of the x axis
         */
        public double x() {
            return series.x(index);
        }

        /**
         * The ordinate.
         *
         * @return in the unit of the y axis
         */
        public double y() {
            return series.y(index);
        }

        /**
         * The label of the point, or else the name of its series.
         *
         * @return a text
         */
        public String name() {
            String label = series.pointLabels().isEmpty() ? "" : series.pointLabels().get(index);
            return label.isBlank() ? series.name() : label;
        }
    }

    /**
     * The marked point next to a place.
     *
     * @param plot the plot
     * @param xShare the place along the x axis, 0 at the low end, 1 at the high end
     * @param yShare the place along the y axis
     * @param xReach how far to look, as a share of the x axis
     * @param yReach how far to look, as a share of the y axis
     * @return the nearest point with a marker, or null if there is none so near
     */
    public static Point nearest(Plot plot, double xShare, double yShare, double xReach, double yReach) {
        double left = plot.x().value(Math.max(0, xShare - xReach));
        double right = plot.x().value(Math.min(1, xShare + xReach));
        double best = 1;
        Point nearest = null;
        for (Series series : plot.series()) {
            for (int i = 0; i < series.size() && series.marker() != Marker.NONE; i++) {
                if (series.x(i) >= left && series.x(i) <= right && plot.x().contains(series.x(i))
                        && plot.y().contains(series.y(i))) {
                    double distance = Math.hypot((plot.x().share(series.x(i)) - xShare) / xReach,
                            (plot.y().share(series.y(i)) - yShare) / yReach);
                    if (distance <= best) {
                        best = distance;
                        nearest = new Point(series, i);
                    }
                }
            }
        }
        return nearest;
    }

    private static boolean shown(Plot plot, double x, double y) {
        return plot.x().scale().shows(x) && plot.y().scale().shows(y);
    }
}
