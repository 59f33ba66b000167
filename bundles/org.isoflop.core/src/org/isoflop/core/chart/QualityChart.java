package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.ScoreData;

/** What models reach for their size: the score of a benchmark by year of release, or the loss by corpus. */
final class QualityChart {

    private static final Marker[] MARKERS = {Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND};

    /** A model in one group of points. */
    private record Point(double parameters, double value, String name) {
    }

    private QualityChart() {
    }

    static Plot scores(Selection selection) {
        Picture picture = new Picture(selection, Charts.SCORES);
        Map<String, Integer> benchmarks = benchmarks(selection);
        String most = benchmarks.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry<String, Integer>::getValue)).map(Map.Entry::getKey)
                .orElse(null);
        Map<String, List<Point>> groups = new TreeMap<>();
        if (most != null) {
            for (ModelData model : selection.lookedAtModels()) {
                model.scores().stream().filter(score -> most.equals(score.benchmark())).map(ScoreData::value)
                        .findFirst().ifPresent(value -> add(selection, groups, year(selection, model), model, value));
            }
            picture.note("chart.note.benchmark", most);
            List<String> others = benchmarks.keySet().stream().filter(name -> !name.equals(most)).toList();
            picture.leftOut("chart.note.otherBenchmarks", others);
        }
        draw(picture, groups);
        return plot(selection, picture, "axis.score");
    }

    static Plot losses(Selection selection) {
        Picture picture = new Picture(selection, Charts.OBSERVED_LOSSES);
        Map<String, List<Point>> groups = new TreeMap<>();
        for (ModelData model : selection.lookedAtModels()) {
            for (ObservedLossData observed : model.observedLosses()) {
                String corpus = observed.corpus() == null || observed.corpus().isBlank()
                        ? selection.text("chart.corpus.unknown") : observed.corpus();
                add(selection, groups, corpus, model, observed.loss());
            }
        }
        draw(picture, groups);
        if (groups.size() > 1) {
            picture.note("chart.note.corpora", String.join(selection.text("chart.list"), groups.keySet()));
        }
        return plot(selection, picture, "axis.loss");
    }

    /** Benchmarks with the number of models that have a score, in the order of the study. */
    private static Map<String, Integer> benchmarks(Selection selection) {
        Map<String, Integer> benchmarks = new LinkedHashMap<>();
        for (ModelData model : selection.lookedAtModels()) {
            if (Figures.positive(model.parameters()) != null) {
                model.scores().stream().filter(score -> score.benchmark() != null && score.value() != null
                        && score.value().value() != null).map(ScoreData::benchmark).distinct()
                        .forEach(name -> benchmarks.merge(name, 1, Integer::sum));
            }
        }
        return benchmarks;
    }

    private static String year(Selection selection, ModelData model) {
        return Hardware.date(model.released()).map(day -> String.valueOf(day.getYear()))
                .orElseGet(() -> selection.text("chart.noYear"));
    }

    private static void add(Selection selection, Map<String, List<Point>> groups, String group, ModelData model,
            Figure value) {
        Double parameters = Figures.positive(model.parameters());
        if (parameters != null && value != null && value.value() != null && Math.abs(value.value()) <= Axes.LARGEST) {
            groups.computeIfAbsent(group, key -> new ArrayList<>())
                    .add(new Point(parameters, value.value(), selection.name(model.name(), model.id())));
        }
    }

    private static void draw(Picture picture, Map<String, List<Point>> groups) {
        List<String> names = new ArrayList<>(groups.keySet());
        for (int i = 0; i < names.size(); i++) {
            List<Point> points = groups.get(names.get(i));
            picture.add(new Series("group." + i, names.get(i), names.get(i),
                    points.stream().mapToDouble(Point::parameters).toArray(),
                    points.stream().mapToDouble(Point::value).toArray(), Line.NONE, MARKERS[i % MARKERS.length], i,
                    points.stream().map(point -> Objects.requireNonNull(point.name())).toList()));
        }
    }

    private static Plot plot(Selection selection, Picture picture, String title) {
        Axis x = Axes.logAround(selection, "axis.parameters", picture.xs(), TickLabels.COUNTS);
        return picture.plot(x, Axes.around(selection, title, picture.series()));
    }
}
