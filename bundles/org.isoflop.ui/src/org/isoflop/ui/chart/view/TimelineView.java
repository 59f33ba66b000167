package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws models and prices over the years, and what models reach for their size. */
public final class TimelineView extends ChartView {

    /** Creates the view. */
    public TimelineView() {
        this(List.of(Charts.TIMELINE, Charts.TIMELINE_COMPUTE, Charts.SCORES, Charts.OBSERVED_LOSSES,
                Charts.PRICES, Charts.PRICES_PURCHASE));
    }

    private TimelineView(List<String> charts) {
        super(charts, List.of(ChoiceBar.Kind.CHART), charts);
    }
}
