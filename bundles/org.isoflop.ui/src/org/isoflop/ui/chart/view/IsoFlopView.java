package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws loss against parameters at constant compute, with the path of the optima. */
public final class IsoFlopView extends ChartView {

    /** Creates the view. */
    public IsoFlopView() {
        super(List.of(Charts.ISOFLOP));
    }
}
