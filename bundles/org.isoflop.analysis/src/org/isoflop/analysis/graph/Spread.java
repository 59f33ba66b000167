package org.isoflop.analysis.graph;

import java.util.function.DoubleUnaryOperator;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.numeric.Normal;

/**
 * How uncertain a number is: its ends are the percentiles of (1 − level)/2 and (1 + level)/2 of its distribution. The
 * value itself is the median of a normal or lognormal distribution, whose two halves may differ in width; it is the
 * mode of a triangular one; a uniform one does not depend on it. A distribution with a low end above zero never reaches
 * zero, one with a low end of zero never goes below. Immutable.
 *
 * @param low lower end, finite
 * @param high upper end, finite, at least low
 * @param level probability that the number lies between the ends, between 0 and 1, neither included
 * @param shape the distribution
 */
public record Spread(double low, double high, double level, Shape shape) {

    /** The level where none is given. */
    public static final double LEVEL = 0.95;

    /** Distributions. */
    public enum Shape {
        /** Normal, each half with its own width. */
        NORMAL,
        /** The logarithm is normal, each half with its own width; both ends are above zero. */
        LOGNORMAL,
        /** Every number as probable as any other. */
        UNIFORM,
        /** The density rises to the value and falls from it. */
        TRIANGULAR
    }

    /**
     * Checks the numbers.
     *
     * @throws DomainException if an end is not finite, the ends are in the wrong order, the level is not between 0 and
     *         1, or a lognormal distribution does not begin above zero
     */
    public Spread {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new DomainException(Sentence.of("spread.ends", Double.toString(low), Double.toString(high)));
        }
        if (!(level > 0 && level < 1)) {
            throw new DomainException(Sentence.of("spread.level", Double.toString(level)));
        }
        if (shape == Shape.LOGNORMAL && !(low > 0)) {
            throw new DomainException(Sentence.of("spread.lognormal", Double.toString(low)));
        }
    }

    /**
     * A spread of which only the ends need be given.
     *
     * @param low lower end
     * @param high upper end
     * @param level null for {@value #LEVEL}
     * @param shape null for lognormal if the low end is above zero, else normal
     * @return the spread
     * @throws DomainException as the constructor
     */
    public static Spread of(double low, double high, Double level, Shape shape) {
        Shape usual = low > 0 ? Shape.LOGNORMAL : Shape.NORMAL;
        return new Spread(low, high, level == null ? LEVEL : level, shape == null ? usual : shape);
    }

    /**
     * Refuses a value that lies outside the interval.
     *
     * @param value the number whose spread this is
     * @return the number
     * @throws DomainException if it lies outside
     */
    public double holding(double value) {
        if (!(value >= low && value <= high)) {
            throw new DomainException(Sentence.of("spread.value", Double.toString(value), Double.toString(low),
                    Double.toString(high)));
        }
        return value;
    }

    /**
     * A quantile.
     *
     * @param value the number whose spread this is, between the ends
     * @param u a probability between 0 and 1, neither included
     * @return the number below which it falls with this probability
     * @throws DomainException if the value lies outside the interval
     */
    public double quantile(double value, double u) {
        return quantiles(value).applyAsDouble(u);
    }

    /**
     * All quantiles, for sampling: put in numbers that are uniform between 0 and 1. What does not depend on the
     * probability is computed once; the function allocates nothing and may be shared between threads.
     *
     * @param value the number whose spread this is, between the ends
     * @return from a probability between 0 and 1, neither included, to its quantile; growing
     * @throws DomainException if the value lies outside the interval
     */
    public DoubleUnaryOperator quantiles(double value) {
        holding(value);
        if (low == high) {
            return u -> low;
        }
        double tail = (1 - level) / 2;
        return switch (shape) {
            case NORMAL -> normal(value, tail);
            case LOGNORMAL -> lognormal(value, tail);
            case UNIFORM -> uniform(tail);
            case TRIANGULAR -> triangular(value, tail);
        };
    }

    private DoubleUnaryOperator normal(double value, double tail) {
        double end = -Normal.quantile(tail);
        double below = (value - low) / end;
        double above = (high - value) / end;
        double fold = low > 0 ? Math.log(value / low) / end : Double.NaN;
        return u -> {
            double z = Normal.quantile(u);
            if (z >= 0) {
                return value + above * z;
            }
            if (z >= -end || low < 0) {
                return value + below * z;
            }
            return low > 0 ? value * Math.exp(fold * z) : 0;
        };
    }

    private DoubleUnaryOperator lognormal(double value, double tail) {
        double end = -Normal.quantile(tail);
        double below = Math.log(value / low) / end;
        double above = Math.log(high / value) / end;
        return u -> {
            double z = Normal.quantile(u);
            return value * Math.exp((z < 0 ? below : above) * z);
        };
    }

    private DoubleUnaryOperator uniform(double tail) {
        double slope = (high - low) / level;
        double first = first(low - slope * tail);
        return u -> u < tail ? first + (low - first) * (u / tail) : low + slope * (u - tail);
    }

    /**
     * With its foot from m − t·w to m + (1 − t)·w a triangle of mode m has the ends as its percentiles p and 1 − p if
     * (m − low)/w = t − √(p·t) and (high − m)/w = (1 − t) − √(p·(1 − t)); the ratio of the two grows with t.
     */
    private DoubleUnaryOperator triangular(double mode, double p) {
        double share = (mode - low) / (high - low);
        double least = p;
        double most = 1 - p;
        for (int i = 0; i < 100 && least < most; i++) {
            double t = (least + most) / 2;
            double left = t - Math.sqrt(p * t);
            double right = 1 - t - Math.sqrt(p * (1 - t));
            if (left < share * (left + right)) {
                least = t;
            } else {
                most = t;
            }
        }
        double t = (least + most) / 2;
        double width = (high - low) / (1 - Math.sqrt(p * t) - Math.sqrt(p * (1 - t)));
        double start = mode - t * width;
        double stop = mode + (1 - t) * width;
        double first = first(start);
        return u -> {
            if (u < p) {
                return first + (low - first) * Math.sqrt(u / p);
            }
            return u < t ? start + width * Math.sqrt(u * t) : stop - width * Math.sqrt((1 - u) * (1 - t));
        };
    }

    /** Where a distribution may begin: not below zero unless its low end is. */
    private double first(double start) {
        return low >= 0 ? Math.max(start, 0) : start;
    }
}
