package org.isoflop.analysis.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.unit.Unit;

/**
 * Where the winner changes while one input moves and everything else stays. The winner is looked up on a grid of
 * {@value #PER_DECADE} points for each decade (or {@value #LINEAR} on a linear range), and every change between two
 * neighbours is closed in on by bisection; two changes between the same neighbours are not seen. Values at which a
 * formula is not defined belong to no range.
 *
 * @param input what moves
 * @param from where the search began, or the first point at which all is defined
 * @param to where it ended, or the last point at which all is defined
 * @param winner id of the alternative that wins at the input's own value; null if none is feasible
 * @param points where the winner changes, by growing input; empty if it is the same all over the range
 */
public record TippingPoints(Factor.Input input, double from, double to, String winner, List<Point> points) {

    private static final int PER_DECADE = 60;
    private static final int LINEAR = 240;
    private static final int UNDEFINED = -2;
    private static final double DECADES = 100;

    /**
     * A change of the winner.
     *
     * @param at the value of the input
     * @param below id of the alternative that wins just below; null if none is feasible
     * @param above id of the alternative that wins just above; null if none is feasible
     */
    public record Point(double at, String below, String above) {
    }

    /** Copies the points. */
    public TippingPoints {
        points = List.copyOf(points);
    }

    /**
     * Searches two decades to either side of the input's value; a share ends at 1.
     *
     * @param decision the alternatives
     * @param input one of its inputs
     * @param cancelled asked before every step
     * @return empty if the value of the input is not above zero
     * @throws CancellationException if it was cancelled
     */
    public static Optional<TippingPoints> around(Decision decision, Factor.Input input, BooleanSupplier cancelled) {
        double value = input.value();
        if (!(value > 0)) {
            return Optional.empty();
        }
        boolean share = input.unit() == Unit.ONE && value <= 1;
        double to = share ? 1 : value * DECADES;
        return Optional.of(between(decision, input, Math.min(value, to) / DECADES, to, cancelled));
    }

    /**
     * Searches a range.
     *
     * @param decision the alternatives
     * @param input one of its inputs
     * @param from lower end
     * @param to upper end, above the lower one; the grid is logarithmic if the lower end is above zero
     * @param cancelled asked before every step
     * @return all changes of the winner
     * @throws DomainException if the ends are not finite or not in ascending order
     * @throws CancellationException if it was cancelled
     */
    public static TippingPoints between(Decision decision, Factor.Input input, double from, double to,
            BooleanSupplier cancelled) {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
            throw new DomainException(Sentence.of("spread.ends", Double.toString(from), Double.toString(to)));
        }
        return new Search(decision, input, from > 0, cancelled).run(from, to);
    }

    /** The search over one range. */
    private static final class Search {

        private final Decision decision;
        private final Factor.Input input;
        private final boolean logarithmic;
        private final BooleanSupplier cancelled;
        private final Evaluator single;
        private final List<Point> points = new ArrayList<>();

        Search(Decision decision, Factor.Input input, boolean logarithmic, BooleanSupplier cancelled) {
            this.decision = decision;
            this.input = input;
            this.logarithmic = logarithmic;
            this.cancelled = cancelled;
            single = new Evaluator(decision, List.of(input), List.of(), 1);
        }

        TippingPoints run(double from, double to) {
            int steps = logarithmic ? Math.max(2, (int) Math.ceil(Math.log10(to / from) * PER_DECADE)) : LINEAR;
            double[] grid = new double[steps + 1];
            for (int i = 0; i <= steps; i++) {
                double share = i / (double) steps;
                grid[i] = logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
            }
            grid[steps] = to;
            Evaluator all = new Evaluator(decision, List.of(input), List.of(), grid.length);
            all.set(input, grid, grid.length);
            all.run(grid.length);
            for (int i = 0; i < steps; i++) {
                close(grid[i], winner(all, i), grid[i + 1], winner(all, i + 1));
            }
            int now = decision.winner();
            int first = 0;
            int last = steps;
            while (first < steps && !all.isDefined(first)) {
                first++;
            }
            while (last > first && !all.isDefined(last)) {
                last--;
            }
            return new TippingPoints(input, grid[first], grid[last], id(now), points);
        }

        private int winner(Evaluator evaluator, int point) {
            return evaluator.isDefined(point) ? evaluator.winner(point) : UNDEFINED;
        }

        private String id(int alternative) {
            return alternative < 0 ? null : decision.alternatives().get(alternative).id();
        }

        /** Bisects between two different winners; where a third one wins in the middle, both halves are searched. */
        private void close(double from, int atFrom, double to, int atTo) {
            double low = from;
            double high = to;
            while (atFrom != atTo && atFrom != UNDEFINED && atTo != UNDEFINED) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                double middle = logarithmic ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
                if (!(middle > low && middle < high) || high - low <= 1e-12 * Math.abs(high)) {
                    points.add(new Point(middle, id(atFrom), id(atTo)));
                    return;
                }
                single.set(input, new double[] {middle}, 1);
                single.run(1);
                int atMiddle = winner(single, 0);
                if (atMiddle == atFrom) {
                    low = middle;
                } else if (atMiddle == atTo) {
                    high = middle;
                } else {
                    close(low, atFrom, middle, atMiddle);
                    low = middle;
                    atFrom = atMiddle;
                }
            }
        }
    }
}
