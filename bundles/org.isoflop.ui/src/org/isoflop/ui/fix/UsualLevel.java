package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Quantity;

/** Takes the usual level for an interval that claims certainty. */
final class UsualLevel implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LEVEL");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof Quantity;
    }

    @Override
    public void mend(Fault fault) {
        ((Quantity) fault.object()).setLevel(null);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {};
    }
}
