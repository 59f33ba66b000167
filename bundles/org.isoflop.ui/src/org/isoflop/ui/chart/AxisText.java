package org.isoflop.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/**
 * Values of an axis in words: with its unit, and with as many digits as its zoom can show.
 *
 * @param axis
 *            the axis
 * @param locale
 *            the number conventions
 */
record AxisText(Axis axis, Locale locale) {

    private static final int USUAL_DIGITS = 4;
    private static final int DIGITS_WITHIN = 3;
    private static final int MOST_DIGITS = 16;
    private static final char NARROW_SPACE = '\u202f';

    /** The title without the unit, where the values say it themselves. */
    String name() {
        return axis.name();
    }

    String value(double value) {
        if (axis.labels() == TickLabels.NAMES) {
            return Objects.requireNonNullElse(axis.nameAt(value), "\u2013");
        }
        if (axis.labels() == TickLabels.DATES) {
            return Dates.text(value, axis.high() - axis.low(), locale);
        }
        int digits = digits();
        return digits <= USUAL_DIGITS || !Double.isFinite(value) ? usual(value) : precise(value, digits);
    }

    /** A difference of two values. */
    String difference(double difference) {
        String text = usual(Math.abs(difference));
        return (difference < 0 ? "\u2212" : "+") + text;
    }

    private String usual(double value) {
        return Quantities.format(value, axis.unit(), locale);
    }

    /** How many times one value is the other. */
    String ratio(double ratio) {
        return "\u00d7" + NARROW_SPACE + Quantities.format(ratio, Unit.ONE, locale);
    }

    private int digits() {
        double resolution = axis.scale().isLogarithmic()
                ? Math.log(10) * (Math.log10(axis.high()) - Math.log10(axis.low()))
                : (axis.high() - axis.low()) / Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
        return Math.min(MOST_DIGITS, DIGITS_WITHIN + (int) Math.ceil(-Math.log10(Math.min(1, resolution))));
    }

    private String precise(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        boolean plain = exponent >= -4 && exponent < 6;
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(plain ? Math.max(0, digits - 1 - exponent) : digits - 1);
        String number = plain
                ? format.format(rounded)
                : format.format(rounded.movePointLeft(exponent)) + "\u00d710" + Quantities.superscript(exponent);
        return axis.unit() == Unit.ONE ? number : number + NARROW_SPACE + axis.unit().id();
    }
}
