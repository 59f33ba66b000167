package org.isoflop.core.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;

/** The axes of the charts. All have finite ends, whatever the numbers of a study are. */
final class Axes {

    /** The smallest number that a logarithmic axis shows. */
    static final double SMALLEST = 1e-300;
    /** The largest number that an axis shows. */
    static final double LARGEST = 1e300;

    /** By what factor a logarithmic axis reaches past its values. */
    private static final double MARGIN = 1.5;
    /** The share of its values that a linear axis spans at least, so that its ticks differ in few digits. */
    private static final double LEAST_SHARE = 1e-4;
    /** From this ratio of the largest to the smallest value on, a linear axis would show the largest alone. */
    private static final double LINEAR_RATIO = 1000;

    private Axes() {
    }

    /** A logarithmic axis labelled in powers of ten. */
    static Axis powers(Selection selection, String title, double low, double high) {
        return log(selection, title, low, high, TickLabels.POWERS);
    }

    /** A logarithmic axis labelled in thousands, millions, billions and trillions. */
    static Axis counts(Selection selection, String title, double low, double high) {
        return log(selection, title, low, high, TickLabels.COUNTS);
    }

    private static Axis log(Selection selection, String title, double low, double high, TickLabels labels) {
        double from = Math.clamp(low, SMALLEST, LARGEST / 10);
        double to = Math.clamp(high, from * 10, LARGEST);
        return Axis.of(selection.text(title), unit(title), Scale.LOG, from, to, labels, selection.locale());
    }

    /** An axis of powers of two, such as batch sizes and numbers of devices. */
    static Axis doublings(Selection selection, String title, double low, double high) {
        return Axis.of(selection.text(title), Unit.ONE, Scale.LOG_2, low, Math.max(high, 2 * low), TickLabels.PLAIN,
                selection.locale());
    }

    /** A logarithmic axis labelled in plain numbers. */
    static Axis plain(Selection selection, String title, double low, double high) {
        return log(selection, title, low, high, TickLabels.PLAIN);
    }

    /** A logarithmic axis around some values, labelled as asked; a decade where there are none. */
    static Axis logAround(Selection selection, String title, DoubleStream values, TickLabels labels) {
        DoubleSummaryStatistics shown = values.filter(value -> value >= SMALLEST && value <= LARGEST)
                .summaryStatistics();
        return shown.getCount() > 0
                ? log(selection, title, shown.getMin() / MARGIN, shown.getMax() * MARGIN, labels)
                : log(selection, title, 1, 10, labels);
    }

    /** A linear axis from zero to a little past a value. */
    static Axis fromZero(Selection selection, String title, double high) {
        double end = high > 0 && high <= LARGEST / 2 ? high * 1.06 : 1;
        return Axis.of(selection.text(title), Unit.ONE, Scale.LINEAR, 0, end, TickLabels.COUNTS, selection.locale());
    }

    /** An axis of dates around some of them, with a margin. */
    static Axis dates(Selection selection, String title, DoubleStream dates) {
        DoubleSummaryStatistics shown = dates.filter(Double::isFinite).summaryStatistics();
        double low = shown.getCount() > 0 ? shown.getMin() : 2020;
        double high = shown.getCount() > 0 ? shown.getMax() : 2025;
        double margin = Math.max(0.05 * (high - low), 1.0 / 24);
        return Axis.of(selection.text(title), Unit.ONE, Scale.LINEAR, low - margin, high + margin, TickLabels.DATES,
                selection.locale());
    }

    /** A logarithmic axis around the values of some series. */
    static Axis logAround(Selection selection, String title, List<Series> series) {
        DoubleSummaryStatistics values = values(series, true);
        return values.getCount() > 0
                ? powers(selection, title, values.getMin() / MARGIN, values.getMax() * MARGIN)
                : powers(selection, title, 1e-3, 1);
    }

    /** A linear axis around the values of some series, or a logarithmic one where a linear one would show nothing. */
    static Axis around(Selection selection, String title, List<Series> series) {
        DoubleSummaryStatistics values = values(series, false);
        return values.getMin() > 0 && values.getMax() / values.getMin() > LINEAR_RATIO
                ? logAround(selection, title, series)
                : linear(selection, title, values);
    }

    private static Axis linear(Selection selection, String title, DoubleSummaryStatistics values) {
        double low = values.getCount() > 0 ? values.getMin() : 1;
        double high = values.getCount() > 0 ? values.getMax() : 4;
        double margin = low < high ? 0.06 * (high - low) : Math.max(0.1, Math.abs(low) * 0.1);
        double least = LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high));
        if (high - low + 2 * margin < least) {
            margin = least / 2;
        }
        low -= margin;
        high += margin;
        return Axis.of(selection.text(title), unit(title), Scale.LINEAR, low, high, TickLabels.PLAIN,
                selection.locale());
    }

    private static Unit unit(String title) {
        return switch (title) {
            case "axis.compute" -> Unit.FLOP;
            case "axis.gain", "axis.loss" -> Unit.NATS_PER_TOKEN;
            case "axis.parameters" -> Unit.PARAMETERS;
            default -> Unit.ONE;
        };
    }

    private static DoubleSummaryStatistics values(List<Series> series, boolean positive) {
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        for (Series one : series) {
            for (double value : one.y()) {
                if (Math.abs(value) <= LARGEST && (!positive || value >= SMALLEST)) {
                    values.accept(value);
                }
            }
        }
        return values;
    }

    /** Limits that hold two others; the first ones where the scales differ. */
    static Limits both(Limits one, Limits other) {
        double low = Math.min(one.low(), other.low());
        double high = Math.max(one.high(), other.high());
        return one.scale() == other.scale() && Limits.areShown(one.scale(), low, high)
                ? new Limits(one.scale(), low, high)
                : one;
    }

    static double decadeBelow(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }

    static double decadeAbove(double value) {
        double decade = decadeBelow(value);
        return decade >= value ? value : Math.pow(10, Math.floor(Math.log10(value)) + 1);
    }
}
