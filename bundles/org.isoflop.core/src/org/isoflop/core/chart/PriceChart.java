package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.model.Status;

/** What accelerators cost over the years: every price a point at its date, with who asked it. */
final class PriceChart {

    private static final int MOST = 12;

    private PriceChart() {
    }

    /** A price with its date. */
    private record Point(double date, double usd, String label, Status status) {
    }

    static Plot rent(Selection selection) {
        return plot(selection, Charts.PRICES, PriceData::rent, "axis.usdPerHour");
    }

    static Plot purchase(Selection selection) {
        return plot(selection, Charts.PRICES_PURCHASE, PriceData::purchase, "axis.usd");
    }

    private static Plot plot(Selection selection, String view, Function<PriceData, Figure> kind, String axis) {
        Picture picture = new Picture(selection, view);
        List<String> undated = new ArrayList<>();
        int left = 0;
        int colour = 0;
        for (AcceleratorData accelerator : selection.lookedAtAccelerators()) {
            List<Point> points = points(selection, accelerator, kind);
            String name = selection.name(accelerator.name(), accelerator.id());
            if (accelerator.prices().stream().anyMatch(price -> Figures.positive(kind.apply(price)) != null
                    && Hardware.date(price.date()).isEmpty())) {
                undated.add(name);
            }
            if (!points.isEmpty() && colour == MOST) {
                left++;
            } else if (!points.isEmpty()) {
                draw(picture, accelerator.id(), name, points, colour++);
            }
        }
        if (left > 0) {
            picture.note("chart.note.choose", left);
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.prices");
        }
        picture.leftOut("chart.note.undated", undated);
        return picture.plot(Axes.dates(selection, "axis.date", picture.xs()),
                Axes.logAround(selection, axis, picture.ys(), TickLabels.PLAIN));
    }

    private static List<Point> points(Selection selection, AcceleratorData accelerator,
            Function<PriceData, Figure> kind) {
        List<Point> points = new ArrayList<>();
        for (PriceData price : accelerator.prices()) {
            Figure figure = kind.apply(price);
            Double usd = Figures.positive(figure);
            if (usd != null) {
                Hardware.date(price.date()).ifPresent(date -> points.add(
                        new Point(Dates.value(date), usd, label(selection, price), figure.status())));
            }
        }
        points.sort(Comparator.comparingDouble(Point::date));
        return points;
    }

    private static String label(Selection selection, PriceData price) {
        String provider = Objects.requireNonNullElse(price.provider(), "");
        return price.years() == null || price.years() == 0 ? provider
                : selection.text("chart.committed", provider, price.years());
    }

    /** Filled where a price was published, hollow where it is an estimate; a dotted path joins them in time. */
    private static void draw(Picture picture, String id, String name, List<Point> points, int colour) {
        picture.add(new Series(id + ".path", name, name, xs(points), ys(points), Line.DOTTED, Marker.NONE, colour,
                List.of()));
        Set<Boolean> kinds = new TreeSet<>();
        points.forEach(point -> kinds.add(Figures.isEstimate(point.status())));
        for (boolean estimated : kinds) {
            List<Point> part = points.stream().filter(point -> Figures.isEstimate(point.status()) == estimated)
                    .toList();
            picture.add(new Series(id + (estimated ? ".estimated" : ".published"), name, name, xs(part), ys(part),
                    Line.NONE, estimated ? Marker.CIRCLE_HOLLOW : Marker.CIRCLE, colour,
                    part.stream().map(Point::label).toList()));
        }
    }

    private static double[] xs(List<Point> points) {
        return points.stream().flatMapToDouble(point -> DoubleStream.of(point.date())).toArray();
    }

    private static double[] ys(List<Point> points) {
        return points.stream().flatMapToDouble(point -> DoubleStream.of(point.usd())).toArray();
    }
}
