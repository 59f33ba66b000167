package org.isoflop.core.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.annotation.Domain;

/**
 * From where to where a slider moves a number.
 *
 * @param scale
 *            linear or logarithmic
 * @param low
 *            the number at the first step
 * @param high
 *            the number at the last step, larger than {@code low}
 */
public record SliderRange(Scale scale, double low, double high) {

    /** How many steps a slider has. */
    public static final int STEPS = 1000;

    private static final double FOLD = 10;
    private static final double LARGE = 10;
    private static final double LEAST_RATIO = 4;
    private static final int MOST_DIGITS = 15;

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException
     *             if the scale cannot show them or they are not in order
     */
    public SliderRange {
        if (!Limits.areShown(scale, low, high)) {
            throw new IllegalArgumentException("A slider cannot move from " + low + " to " + high);
        }
    }

    /**
     * Returns a range that suits a number: its domain if that has two ends, else its interval and as much again to both
     * sides, else a stretch around it. Large positive numbers move logarithmically; exponents, fractions and losses
     * linearly.
     *
     * @param value
     *            the number, or NaN if it is not given yet
     * @param low
     *            lower end of its interval, or null
     * @param high
     *            upper end of its interval, or null
     * @param domain
     *            the numbers that may stand
     * @param unit
     *            its unit
     * @return a range that holds the number
     */
    public static SliderRange around(double value, Double low, Double high, Domain domain, Unit unit) {
        double least = domain.minimum() != null ? domain.minimum()
                : domain.exclusiveMinimum() != null ? domain.exclusiveMinimum() : Double.NEGATIVE_INFINITY;
        if (domain.maximum() != null && least > Double.NEGATIVE_INFINITY) {
            double first = domain.exclusiveMinimum() != null ? least + (domain.maximum() - least) / STEPS : least;
            return new SliderRange(Scale.LINEAR, first, domain.maximum());
        }
        if (domain.exclusiveMaximum() != null && least > Double.NEGATIVE_INFINITY) {
            return new SliderRange(Scale.LINEAR, least,
                    domain.exclusiveMaximum() - (domain.exclusiveMaximum() - least) / STEPS);
        }
        if (!Double.isFinite(value) || Math.abs(value) > Axes.LARGEST) {
            return new SliderRange(Scale.LOG, 1, 1e6);
        }
        double from = low == null ? Double.NaN : low;
        double to = high == null ? Double.NaN : high;
        boolean interval = from < to && from <= value && value <= to && !Double.isInfinite(to - from);
        boolean pure = unit == Unit.ONE && value < LARGE || unit == Unit.NATS_PER_TOKEN;
        if (value < Axes.SMALLEST || pure) {
            return linear(value, interval ? value - 2 * (value - from) : value / 2,
                    interval ? value + 2 * (to - value) : 1.5 * value, least);
        }
        double ratio = interval && from > 0 ? Math.clamp(to / from, LEAST_RATIO, 1e6) : FOLD;
        return new SliderRange(Scale.LOG, value / ratio, value * ratio);
    }

    private static SliderRange linear(double value, double low, double high, double least) {
        if (value == 0) {
            return new SliderRange(Scale.LINEAR, least >= 0 ? 0 : -1, 1);
        }
        double first = Math.min(low, high);
        double last = Math.max(low, high);
        if (value > 0 && first <= 0) {
            first = last / STEPS;
        }
        return Limits.areShown(Scale.LINEAR, first, last) && last - first > Math.ulp(last) * STEPS
                ? new SliderRange(Scale.LINEAR, first, last)
                : new SliderRange(Scale.LINEAR, value - Math.abs(value) / 2, value + Math.abs(value) / 2);
    }

    /**
     * Returns the number at a step, with as few digits as tell it from its neighbours.
     *
     * @param step
     *            0 to {@link #STEPS}
     * @return the number, within the range
     */
    public double at(int step) {
        double share = Math.clamp((double) step / STEPS, 0, 1);
        double exact = scale.value(share, low, high);
        double gap = scale == Scale.LOG ? exact * Math.log(high / low) / STEPS : (high - low) / STEPS;
        if (exact == 0 || !(gap > 0)) {
            return exact;
        }
        int digits = (int) Math.ceil(Math.log10(Math.abs(exact) / gap)) + 1;
        double rounded = new BigDecimal(exact)
                .round(new MathContext(Math.clamp(digits, 1, MOST_DIGITS), RoundingMode.HALF_EVEN)).doubleValue();
        return Math.clamp(rounded, low, high);
    }

    /**
     * Returns the step nearest to a number.
     *
     * @param value
     *            any number
     * @return 0 to {@link #STEPS}
     */
    public int step(double value) {
        if (!scale.shows(value)) {
            return 0;
        }
        return (int) Math.clamp(Math.round(scale.share(value, low, high) * STEPS), 0L, STEPS);
    }

    /**
     * Returns this range, or one that reaches as far as a number that lies outside.
     *
     * @param value
     *            any number
     * @return a range that holds the number if the scale can show it, else a linear one
     */
    public SliderRange including(double value) {
        if (!Double.isFinite(value) || value >= low && value <= high) {
            return this;
        }
        Scale wanted = scale.shows(value) ? scale : Scale.LINEAR;
        double first = Math.min(low, value);
        double last = Math.max(high, value);
        return Limits.areShown(wanted, first, last) ? new SliderRange(wanted, first, last) : this;
    }
}
