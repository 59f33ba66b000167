package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws loss against training compute. */
public final class ScalingCurvesView extends ChartView {

    /** Creates the view. */
    public ScalingCurvesView() {
        super(List.of(Charts.SCALING_CURVES));
    }
}
