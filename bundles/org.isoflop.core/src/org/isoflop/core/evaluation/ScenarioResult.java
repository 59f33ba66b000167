package org.isoflop.core.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Decision;
import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ScenarioData;

/**
 * What the strategies of a scenario come to.
 *
 * @param scenario
 *            the scenario
 * @param law
 *            the law that predicts the losses, or null
 * @param strategies
 *            one result for each strategy, in the order of the study
 */
public record ScenarioResult(ScenarioData scenario, LawData law, List<StrategyResult> strategies) {

    /**
     * Returns the strategies that could be evaluated.
     *
     * @return in the order of the study
     */
    public List<StrategyResult> evaluated() {
        return strategies.stream().filter(result -> result.result() != null).toList();
    }

    /**
     * Returns the feasible strategy that serves the {@link #objectives()} best, by the rule of {@link Decision}: with a
     * loss goal the cheapest that reaches it, else the one with the lowest loss, of equal losses the cheaper one.
     *
     * @return the best strategy, if any is feasible and has one of the measures sought
     */
    public Optional<StrategyResult> best() {
        List<StrategyResult> evaluated = evaluated();
        int winner = new Decision(evaluated.stream().map(one -> one.alternative(List.of())).toList(), objectives())
                .winner();
        return winner < 0 ? Optional.empty() : Optional.of(evaluated.get(winner));
    }

    /**
     * Returns what is sought among the strategies. A measure that none of them has is not sought; a loss goal asks for
     * the loss even so.
     *
     * @return with a loss goal the money over the life, then the money spent once, then the loss; else the loss first
     */
    public List<Objective> objectives() {
        boolean hasGoal = scenario.lossGoal() != null;
        Objective loss = new Objective(Measure.LOSS.id(), Sense.LOWEST, hasGoal);
        List<Objective> money = Stream.of(Measure.COST_LIFE, Measure.COST)
                .map(measure -> new Objective(measure.id(), Sense.LOWEST)).toList();
        List<Objective> sought = (hasGoal
                ? Stream.concat(money.stream(), Stream.of(loss))
                : Stream.concat(Stream.of(loss), money.stream()))
                .filter(objective -> objective.required() || isKnown(objective.measure())).toList();
        return sought.isEmpty() ? List.of(loss) : sought;
    }

    private boolean isKnown(String measure) {
        return strategies.stream().anyMatch(result -> result.measure(measure).isPresent());
    }

    /**
     * Compares the feasible strategies by both loss and money: that of the whole life where something is served, else
     * that spent once. Where no strategy has one of the two, the other one decides alone.
     *
     * @return those that no other one beats, and those that one does; strategies without what others have are left out
     */
    public ParetoSet pareto() {
        return ParetoSet.of(strategies, Stream.concat(Stream.of(Measure.LOSS),
                Stream.of(Measure.COST_LIFE, Measure.COST).filter(one -> isKnown(one.id())).limit(1))
                .filter(one -> isKnown(one.id())).toList());
    }
}
