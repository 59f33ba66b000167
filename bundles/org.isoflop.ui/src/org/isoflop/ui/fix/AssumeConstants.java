package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Status;

/** Gives the constants of a law that have no usable value one to be replaced. */
final class AssumeConstants implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LAW_UNUSABLE", "E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.CONSTANT__VALUE
                || fault.object() instanceof ScalingLaw law && fault.feature() == Literals.SCALING_LAW__FORM
                        && Trial.isUsable(law, AssumeConstants::assume);
    }

    @Override
    public void mend(Fault fault) {
        assume(fault.nearest(ScalingLaw.class));
    }

    static Quantity one() {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(1.0);
        quantity.setStatus(Status.ASSUMED);
        return quantity;
    }

    private static void assume(ScalingLaw law) {
        for (Constant constant : law.getConstants()) {
            Double value = constant.getValue() == null ? null : constant.getValue().getValue();
            if (value == null || value < 0 || value == 0 && !"E".equals(constant.getSymbol())) {
                constant.setValue(one());
            }
        }
    }
}
