package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage.Literals;

/** Spells an identifier as identifiers are spelt. */
final class SpellIdentifier implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_ID_PATTERN");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.ELEMENT__ID;
    }

    @Override
    public void mend(Fault fault) {
        ((Element) fault.object()).setId(id(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {fault.argument(0), id(fault)};
    }

    private static String id(Fault fault) {
        return Ids.unique(fault.argument(0), fault.study());
    }
}
