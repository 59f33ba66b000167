package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.UseModel;
import org.isoflop.ui.edit.Names;

/** Begins a strategy that changes a model with the first model of the study. */
final class UseFirstModel implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_NO_MODEL_YET", "E_NO_TEACHER");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Step && !fault.study().getModels().isEmpty();
    }

    @Override
    public void mend(Fault fault) {
        UseModel use = IsoflopFactory.eINSTANCE.createUseModel();
        use.setModel(fault.study().getModels().getFirst());
        ((Strategy) fault.target().eContainer()).getSteps().addFirst(use);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.of(fault.study().getModels().getFirst())};
    }
}
