package org.isoflop.ui.chart;

import java.util.Locale;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.ui.Messages;

/** What a chart says to those who cannot see it: its title, what it shows, its axes, and the values at the cursor. */
final class ChartAccessible {

    private final Canvas canvas;
    private final ChartControl chart;
    private String said = "";

    ChartAccessible(Canvas canvas, ChartControl chart) {
        this.canvas = canvas;
        this.chart = chart;
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = description();
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = Messages.text("chart.help");
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = said;
            }
        });
    }

    private String name() {
        return chart.shown() == null ? "" : chart.shown().title();
    }

    private String description() {
        Plot plot = chart.shown();
        return plot == null
                ? ""
                : String.join(" ", plot.description(), axis(plot.x()), axis(plot.y()), String.join(" ", plot.notes()));
    }

    private static String axis(Axis axis) {
        AxisText text = new AxisText(axis, Locale.getDefault());
        return Messages.text("chart.access.axis", text.name(), text.value(axis.low()), text.value(axis.high()));
    }

    /** Announces a sentence. */
    void say(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
        }
    }
}
