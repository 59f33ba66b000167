package org.isoflop.core.evaluation;

import java.util.List;
import java.util.OptionalDouble;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.decision.Alternative;
import org.isoflop.analysis.decision.LawConstants;
import org.isoflop.analysis.strategy.StrategyOutcome;
import org.isoflop.core.mapping.StudyData.StrategyData;

/**
 * What a strategy comes to, or why it comes to nothing.
 *
 * @param strategy
 *            the strategy
 * @param result
 *            its quantities and violations, or null if it was refused
 * @param refusal
 *            why it was refused, or null
 * @param assumptions
 *            all that the result takes for granted
 */
public record StrategyResult(StrategyData strategy, StrategyOutcome result, RuntimeException refusal,
        List<Localised> assumptions) {

    /**
     * Returns a measure.
     *
     * @param id
     *            id of a quantity, such as {@code loss} or {@code costOneOff}
     * @return its value in the base unit, if it could be computed
     */
    public OptionalDouble measure(String id) {
        return result == null ? OptionalDouble.empty() : result.measure(id);
    }

    /**
     * Returns the strategy as an alternative of a decision.
     *
     * @param laws
     *            the laws that may take part
     * @return its quantities and limits; it must not have been refused
     */
    public Alternative alternative(List<LawConstants> laws) {
        return new Alternative(strategy.id(), result.graph(), result.limits(), laws);
    }

    /**
     * Tells whether all limits of the scenario are kept.
     *
     * @return false also for a strategy that was refused
     */
    public boolean isFeasible() {
        return result != null && result.feasible();
    }
}
