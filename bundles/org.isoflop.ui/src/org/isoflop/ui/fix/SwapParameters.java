package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.LanguageModel;
import org.isoflop.model.Quantity;

/** Swaps all parameters with the active ones. */
final class SwapParameters implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_ACTIVE_PARAMETERS");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.nearest(LanguageModel.class) != null;
    }

    @Override
    public void mend(Fault fault) {
        LanguageModel model = fault.nearest(LanguageModel.class);
        Quantity all = model.getParameters();
        Quantity active = model.getActiveParameters();
        model.setParameters(null);
        model.setActiveParameters(all);
        model.setParameters(active);
    }
}
