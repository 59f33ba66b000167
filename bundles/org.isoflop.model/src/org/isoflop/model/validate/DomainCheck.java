package org.isoflop.model.validate;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;

/** Numbers are finite and inside the domain of their feature. */
final class DomainCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (object.eGet(attribute) instanceof Number number) {
                check(object, attribute, -1, number.doubleValue(), domain(object, attribute), report);
            } else if (attribute.isMany()) {
                List<?> values = (List<?>) object.eGet(attribute);
                for (int i = 0; i < values.size(); i++) {
                    if (values.get(i) instanceof Number number) {
                        check(object, attribute, i, number.doubleValue(), domain(object, attribute), report);
                    }
                }
            }
        }
    }

    /** A quantity's value and ends have the domain of the feature that holds the quantity. */
    private static Domain domain(EObject object, EAttribute attribute) {
        EReference holder = object.eContainmentFeature();
        boolean ofHolder = object instanceof Quantity && holder != null
                && attribute != IsoflopPackage.Literals.QUANTITY__LEVEL;
        return Features.domain(ofHolder ? holder : attribute);
    }

    private static void check(EObject object, EStructuralFeature feature, int index, double value, Domain domain,
            Report report) {
        if (!Double.isFinite(value)) {
            add(report, "E_NOT_FINITE", object, feature, index, Paths.path(object, feature));
        } else if (domain.exclusiveMinimum() != null && value <= domain.exclusiveMinimum()) {
            add(report, "E_NOT_ABOVE", object, feature, index, shown(value), shown(domain.exclusiveMinimum()));
        } else if (domain.minimum() != null && value < domain.minimum()) {
            add(report, "E_BELOW_MINIMUM", object, feature, index, shown(value), shown(domain.minimum()));
        } else if (domain.maximum() != null && value > domain.maximum()) {
            add(report, "E_ABOVE_MAXIMUM", object, feature, index, shown(value), shown(domain.maximum()));
        } else if (domain.exclusiveMaximum() != null && value >= domain.exclusiveMaximum()) {
            add(report, "E_NOT_BELOW", object, feature, index, shown(value), shown(domain.exclusiveMaximum()));
        }
    }

    private static void add(Report report, String code, EObject object, EStructuralFeature feature, int index,
            Object... arguments) {
        if (index < 0) {
            report.add(Severity.ERROR, code, object, feature, arguments);
        } else {
            report.add(Severity.ERROR, code, object, feature, index, arguments);
        }
    }

    private static String shown(double number) {
        return Shown.number(number);
    }
}
