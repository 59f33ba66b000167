package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.FineTune;

/** Gives LoRA a usual rank. */
final class GiveRank implements Fix {

    private static final int RANK = 16;

    @Override
    public Set<String> codes() {
        return Set.of("E_NO_RANK");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.target() instanceof FineTune;
    }

    @Override
    public void mend(Fault fault) {
        ((FineTune) fault.target()).setRank(RANK);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {RANK};
    }
}
