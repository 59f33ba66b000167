package org.isoflop.ui.fix;

import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.mapping.ArchitectureData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.TrainingRun;

/** Takes for a quantity what follows from the others; the value is not finite where nothing does. */
record TakeDerived(String key, Set<String> codes, ToDoubleFunction<Fault> value) implements Fix {

    /** Compute as six times parameters times tokens. */
    static final TakeDerived COMPUTE = new TakeDerived("ComputeAnew", Set.of("W_COMPUTE", "W_STEP_COMPUTE"),
            TakeDerived::compute);

    /** The number of parameters of the architecture. */
    static final TakeDerived COUNT = new TakeDerived("TakeCount", Set.of("W_PARAMETERS_DIFFER"), TakeDerived::count);

    @Override
    public boolean canMend(Fault fault) {
        return Double.isFinite(value.applyAsDouble(fault));
    }

    @Override
    public void mend(Fault fault) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(value.applyAsDouble(fault));
        quantity.setStatus(Status.DERIVED);
        fault.object().eSet(fault.feature(), quantity);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(value.applyAsDouble(fault))};
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

    private static double count(Fault fault) {
        if (!(fault.object() instanceof LanguageModel model) || model.getArchitecture() == null) {
            return Double.NaN;
        }
        ArchitectureData data = StudyMapper.architecture(model.getArchitecture());
        if (data.architecture() == null) {
            return Double.NaN;
        }
        ParameterCounts counts = ParameterCounts.of(data.architecture());
        return fault.feature() == Literals.LANGUAGE_MODEL__ACTIVE_PARAMETERS ? counts.active() : counts.total();
    }
}
