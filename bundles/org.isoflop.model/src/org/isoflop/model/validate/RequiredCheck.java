package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.annotation.Features;

/** What must be given is given. */
final class RequiredCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (Features.isRequired(feature) && isMissing(object, feature) && !isWithout(object, feature)
                    && !report.isRefused(object, feature)) {
                report.add(Severity.ERROR, "E_REQUIRED", object, feature, feature.getName());
            }
        }
    }

    /** A law that writes down its form itself may have all its numbers in the formulas. */
    private static boolean isWithout(EObject object, EStructuralFeature feature) {
        return feature == IsoflopPackage.Literals.SCALING_LAW__CONSTANTS && object instanceof ScalingLaw law
                && !law.getFormulas().isEmpty();
    }

    private static boolean isMissing(EObject object, EStructuralFeature feature) {
        return !object.eIsSet(feature) || object.eGet(feature) instanceof String text && text.isBlank();
    }
}
