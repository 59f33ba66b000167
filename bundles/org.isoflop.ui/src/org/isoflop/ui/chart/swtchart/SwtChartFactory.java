package org.isoflop.ui.chart.swtchart;

import org.eclipse.swt.widgets.Composite;
import org.isoflop.ui.chart.PlotRenderer;
import org.isoflop.ui.chart.PlotRendererFactory;

/** Makes renderers on SWTChart. */
public final class SwtChartFactory implements PlotRendererFactory {

    @Override
    public PlotRenderer create(Composite parent) {
        return new SwtChartRenderer(parent);
    }
}
