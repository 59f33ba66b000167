package org.isoflop.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Palette;
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
        if (chart.meantEntry() != null) {
            colours(chart.meantEntry());
        }
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

    /** The colours of the palette, as swatches with their names. */
    private void colours(String group) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(Messages.text("chart.menu.colour", group.replace("&", "&&")));
        Menu swatches = new Menu(cascade);
        cascade.setMenu(swatches);
        int now = chart.colour(group);
        for (int i = 0; i < Palette.SIZE; i++) {
            int colour = i;
            MenuItem item = new MenuItem(swatches, SWT.RADIO);
            item.setText(Messages.text("chart.colour." + i));
            item.setSelection(i == now);
            Image swatch = chart.swatch(i);
            item.setImage(swatch);
            item.addDisposeListener(event -> swatch.dispose());
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (item.getSelection()) {
                    chart.setColour(group, colour);
                }
            }));
        }
        new MenuItem(swatches, SWT.SEPARATOR).setEnabled(true);
        MenuItem usual = new MenuItem(swatches, SWT.PUSH);
        usual.setText(Messages.text("chart.menu.usualColours"));
        usual.setEnabled(!chart.state().colours().isEmpty());
        usual.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chart.setUsualColours()));
    }

    private void scale(String key, AxisId axis) {
        boolean log = chart.shown().axis(axis).scale().isLogarithmic();
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        item.setText(Messages.text(key));
        item.setSelection(log);
        item.addSelectionListener(SelectionListener
                .widgetSelectedAdapter(event -> chart.setScale(axis, log ? Scale.LINEAR : Scale.LOG)));
    }
}
