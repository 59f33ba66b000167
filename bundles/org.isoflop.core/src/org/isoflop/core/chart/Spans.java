package org.isoflop.core.chart;

import java.util.List;

import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.core.mapping.StudyData.LawData;

/** How far charts over compute reach, and where in them a law was fitted. */
final class Spans {

    private static final double LOW = 1e18;
    private static final double HIGH = 1e24;

    private Spans() {
    }

    /** Returns whole decades that hold the fitted ranges of the laws and the budgets. */
    static Range compute(Selection selection, List<LawData> laws) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (LawData law : laws) {
            Range range = law.law().fittedRange().get(Variable.COMPUTE);
            if (range != null) {
                low = Math.min(low, range.low());
                high = Math.max(high, range.high());
            }
        }
        for (double budget : selection.budgets()) {
            low = Math.min(low, budget);
            high = Math.max(high, budget);
        }
        return including(new Range(Math.min(low, LOW), Math.max(high, HIGH)));
    }

    static Range including(Range range) {
        return new Range(Axes.decadeBelow(Math.clamp(range.low(), Axes.SMALLEST, Axes.LARGEST / 10)),
                Axes.decadeAbove(Math.clamp(range.high(), Axes.SMALLEST * 10, Axes.LARGEST)));
    }

    static Range including(Range range, List<Rule> rules) {
        double low = range.low();
        double high = range.high();
        for (Rule rule : rules) {
            low = Math.min(low, rule.position());
            high = Math.max(high, rule.position());
        }
        return including(new Range(low, high));
    }

    /** Tells whether a law was fitted on runs like the best one of this compute. */
    static boolean fitted(Law law, double compute) {
        if (law.answers().contains(Answer.ALLOCATION)) {
            return Answers.optimum(law, compute).filter(optimum -> fitted(law, optimum)).isPresent();
        }
        return fitted(law, Point.ofCompute(compute));
    }

    static boolean fitted(Law law, Optimum optimum) {
        return fitted(law, optimum.parameters(), optimum.tokens());
    }

    /** Tells whether a law was fitted on runs like this one; a law without any known range nowhere was. */
    static boolean fitted(Law law, double parameters, double tokens) {
        return fitted(law, new Point(parameters, tokens, Double.NaN, law.computeOf(parameters, tokens)));
    }

    private static boolean fitted(Law law, Point point) {
        return !law.fittedRange().isEmpty()
                && law.fittedRange().entrySet().stream()
                        .allMatch(range -> !(range.getValue().decadesOutside(point.value(range.getKey())) > 0))
                && law.form().ownInputs().stream().noneMatch(input -> input.range() != null
                        && input.range().decadesOutside(law.inputs().getOrDefault(input.symbol(), Double.NaN)) > 0);
    }
}
