package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what a longer context takes. */
public final class ContextView extends ChartView {

    /** Creates the view. */
    public ContextView() {
        this(List.of(Charts.CONTEXT_MEMORY, Charts.CONTEXT_CACHE, Charts.CONTEXT_COMPUTE));
    }

    private ContextView(List<String> charts) {
        super(charts, List.of(ChoiceBar.Kind.CHART), charts);
    }
}
