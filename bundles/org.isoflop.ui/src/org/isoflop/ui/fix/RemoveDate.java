package org.isoflop.ui.fix;

import java.util.Set;

/** Removes a date that cannot be read. */
final class RemoveDate implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_DATE");
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
        return new Object[] {fault.argument(0)};
    }
}
