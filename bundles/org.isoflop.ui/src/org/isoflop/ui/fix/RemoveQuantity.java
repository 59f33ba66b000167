package org.isoflop.ui.fix;

import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.edit.Names;

/** Removes a quantity that says no value. */
final class RemoveQuantity implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.QUANTITY__VALUE && fault.object() instanceof Quantity quantity
                && quantity.eContainer() != null && !Features.isRequired(quantity.eContainmentFeature());
    }

    @Override
    public void mend(Fault fault) {
        EcoreUtil.remove(fault.object());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.place(fault.object())};
    }
}
