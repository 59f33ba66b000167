package org.isoflop.ui.fix;

import java.util.Set;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Domain;

/** Reads a share that is above one as a percentage. */
final class ReadPercent implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_ABOVE_MAXIMUM", "E_NOT_BELOW");
    }

    @Override
    public boolean canMend(Fault fault) {
        return endsAtOne(Numbers.domain(fault)) && Numbers.value(fault) > 1 && Numbers.value(fault) <= 100;
    }

    private static boolean endsAtOne(Domain domain) {
        Double end = domain.maximum() == null ? domain.exclusiveMaximum() : domain.maximum();
        return end != null && end == 1;
    }

    @Override
    public void mend(Fault fault) {
        if (fault.object() instanceof Quantity quantity && fault.feature() != Literals.QUANTITY__LEVEL) {
            quantity.setValue(share(quantity.getValue()));
            quantity.setLow(share(quantity.getLow()));
            quantity.setHigh(share(quantity.getHigh()));
        } else {
            Numbers.set(fault, share(Numbers.value(fault)));
        }
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Quantities.exact(Numbers.value(fault)), Quantities.exact(share(Numbers.value(fault)))};
    }

    private static Double share(Double number) {
        return number == null || number <= 1 ? number : (Double) (number / 100);
    }
}
