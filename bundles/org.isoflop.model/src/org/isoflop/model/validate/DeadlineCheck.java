package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.Scenario;

/** A step that says how long it waits and computes keeps the deadline of its scenario. */
final class DeadlineCheck implements Check {

    private static final double DAY = 86_400;

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof Pretrain step && step.eContainer() != null
                && step.eContainer().eContainer() instanceof Scenario scenario && value(scenario.getDeadline()) > 0) {
            double needed = value(step.getPutOff()) + value(step.getDuration());
            if (needed > value(scenario.getDeadline())) {
                report.add(Severity.WARNING, "W_DEADLINE", step,
                        step.getDuration() == null ? Literals.PRETRAIN__PUT_OFF : Literals.PRETRAIN__DURATION,
                        Shown.rounded(needed / DAY), Shown.rounded(value(scenario.getDeadline()) / DAY));
            }
        }
    }

    private static double value(Quantity quantity) {
        return quantity == null || quantity.getValue() == null ? 0 : quantity.getValue();
    }
}
