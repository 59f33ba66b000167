package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Scenario;
import org.isoflop.model.Workload;
import org.isoflop.ui.edit.Additions;

/** Gives a scenario something to serve. */
final class AddWorkload implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_NO_WORKLOAD");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof Scenario;
    }

    @Override
    public void mend(Fault fault) {
        Workload workload = IsoflopFactory.eINSTANCE.createWorkload();
        ((Scenario) fault.target()).setWorkload(workload);
        Additions.start(fault.study(), workload);
    }
}
