package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.Shape;

/** Takes the middle of its interval as the value of a quantity. */
final class TakeMiddle implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.QUANTITY__VALUE && fault.object() instanceof Quantity quantity
                && quantity.getLow() != null && quantity.getHigh() != null && quantity.getLow() <= quantity.getHigh();
    }

    @Override
    public void mend(Fault fault) {
        ((Quantity) fault.object()).setValue(middle((Quantity) fault.object()));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(middle((Quantity) fault.object()))};
    }

    /** The geometric mean of a lognormal interval, else the arithmetic one. */
    private static double middle(Quantity quantity) {
        boolean isLognormal = quantity.isSetShape() ? quantity.getShape() == Shape.LOGNORMAL : quantity.getLow() > 0;
        return isLognormal && quantity.getLow() > 0
                ? Math.sqrt(quantity.getLow()) * Math.sqrt(quantity.getHigh())
                : quantity.getLow() / 2 + quantity.getHigh() / 2;
    }
}
