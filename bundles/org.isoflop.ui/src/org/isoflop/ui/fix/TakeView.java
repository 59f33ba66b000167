package org.isoflop.ui.fix;

import java.util.Comparator;
import java.util.Set;

import org.isoflop.core.chart.Charts;
import org.isoflop.model.Chart;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Spelling;

/** Takes the view whose name is nearest. */
final class TakeView implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_NO_SUCH_VIEW", "E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.CHART__VIEW;
    }

    @Override
    public void mend(Fault fault) {
        ((Chart) fault.object()).setView(view((Chart) fault.object()));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {view((Chart) fault.object())};
    }

    private static String view(Chart chart) {
        return Charts.all().stream()
                .min(Comparator.comparing((String view) -> Spelling.distance(view, chart.getView()))).orElseThrow();
    }
}
