package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.ReadOut;
import org.isoflop.analysis.plot.Series;
import org.isoflop.ui.Messages;

/**
 * What the plot says at the cursor, as text.
 *
 * @param heading
 *            the x axis and its value
 * @param lines
 *            the point at the cursor, if any, and one line for each series that has a value there
 */
record CursorReadOut(String heading, List<Line> lines) {

    /** A point, or a series at the cursor; {@code colour} is an index of the palette. */
    record Line(String text, int colour, double x, double y, boolean point) {
    }

    static CursorReadOut at(Plot plot, double x, double y, ReadOut.Point point, Locale locale) {
        AxisText across = new AxisText(plot.x(), locale);
        AxisText up = new AxisText(plot.y(), locale);
        Map<String, Series> series = new LinkedHashMap<>();
        plot.series().forEach(one -> series.put(one.id(), one));
        List<Line> lines = new ArrayList<>();
        if (point != null) {
            lines.add(new Line(Messages.text("chart.readOut.point", point.name(), across.value(point.x()),
                    up.value(point.y())), point.series().colour(), point.x(), point.y(), true));
        }
        for (ReadOut.Value value : ReadOut.at(plot, x)) {
            Series one = series.get(value.seriesId());
            boolean said = point != null && point.series() == one && point.x() == value.x() && point.y() == value.y();
            if (!said) {
                lines.add(new Line(Messages.text("chart.readOut.value", name(one, value), up.value(value.y())),
                        one.colour(), value.x(), value.y(), false));
            }
        }
        for (ReadOut.Bar bar : ReadOut.bars(plot, x, y)) {
            lines.add(bar(plot, bar, across, up));
        }
        return new CursorReadOut(Messages.text("chart.readOut.x", across.name(), across.value(x)),
                List.copyOf(lines));
    }

    private static Line bar(Plot plot, ReadOut.Bar bar, AxisText across, AxisText up) {
        Bars bars = bar.bars();
        boolean vertical = bars.orientation() == Orientation.VERTICAL;
        String thing = plot.axis(bars.across()).nameAt(bars.position(bar.index()));
        String label = bars.label(bar.index());
        String name = label.isBlank() ? bars.name() : label;
        String length = (vertical ? up : across).value(bar.length());
        String text = thing == null || vertical
                ? Messages.text("chart.readOut.value", name, length)
                : Messages.text("chart.readOut.bar", thing, name, length);
        double end = bars.to(bar.index());
        double place = bars.position(bar.index());
        return new Line(text, bars.colour(), vertical ? place : end, vertical ? end : place, true);
    }

    private static String name(Series series, ReadOut.Value value) {
        for (int i = 0; i < series.pointLabels().size(); i++) {
            if (series.x(i) == value.x() && series.y(i) == value.y() && !series.pointLabels().get(i).isBlank()) {
                return series.pointLabels().get(i);
            }
        }
        return value.name();
    }

    String sentence() {
        return heading + lines.stream().map(line -> "   " + line.text()).collect(Collectors.joining());
    }
}
