package org.isoflop.ui.fix;

import java.util.List;
import java.util.Set;

import org.isoflop.model.Constant;
import org.isoflop.model.ScalingLaw;
import org.isoflop.ui.edit.LawConstants;

/** Removes the constants that the form of a law does not have. */
final class RemoveConstants implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LAW_UNUSABLE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof ScalingLaw law && !LawConstants.wanted(law).isEmpty()
                && Trial.isUsable(law, RemoveConstants::remove);
    }

    @Override
    public void mend(Fault fault) {
        remove((ScalingLaw) fault.object());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {String.join(", ", ((ScalingLaw) fault.object()).getConstants().stream().map(
                Constant::getSymbol)
                .filter(symbol -> !LawConstants.wanted((ScalingLaw) fault.object()).contains(symbol))
                .map(String::valueOf).toList())};
    }

    private static void remove(ScalingLaw law) {
        List<String> wanted = LawConstants.wanted(law);
        law.getConstants().removeIf(constant -> !wanted.contains(constant.getSymbol()));
    }
}
