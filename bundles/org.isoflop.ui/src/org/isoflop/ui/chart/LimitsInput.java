package org.isoflop.ui.chart;

import java.util.Locale;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.core.Refusal;
import org.isoflop.ui.Messages;

/**
 * Limits of an axis as somebody typed them.
 *
 * @param axis
 *            the axis
 * @param scale
 *            the scale that is wanted
 * @param low
 *            the smallest value to show, in the unit of the axis
 * @param high
 *            the largest value to show, in the unit of the axis
 */
record LimitsInput(Axis axis, Scale scale, String low, String high) {

    /** The limits as text that reads back as the same numbers. */
    static LimitsInput of(Axis axis) {
        return new LimitsInput(axis, axis.scale(), Quantities.exact(axis.low()), Quantities.exact(axis.high()));
    }

    /** Says why the limits cannot be shown, or null if they can. */
    String refusal() {
        double from;
        double to;
        try {
            from = Quantities.parse(low, axis.unit());
            to = Quantities.parse(high, axis.unit());
        } catch (QuantityFormatException e) {
            return Messages.text("chart.limits.refused", axis.title(), Refusal.message(e, Locale.getDefault()));
        }
        if (scale.isLogarithmic() && !(from > 0)) {
            return Messages.text("chart.limits.notAboveZero", axis.title(), low.strip());
        }
        if (!(from < to)) {
            return Messages.text("chart.limits.order", axis.title(), low.strip(), high.strip());
        }
        return Limits.areShown(scale, from, to) ? null : Messages.text("chart.limits.far", axis.title());
    }

    /** The limits, which must not have been refused. */
    Limits limits() {
        return new Limits(scale, Quantities.parse(low, axis.unit()), Quantities.parse(high, axis.unit()));
    }
}
