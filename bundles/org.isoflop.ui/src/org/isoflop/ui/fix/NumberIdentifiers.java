package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.model.Element;
import org.isoflop.model.Ids;

/** Numbers the elements that share an identifier, but for the first. */
final class NumberIdentifiers implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_DUPLICATE_ID");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.namesakes().size() > 1;
    }

    @Override
    public void mend(Fault fault) {
        for (Element element : fault.namesakes().subList(1, fault.namesakes().size())) {
            element.setId(Ids.unique(fault.argument(0), fault.study()));
        }
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {fault.argument(0)};
    }
}
