package org.isoflop.ui.nebula;

import org.eclipse.swt.widgets.Composite;
import org.isoflop.ui.chart.PlotRenderer;
import org.isoflop.ui.chart.PlotRendererFactory;

/** Makes renderers on XYGraph. */
public final class NebulaFactory implements PlotRendererFactory {

    @Override
    public PlotRenderer create(Composite parent) {
        return new NebulaRenderer();
    }
}
