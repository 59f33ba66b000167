package org.isoflop.ui.chart;

import org.eclipse.swt.widgets.Composite;

/** Makes renderers of one kind; what the extension point {@code org.isoflop.ui.plotRenderers} names. */
public interface PlotRendererFactory {

    /**
     * Makes a renderer and its control.
     *
     * @param parent
     *            where the control is created
     * @return the renderer
     */
    PlotRenderer create(Composite parent);
}
