package org.isoflop.analysis.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.numeric.Percentiles;
import org.isoflop.analysis.numeric.Streams;

/** What a Monte Carlo run gave. Immutable. */
public final class Draws {

    /** What an interval has to be wider than, as a share of its ends. */
    private static final double ROUNDING = 1e-9;

    private final Decision decision;
    private final MonteCarlo run;
    private final List<String> measures;
    private final double[][][] values;
    private final double[] wins;
    private final int withoutWinner;
    private final int[] feasible;

    Draws(Decision decision, MonteCarlo run, List<String> measures, double[][][] values, boolean[][] won,
            boolean[][] feasible) {
        this.decision = decision;
        this.run = run;
        this.measures = List.copyOf(measures);
        this.values = values;
        wins = new double[values.length];
        this.feasible = new int[values.length];
        int nobody = 0;
        for (int i = 0; i < run.draws(); i++) {
            int winners = 0;
            for (int a = 0; a < won.length; a++) {
                winners += won[a][i] ? 1 : 0;
                this.feasible[a] += feasible[a][i] ? 1 : 0;
            }
            nobody += winners == 0 ? 1 : 0;
            for (int a = 0; a < won.length; a++) {
                wins[a] += won[a][i] ? 1.0 / winners : 0;
            }
        }
        withoutWinner = nobody;
    }

    /**
     * The alternatives.
     *
     * @return what was drawn from
     */
    public Decision decision() {
        return decision;
    }

    /**
     * How many draws there are.
     *
     * @return at least two
     */
    public int size() {
        return run.draws();
    }

    /**
     * The seed.
     *
     * @return with which {@link #generator()} gives the same draws again
     */
    public long seed() {
        return run.seed();
    }

    /**
     * The generator of random numbers.
     *
     * @return its name
     */
    public String generator() {
        return Streams.GENERATOR;
    }

    /**
     * The level of all intervals.
     *
     * @return between 0 and 1
     */
    public double level() {
        return run.level();
    }

    /**
     * The values of a measure.
     *
     * @param alternative position of the alternative
     * @param measure one of the measures that were asked for
     * @return one for each draw, NaN where it is not defined; a copy; empty if the alternative has no such measure
     * @throws IllegalArgumentException if the measure was not asked for
     */
    public double[] values(int alternative, String measure) {
        double[] drawn = values[alternative][position(measure)];
        if (drawn != null) {
            return drawn.clone();
        }
        if (!decision.alternatives().get(alternative).graph().has(measure)) {
            return new double[0];
        }
        double[] constant = new double[run.draws()];
        Arrays.fill(constant, decision.alternatives().get(alternative).graph().value(measure));
        return constant;
    }

    /**
     * Whether a measure was asked for.
     *
     * @param measure id of a node
     * @return true if its values and intervals are held
     */
    public boolean holds(String measure) {
        return measures.contains(measure);
    }

    private int position(String measure) {
        int position = measures.indexOf(measure);
        if (position < 0) {
            throw new IllegalArgumentException("The draws do not hold " + measure);
        }
        return position;
    }

    /**
     * The central interval of a measure.
     *
     * @param alternative position of the alternative
     * @param measure one of the measures that were asked for
     * @return over the draws in which it is defined; empty if nothing that it follows from is uncertain or moves it by
     *         more than rounding, the alternative has no such measure, or it is never defined
     */
    public Optional<Interval> interval(int alternative, String measure) {
        double[] drawn = values[alternative][position(measure)];
        return drawn == null
                ? Optional.empty()
                : interval(drawn, run.level()).filter(one -> !(one.high() - one.low() <= ROUNDING * size(one)));
    }

    private static double size(Interval interval) {
        return Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    }

    /**
     * In which share of the draws a measure is not defined, because a draw left the domain of a formula.
     *
     * @param alternative position of the alternative
     * @param measure one of the measures that were asked for
     * @return from 0 to 1
     */
    public double undefined(int alternative, String measure) {
        double[] drawn = values[alternative][position(measure)];
        return drawn == null ? 0 : Arrays.stream(drawn).filter(Double::isNaN).count() / (double) drawn.length;
    }

    /** The central interval of those numbers that are not NaN. */
    static Optional<Interval> interval(double[] values, double level) {
        double[] defined = new double[values.length];
        int n = 0;
        boolean finite = true;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                defined[n++] = value;
                finite &= Double.isFinite(value);
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        double tail = (1 - level) / 2;
        double[] ends = new double[2];
        if (finite) {
            new Percentiles(tail, 1 - tail).of(defined, n, ends);
        } else {
            double[] sorted = Arrays.copyOf(defined, n);
            Arrays.sort(sorted);
            ends[0] = ofSorted(sorted, tail);
            ends[1] = ofSorted(sorted, 1 - tail);
        }
        return Optional.of(new Interval(ends[0], ends[1], level));
    }

    /** Where a rank lies between a finite number and an infinite one the percentile is infinite. */
    private static double ofSorted(double[] sorted, double probability) {
        double value = Percentiles.ofSorted(sorted, probability);
        return Double.isNaN(value) ? sorted[(int) Math.ceil(probability * (sorted.length - 1))] : value;
    }

    /**
     * In which share of the draws an alternative wins; equal ones share a draw.
     *
     * @param alternative its position
     * @return from 0 to 1; all shares and {@link #withoutWinner()} add up to 1
     */
    public double winShare(int alternative) {
        return wins[alternative] / run.draws();
    }

    /**
     * In which share of the draws no alternative is feasible.
     *
     * @return from 0 to 1
     */
    public double withoutWinner() {
        return withoutWinner / (double) run.draws();
    }

    /**
     * In which share of the draws an alternative keeps all its limits.
     *
     * @param alternative its position
     * @return from 0 to 1
     */
    public double feasibleShare(int alternative) {
        return feasible[alternative] / (double) run.draws();
    }
}
