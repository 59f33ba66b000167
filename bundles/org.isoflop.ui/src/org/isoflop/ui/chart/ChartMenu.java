package org.isoflop.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.ui.Messages;

/** The menu of a chart, made anew whenever it opens. */
final class ChartMenu {

    private final ChartControl chart;
    private final Menu menu;

    ChartMenu(ChartControl chart, Canvas canvas) {
        this.chart = chart;
        menu = new Menu(canvas);
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill()));
    }

    Menu menu() {
        return menu;
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        if (chart.shown() == null) {
            return;
        }
        item("chart.menu.zoomIn", true, chart::zoomIn);
        item("chart.menu.zoomOut", true, chart::zoomOut);
        item("chart.menu.reset", chart.state().x().isZoomed() || chart.state().y().isZoomed(), chart::reset);
        item("chart.menu.undoZoom", chart.canUndoZoom(), chart::undoZoom);
        item("chart.menu.redoZoom", chart.canRedoZoom(), chart::redoZoom);
        separator();
        scale("chart.menu.xLog", AxisId.X);
        scale("chart.menu.yLog", AxisId.Y);
        item("chart.menu.limits", true, () -> new LimitsDialog(menu.getShell(), chart).open());
        separator();
        item("chart.menu.measure", true, chart::startMeasure);
        item("chart.menu.showAll", !chart.state().hidden().isEmpty(), chart::showAll);
        separator();
        item("chart.menu.copy", true, chart::copyImage);
        item("chart.menu.export", true, chart::export);
    }

    private void separator() {
        new MenuItem(menu, SWT.SEPARATOR).setEnabled(true);
    }

    private void item(String key, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.text(key));
        item.setEnabled(enabled);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void scale(String key, AxisId axis) {
        boolean log = chart.shown().axis(axis).scale() == Scale.LOG;
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        item.setText(Messages.text(key));
        item.setSelection(log);
        item.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> chart.setScale(axis, log ? Scale.LINEAR : Scale.LOG)));
    }
}
