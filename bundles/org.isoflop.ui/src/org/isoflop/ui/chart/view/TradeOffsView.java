package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws the strategies of a scenario by any two measures. */
public final class TradeOffsView extends ChartView {

    /** Creates the view. */
    public TradeOffsView() {
        super(List.of(Charts.TRADE_OFFS),
                List.of(ChoiceBar.Kind.ACROSS, ChoiceBar.Kind.UP), List.of(Charts.TRADE_OFFS));
    }
}
