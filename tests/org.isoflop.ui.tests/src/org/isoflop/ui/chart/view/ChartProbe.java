package org.isoflop.ui.chart.view;

import java.util.Set;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.ui.chart.ControlProbe;

/** Looks into a chart view for tests of the whole window. */
public final class ChartProbe {

    /** What the view shows. */
    public enum State {
        EMPTY, COMPUTING, CURRENT, STALE, NOTHING, CANCELLED, FAILED
    }

    private final ChartView view;

    public ChartProbe(IViewPart view) {
        this.view = (ChartView) view;
    }

    public State state() {
        return State.valueOf(view.state().name());
    }

    public String message() {
        return view.message();
    }

    public Plot plot() {
        return view.chart().shown();
    }

    public Control control() {
        return view.chart().control();
    }

    public String readOut() {
        return view.readOut();
    }

    public void clickLegend(int entry) {
        ControlProbe.clickLegend(view.chart(), entry);
    }

    public Set<String> hidden() {
        return view.chart().state().hidden();
    }
}
