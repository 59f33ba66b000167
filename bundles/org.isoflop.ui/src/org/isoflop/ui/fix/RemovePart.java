package org.isoflop.ui.fix;

import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.Constant;
import org.isoflop.model.Element;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.ui.edit.Names;

/** Removes a part that says nothing or says something twice. */
final class RemovePart implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED", "W_EMPTY_PRICE", "W_EMPTY_RANGE", "E_DUPLICATE_CONSTANT", "E_DUPLICATE_PEAK",
                "E_DUPLICATE_RANGE");
    }

    @Override
    public boolean canMend(Fault fault) {
        EObject part = part(fault);
        return part != null && !(part instanceof Constant && fault.finding().code().equals("E_REQUIRED"));
    }

    @Override
    public void mend(Fault fault) {
        EcoreUtil.remove(part(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.place(part(fault))};
    }

    /** The part that stands in a list and has no identifier, or null. */
    private static EObject part(Fault fault) {
        EObject part = fault.target() instanceof Quantity quantity ? quantity.eContainer() : fault.target();
        return part instanceof Element || part instanceof Pretrain || part.eContainer() == null
                || !part.eContainmentFeature().isMany() ? null : part;
    }
}
