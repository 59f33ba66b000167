package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what serving gives at each batch size. */
public final class ServingView extends ChartView {

    /** Creates the view. */
    public ServingView() {
        this(List.of(Charts.SERVING, Charts.SERVING_LATENCY, Charts.SERVING_COST, Charts.SERVING_ENERGY,
                Charts.SERVING_USER, Charts.SERVING_FIRST_TOKEN, Charts.SERVING_BITS));
    }

    private ServingView(List<String> charts) {
        super(charts, List.of(ChoiceBar.Kind.CHART), charts);
    }
}
