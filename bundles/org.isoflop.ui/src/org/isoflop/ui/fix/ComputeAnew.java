package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.TrainingRun;

/** Computes the compute anew, as six times parameters times tokens. */
final class ComputeAnew implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_COMPUTE", "W_STEP_COMPUTE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return Double.isFinite(compute(fault));
    }

    @Override
    public void mend(Fault fault) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(compute(fault));
        quantity.setStatus(Status.DERIVED);
        fault.object().eSet(fault.feature(), quantity);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(compute(fault))};
    }

    private static double compute(Fault fault) {
        return switch (fault.object()) {
            case Pretrain step -> 6 * step.getParameters().getValue() * step.getTokens().getValue();
            case TrainingRun run when run.eContainer() instanceof LanguageModel model -> 6 * run.getTokens().getValue()
                    * (model.getActiveParameters() == null ? model.getParameters() : model.getActiveParameters())
                            .getValue();
            default -> Double.NaN;
        };
    }
}
