package org.isoflop.ui.fix;

import java.util.Set;
import java.util.function.Function;

import org.isoflop.ui.edit.Names;

/** Removes the value that a finding is about; what this does to the study is said by the texts under the key. */
record Unset(String key, Set<String> codes, Function<Fault, Object[]> speaksOf) implements Fix {

    /** Compute, which then follows from parameters and tokens. */
    static final Unset COMPUTE = new Unset("RemoveCompute", Set.of("W_COMPUTE", "W_STEP_COMPUTE"),
            fault -> new Object[] {});

    /** A date that cannot be read. */
    static final Unset DATE = new Unset("RemoveDate", Set.of("E_DATE"), fault -> new Object[] {fault.argument(0)});

    /** The level of an interval that claims certainty; the usual one then counts. */
    static final Unset LEVEL = new Unset("UsualLevel", Set.of("E_LEVEL"), fault -> new Object[] {});

    /** A value that has no effect. */
    static final Unset UNUSED = new Unset("RemoveUnused", Set.of("W_RANK_UNUSED", "W_PROMPT_TOKENS_UNUSED",
            "W_RUN_CLASS_UNUSED",
            "W_STUDENT_TWICE", "W_PRUNED_TWICE", "W_SPARSE_HALF"),
            fault -> new Object[] {Names.label(fault.feature())});

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
        return speaksOf.apply(fault);
    }
}
