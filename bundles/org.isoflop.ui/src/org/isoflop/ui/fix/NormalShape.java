package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Quantity;
import org.isoflop.model.Shape;

/** Takes a normal shape for an interval that reaches zero. */
final class NormalShape implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LOGNORMAL");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof Quantity;
    }

    @Override
    public void mend(Fault fault) {
        ((Quantity) fault.object()).setShape(Shape.NORMAL);
    }
}
