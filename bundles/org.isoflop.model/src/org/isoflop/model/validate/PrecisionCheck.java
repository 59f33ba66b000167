package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.Accelerator;
import org.isoflop.model.IsoflopPackage;

/** The chip of a step or a training run has a peak rate for its precision. */
final class PrecisionCheck implements Check {

    private static final String PRECISION = IsoflopPackage.Literals.TRAINING_STEP__PRECISION.getName();

    @Override
    public void check(EObject object, Report report) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(PRECISION);
        if (feature != null && Chips.of(object) instanceof Accelerator chip
                && object.eGet(feature) instanceof String precision
                && chip.getPeaks().stream().noneMatch(peak -> precision.equals(peak.getPrecision()))) {
            report.add(Severity.WARNING, "W_NO_PEAK", object, feature, precision, String.valueOf(chip.getId()));
        }
    }
}
