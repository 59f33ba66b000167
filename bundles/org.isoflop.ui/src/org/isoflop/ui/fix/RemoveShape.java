package org.isoflop.ui.fix;

import java.util.Set;

/** Removes the level and shape of an interval that is not there. */
final class RemoveShape implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_NO_INTERVAL");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.quantity() != null;
    }

    @Override
    public void mend(Fault fault) {
        fault.quantity().setLevel(null);
        fault.quantity().unsetShape();
    }
}
