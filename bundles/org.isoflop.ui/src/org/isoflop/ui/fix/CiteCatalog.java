package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.core.catalog.Catalog;
import org.isoflop.model.ScalingLaw;
import org.isoflop.ui.edit.Additions;
import org.isoflop.ui.edit.Names;

/** Names the publication of a law whose constants the catalog has. */
final class CiteCatalog implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_LAW_SOURCE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return published(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        ScalingLaw law = (ScalingLaw) fault.target();
        law.setSource(published(fault).getSource());
        Additions.adopt(fault.study(), law);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.of(published(fault).getSource())};
    }

    private static ScalingLaw published(Fault fault) {
        ScalingLaw law = (ScalingLaw) fault.target();
        return Catalog.publications().stream().flatMap(name -> Catalog.open(name).study().getLaws().stream())
                .filter(entry -> entry.getSource() != null && isSame(law, entry)).findFirst().orElse(null);
    }

    private static boolean isSame(ScalingLaw law, ScalingLaw entry) {
        return entry.getForm().equals(law.getForm()) && Trial.symbols(law).equals(Trial.symbols(entry))
                && law.getConstants().stream().allMatch(constant -> entry.getConstants().stream()
                        .anyMatch(other -> other.getSymbol().equals(constant.getSymbol())
                                && constant.getValue() != null
                                && other.getValue().getValue().equals(constant.getValue().getValue())));
    }
}
