package org.isoflop.ui.form;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.annotation.Features;

/** Chooses how an attribute is typed. */
final class Formats {

    private Formats() {
    }

    static Format of(FieldHost host, EAttribute attribute, Supplier<EObject> owner) {
        Supplier<Unit> unit = () -> host.unit(owner.get(), attribute);
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (attribute.isMany()) {
            return new NumbersFormat(attribute, unit);
        }
        if (type == Double.class) {
            return new NumberFormat(host.domain(attribute), unit);
        }
        if (type == Integer.class) {
            return new IntegerFormat(attribute);
        }
        if (attribute == IsoflopPackage.Literals.ELEMENT__ID) {
            return new IdFormat(host::study, owner);
        }
        if (Features.isDate(attribute)) {
            return new DateFormat();
        }
        return new StringFormat(
                () -> owner.get() == null ? List.of() : KnownValues.of(host.study(), owner.get(), attribute));
    }
}
