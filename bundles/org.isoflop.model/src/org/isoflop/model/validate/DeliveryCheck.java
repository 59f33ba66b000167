package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Cluster;
import org.isoflop.model.Delivery;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Scenario;
import org.isoflop.model.TrainingStep;

/** Deliveries stand in the order of their dates, and a scenario that counts on them says when work starts. */
final class DeliveryCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof Cluster cluster) {
            String before = "";
            for (Delivery delivery : cluster.getDeliveries()) {
                if (delivery.getDate() != null && delivery.getDate().compareTo(before) < 0) {
                    report.add(Severity.WARNING, "W_DELIVERY_ORDER", delivery, Literals.DELIVERY__DATE,
                            delivery.getDate(), before);
                }
                before = delivery.getDate() == null ? before : delivery.getDate();
            }
        } else if (object instanceof Scenario scenario && scenario.getStart() == null
                && !report.isRefused(scenario, Literals.SCENARIO__START)
                && scenario.getStrategies().stream().flatMap(strategy -> strategy.getSteps().stream())
                        .anyMatch(step -> step instanceof TrainingStep training && training.getCluster() != null
                                && !training.getCluster().getDeliveries().isEmpty())) {
            report.add(Severity.WARNING, "W_NO_START", scenario);
        }
    }
}
