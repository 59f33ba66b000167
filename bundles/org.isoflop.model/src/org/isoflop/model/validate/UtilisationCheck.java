package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.TrainingStep;

/** A utilisation is one that training runs reach. */
final class UtilisationCheck implements Check {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.7;

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof TrainingStep step && step.getUtilisation() != null
                && step.getUtilisation().getValue() != null) {
            double value = step.getUtilisation().getValue();
            if (value > 0 && value < LOW || value > HIGH && value <= 1) {
                report.add(Severity.WARNING, "W_UTILISATION", object,
                        IsoflopPackage.Literals.TRAINING_STEP__UTILISATION,
                        Shown.number(value), Shown.number(LOW), Shown.number(HIGH));
            }
        }
    }
}
