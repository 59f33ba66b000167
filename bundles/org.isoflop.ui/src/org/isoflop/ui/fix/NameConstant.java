package org.isoflop.ui.fix;

import java.util.List;
import java.util.Set;

import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ScalingLaw;
import org.isoflop.ui.edit.LawConstants;

/** Names a constant after the only one that the law lacks. */
final class NameConstant implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED", "E_DUPLICATE_CONSTANT");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof Constant constant && fault.feature() == Literals.CONSTANT__SYMBOL
                && missing(constant).size() == 1;
    }

    @Override
    public void mend(Fault fault) {
        ((Constant) fault.object()).setSymbol(missing((Constant) fault.object()).getFirst());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {missing((Constant) fault.object()).getFirst()};
    }

    private static List<String> missing(Constant constant) {
        return LawConstants.missing((ScalingLaw) constant.eContainer());
    }
}
