package org.isoflop.ui.fix;

import java.util.Comparator;
import java.util.Set;

import org.isoflop.model.Peak;
import org.isoflop.model.Spelling;
import org.isoflop.model.validate.Chips;

/** Takes a precision for which the accelerator has a peak rate. */
final class TakePrecision implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_NO_PEAK");
    }

    @Override
    public boolean canMend(Fault fault) {
        return precision(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        fault.object().eSet(fault.feature(), precision(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {precision(fault)};
    }

    private static String precision(Fault fault) {
        return Chips.of(fault.object()).getPeaks().stream().map(Peak::getPrecision)
                .filter(precision -> precision != null && !precision.isBlank())
                .min(Comparator.comparing((String precision) -> Spelling.distance(precision, fault.argument(0))))
                .orElse(null);
    }
}
