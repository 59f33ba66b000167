package org.isoflop.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.ui.chart.Overlay.Cursor;

/**
 * What mouse and touchpad do. In the plot, the wheel zooms at the pointer (x alone with Shift, y alone with Ctrl), a
 * drag zooms into a rectangle, a drag with Shift or the middle button pans, a click with Shift measures, a double-click
 * shows all. On an axis, the wheel zooms that axis. In the legend, a click hides and shows, a double-click or a click
 * with Ctrl shows one alone, and the wheel scrolls.
 */
final class Pointer {

    /** Counts of the wheel that make one step; a touchpad sends them one at a time, a mouse three at once. */
    private static final double COUNTS_A_STEP = 3;
    private static final int MOST_COUNTS = 15;
    private static final double PAN_A_COUNT = 0.02;
    /** Milliseconds without a turn of the wheel after which the next one is another zoom to undo. */
    private static final int PAUSE = 700;
    /** Pixels that a hand moves without meaning to. */
    private static final int STILL = 4;
    /** Pixels under which a rectangle means one axis alone. */
    private static final int THIN = 10;

    /** What a pressed button is doing. */
    private enum Drag {
        NONE, BOX, PAN
    }

    private final ChartControl chart;
    private final Canvas canvas;
    private Drag drag = Drag.NONE;
    private boolean moved;
    private int startX;
    private int startY;
    private boolean shift;
    private Limits startXLimits;
    private Limits startYLimits;
    private ZoomHistory.Entry start;
    private Object dragging;
    private int lastTurn;
    private Object turning = new Object();
    private Object turned;
    private int turnedX;
    private int turnedY;
    private double xShare;
    private double yShare;

    Pointer(ChartControl chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    void listen() {
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseVerticalWheel, event -> wheel(event, true));
        canvas.addListener(SWT.MouseHorizontalWheel, event -> wheel(event, false));
        canvas.addListener(SWT.MouseExit, event -> leave());
        canvas.addListener(SWT.KeyDown, this::cancel);
    }

    private boolean ready() {
        return chart.scene() != null && chart.scene().layout().fits();
    }

    private boolean inPlot(Event event) {
        return chart.scene().area().contains(event.x, event.y);
    }

    /** The axis whose labels are at a place, or null. */
    private AxisId axisAt(Event event) {
        Rectangle area = chart.scene().area();
        if (event.y > area.y + area.height && event.x >= area.x && event.x <= area.x + area.width
                && event.y < area.y + area.height + 3 * (int) chart.text().height(PlotLayout.Role.X_TICK)) {
            return AxisId.X;
        }
        return event.x < area.x && event.y >= area.y && event.y <= area.y + area.height ? AxisId.Y : null;
    }

    private String entryAt(Event event) {
        return chart.scene().layout().entries().stream()
                .filter(entry -> ChartPainter.rectangle(entry.box()).contains(event.x, event.y))
                .map(PlotLayout.Entry::group).findFirst().orElse(null);
    }

    private void down(Event event) {
        canvas.forceFocus();
        if (!ready() || drag != Drag.NONE) {
            return;
        }
        boolean first = event.button == 1;
        String entry = entryAt(event);
        if (entry != null && first) {
            if ((event.stateMask & SWT.MOD1) != 0) {
                chart.only(entry);
            } else {
                chart.toggle(entry);
            }
        } else if (inPlot(event) && (first || event.button == 2)) {
            shift = (event.stateMask & SWT.SHIFT) != 0;
            drag = shift || event.button == 2 ? Drag.PAN : Drag.BOX;
            moved = false;
            startX = event.x;
            startY = event.y;
            startXLimits = chart.model().zoomed().x().limits();
            startYLimits = chart.model().zoomed().y().limits();
            start = chart.model().axes();
            dragging = new Object();
        }
    }

    private void move(Event event) {
        if (!ready()) {
            return;
        }
        moved |= drag != Drag.NONE && Math.hypot(event.x - startX, event.y - startY) >= STILL;
        if (moved && drag == Drag.BOX) {
            chart.drawRubberBand(band(event));
        } else if (moved && drag == Drag.PAN) {
            Rectangle area = chart.scene().area();
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            chart.changed(chart.model().drag(dragging, startXLimits, startYLimits,
                    (double) (startX - event.x) / area.width, (double) (event.y - startY) / area.height));
        }
        String entry = drag == Drag.NONE ? entryAt(event) : null;
        chart.hover(entry);
        if (drag != Drag.PAN) {
            canvas.setCursor(entry == null ? null : canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        }
        chart.moveCursor(inPlot(event)
                ? new Cursor(chart.scene().xShare(event.x), chart.scene().yShare(event.y))
                : Cursor.NONE);
    }

    private Rectangle band(Event event) {
        Rectangle area = chart.scene().area();
        int x = Math.clamp(event.x, area.x, area.x + area.width);
        int y = Math.clamp(event.y, area.y, area.y + area.height);
        int width = Math.abs(x - startX);
        int height = Math.abs(y - startY);
        if (width < THIN && height >= THIN) {
            return new Rectangle(area.x, Math.min(y, startY), area.width, height);
        }
        if (height < THIN && width >= THIN) {
            return new Rectangle(Math.min(x, startX), area.y, width, area.height);
        }
        return new Rectangle(Math.min(x, startX), Math.min(y, startY), width, height);
    }

    private void up(Event event) {
        Drag ended = drag;
        end();
        if (!ready() || ended == Drag.NONE) {
            return;
        }
        Scene scene = chart.scene();
        if (moved && ended == Drag.BOX) {
            Rectangle band = band(event);
            if (band.width >= THIN || band.height >= THIN) {
                chart.changed(chart.model().box(scene.xShare(band.x), scene.yShare(band.y + band.height),
                        scene.xShare(band.x + band.width), scene.yShare(band.y)));
            }
        } else if (!moved && event.button == 1 && (shift || chart.isMeasuring())) {
            chart.measureAt(scene.xShare(event.x), scene.yShare(event.y));
        }
    }

    private void end() {
        drag = Drag.NONE;
        if (!canvas.isDisposed()) {
            canvas.setCursor(null);
            chart.drawRubberBand(null);
        }
    }

    private void cancel(Event event) {
        if (event.keyCode == SWT.ESC && drag != Drag.NONE) {
            if (drag == Drag.PAN && moved) {
                chart.changed(chart.model().go(start, dragging));
            }
            end();
            event.type = SWT.None;
        }
    }

    private void doubleClick(Event event) {
        if (!ready() || event.button != 1) {
            return;
        }
        String entry = entryAt(event);
        if (entry != null) {
            chart.only(entry);
        } else if (inPlot(event)) {
            chart.reset();
        }
    }

    private void wheel(Event event, boolean vertical) {
        if (!ready() || drag != Drag.NONE) {
            return;
        }
        event.doit = false;
        int counts = Math.clamp(event.count, -MOST_COUNTS, MOST_COUNTS);
        AxisId axis = axisAt(event);
        if (!inPlot(event) && axis == null) {
            chart.scrollLegend(-Integer.signum(counts));
            return;
        }
        if (event.time - lastTurn > PAUSE) {
            turning = new Object();
        }
        lastTurn = event.time;
        if (event.x != turnedX || event.y != turnedY || turning != turned) {
            // Labels of other lengths may move the frame; what is under a resting pointer stays the same.
            turnedX = event.x;
            turnedY = event.y;
            turned = turning;
            xShare = chart.scene().xShare(event.x);
            yShare = chart.scene().yShare(event.y);
        }
        boolean onlyX = (event.stateMask & SWT.SHIFT) != 0 || axis == AxisId.X;
        boolean onlyY = (event.stateMask & SWT.MOD1) != 0 || axis == AxisId.Y;
        if (vertical || onlyX) {
            chart.zoom(-counts / COUNTS_A_STEP, !onlyY, !onlyX || onlyY, xShare, yShare, turning);
        } else {
            chart.changed(chart.model().pan(-counts * PAN_A_COUNT, 0, turning));
        }
    }

    private void leave() {
        chart.hover(null);
        if (drag == Drag.NONE) {
            chart.moveCursor(Cursor.NONE);
        }
    }
}
