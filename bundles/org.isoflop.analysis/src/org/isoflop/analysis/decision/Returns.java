package org.isoflop.analysis.decision;

import java.util.List;
import java.util.function.DoublePredicate;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What more of one input still buys in a measure of one alternative, everything else as it is: compute, parameters,
 * tokens, batch, bits, money. All numbers come from the graph, so what is chosen by an optimum is chosen anew.
 *
 * @param input what grows
 * @param measure id of the node that is looked at
 * @param value the measure now
 * @param doubled the measure with twice the input; NaN if it is not defined there
 * @param gain how much better that is, in the unit of the measure; negative if it is worse
 * @param elasticity dln measure/dln input; 0.01 means that 1 % more input changes the measure by 0.01 %
 * @param factor by how much the input must grow for a measure that is better by 1 %; NaN if no growth up to
 *        2^{@value #DOUBLINGS} does it
 * @param cost by how much the cost measure grows then; NaN if the factor is, or the alternative has no such cost
 * @param knee the input from which on doubling it betters the measure by less than the threshold, as a share of the
 *        measure; 0 if that is so from {@code value/}2^{@value #BELOW} on, infinite if not up to
 *        {@code value·}2^{@value #DOUBLINGS}
 */
public record Returns(Factor.Input input, String measure, double value, double doubled, double gain, double elasticity,
        double factor, double cost, double knee) {

    /** What the doubling of an input has to gain at least before its knee, unless somebody asks for another share. */
    public static final double THRESHOLD = 0.01;

    private static final int DOUBLINGS = 40;
    private static final int BELOW = 10;
    private static final double SHARE = 0.01;
    private static final double STEP = 1e-4;

    /**
     * Asks the graph.
     *
     * @param alternative whose measure it is
     * @param path origin of the input that grows
     * @param measure a node of its graph, with the way it is better
     * @param costMeasure the node that says what the growth costs; need not be there
     * @param threshold the share of the measure that defines the knee, between 0 and 1
     * @return the returns
     * @throws IllegalArgumentException if the alternative has no such input or measure
     * @throws DomainException if the threshold is not between 0 and 1, or the input is not above zero
     */
    public static Returns of(Alternative alternative, String path, Objective measure, String costMeasure,
            double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new DomainException(Sentence.of("domain.fraction", Double.toString(threshold)));
        }
        Decision decision = new Decision(List.of(alternative), List.of(measure));
        Factor.Input input = decision.input(path)
                .orElseThrow(() -> new IllegalArgumentException("No input comes from " + path));
        DomainException.positive(input.value(), input.label());
        return new Question(decision, input, measure, costMeasure).answer(threshold);
    }

    /** One input, one measure. */
    private static final class Question {

        private final Evaluator evaluator;
        private final Factor.Input input;
        private final Objective objective;
        private final String costMeasure;
        private final boolean costs;
        private final double[] at = new double[1];

        Question(Decision decision, Factor.Input input, Objective objective, String costMeasure) {
            this.input = input;
            this.objective = objective;
            this.costMeasure = costMeasure;
            costs = decision.alternatives().getFirst().graph().has(costMeasure);
            evaluator = new Evaluator(decision, List.of(input), List.of(costMeasure), 1);
        }

        /** The measure where the input is so many times as large. */
        private double measure(double factor) {
            at[0] = input.value() * factor;
            evaluator.set(input, at, 1);
            evaluator.run(1);
            return evaluator.values(0, objective.measure())[0];
        }

        private double cost(double factor) {
            measure(factor);
            return evaluator.values(0, costMeasure)[0];
        }

        private double gain(double from, double to) {
            return objective.sense() == Sense.LOWEST ? from - to : to - from;
        }

        Returns answer(double threshold) {
            double value = measure(1);
            double doubled = measure(2);
            double elasticity = Math.log(measure(Math.exp(STEP)) / measure(Math.exp(-STEP))) / (2 * STEP);
            double factor = factor(value);
            double cost = costs && !Double.isNaN(factor) ? cost(factor) - cost(1) : Double.NaN;
            return new Returns(input, objective.measure(), value, doubled, gain(value, doubled), elasticity, factor,
                    cost, knee(threshold));
        }

        private double factor(double value) {
            double wanted = SHARE * Math.abs(value);
            double low = 1;
            for (int i = 1; i <= DOUBLINGS; i++) {
                double high = 2 * low;
                double gained = gain(value, measure(high));
                if (Double.isNaN(gained)) {
                    return Double.NaN;
                }
                if (gained >= wanted) {
                    return bisect(low, high, factor -> gain(value, measure(factor)) >= wanted);
                }
                low = high;
            }
            return Double.NaN;
        }

        private double knee(double threshold) {
            double low = Math.scalb(1.0, -BELOW);
            if (!pays(low, threshold)) {
                return 0;
            }
            while (low < Math.scalb(1.0, DOUBLINGS)) {
                double high = 2 * low;
                if (!pays(high, threshold)) {
                    return input.value() * bisect(low, high, factor -> !pays(factor, threshold));
                }
                low = high;
            }
            return Double.POSITIVE_INFINITY;
        }

        private boolean pays(double factor, double threshold) {
            double before = measure(factor);
            return gain(before, measure(2 * factor)) >= threshold * Math.abs(before);
        }

        private static double bisect(double from, double to, DoublePredicate reached) {
            double low = from;
            double high = to;
            while (high - low > 1e-13 * high) {
                double middle = Math.sqrt(low * high);
                if (!(middle > low && middle < high)) {
                    break;
                }
                if (reached.test(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }
    }
}
