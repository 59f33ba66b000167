package org.isoflop.ui.chart.view;

import java.util.List;

import org.isoflop.core.chart.Charts;

/** Draws what training takes of devices, time, money and energy. */
public final class TrainingView extends ChartView {

    /** Creates the view. */
    public TrainingView() {
        this(List.of(Charts.TRAINING_MEMORY, Charts.LAYOUTS, Charts.LAYOUTS_COST, Charts.DELIVERIES,
                Charts.DELIVERIES_COMPUTE, Charts.ENERGY, Charts.CARBON));
    }

    private TrainingView(List<String> charts) {
        super(charts, List.of(ChoiceBar.Kind.CHART), charts);
    }
}
