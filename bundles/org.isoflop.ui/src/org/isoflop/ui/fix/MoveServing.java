package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Serve;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;

/** Moves serving behind the other steps. */
final class MoveServing implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_AFTER_SERVING");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Step;
    }

    @Override
    public void mend(Fault fault) {
        Strategy strategy = (Strategy) fault.target().eContainer();
        Step serving = strategy.getSteps().stream().filter(Serve.class::isInstance).findFirst().orElseThrow();
        strategy.getSteps().move(strategy.getSteps().size() - 1, serving);
    }
}
