package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.mapping.ArchitectureData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;

/** Takes the number of parameters that follows from the architecture. */
final class TakeCount implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_PARAMETERS_DIFFER");
    }

    @Override
    public boolean canMend(Fault fault) {
        return Double.isFinite(count(fault));
    }

    @Override
    public void mend(Fault fault) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(count(fault));
        quantity.setStatus(Status.DERIVED);
        fault.object().eSet(fault.feature(), quantity);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(count(fault))};
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
