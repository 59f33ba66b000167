package org.isoflop.ui.fix;

import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.FittedRange;
import org.isoflop.model.Quantity;

/** Swaps the ends of an interval or a range. */
final class SwapEnds implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_INTERVAL_ORDER", "E_RANGE_ORDER");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Quantity || fault.target() instanceof FittedRange;
    }

    @Override
    public void mend(Fault fault) {
        EObject object = fault.target();
        EStructuralFeature low = object.eClass().getEStructuralFeature("low");
        EStructuralFeature high = object.eClass().getEStructuralFeature("high");
        Object end = object.eGet(low);
        object.eSet(low, object.eGet(high));
        object.eSet(high, end);
    }
}
