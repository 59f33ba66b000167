package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.analysis.unit.Quantities;

/** Drops the sign of a number that cannot be negative. */
final class MakePositive implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_NOT_ABOVE", "E_BELOW_MINIMUM");
    }

    @Override
    public boolean canMend(Fault fault) {
        return Numbers.value(fault) < 0 && Numbers.isAllowed(Numbers.domain(fault), -Numbers.value(fault));
    }

    @Override
    public void mend(Fault fault) {
        Numbers.set(fault, -Numbers.value(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(-Numbers.value(fault))};
    }
}
