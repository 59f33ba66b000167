package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Extensible;

/** Removes a key that no study has. */
final class RemoveKey implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_UNKNOWN_KEY", "W_MISSPELT_KEY");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof Extensible object && Keys.has(object, fault.argument(0));
    }

    @Override
    public void mend(Fault fault) {
        Keys.remove((Extensible) fault.object(), fault.argument(0));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {fault.argument(0)};
    }
}
