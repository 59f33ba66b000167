package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;

/**
 * Curves that were kept to compare later ones with.
 *
 * @param name
 *            what they show, for the legend
 * @param curves
 *            the curves, dotted
 * @param x
 *            what the horizontal axis showed
 * @param y
 *            what the vertical axis showed
 */
public record Reference(String name, List<Series> curves, Limits x, Limits y) {

    private static final String ID = "reference.";

    /** Copies the list. */
    public Reference {
        curves = List.copyOf(curves);
    }

    /**
     * Keeps the curves of a plot; its points and the curves that it has kept itself are left out.
     *
     * @param plot
     *            the plot
     * @param name
     *            what they show, for the legend
     * @return the curves
     */
    public static Reference of(Plot plot, String name) {
        Map<String, List<Series>> groups = new LinkedHashMap<>();
        for (Series series : plot.series()) {
            if (series.line() != Line.NONE && !series.id().startsWith(ID)) {
                groups.computeIfAbsent(series.group(), group -> new ArrayList<>()).add(series);
            }
        }
        List<Series> curves = new ArrayList<>();
        groups.forEach((group, parts) -> curves.add(new Series(String.valueOf(curves.size()), group, group,
                joined(parts.stream().map(Series::x).toList()), joined(parts.stream().map(Series::y).toList()),
                Line.DOTTED, Marker.NONE, parts.getFirst().colour(), List.of())));
        return new Reference(name, curves, plot.x().limits(), plot.y().limits());
    }

    private static double[] joined(List<double[]> parts) {
        DoubleStream joined = DoubleStream.empty();
        for (double[] part : parts) {
            joined = DoubleStream.concat(joined, DoubleStream.of(part));
        }
        return joined.toArray();
    }

    /**
     * Draws curves behind a plot that were kept from it before. Its axes reach over both.
     *
     * @param plot
     *            the plot as it is now
     * @param references
     *            what was kept
     * @return one plot
     */
    public static Plot behind(Plot plot, List<Reference> references) {
        if (references.isEmpty() || plot.isEmpty()) {
            return plot;
        }
        List<Series> all = new ArrayList<>();
        Limits x = plot.x().limits();
        Limits y = plot.y().limits();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            for (Series curve : reference.curves()) {
                all.add(new Series(ID + i + "." + curve.id(), reference.name(), curve.name() + ", " + reference.name(),
                        curve.x(), curve.y(), Line.DOTTED, Marker.NONE, curve.colour(), List.of()));
            }
            x = Axes.both(x, reference.x());
            y = Axes.both(y, reference.y());
        }
        all.addAll(plot.series());
        return new Plot(plot.id(), plot.title(), plot.description(), plot.x().within(x), plot.y().within(y), all,
                plot.bands(), plot.bars(), plot.rules(), plot.labels(), plot.notes());
    }

    /**
     * Lets the axes of a plot reach over those of an earlier one too, so that a picture does not jump while a number
     * is dragged.
     *
     * @param plot
     *            the plot
     * @param before
     *            the plot at the start of the drag
     * @return the plot with axes that hold both
     */
    public static Plot holding(Plot plot, Plot before) {
        return plot.within(Axes.both(plot.x().limits(), before.x().limits()),
                Axes.both(plot.y().limits(), before.y().limits()));
    }
}
