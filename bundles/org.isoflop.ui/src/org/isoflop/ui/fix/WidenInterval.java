package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Quantity;

/** Widens an interval until it holds its value. */
final class WidenInterval implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_VALUE_OUTSIDE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.quantity() != null && fault.quantity().getValue() != null;
    }

    @Override
    public void mend(Fault fault) {
        Quantity quantity = fault.quantity();
        double value = quantity.getValue();
        if (quantity.getLow() != null && value < quantity.getLow()) {
            quantity.setLow(value);
        }
        if (quantity.getHigh() != null && value > quantity.getHigh()) {
            quantity.setHigh(value);
        }
    }
}
