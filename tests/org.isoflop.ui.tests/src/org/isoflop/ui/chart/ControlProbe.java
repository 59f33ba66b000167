package org.isoflop.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** Lets tests of other packages click on a chart. */
public final class ControlProbe {

    private ControlProbe() {
    }

    public static void clickLegend(ChartControl chart, int entry) {
        Rectangle bounds = ChartPainter.rectangle(chart.scene().layout().entries().get(entry).box());
        Event event = new Event();
        event.button = 1;
        event.x = bounds.x + 2;
        event.y = bounds.y + 2;
        chart.control().notifyListeners(SWT.MouseDown, event);
    }
}
