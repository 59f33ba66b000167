package org.isoflop.ui.fix;

import java.util.Set;

/** Spells a date as dates are spelt. */
final class SpellDate implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_DATE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return Dates.read(fault.argument(0)) != null;
    }

    @Override
    public void mend(Fault fault) {
        fault.object().eSet(fault.feature(), Dates.read(fault.argument(0)));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {fault.argument(0), Dates.read(fault.argument(0))};
    }
}
