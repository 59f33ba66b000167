package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Scenario;
import org.isoflop.model.Strategy;
import org.isoflop.ui.edit.Additions;

/** Adds a strategy to a scenario that has none. */
final class AddStrategy implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_NO_STRATEGIES");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Scenario;
    }

    @Override
    public void mend(Fault fault) {
        Strategy strategy = IsoflopFactory.eINSTANCE.createStrategy();
        ((Scenario) fault.target()).getStrategies().add(strategy);
        Additions.start(fault.study(), strategy);
    }
}
