package org.isoflop.ui.fix;

import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.annotation.Features;

/** Removes a number that cannot stand where it stands. */
final class RemoveNumber implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_NOT_ABOVE", "E_BELOW_MINIMUM", "E_ABOVE_MAXIMUM", "E_NOT_BELOW", "E_NOT_FINITE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return !Double.isNaN(Numbers.value(fault)) && (fault.feature() != Literals.QUANTITY__VALUE
                || fault.object().eContainer() != null
                        && !Features.isRequired(fault.object().eContainmentFeature()));
    }

    @Override
    public void mend(Fault fault) {
        if (fault.feature() == Literals.QUANTITY__VALUE) {
            EcoreUtil.remove(fault.object());
        } else if (fault.feature().isMany()) {
            ((List<?>) fault.object().eGet(fault.feature())).remove(fault.index());
        } else {
            fault.object().eUnset(fault.feature());
        }
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(Numbers.value(fault))};
    }
}
