package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Distil;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Serve;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.UseModel;

/** Steps stand in an order that can be taken: first a model comes to be, then it is changed, last it is served. */
final class StepOrderCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (!(object instanceof Strategy strategy)) {
            return;
        }
        boolean model = false;
        boolean served = false;
        boolean bought = false;
        for (Step step : strategy.getSteps()) {
            boolean source = step instanceof Pretrain || step instanceof UseModel;
            boolean alone = step instanceof Distil distil && distil.getTeacher() != null;
            if (served) {
                report.add(Severity.ERROR, step instanceof Serve ? "E_SERVED_TWICE" : "E_AFTER_SERVING", step);
            } else if (source && model) {
                report.add(Severity.ERROR, "E_SECOND_MODEL", step);
            } else if (bought && !alone) {
                report.add(Severity.ERROR, "E_BOUGHT_SERVICE", step);
            } else if (!source && !model && !alone) {
                report.add(Severity.ERROR, step instanceof Distil ? "E_NO_TEACHER" : "E_NO_MODEL_YET", step);
            }
            model = true;
            served |= step instanceof Serve;
            bought = step instanceof UseModel use && use.getPricePerMillion() != null || bought && !alone;
        }
    }
}
