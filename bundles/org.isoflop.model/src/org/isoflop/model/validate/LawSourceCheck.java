package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.ScalingLaw;

/** A law names its publication, or the runs it was fitted to here. */
final class LawSourceCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof ScalingLaw law && law.getSource() == null && law.getFit() == null
                && !report.isRefused(object, IsoflopPackage.Literals.SCALING_LAW__SOURCE)) {
            report.add(Severity.WARNING, "W_LAW_SOURCE", object);
        }
    }
}
