package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Scenario;

/** A scenario has strategies to compare and a law to ask. */
final class ScenarioCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof Scenario scenario) {
            if (scenario.getStrategies().isEmpty()
                    && !report.isRefused(object, IsoflopPackage.Literals.SCENARIO__STRATEGIES)) {
                report.add(Severity.WARNING, "W_NO_STRATEGIES", object);
            }
            if (scenario.getLaw() == null && !report.isRefused(object, IsoflopPackage.Literals.SCENARIO__LAW)) {
                report.add(Severity.WARNING, "W_NO_LAW", object);
            }
            if (scenario.getLaw() != null && scenario.getOtherLaws().contains(scenario.getLaw())) {
                report.add(Severity.WARNING, "W_SAME_LAW", object, IsoflopPackage.Literals.SCENARIO__OTHER_LAWS,
                        String.valueOf(scenario.getLaw().getId()));
            }
        }
    }
}
