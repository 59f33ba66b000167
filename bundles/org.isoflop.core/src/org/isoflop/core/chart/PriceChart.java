package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.model.Status;

/** What accelerators cost over the years: every price a point at its date, with who asked it. */
final class PriceChart {

    private static final int MOST = 12;
    private static final int MOST_SAID = 3;
    private static final double SECONDS_PER_HOUR = 3600;

    private PriceChart() {
    }

    /** A price with its date, and the years for which it is promised, 0 on demand. */
    private record Point(double date, double usd, int years, String label, Status status) {
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
                draw(selection, picture, accelerator.id(), name, points, colour++);
            }
        }
        if (left > 0) {
            picture.note("chart.note.choose", left);
        }
        if (!picture.isEmpty()) {
            picture.note("chart.note.prices");
            buying(selection, picture);
        }
        picture.leftOut("chart.note.undated", undated);
        return picture.plot(Axes.dates(selection, "axis.date", picture.xs()),
                Axes.logAround(selection, axis, picture.ys(), TickLabels.PLAIN));
    }

    /** From how many hours of use on owning a chip is cheaper than renting it. */
    private static void buying(Selection selection, Picture picture) {
        int said = 0;
        for (AcceleratorData accelerator : selection.lookedAtAccelerators()) {
            Optional<Price> purchase = Served.price(selection, accelerator, Price.Kind.BUY);
            Optional<Price> rent = Served.rent(selection, accelerator);
            if (purchase.isEmpty() || rent.isEmpty() || said == MOST_SAID) {
                continue;
            }
            said++;
            Double running = electricity(selection, accelerator);
            double hours = RunningCost.hoursToBuy(purchase.get().usd(), rent.get().usd(),
                    Objects.requireNonNullElse(running, 0.0));
            picture.note(Double.isInfinite(hours) ? "chart.note.neverBuy" : "chart.note.buy",
                    selection.name(accelerator.name(), accelerator.id()),
                    selection.show(purchase.get().usd(), Unit.USD), Served.date(accelerator, purchase.get()),
                    selection.show(rent.get().usd(), Unit.USD_PER_HOUR), Served.date(accelerator, rent.get()),
                    selection.show(hours, Unit.HOURS), running == null ? 0 : 1,
                    running == null ? "" : selection.show(running, Unit.USD_PER_HOUR));
        }
    }

    /** The electricity of an owned chip by the hour, or null where power or tariff is unknown. */
    private static Double electricity(Selection selection, AcceleratorData accelerator) {
        Double watts = Figures.positive(accelerator.power());
        Double tariff = Figures.positive(selection.site().map(SiteData::electricityPrice).orElse(null));
        if (watts == null || tariff == null) {
            return null;
        }
        Double server = Figures.positive(accelerator.serverRatio());
        Double pue = Figures.positive(selection.site().map(SiteData::pue).orElse(null));
        double power = watts * (server == null ? 1 : server) * (pue == null ? 1 : pue);
        return RunningCost.electricity(power * SECONDS_PER_HOUR, tariff);
    }

    private static List<Point> points(Selection selection, AcceleratorData accelerator,
            Function<PriceData, Figure> kind) {
        List<Point> points = new ArrayList<>();
        for (PriceData price : accelerator.prices()) {
            Figure figure = kind.apply(price);
            Double usd = Figures.positive(figure);
            if (usd != null) {
                Hardware.date(price.date()).ifPresent(date -> points.add(
                        new Point(Dates.value(date), usd, years(price), label(selection, price), figure.status())));
            }
        }
        points.sort(Comparator.comparingDouble(Point::date));
        return points;
    }

    private static int years(PriceData price) {
        return Objects.requireNonNullElse(price.years(), 0);
    }

    private static String label(Selection selection, PriceData price) {
        return committed(selection, Objects.requireNonNullElse(price.provider(), ""), years(price));
    }

    private static String committed(Selection selection, String text, int years) {
        return years == 0 ? text : selection.text("chart.committed", text, years);
    }

    /** Prices of one commitment are joined alone: a contract of years that is cheaper is no fall of the price. */
    private static void draw(Selection selection, Picture picture, String id, String name, List<Point> points,
            int colour) {
        SortedMap<Integer, List<Point>> byYears = points.stream()
                .collect(Collectors.groupingBy(Point::years, TreeMap::new, Collectors.toList()));
        byYears.forEach((years, promised) -> draw(picture, years == 0 ? id : id + "." + years,
                committed(selection, name, years), promised, years == 0, colour));
    }

    /** Filled where a price was published, hollow where it is an estimate; a dotted path joins them in time. */
    private static void draw(Picture picture, String id, String name, List<Point> points, boolean onDemand,
            int colour) {
        picture.add(new Series(id + ".path", name, name, xs(points), ys(points), Line.DOTTED, Marker.NONE, colour,
                List.of()));
        Set<Boolean> kinds = new TreeSet<>();
        points.forEach(point -> kinds.add(Figures.isEstimate(point.status())));
        for (boolean estimated : kinds) {
            List<Point> part = points.stream().filter(point -> Figures.isEstimate(point.status()) == estimated)
                    .toList();
            Marker marker = onDemand ? estimated ? Marker.CIRCLE_HOLLOW : Marker.CIRCLE
                    : estimated ? Marker.SQUARE_HOLLOW : Marker.SQUARE;
            picture.add(new Series(id + (estimated ? ".estimated" : ".published"), name, name, xs(part), ys(part),
                    Line.NONE, marker, colour, part.stream().map(Point::label).toList()));
        }
    }

    private static double[] xs(List<Point> points) {
        return points.stream().flatMapToDouble(point -> DoubleStream.of(point.date())).toArray();
    }

    private static double[] ys(List<Point> points) {
        return points.stream().flatMapToDouble(point -> DoubleStream.of(point.usd())).toArray();
    }
}
