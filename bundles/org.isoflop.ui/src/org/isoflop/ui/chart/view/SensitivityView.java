package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what moves a measure of a strategy, which strategy wins how often, and where the winner changes. */
public final class SensitivityView extends ChartView {

    /** Creates the view. */
    public SensitivityView() {
        super(List.of(Charts.SENSITIVITY, Charts.WIN_SHARES, Charts.TIPPING_POINTS, Charts.STRATEGY_RETURNS),
                List.of(ChoiceBar.Kind.MEASURE, ChoiceBar.Kind.STRATEGY),
                List.of(Charts.SENSITIVITY, Charts.STRATEGY_RETURNS));
    }
}
