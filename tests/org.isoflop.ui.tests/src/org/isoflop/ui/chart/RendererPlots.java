package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.isoflop.analysis.plot.Anchor;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Label;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.example.Examples;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;

/** One list of plots for every renderer: those of an example, and those that are hard to draw. */
final class RendererPlots {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final List<Marker> MARKERS = List.of(Marker.values());
    private static final List<Line> LINES = List.of(Line.SOLID, Line.DASHED, Line.DOTTED);

    private RendererPlots() {
    }

    /** The plots by their names. */
    static Map<String, Plot> all() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        StudyData study = study();
        for (String view : Charts.views()) {
            plots.put(view, Charts.plot(view, study, Locale.ENGLISH));
        }
        plots.put("french", Charts.plot(Charts.SCALING_CURVES, study, Locale.FRENCH));
        plots.put("log-log", curves("Log-log", axis("Parameters", Scale.LOG, 1e6, 1e12, TickLabels.COUNTS),
                axis("Loss (nats/token)", Scale.LOG, 1, 10, TickLabels.PLAIN)));
        plots.put("linear", curves("Linear", axis("Epochs", Scale.LINEAR, -5, 95, TickLabels.PLAIN),
                axis("Gain (%)", Scale.LINEAR, -2.5, 7.5, TickLabels.PLAIN)));
        plots.put("twenty-decades", curves("Twenty decades",
                axis("Compute (FLOP)", Scale.LOG, 1e6, 1e26, TickLabels.POWERS),
                axis("Cost (USD)", Scale.LOG, 1e-10, 1e10, TickLabels.POWERS)));
        plots.put("markers", markers());
        plots.put("bands", bands());
        plots.put("crowded", crowded());
        plots.put("gaps", gaps());
        plots.put("one-point", single(new double[] {2}, new double[] {2}));
        plots.put("same-points", single(new double[] {2, 2, 2}, new double[] {2, 2, 2}));
        plots.put("equal-bounds", hard(axis("x", Scale.LINEAR, 1, Math.nextUp(1.0), TickLabels.PLAIN),
                axis("y", Scale.LOG, 1e20, Math.nextUp(1e20), TickLabels.POWERS)));
        plots.put("huge", hard(axis("x", Scale.LINEAR, -1e300, 1e300, TickLabels.PLAIN),
                axis("y", Scale.LOG, 1e-290, 1e290, TickLabels.POWERS)));
        plots.put("many", many());
        plots.put("noise", noise());
        plots.put("empty", new Plot("empty", "Nothing yet", "Add a scaling law to the study and its curve stands here.",
                axis("x", Scale.LOG, 1, 100, TickLabels.PLAIN), axis("y", Scale.LINEAR, 0, 1, TickLabels.PLAIN),
                List.of(), List.of(), List.of(), List.of(), List.of()));
        return plots;
    }

    /** The example that the plots are of. */
    static StudyData study() {
        return StudyMapper.map(Studies.read(Examples.content(EXAMPLE), EXAMPLE + ".isoflop").study());
    }

    private static Axis axis(String title, Scale scale, double low, double high, TickLabels labels) {
        return Axis.of(title, Unit.ONE, scale, low, high, labels, Locale.ENGLISH);
    }

    private static double[] along(Axis axis, double from, double to, int points) {
        return IntStream.range(0, points).mapToDouble(i -> axis.value(from + (to - from) * i / (points - 1))).toArray();
    }

    private static Plot plot(String title, Axis x, Axis y, List<Series> series) {
        return new Plot(title, title, "What it shows", x, y, series, List.of(), List.of(), List.of(), List.of());
    }

    /** Curves with all styles of lines, a budget and a limit. */
    private static Plot curves(String title, Axis x, Axis y) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double[] places = IntStream.range(0, 200).mapToDouble(step -> step / 199.0).toArray();
            int number = i;
            double[] ys = Arrays.stream(places).map(place -> y.value(0.05 + 0.12 * number + 0.3 * Math.exp(-4 * place)))
                    .toArray();
            series.add(new Series("curve" + i, "Curve " + (char) ('A' + i), "Curve " + (char) ('A' + i),
                    along(x, 0, 1, 200), ys, LINES.get(i % LINES.size()), Marker.NONE, i, List.of()));
        }
        return new Plot(title, title, "Six curves", x, y, series, List.of(),
                List.of(new Rule("budget", "the budget", Orientation.VERTICAL, x.value(0.7)),
                        new Rule("limit", "the limit", Orientation.HORIZONTAL, y.value(0.62))),
                List.of(new Label("here", x.value(0.4), y.value(0.9), Anchor.ABOVE)),
                List.of("A note that says what the lines mean and is long enough for the reader to see how it breaks "
                        + "into lines under the chart."));
    }

    private static Plot markers() {
        Axis x = axis("x", Scale.LINEAR, 0, 10, TickLabels.PLAIN);
        Axis y = axis("y", Scale.LINEAR, 0, 8, TickLabels.PLAIN);
        List<Series> series = new ArrayList<>();
        for (Marker marker : MARKERS) {
            int row = marker.ordinal();
            double[] ys = IntStream.range(0, 9).mapToDouble(i -> row + 0.5 + 0.3 * Math.sin(i)).toArray();
            series.add(new Series(marker.name(), marker.name(), marker.name(), along(x, 0.1, 0.9, 9), ys,
                    row % 2 == 0 ? Line.SOLID : Line.NONE, marker, row, List.of()));
        }
        return plot("Markers", x, y, series);
    }

    private static Plot bands() {
        Axis x = axis("Tokens", Scale.LOG, 1e8, 1e13, TickLabels.COUNTS);
        Axis y = axis("Loss (nats/token)", Scale.LINEAR, 1.5, 4, TickLabels.PLAIN);
        double[] xs = along(x, 0, 1, 120);
        List<Series> series = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] middle = new double[xs.length];
            double[] low = new double[xs.length];
            double[] high = new double[xs.length];
            for (int j = 0; j < xs.length; j++) {
                double place = x.share(xs[j]);
                middle[j] = 1.7 + 0.35 * i + 1.4 * Math.exp(-3 * place);
                low[j] = middle[j] - 0.05 - 0.25 * place;
                high[j] = i == 1 && j > 50 && j < 60 ? Double.NaN : middle[j] + 0.05 + 0.3 * place;
            }
            String group = "Law " + (i + 1);
            series.add(new Series("law" + i, group, group, xs, middle, Line.SOLID, Marker.NONE, i, List.of()));
            bands.add(new Band("band" + i, group, xs, low, high, i));
        }
        return new Plot("bands", "Bands", "Curves with their uncertainty", x, y, series, bands, List.of(), List.of(),
                List.of());
    }

    private static Plot crowded() {
        Axis x = axis("Compute (FLOP)", Scale.LOG, 1e20, 1e26, TickLabels.POWERS);
        Axis y = axis("Loss (nats/token)", Scale.LINEAR, 1.5, 3.5, TickLabels.PLAIN);
        int points = 60;
        double[] xs = IntStream.range(0, points).mapToDouble(i -> x.value(0.35 + 0.3 * Math.sin(i * 12.9898)))
                .toArray();
        double[] ys = IntStream.range(0, points).mapToDouble(i -> y.value(0.5 + 0.25 * Math.sin(i * 78.233))).toArray();
        List<String> names = IntStream.range(0, points).mapToObj(i -> "Model " + i + "B").toList();
        return plot("Crowded labels", x, y, List.of(
                new Series("models", "Models", "Models", xs, ys, Line.NONE, Marker.CIRCLE, 0, names),
                new Series("law", "A law", "A law", along(x, 0, 1, 100), along(y, 0.95, 0.1, 100), Line.SOLID,
                        Marker.NONE, 1, List.of())));
    }

    /** Values that an axis cannot show between values that it can. */
    private static Plot gaps() {
        double[] xs = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000};
        double[] ys = {2, 3, Double.NaN, 5, 4, Double.POSITIVE_INFINITY, 6, 0, 3, -1, 2};
        return plot("Gaps", axis("x", Scale.LOG, 1, 1000, TickLabels.PLAIN), axis("y", Scale.LOG, 1, 10,
                TickLabels.PLAIN), List.of(
                        new Series("broken", "Broken", "Broken", xs, ys, Line.SOLID, Marker.CIRCLE, 0, List.of()),
                        new Series("none", "Nothing to see", "Nothing to see", new double[] {Double.NaN, 0, -1},
                                new double[] {1, 1, 1}, Line.SOLID, Marker.SQUARE, 1, List.of())));
    }

    private static Plot single(double[] xs, double[] ys) {
        return plot("One point", axis("x", Scale.LINEAR, 1, 3, TickLabels.PLAIN),
                axis("y", Scale.LOG, 1, 10, TickLabels.PLAIN), List.of(new Series("s", "Points", "Points", xs, ys,
                        Line.SOLID, Marker.DIAMOND, 2, IntStream.range(0, xs.length).mapToObj(i -> "P" + i).toList())));
    }

    /** Values of every kind, most of them far outside. */
    private static Plot hard(Axis x, Axis y) {
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e-320, Double.MAX_VALUE,
            1};
        double[] good = {1, 2, 3, 4, 5, 6, 7, 1e20};
        return plot("Hard", x, y, List.of(
                new Series("a", "A", "A", good, bad, Line.SOLID, Marker.CIRCLE, 0, List.of()),
                new Series("b", "B", "B", bad, good, Line.DASHED, Marker.SQUARE_HOLLOW, 1, List.of()),
                new Series("c", "C", "C", along(x, 0, 1, 20), along(y, 1, 0, 20), Line.DOTTED, Marker.NONE, 2,
                        List.of())));
    }

    private static Plot many() {
        Axis x = axis("x", Scale.LOG, 1, 1e6, TickLabels.PLAIN);
        Axis y = axis("y", Scale.LINEAR, 0, 10, TickLabels.PLAIN);
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double height = i / 200.0;
            series.add(new Series("s" + i, "Series " + i, "Series " + i, along(x, 0, 1, 50), along(y, height, height
                    / 2,
                    50), LINES.get(i % LINES.size()), i % 10 == 0 ? MARKERS.get(i / 10 % MARKERS.size()) : Marker.NONE,
                    i, List.of()));
        }
        return plot("Two hundred series", x, y, series);
    }

    private static Plot noise() {
        Axis x = axis("Step", Scale.LINEAR, 0, 50_000, TickLabels.PLAIN);
        Axis y = axis("Loss (nats/token)", Scale.LINEAR, 1, 5, TickLabels.PLAIN);
        double[] xs = IntStream.range(0, 50_000).asDoubleStream().toArray();
        double[] ys = Arrays.stream(xs).map(i -> 2 + 2 * Math.exp(-i / 9000) + 0.3 * Math.sin(i * 12.9898)).toArray();
        return plot("Fifty thousand points", x, y,
                List.of(new Series("run", "A run", "A run", xs, ys, Line.SOLID, Marker.NONE, 0, List.of())));
    }
}
