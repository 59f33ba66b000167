package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Source;
import org.isoflop.ui.edit.Additions;

/** Adds a source, to be filled in, and names it. */
final class AddSource implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_LAW_SOURCE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof ScalingLaw;
    }

    @Override
    public void mend(Fault fault) {
        Source source = IsoflopFactory.eINSTANCE.createSource();
        fault.study().getSources().add(source);
        Additions.start(fault.study(), source);
        ((ScalingLaw) fault.target()).setSource(source);
    }
}
