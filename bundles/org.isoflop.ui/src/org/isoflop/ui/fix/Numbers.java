package org.isoflop.ui.fix;

import java.util.List;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;

/** The number that a finding is about. */
final class Numbers {

    private Numbers() {
    }

    /** The number, or NaN if there is none. */
    static double value(Fault fault) {
        Object value = fault.feature() == null ? null : fault.object().eGet(fault.feature());
        if (value instanceof List<?> list) {
            value = fault.index() < 0 ? null : list.get(fault.index());
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** What the number may be: a quantity has the domain of the feature that holds it. */
    static Domain domain(Fault fault) {
        EObject object = fault.object();
        boolean ofHolder = object instanceof Quantity && object.eContainer() != null
                && fault.feature() != Literals.QUANTITY__LEVEL;
        return Features.domain(ofHolder ? object.eContainmentFeature() : fault.feature());
    }

    @SuppressWarnings("unchecked")
    static void set(Fault fault, double number) {
        Object value = fault.feature().getEType().getInstanceClass() == Integer.class ? (Object) (int) number
                : (Object) number;
        if (fault.feature().isMany()) {
            ((List<Object>) fault.object().eGet(fault.feature())).set(fault.index(), value);
        } else {
            fault.object().eSet(fault.feature(), value);
        }
    }

    static boolean isAllowed(Domain domain, double number) {
        return Double.isFinite(number)
                && (domain.minimum() == null || number >= domain.minimum())
                && (domain.exclusiveMinimum() == null || number > domain.exclusiveMinimum())
                && (domain.maximum() == null || number <= domain.maximum())
                && (domain.exclusiveMaximum() == null || number < domain.exclusiveMaximum());
    }
}
