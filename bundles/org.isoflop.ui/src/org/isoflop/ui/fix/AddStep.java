package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Strategy;
import org.isoflop.ui.edit.Additions;

/** Adds a step of pretraining to a strategy that has none. */
final class AddStep implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_NO_STEPS");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Strategy;
    }

    @Override
    public void mend(Fault fault) {
        Pretrain step = IsoflopFactory.eINSTANCE.createPretrain();
        ((Strategy) fault.target()).getSteps().add(step);
        Additions.start(fault.study(), step);
    }
}
