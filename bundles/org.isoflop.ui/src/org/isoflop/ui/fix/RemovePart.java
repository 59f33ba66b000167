package org.isoflop.ui.fix;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.Constant;
import org.isoflop.model.Element;
import org.isoflop.model.Quantity;
import org.isoflop.model.Step;
import org.isoflop.ui.edit.Names;

/** Removes a part that says nothing or says something twice. */
final class RemovePart implements Fix {

    /** Faults of a step that goes with none of those around it. */
    private static final Set<String> ORDER = Set.of("E_SECOND_MODEL", "E_BOUGHT_SERVICE", "E_SERVED_TWICE",
            "E_AFTER_SERVING");

    @Override
    public Set<String> codes() {
        return Stream.concat(ORDER.stream(), Stream.of("E_REQUIRED", "W_EMPTY_PRICE", "W_EMPTY_RANGE",
                "E_DUPLICATE_CONSTANT", "E_DUPLICATE_PEAK", "E_DUPLICATE_RANGE")).collect(Collectors.toSet());
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
        return part instanceof Element || part instanceof Step && !ORDER.contains(fault.finding().code()) || part
                .eContainer() == null
                || !part.eContainmentFeature().isMany() ? null : part;
    }
}
