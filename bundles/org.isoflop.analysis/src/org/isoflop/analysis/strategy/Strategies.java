package org.isoflop.analysis.strategy;

/**
 * Evaluates strategies: ordered steps, of which each takes what the one before it gave, with their measures summed up
 * and held against the limits of the scenario.
 */
public final class Strategies {

    private Strategies() {
    }

    /**
     * Evaluates a strategy.
     *
     * @param given its steps and the scenario
     * @return its graph, violations, assumptions, extrapolations and what is missing
     * @throws StrategyException if the order of steps makes no sense, a number is outside its domain, or a step says
     *         too little; says what was expected
     * @throws org.isoflop.analysis.DomainException if a number is outside the domain of a formula
     * @throws org.isoflop.analysis.law.UnanswerableException if the law cannot answer
     */
    public static StrategyOutcome evaluate(StrategyInputs given) {
        Order.check(given.steps());
        Chain chain = new Chain(given);
        long building = given.steps().stream().filter(step -> !(step instanceof ServeInputs)).count();
        State state = null;
        for (int i = 0; i < given.steps().size(); i++) {
            StepInputs step = given.steps().get(i);
            String number = Integer.toString(i + 1);
            if (step instanceof ServeInputs serve) {
                ServeStep.run(chain, chain.scope("serving", "_s"), state, serve);
            } else {
                Scope scope = building == 1 ? chain.root() : chain.scope("step" + number, "_" + number);
                state = step(chain, scope, state, step);
            }
        }
        new Totals(chain, state).add();
        return chain.outcome();
    }

    private static State step(Chain chain, Scope scope, State state, StepInputs step) {
        return switch (step) {
            case PretrainInputs pretrain -> PretrainStep.run(chain, scope, pretrain);
            case UseModelInputs use -> UseModelStep.run(chain, scope, use);
            case FineTuneInputs tune -> FineTuneStep.run(chain, scope, state, tune);
            case ContinueInputs go -> ContinueStep.run(chain, scope, state, go);
            case DistilInputs distil -> DistilStep.run(chain, scope, state, distil);
            case PruneInputs prune -> PruneStep.run(chain, scope, state, prune);
            case QuantiseInputs quantise -> QuantiseStep.run(chain, scope, state, quantise);
            case ServeInputs serve -> throw new IllegalArgumentException("Serving gives no model");
        };
    }
}
