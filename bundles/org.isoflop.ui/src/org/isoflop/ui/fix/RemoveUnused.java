package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.ui.edit.Names;

/** Removes a value that has no effect. */
final class RemoveUnused implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_RANK_UNUSED", "W_PROMPT_TOKENS_UNUSED", "W_STUDENT_TWICE", "W_PRUNED_TWICE", "W_SPARSE_HALF");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() != null;
    }

    @Override
    public void mend(Fault fault) {
        fault.object().eUnset(fault.feature());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.label(fault.feature())};
    }
}
