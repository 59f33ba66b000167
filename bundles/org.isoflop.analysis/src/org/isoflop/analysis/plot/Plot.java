package org.isoflop.analysis.plot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A chart as data: everything that is drawn, and nothing of how.
 *
 * @param id stable name, such as the view's
 * @param title its title
 * @param description what it shows, in a sentence or two, for those who cannot see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series curves and points, drawn in this order
 * @param bands areas behind them
 * @param bars rectangles behind them
 * @param rules straight lines across
 * @param labels texts at points
 * @param notes sentences under the chart
 */
public record Plot(String id, String title, String description, Axis x, Axis y, List<Series> series, List<Band> bands,
        List<Bars> bars, List<Rule> rules, List<Label> labels, List<String> notes) {

    /**
     * A plot without bars.
     *
     * @param id stable name, such as the view's
     * @param title its title
     * @param description what it shows, in a sentence or two, for those who cannot see it
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param series curves and points, drawn in this order
     * @param bands areas behind them
     * @param rules straight lines across
     * @param labels texts at points
     * @param notes sentences under the chart
     */
    public Plot(String id, String title, String description, Axis x, Axis y, List<Series> series, List<Band> bands,
            List<Rule> rules, List<Label> labels, List<String> notes) {
        this(id, title, description, x, y, series, bands, List.of(), rules, labels, notes);
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two series or bars have the same id
     */
    public Plot {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        bars = List.copyOf(bars);
        rules = List.copyOf(rules);
        labels = List.copyOf(labels);
        notes = List.copyOf(notes);
        Set<String> ids = new HashSet<>();
        for (Series one : series) {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("Two series have the id " + one.id());
            }
        }
        for (Bars one : bars) {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("Two series or bars have the id " + one.id());
            }
        }
    }

    /**
     * Whether there is nothing to draw.
     *
     * @return true without series, bands and bars
     */
    public boolean isEmpty() {
        return series.isEmpty() && bands.isEmpty() && bars.isEmpty();
    }

    /**
     * The legend entries.
     *
     * @return groups in the order in which they are drawn, none of them blank
     */
    public List<String> groups() {
        return Stream.of(series.stream().map(Series::group), bars.stream().map(Bars::group),
                bands.stream().map(Band::group)).flatMap(groups -> groups).filter(group -> !group.isBlank())
                .distinct().toList();
    }

    /**
     * One of the axes.
     *
     * @param id which
     * @return the axis
     */
    public Axis axis(AxisId id) {
        return id == AxisId.X ? x : y;
    }

    /**
     * The same plot within other limits, with the ticks that go with them.
     *
     * @param xLimits what the horizontal axis shows
     * @param yLimits what the vertical axis shows
     * @return the plot
     */
    public Plot within(Limits xLimits, Limits yLimits) {
        return new Plot(id, title, description, x.within(xLimits), y.within(yLimits), series, bands, bars, rules,
                labels, notes);
    }

    /**
     * The limits of an axis on another scale: its own if that scale can show them, or else those of its positive
     * values.
     *
     * @param id the axis
     * @param scale the scale
     * @return limits of that scale
     */
    public Limits limits(AxisId id, Scale scale) {
        Axis axis = axis(id);
        if (Limits.areShown(scale, axis.low(), axis.high())) {
            return new Limits(scale, axis.low(), axis.high());
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values(id).toArray()) {
            if (scale.shows(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        double high = scale.shows(axis.high()) ? axis.high() : Math.min(2 * most, Double.MAX_VALUE);
        double low = least < high ? least / (least / 2 > 0 ? 1.1 : 1) : high / 10;
        return Limits.areShown(scale, low, high) ? new Limits(scale, low, high) : new Limits(scale, 0.1, 1);
    }

    /**
     * How many values have no place on a logarithmic axis because they are zero or negative.
     *
     * @return 0 without a logarithmic axis; a point counts once
     */
    public int valuesNotAboveZero() {
        int count = 0;
        boolean logX = x.scale().isLogarithmic();
        boolean logY = y.scale().isLogarithmic();
        for (Series one : series) {
            for (int i = 0; i < one.size() && (logX || logY); i++) {
                count += logX && one.x(i) <= 0 || logY && one.y(i) <= 0 ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The same plot without some legend entries.
     *
     * @param groups the groups to leave out
     * @return the plot without their series, bands and bars
     */
    public Plot without(Set<String> groups) {
        return groups.isEmpty()
                ? this
                : new Plot(id, title, description, x, y,
                        series.stream().filter(one -> !groups.contains(one.group())).toList(),
                        bands.stream().filter(one -> !groups.contains(one.group())).toList(),
                        bars.stream().filter(one -> !groups.contains(one.group())).toList(), rules, labels, notes);
    }

    /**
     * The same plot with other colours.
     *
     * @param colours for legend entries, a colour of {@link Palette} from 0 to {@link Palette#SIZE} − 1; what tells
     *     entries of equal colour apart stays
     * @return the plot; entries that are not named keep their colours
     */
    public Plot coloured(Map<String, Integer> colours) {
        return colours.isEmpty()
                ? this
                : new Plot(id, title, description, x, y,
                        series.stream().map(one -> new Series(one.id(), one.group(), one.name(), one.x(), one.y(),
                                one.line(), one.marker(), colour(colours, one.group(), one.colour()),
                                one.pointLabels())).toList(),
                        bands.stream().map(one -> new Band(one.id(), one.group(), one.x(), one.low(), one.high(),
                                colour(colours, one.group(), one.colour()))).toList(),
                        bars.stream().map(one -> new Bars(one.id(), one.group(), one.name(), one.orientation(),
                                one.positions(), one.from(), one.to(), one.width(),
                                colour(colours, one.group(), one.colour()), one.labels())).toList(),
                        rules, labels, notes);
    }

    private static int colour(Map<String, Integer> colours, String group, int before) {
        Integer wanted = colours.get(group);
        return wanted == null ? before : before - Math.floorMod(before, Palette.SIZE)
                + Math.floorMod(wanted, Palette.SIZE);
    }

    /**
     * The same plot with one more note.
     *
     * @param note a sentence
     * @return the plot
     */
    public Plot withNote(String note) {
        return new Plot(id, title, description, x, y, series, bands, bars, rules, labels,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    private DoubleStream values(AxisId axisId) {
        DoubleStream points = axisId == AxisId.X
                ? series.stream().flatMapToDouble(one -> Arrays.stream(one.x()))
                : series.stream().flatMapToDouble(one -> Arrays.stream(one.y()));
        return DoubleStream.concat(points, bars.stream().flatMapToDouble(one -> one.along() == axisId
                ? DoubleStream.concat(Arrays.stream(one.from()), Arrays.stream(one.to()))
                : Arrays.stream(one.positions())));
    }
}
