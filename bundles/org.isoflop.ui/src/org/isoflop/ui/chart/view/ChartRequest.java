package org.isoflop.ui.chart.view;

import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.isoflop.analysis.plot.Plot;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Focus;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;

/**
 * A chart to compute. Two requests that are equal have the same picture.
 *
 * @param study
 *            the study
 * @param chart
 *            what of it is shown
 * @param focus
 *            what stands out
 */
record ChartRequest(StudyData study, ChartData chart, Focus focus) {

    /** Computes a chart until it is cancelled. */
    @FunctionalInterface
    interface Calculation {

        Plot plot(ChartRequest request, BooleanSupplier cancelled);
    }

    Plot plot(BooleanSupplier cancelled) {
        return Charts.plot(chart, focus, study, Locale.getDefault(), cancelled);
    }
}
