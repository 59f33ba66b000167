package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.isoflop.ui.chart.Overlay.Cursor;

/**
 * What the keys do: left and right move the crosshair, with Ctrl they pan, with Alt they undo and redo the zoom; up and
 * down go through the legend, Space hides and shows an entry, Enter shows it alone; {@code +}, {@code -} and {@code 0}
 * zoom and show all, Backspace undoes the zoom; M measures, Escape ends what was begun.
 */
final class Keyboard {

    private static final double STEP = 0.01;
    private static final double LARGE_STEP = 0.1;

    private final ChartControl chart;

    Keyboard(ChartControl chart) {
        this.chart = chart;
    }

    void listen(Canvas canvas) {
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> {
            switch (event.detail) {
                case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS -> event.doit = true;
                default -> {
                }
            }
        });
    }

    private void key(Event event) {
        if (chart.scene() == null || !chart.scene().layout().fits()) {
            return;
        }
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean alt = (event.stateMask & SWT.ALT) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        double step = shift ? LARGE_STEP : STEP;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> sideways(-1, step, control, alt);
            case SWT.ARROW_RIGHT -> sideways(1, step, control, alt);
            case SWT.ARROW_UP -> upwards(1, control);
            case SWT.ARROW_DOWN -> upwards(-1, control);
            case SWT.HOME -> chart.moveCursor(new Cursor(0, Double.NaN));
            case SWT.END -> chart.moveCursor(new Cursor(1, Double.NaN));
            case SWT.ESC -> escape();
            case SWT.BS -> backspace(shift);
            case SWT.CR, SWT.KEYPAD_CR -> entry(true);
            case SWT.KEYPAD_ADD -> chart.zoomIn();
            case SWT.KEYPAD_SUBTRACT -> chart.zoomOut();
            case SWT.KEYPAD_0 -> chart.reset();
            default -> character(event.character, event.keyCode, control, alt);
        }
    }

    private void character(char character, int keyCode, boolean control, boolean alt) {
        if (control && keyCode == 'c') {
            chart.copyImage();
        } else if (!control && !alt) {
            switch (character) {
                case '+', '=' -> chart.zoomIn();
                case '-' -> chart.zoomOut();
                case '0' -> chart.reset();
                case ' ' -> entry(false);
                case 'm', 'M' -> chart.measureAtCursor();
                default -> {
                }
            }
        }
    }

    private void sideways(int direction, double step, boolean control, boolean alt) {
        if (alt) {
            if (direction < 0) {
                chart.undoZoom();
            } else {
                chart.redoZoom();
            }
        } else if (control) {
            chart.changed(chart.model().pan(direction * LARGE_STEP, 0, null));
        } else {
            Cursor cursor = chart.cursor();
            double from = cursor.exists() ? cursor.xShare() : 0.5;
            chart.moveCursor(new Cursor(Math.clamp(from + direction * step, 0, 1), Double.NaN));
        }
    }

    private void upwards(int direction, boolean control) {
        if (control) {
            chart.changed(chart.model().pan(0, direction * LARGE_STEP, null));
            return;
        }
        List<String> groups = new ArrayList<>(chart.model().groups());
        if (!groups.isEmpty()) {
            int now = groups.indexOf(chart.entry());
            int next = now < 0 && direction > 0 ? groups.size() - 1 : now - direction;
            chart.setEntry(groups.get(Math.clamp(next, 0, groups.size() - 1)));
        }
    }

    private void entry(boolean alone) {
        if (chart.entry() != null && alone) {
            chart.only(chart.entry());
        } else if (chart.entry() != null) {
            chart.toggle(chart.entry());
        }
    }

    private void backspace(boolean shift) {
        if (shift) {
            chart.redoZoom();
        } else {
            chart.undoZoom();
        }
    }

    private void escape() {
        if (chart.entry() != null) {
            chart.setEntry(null);
        } else if (!chart.endMeasure()) {
            chart.moveCursor(Cursor.NONE);
        }
    }
}
