package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;

/**
 * An axis. It knows how its ticks are written, so that other limits or another scale give a new axis of the same kind.
 *
 * @param title what it shows, with the unit
 * @param unit the unit of its values
 * @param scale linear or logarithmic
 * @param low the smallest value shown; positive on a logarithmic axis
 * @param high the largest value shown; larger than {@code low}
 * @param labels how tick labels are written
 * @param locale the number conventions of tick labels
 * @param ticks its marks, as {@link Ticks} gives them
 */
public record Axis(String title, Unit unit, Scale scale, double low, double high, TickLabels labels, Locale locale,
        List<Tick> ticks) {

    private static final int LABELS = 10;

    /**
     * Checks the bounds and copies the ticks.
     *
     * @throws IllegalArgumentException if a bound cannot be shown or they are not in order
     */
    public Axis {
        if (!Limits.areShown(scale, low, high)) {
            throw new IllegalArgumentException("An axis cannot show from " + low + " to " + high);
        }
        ticks = List.copyOf(ticks);
    }

    /**
     * An axis with up to ten labelled ticks.
     *
     * @param title what it shows, with the unit
     * @param unit the unit of its values
     * @param scale linear or logarithmic
     * @param low the smallest value shown; positive on a logarithmic axis
     * @param high the largest value shown; larger than {@code low}
     * @param labels how tick labels are written
     * @param locale the number conventions of tick labels
     * @return the axis
     * @throws IllegalArgumentException if a bound cannot be shown or they are not in order
     */
    public static Axis of(String title, Unit unit, Scale scale, double low, double high, TickLabels labels,
            Locale locale) {
        return new Axis(title, unit, scale, low, high, labels, locale,
                labels == TickLabels.QUANTITIES
                        ? Ticks.forQuantities(scale, low, high, LABELS, unit, locale)
                        : Ticks.forAxis(scale, low, high, LABELS, labels, locale));
    }

    /**
     * The title beside values that say their unit.
     *
     * @return the title without the unit in parentheses at its end, if it has any
     */
    public String name() {
        return unit == Unit.ONE ? title : title.replaceFirst(" \\([^()]*\\)$", "");
    }

    /**
     * The title as it is drawn.
     *
     * @return the title, without the unit where the tick labels say it
     */
    public String drawnTitle() {
        return labels == TickLabels.QUANTITIES ? name() : title;
    }

    /**
     * An axis of things with names, at 1, 2, 3 … from its low end.
     *
     * @param title what it shows
     * @param names the names, at least one
     * @param locale the number conventions
     * @return a linear axis from half a place before the first to half a place after the last
     * @throws IllegalArgumentException if there is no name
     */
    public static Axis ofNames(String title, List<String> names, Locale locale) {
        List<Tick> ticks = new ArrayList<>();
        for (String name : names) {
            ticks.add(new Tick(ticks.size() + 1, name, false));
        }
        return new Axis(title, Unit.ONE, Scale.LINEAR, 0.5, names.size() + 0.5, TickLabels.NAMES, locale, ticks);
    }

    /**
     * The name of the thing at a value.
     *
     * @param value any double
     * @return the name of the nearest tick of an axis of names; null on other axes and beyond all names
     */
    public String nameAt(double value) {
        if (labels != TickLabels.NAMES) {
            return null;
        }
        return ticks.stream().filter(tick -> Math.abs(tick.position() - value) <= 0.5)
                .min(Comparator.comparingDouble(tick -> Math.abs(tick.position() - value))).map(Tick::label)
                .orElse(null);
    }

    /**
     * What the axis shows.
     *
     * @return its scale and bounds
     */
    public Limits limits() {
        return new Limits(scale, low, high);
    }

    /**
     * The same axis with another scale or other bounds, and the ticks that go with them.
     *
     * @param limits what to show
     * @return the axis; this one if nothing differs
     */
    public Axis within(Limits limits) {
        if (limits.equals(limits())) {
            return this;
        }
        return labels == TickLabels.NAMES
                ? new Axis(title, unit, limits.scale(), limits.low(), limits.high(), labels, locale, ticks)
                : of(title, unit, limits.scale(), limits.low(), limits.high(), labels, locale);
    }

    /**
     * Where a value lies on the axis.
     *
     * @param value a value that the scale shows
     * @return 0 at the low end, 1 at the high end
     */
    public double share(double value) {
        return scale.share(value, low, high);
    }

    /**
     * Which value lies at a place: the inverse of {@link #share}.
     *
     * @param share 0 at the low end, 1 at the high end
     * @return the value
     */
    public double value(double share) {
        return scale.value(share, low, high);
    }

    /**
     * Whether a value is on the axis.
     *
     * @param value any double
     * @return true if it is shown between the ends
     */
    public boolean contains(double value) {
        return scale.shows(value) && value >= low && value <= high;
    }
}
