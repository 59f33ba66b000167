package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ScalingLaw;
import org.isoflop.ui.edit.LawConstants;

/** Adds the constants that the form of a law asks for, with values to be replaced. */
final class AddConstants implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LAW_UNUSABLE", "E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof ScalingLaw law
                && (fault.feature() == Literals.SCALING_LAW__FORM || fault.feature() == Literals.SCALING_LAW__CONSTANTS)
                && !LawConstants.missing(law).isEmpty() && Trial.isUsable(law, AddConstants::add);
    }

    @Override
    public void mend(Fault fault) {
        add((ScalingLaw) fault.object());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {String.join(", ", LawConstants.missing((ScalingLaw) fault.object()))};
    }

    private static void add(ScalingLaw law) {
        for (String symbol : LawConstants.missing(law)) {
            Constant constant = IsoflopFactory.eINSTANCE.createConstant();
            constant.setSymbol(symbol);
            constant.setValue(AssumeConstants.one());
            law.getConstants().add(constant);
        }
    }
}
