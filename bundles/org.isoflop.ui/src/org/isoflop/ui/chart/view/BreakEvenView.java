package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what strategies cost in all, against tokens or months. */
public final class BreakEvenView extends ChartView {

    /** Creates the view. */
    public BreakEvenView() {
        super(List.of(Charts.BREAK_EVEN, Charts.BREAK_EVEN_MONTHS));
    }
}
