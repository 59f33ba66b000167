package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Quantity;

/** Removes an interval, with its level and shape. */
final class RemoveInterval implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_VALUE_OUTSIDE", "W_HALF_INTERVAL", "E_INTERVAL_ORDER", "E_LOGNORMAL");
    }

    @Override
    public boolean canMend(Fault fault) {
        return quantity(fault) != null && quantity(fault).getValue() != null;
    }

    @Override
    public void mend(Fault fault) {
        Quantity quantity = quantity(fault);
        quantity.setLow(null);
        quantity.setHigh(null);
        quantity.setLevel(null);
        quantity.unsetShape();
    }

    private static Quantity quantity(Fault fault) {
        return fault.nearest(Quantity.class);
    }
}
