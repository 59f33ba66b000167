package org.isoflop.core.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.ModelData;

/** The size of models, and the compute that trained them, over their dates of release. */
final class TimelineChart {

    /** Doubling of algorithmic efficiency in years: 8 months, 95 % interval 5 to 14 (Ho et al. 2024). */
    private static final double HALVING = 8 / 12.0;
    private static final double FASTEST = 5 / 12.0;
    private static final double SLOWEST = 14 / 12.0;
    private static final double FLOP_PER_PARAMETER_AND_TOKEN = 6;

    /** A number of a model at its date. */
    private record Point(double date, double value, String name, boolean estimated) {
    }

    private TimelineChart() {
    }

    static Plot size(Selection selection) {
        Picture picture = new Picture(selection, Charts.TIMELINE);
        List<Point> total = points(selection, picture, ModelData::parameters, "chart.note.noSize");
        List<Point> active = new ArrayList<>();
        for (ModelData model : selection.lookedAtModels()) {
            Double parts = Figures.positive(model.activeParameters());
            Double all = Figures.positive(model.parameters());
            if (parts != null && all != null && parts < all) {
                date(model).ifPresent(date -> active.add(new Point(date, parts, "",
                        Figures.isEstimate(model.activeParameters().status()))));
            }
        }
        add(selection, picture, "total", "chart.timeline.total", total, Marker.CIRCLE, Marker.CIRCLE_HOLLOW, 0);
        add(selection, picture, "active", "chart.timeline.active", active, Marker.TRIANGLE, Marker.TRIANGLE, 1);
        return picture.plot(Axes.dates(selection, "axis.released", picture.xs()),
                Axes.logAround(selection, "axis.parameters", picture.ys(), TickLabels.COUNTS));
    }

    static Plot compute(Selection selection) {
        Picture picture = new Picture(selection, Charts.TIMELINE_COMPUTE);
        List<Point> physical = points(selection, picture, TimelineChart::compute, "chart.note.noCompute");
        add(selection, picture, "compute", "chart.timeline.compute", physical, Marker.CIRCLE, Marker.CIRCLE_HOLLOW, 0);
        if (physical.size() > 1) {
            double first = physical.stream().mapToDouble(Point::date).min().orElseThrow();
            List<Point> effective = physical.stream()
                    .map(point -> new Point(point.date(), point.value() * gain(point.date() - first, HALVING), "",
                            true))
                    .toList();
            add(selection, picture, "effective", "chart.timeline.effective", effective, Marker.SQUARE,
                    Marker.SQUARE_HOLLOW, 1);
            picture.note("chart.note.effective", Dates.text(first, 10, selection.locale()), gain(1, HALVING),
                    gain(1, SLOWEST), gain(1, FASTEST));
        }
        return picture.plot(Axes.dates(selection, "axis.released", picture.xs()),
                Axes.logAround(selection, "axis.compute", picture.ys(), TickLabels.POWERS));
    }

    private static double gain(double years, double doubling) {
        return Math.pow(2, years / doubling);
    }

    /** What is declared, or else 6·N·D with the parameters that one token uses. */
    private static Figure compute(ModelData model) {
        if (Figures.positive(model.compute()) != null) {
            return model.compute();
        }
        Figure size = Figures.positive(model.activeParameters()) == null ? model.parameters()
                : model.activeParameters();
        Double parameters = Figures.positive(size);
        Double tokens = Figures.positive(model.tokens());
        return parameters == null || tokens == null ? null
                : new Figure(FLOP_PER_PARAMETER_AND_TOKEN * parameters * tokens, null, null, null, null,
                        Figures.isEstimate(size.status()) ? size.status() : model.tokens().status(), null, null, "");
    }

    private static Optional<Double> date(ModelData model) {
        return Hardware.date(model.released()).map((LocalDate day) -> Dates.value(day));
    }

    private static List<Point> points(Selection selection, Picture picture, Function<ModelData, Figure> figure,
            String lacks) {
        List<Point> points = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (ModelData model : selection.lookedAtModels()) {
            String name = selection.name(model.name(), model.id());
            Figure found = figure.apply(model);
            Double value = Figures.positive(found);
            if (date(model).isEmpty()) {
                undated.add(name);
            } else if (value == null) {
                lacking.add(name);
            } else {
                points.add(new Point(date(model).get(), value, name, Figures.isEstimate(found.status())));
            }
        }
        picture.leftOut("chart.note.noRelease", undated);
        picture.leftOut(lacks, lacking);
        return points;
    }

    /** Filled where a number was published or counted, hollow where it is an estimate. */
    private static void add(Selection selection, Picture picture, String id, String group, List<Point> points,
            Marker published, Marker estimated, int colour) {
        for (boolean estimate : new boolean[] {false, true}) {
            List<Point> part = points.stream().filter(point -> point.estimated() == estimate).toList();
            if (!part.isEmpty()) {
                String name = selection.text(group);
                picture.add(new Series(id + (estimate ? ".estimated" : ""), name,
                        estimate ? selection.text("chart.estimate", name) : name,
                        part.stream().mapToDouble(Point::date).toArray(),
                        part.stream().mapToDouble(Point::value).toArray(), Line.NONE,
                        estimate ? estimated : published, colour,
                        part.stream().allMatch(point -> point.name().isEmpty()) ? List.of()
                                : part.stream().map(point -> Objects.toString(point.name(), "")).toList()));
            }
        }
        if (points.stream().anyMatch(Point::estimated)) {
            picture.note("chart.note.estimates");
        }
    }
}
