package org.isoflop.ui.fix;

import java.util.Locale;
import java.util.Set;

import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.ui.edit.Names;

/** Makes an identifier from the name. */
final class GiveIdentifier implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED");
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
        return new Object[] {id(fault)};
    }

    private static String id(Fault fault) {
        Element element = (Element) fault.object();
        String name = element.getName() == null ? Names.of(element) : element.getName().get(Locale.ENGLISH);
        return Ids.unique(name, fault.study());
    }
}
