package org.isoflop.ui.chart.slider;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.chart.SliderRange;

/** Lets tests of other packages move sliders as the mouse does. */
public final class SliderProbe {

    private final SliderRow row;

    private SliderProbe(SliderRow row) {
        this.row = row;
    }

    public static SliderProbe of(SliderStrip strip, int index) {
        return new SliderProbe(strip.sliders().get(index));
    }

    public Scale scale() {
        return row.scale();
    }

    public Text value() {
        return row.value();
    }

    public SliderRange range() {
        return row.range();
    }

    public void move(int step) {
        row.scale().setSelection(step);
        row.scale().notifyListeners(SWT.Selection, new Event());
    }

    public void drag(int... steps) {
        row.scale().notifyListeners(SWT.MouseDown, new Event());
        for (int step : steps) {
            move(step);
        }
        row.scale().notifyListeners(SWT.MouseUp, new Event());
    }

    public static String path(StudyQuantity quantity) {
        return quantity.path();
    }

    public static SliderRange range(StudyQuantity quantity) {
        return quantity.range();
    }

    public static double value(StudyQuantity quantity) {
        return quantity.value();
    }
}
