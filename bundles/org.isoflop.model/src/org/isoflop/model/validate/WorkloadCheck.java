package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Allocation;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Scenario;
import org.isoflop.model.Serve;
import org.isoflop.model.Step;

/** Where strategies serve, the scenario says what is to be served. */
final class WorkloadCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof Scenario scenario && scenario.getWorkload() == null
                && !report.isRefused(scenario, Literals.SCENARIO__WORKLOAD) && scenario.getStrategies().stream()
                        .flatMap(strategy -> strategy.getSteps().stream()).anyMatch(WorkloadCheck::serves)) {
            report.add(Severity.WARNING, "W_NO_WORKLOAD", scenario);
        }
    }

    private static boolean serves(Step step) {
        return step instanceof Serve || step instanceof Pretrain pretrain && pretrain.isSetAllocation()
                && pretrain.getAllocation() == Allocation.LIFETIME;
    }
}
