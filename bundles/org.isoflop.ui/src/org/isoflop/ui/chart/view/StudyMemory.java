package org.isoflop.ui.chart.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.ui.IMemento;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.chart.Reference;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.ui.chart.ChartState;
import org.isoflop.ui.chart.ChartState.AxisState;

/**
 * What a view remembers of one study.
 *
 * @param measure
 *            the chart of several that the view can draw, or null for the first
 * @param chosen
 *            the elements and budgets that the user chose
 * @param chart
 *            what the user has made of the chart
 * @param sliders
 *            ranges by the path of the quantity, in the order of the strip
 * @param references
 *            curves kept to compare with
 */
record StudyMemory(String measure, Chosen chosen, ChartState chart, Map<String, SliderRange> sliders,
        List<Reference> references) {

    static final StudyMemory NOTHING = new StudyMemory(null, Chosen.NOTHING, ChartState.INITIAL, Map.of(), List.of());

    private static final String SEPARATOR = " ";
    /** A picture of curves needs no more digits. */
    private static final int DIGITS = 7;

    StudyMemory withMeasure(String id) {
        return new StudyMemory(id, chosen, chart, sliders, references);
    }

    StudyMemory withChosen(Chosen choice) {
        return new StudyMemory(measure, choice, chart, sliders, references);
    }

    StudyMemory withChart(ChartState state) {
        return new StudyMemory(measure, chosen, state, sliders, references);
    }

    StudyMemory withSliders(Map<String, SliderRange> ranges) {
        return new StudyMemory(measure, chosen, chart, new LinkedHashMap<>(ranges), references);
    }

    StudyMemory withReferences(List<Reference> kept) {
        return new StudyMemory(measure, chosen, chart, sliders, List.copyOf(kept));
    }

    void save(IMemento memento) {
        put(memento, "measure", measure);
        ids(memento, "law", chosen.laws());
        ids(memento, "model", chosen.models());
        ids(memento, "accelerator", chosen.accelerators());
        ids(memento, "cluster", chosen.clusters());
        ids(memento, "strategy", chosen.strategies());
        put(memento, "across", chosen.across());
        put(memento, "up", chosen.up());
        put(memento, "budgets", String.join(SEPARATOR, chosen.budgets().stream().map(Quantities::exact).toList()));
        ids(memento, "hidden", List.copyOf(chart.hidden()));
        chart.colours().forEach((entry, colour) -> {
            IMemento child = memento.createChild("colour");
            child.putString("entry", entry);
            child.putInteger("index", colour);
        });
        put(memento, "highlighted", chart.highlighted());
        axis(memento.createChild("x"), chart.x());
        axis(memento.createChild("y"), chart.y());
        sliders.forEach((path, range) -> {
            IMemento slider = memento.createChild("slider");
            slider.putString("path", path);
            limits(slider, new Limits(range.scale(), range.low(), range.high()));
        });
        for (Reference reference : references) {
            IMemento child = memento.createChild("reference");
            child.putString("name", reference.name());
            limits(child.createChild("x"), reference.x());
            limits(child.createChild("y"), reference.y());
            for (Series curve : reference.curves()) {
                IMemento series = child.createChild("curve");
                series.putString("id", curve.id());
                series.putString("name", curve.name());
                series.putInteger("colour", curve.colour());
                series.putString("x", numbers(curve.x()));
                series.putString("y", numbers(curve.y()));
            }
        }
    }

    /** Reads what {@link #save} wrote; what cannot be read is forgotten. */
    static StudyMemory read(IMemento memento) {
        Map<String, SliderRange> sliders = new LinkedHashMap<>();
        for (IMemento slider : memento.getChildren("slider")) {
            Limits limits = limits(slider);
            if (limits != null && slider.getString("path") != null) {
                sliders.put(slider.getString("path"), new SliderRange(limits.scale(), limits.low(), limits.high()));
            }
        }
        List<Double> budgets = new ArrayList<>();
        for (double budget : numbers(memento.getString("budgets"))) {
            budgets.add(budget);
        }
        Set<String> hidden = new HashSet<>(ids(memento, "hidden"));
        Map<String, Integer> colours = new HashMap<>();
        for (IMemento child : memento.getChildren("colour")) {
            if (child.getString("entry") != null && child.getInteger("index") != null) {
                colours.put(child.getString("entry"), child.getInteger("index"));
            }
        }
        ChartState chart = new ChartState(hidden, colours, memento.getString("highlighted"), axis(memento.getChild(
                "x")),
                axis(memento.getChild("y")));
        return new StudyMemory(memento.getString("measure"),
                new Chosen(ids(memento, "law"), ids(memento, "model"), budgets, ids(memento, "accelerator"),
                        ids(memento, "cluster"), ids(memento, "strategy"), memento.getString("across"),
                        memento.getString("up")),
                chart, sliders, references(memento));
    }

    private static List<Reference> references(IMemento memento) {
        List<Reference> references = new ArrayList<>();
        for (IMemento child : memento.getChildren("reference")) {
            Limits x = child.getChild("x") == null ? null : limits(child.getChild("x"));
            Limits y = child.getChild("y") == null ? null : limits(child.getChild("y"));
            List<Series> curves = new ArrayList<>();
            for (IMemento curve : child.getChildren("curve")) {
                double[] xs = numbers(curve.getString("x"));
                double[] ys = numbers(curve.getString("y"));
                String name = curve.getString("name");
                if (xs.length == ys.length && name != null) {
                    curves.add(new Series(String.valueOf(curves.size()), name, name, xs, ys, Line.DOTTED, Marker.NONE,
                            curve.getInteger("colour") == null ? 0 : curve.getInteger("colour"), List.of()));
                }
            }
            if (x != null && y != null && child.getString("name") != null) {
                references.add(new Reference(child.getString("name"), curves, x, y));
            }
        }
        return references;
    }

    private static void put(IMemento memento, String key, String value) {
        if (value != null) {
            memento.putString(key, value);
        }
    }

    private static void ids(IMemento memento, String key, List<String> ids) {
        ids.forEach(id -> memento.createChild(key).putString("id", id));
    }

    private static List<String> ids(IMemento memento, String key) {
        List<String> ids = new ArrayList<>();
        for (IMemento child : memento.getChildren(key)) {
            if (child.getString("id") != null) {
                ids.add(child.getString("id"));
            }
        }
        return ids;
    }

    private static void axis(IMemento memento, AxisState axis) {
        put(memento, "scale", axis.scale() == null ? null : axis.scale().name());
        put(memento, "low", axis.low() == null ? null : Double.toString(axis.low()));
        put(memento, "high", axis.high() == null ? null : Double.toString(axis.high()));
    }

    private static AxisState axis(IMemento memento) {
        return memento == null
                ? AxisState.INITIAL
                : new AxisState(parsed(memento.getString("scale"), Scale::valueOf),
                        parsed(memento.getString("low"), Double::valueOf),
                        parsed(memento.getString("high"), Double::valueOf));
    }

    private static void limits(IMemento memento, Limits limits) {
        axis(memento, new AxisState(limits.scale(), limits.low(), limits.high()));
    }

    private static Limits limits(IMemento memento) {
        AxisState axis = axis(memento);
        return axis.scale() != null && axis.low() != null && axis.high() != null
                && Limits.areShown(axis.scale(), axis.low(), axis.high())
                        ? new Limits(axis.scale(), axis.low(), axis.high())
                        : null;
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String numbers(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(shortened(value));
        }
        return text.toString();
    }

    private static String shortened(double value) {
        return Double.isFinite(value)
                ? Quantities.exact(new BigDecimal(value).round(new MathContext(DIGITS))
                        .doubleValue())
                : "NaN";
    }

    private static double[] numbers(String text) {
        if (text == null || text.isBlank()) {
            return new double[0];
        }
        try {
            return Arrays.stream(text.strip().split(SEPARATOR)).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
