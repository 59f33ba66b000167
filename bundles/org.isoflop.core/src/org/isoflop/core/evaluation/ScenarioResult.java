package org.isoflop.core.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.ParetoFront;
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
     * Returns the feasible strategy that serves the {@link #objectives()} best: with a loss goal the cheapest that
     * reaches it, else the one with the lowest loss, of equal losses the cheaper one.
     *
     * @return the best strategy, if any is feasible and has one of the measures sought
     */
    public Optional<StrategyResult> best() {
        List<Objective> sought = objectives();
        Comparator<StrategyResult> order = (left, right) -> 0;
        for (Objective objective : sought) {
            order = order.thenComparingDouble(
                    result -> result.measure(objective.measure()).orElse(Double.POSITIVE_INFINITY));
        }
        return strategies.stream().filter(result -> result.isFeasible()
                && sought.stream().anyMatch(objective -> result.measure(objective.measure()).isPresent())
                && (scenario.lossGoal() == null || result.measure(Measure.LOSS.id()).isPresent())).min(order);
    }

    /**
     * Returns what is sought among the strategies.
     *
     * @return with a loss goal the money over the life, then the money spent once, then the loss; else the loss first
     */
    public List<Objective> objectives() {
        Objective loss = new Objective(Measure.LOSS.id(), Sense.LOWEST);
        Objective life = new Objective(Measure.COST_LIFE.id(), Sense.LOWEST);
        Objective once = new Objective(Measure.COST.id(), Sense.LOWEST);
        boolean lives = strategies.stream().anyMatch(result -> result.measure(Measure.COST_LIFE.id()).isPresent());
        List<Objective> money = lives ? List.of(life, once) : List.of(once);
        return scenario.lossGoal() == null
                ? Stream.concat(Stream.of(loss), money.stream()).toList()
                : Stream.concat(money.stream(), Stream.of(loss)).toList();
    }

    /**
     * Returns the feasible strategies that no other one beats in both loss and money: that of the whole life where
     * something is served, else that spent once.
     *
     * @return strategies in the order of the study; those without a loss or a cost are left out
     */
    public List<StrategyResult> pareto() {
        String money = objectives().stream().map(Objective::measure).filter(id -> !id.equals(Measure.LOSS.id()))
                .findFirst().orElseThrow();
        List<StrategyResult> candidates = strategies.stream().filter(result -> result.isFeasible()
                && result.measure(Measure.LOSS.id()).isPresent() && result.measure(money).isPresent()).toList();
        double[] losses = candidates.stream().mapToDouble(one -> one.measure(Measure.LOSS.id()).getAsDouble())
                .toArray();
        double[] costs = candidates.stream().mapToDouble(one -> one.measure(money).getAsDouble()).toArray();
        List<Integer> front = ParetoFront.of(losses, Sense.LOWEST, costs, Sense.LOWEST).front();
        return front.stream().sorted().map(candidates::get).toList();
    }
}
