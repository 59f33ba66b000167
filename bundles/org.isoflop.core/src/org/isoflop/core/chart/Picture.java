package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.StudyData.AcceleratorData;

/** A plot while it is drawn. Its words stand under the key of its view: title, description, and why it is empty. */
final class Picture {

    private static final int MOST_NAMES = 3;

    private final Selection selection;
    private final String key;
    private final List<Series> series = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Bars> bars = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Picture(Selection selection, String view) {
        this.selection = selection;
        key = "chart." + view;
    }

    void add(Series one) {
        series.add(one);
    }

    void add(List<Series> parts) {
        series.addAll(parts);
    }

    void add(Band band) {
        bands.add(band);
    }

    void add(Bars one) {
        bars.add(one);
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    /** Adds a sentence, once however often it is added. */
    void note(String text, Object... arguments) {
        notes.add(selection.text(text, arguments));
    }

    void say(String sentence) {
        notes.add(sentence);
    }

    /** Adds one sentence for things that are left out for the same reason; nothing if there are none. */
    void leftOut(String text, List<String> names) {
        if (!names.isEmpty()) {
            note(text, selection.names(names, MOST_NAMES));
        }
    }

    /** Says a rent with its date and who asks it. */
    void priced(AcceleratorData accelerator, Price price) {
        note("chart.note.rent", selection.name(accelerator.name(), accelerator.id()),
                selection.show(price.usd(), Unit.USD_PER_HOUR), Served.date(accelerator, price),
                price.provider() == null ? 0 : 1, String.valueOf(price.provider()));
    }

    /** Draws the limit of an accelerator, once, as a line across bars. */
    void device(AcceleratorData accelerator, String label, double limit) {
        String id = "device." + accelerator.id();
        if (rules.stream().noneMatch(rule -> rule.id().equals(id))) {
            rules.add(new Rule(id, label, Orientation.VERTICAL, limit));
        }
    }

    boolean isEmpty() {
        return series.isEmpty() && bars.isEmpty();
    }

    List<Series> series() {
        return List.copyOf(series);
    }

    DoubleStream ys() {
        return DoubleStream.concat(series.stream().flatMapToDouble(one -> DoubleStream.of(one.y())),
                bands.stream().flatMapToDouble(band -> DoubleStream.concat(DoubleStream.of(band.low()),
                        DoubleStream.of(band.high()))));
    }

    DoubleStream xs() {
        return series.stream().flatMapToDouble(one -> DoubleStream.of(one.x()));
    }

    Plot plot(Axis x, Axis y) {
        String description = isEmpty() ? selection.text(key + ".empty")
                : selection.name(selection.chart().description(), selection.text(key + ".description"));
        return new Plot(selection.id(), selection.title(key + ".title"), description, x, y, series, bands, bars, rules,
                List.of(), List.copyOf(notes));
    }
}
