package org.isoflop.ui.fix;

import java.util.Set;

/** Removes the compute, which then follows from parameters and tokens. */
final class RemoveCompute implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_COMPUTE", "W_STEP_COMPUTE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() != null;
    }

    @Override
    public void mend(Fault fault) {
        fault.object().eUnset(fault.feature());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {};
    }
}
