package org.isoflop.ui.chart;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.plot.Plot;
import org.isoflop.ui.Messages;

/**
 * What lies between two points of a chart. It holds values, so that it stays in its place when the chart is zoomed.
 *
 * @param x1
 *            abscissa of the first point
 * @param y1
 *            ordinate of the first point
 * @param x2
 *            abscissa of the second point, NaN before there is one
 * @param y2
 *            ordinate of the second point, NaN before there is one
 */
record Measure(double x1, double y1, double x2, double y2) {

    static Measure from(double x, double y) {
        return new Measure(x, y, Double.NaN, Double.NaN);
    }

    boolean isComplete() {
        return !Double.isNaN(x2) && !Double.isNaN(y2);
    }

    Measure to(double x, double y) {
        return new Measure(x1, y1, x, y);
    }

    /** Difference and ratio along each axis. */
    List<String> lines(Plot plot, Locale locale) {
        return List.of(line(new AxisText(plot.x(), locale), x1, x2), line(new AxisText(plot.y(), locale), y1, y2));
    }

    private static String line(AxisText axis, double from, double to) {
        double ratio = to / from;
        return from > 0 && to > 0 && Double.isFinite(ratio)
                ? Messages.text("chart.measure.line", axis.name(), axis.difference(to - from), axis.ratio(ratio))
                : Messages.text("chart.measure.difference", axis.name(), axis.difference(to - from));
    }

    String sentence(Plot plot, Locale locale) {
        return Messages.text("chart.measure", String.join("   ", lines(plot, locale)));
    }
}
