package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what the next doubling gains, or what the next per cent costs. */
public final class DiminishingReturnsView extends ChartView {

    /** Creates the view. */
    public DiminishingReturnsView() {
        super(List.of(Charts.DIMINISHING_RETURNS, Charts.NEXT_PERCENT));
    }
}
