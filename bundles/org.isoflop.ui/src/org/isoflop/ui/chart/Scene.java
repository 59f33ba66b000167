package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.isoflop.analysis.plot.Box;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TextMeasure;
import org.isoflop.analysis.plot.Trace;

/**
 * A plot laid out for a size: all that does not change while the pointer moves or an entry is highlighted.
 *
 * @param plot
 *            the plot within its limits, with what is hidden
 * @param hidden
 *            legend entries that are switched off
 * @param layout
 *            where everything lies
 * @param shapes
 *            what is drawn of the series that are not hidden
 */
record Scene(Plot plot, Set<String> hidden, PlotLayout layout, List<Shape> shapes) {

    /** What is drawn of a series. */
    record Shape(Series series, List<Trace> runs, Marker marker, List<Trace> points) {
    }

    static Scene of(Plot plot, Set<String> hidden, int firstEntry, Point size, TextMeasure measure) {
        PlotLayout layout = PlotLayout.onScreen(plot, hidden, firstEntry, size.x, size.y, measure);
        double width = layout.frame().width();
        double height = layout.frame().height();
        List<Shape> shapes = new ArrayList<>();
        for (Series series : layout.fits() ? plot.series() : List.<Series>of()) {
            if (hidden.contains(series.group())) {
                continue;
            }
            List<Trace> runs = series.line() == Line.NONE ? List.of() : Trace.curve(plot, series, width, height);
            Marker mark = series.line() == Line.NONE ? Marker.NONE : Palette.mark(series.colour());
            if (series.marker() != Marker.NONE) {
                shapes.add(new Shape(series, runs, series.marker(),
                        List.of(Trace.points(plot, series, width, height))));
            } else if (mark != Marker.NONE) {
                shapes.add(new Shape(series, runs, mark, runs.stream().map(run -> run.marks(width, height)).toList()));
            } else {
                shapes.add(new Shape(series, runs, Marker.NONE, List.of()));
            }
        }
        return new Scene(plot, hidden, layout, List.copyOf(shapes));
    }

    /** The area between the axes. */
    Rectangle area() {
        Box frame = layout.frame();
        return new Rectangle((int) frame.x(), (int) frame.y(), (int) frame.width(), (int) frame.height());
    }

    double xShare(double pixel) {
        return (pixel - layout.frame().x()) / layout.frame().width();
    }

    double yShare(double pixel) {
        return (layout.frame().bottom() - pixel) / layout.frame().height();
    }

    int column(double xShare) {
        return (int) Math.round(layout.frame().x() + xShare * layout.frame().width());
    }

    int row(double yShare) {
        return (int) Math.round(layout.frame().bottom() - yShare * layout.frame().height());
    }
}
