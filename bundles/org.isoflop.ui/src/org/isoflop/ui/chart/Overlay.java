package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.PlotLayout.Role;
import org.isoflop.ui.Messages;

/**
 * What follows the pointer over a scene: crosshair, read-out, measure, and the rectangle that is being drawn.
 *
 * @param scene
 *            the scene below
 * @param plot
 *            the plot without what is hidden
 * @param cursor
 *            where the crosshair stands
 * @param readOut
 *            what the plot says there, or null without a crosshair
 * @param measure
 *            what is being measured, or null
 * @param rubberBand
 *            the rectangle that is being drawn, or null
 * @param entry
 *            the legend entry that has the keyboard, or null
 */
record Overlay(Scene scene, Plot plot, Cursor cursor, CursorReadOut readOut, Measure measure, Rectangle rubberBand,
        String entry) {

    private static final int PADDING = 6;
    private static final int SWATCH = 8;
    private static final int RING = 5;
    private static final int BOX_ALPHA = 235;
    private static final int BAND_ALPHA = 40;
    private static final int REACH = 8;

    /** A place along each axis; y is NaN where only x is known, and both where there is no cursor. */
    record Cursor(double xShare, double yShare) {

        static final Cursor NONE = new Cursor(Double.NaN, Double.NaN);

        boolean exists() {
            return !Double.isNaN(xShare);
        }
    }

    /** A box with lines of text; colours are those of the swatches before them, or null. */
    private record Tip(List<String> lines, List<Integer> colours, Rectangle bounds) {
    }

    /** The rectangles that it covers. */
    List<Rectangle> regions(ScreenText measureText) {
        List<Rectangle> regions = new ArrayList<>();
        Rectangle area = scene.area();
        if (cursor.exists()) {
            int x = scene.column(cursor.xShare());
            regions.add(new Rectangle(x - REACH, area.y - REACH, 2 * REACH, area.height + 2 * REACH));
            if (!Double.isNaN(cursor.yShare())) {
                regions.add(new Rectangle(area.x, scene.row(cursor.yShare()) - 1, area.width, 3));
            }
            for (CursorReadOut.Line line : readOut.lines()) {
                Point pixel = pixel(line.x(), line.y());
                if (pixel != null) {
                    regions.add(new Rectangle(pixel.x - REACH, pixel.y - REACH, 2 * REACH, 2 * REACH));
                }
            }
            regions.add(grown(readOutTip(measureText).bounds()));
        }
        if (measure != null) {
            Rectangle points = measured();
            if (points != null) {
                regions.add(points);
            }
            if (measure.isComplete()) {
                regions.add(grown(measureTip(measureText).bounds()));
            }
        }
        if (rubberBand != null) {
            regions.add(grown(rubberBand));
        }
        scene.layout().entries().stream().filter(one -> one.group().equals(entry))
                .forEach(one -> regions.add(grown(grown(ChartPainter.rectangle(one.box())))));
        return regions;
    }

    private static Rectangle grown(Rectangle rectangle) {
        return new Rectangle(rectangle.x - 2, rectangle.y - 2, rectangle.width + 4, rectangle.height + 4);
    }

    void paint(GC gc, Colours colours, ScreenText text) {
        Rectangle clip = gc.getClipping();
        gc.setAntialias(SWT.ON);
        gc.setFont(ScreenText.font(Role.POINT));
        gc.setClipping(clip.intersection(grown(scene.area())));
        if (rubberBand != null) {
            gc.setBackground(colours.quietText());
            gc.setAlpha(BAND_ALPHA);
            gc.fillRectangle(rubberBand);
            gc.setAlpha(255);
            gc.setForeground(colours.quietText());
            gc.drawRectangle(rubberBand);
        }
        if (cursor.exists()) {
            crosshair(gc, colours);
        }
        if (measure != null) {
            measure(gc, colours);
        }
        gc.setClipping(clip);
        if (measure != null && measure.isComplete()) {
            tip(gc, colours, measureTip(text));
        }
        if (cursor.exists()) {
            tip(gc, colours, readOutTip(text));
        }
        scene.layout().entries().stream().filter(one -> one.group().equals(entry)).forEach(one -> {
            Rectangle box = grown(ChartPainter.rectangle(one.box()));
            gc.setForeground(colours.text());
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(box);
            gc.setLineStyle(SWT.LINE_SOLID);
        });
    }

    private void crosshair(GC gc, Colours colours) {
        Rectangle area = scene.area();
        int x = scene.column(cursor.xShare());
        gc.setForeground(colours.quietText());
        gc.drawLine(x, area.y, x, area.y + area.height);
        if (!Double.isNaN(cursor.yShare())) {
            gc.setAlpha(120);
            int y = scene.row(cursor.yShare());
            gc.drawLine(area.x, y, area.x + area.width, y);
            gc.setAlpha(255);
        }
        for (CursorReadOut.Line line : readOut.lines()) {
            Point pixel = pixel(line.x(), line.y());
            if (pixel != null) {
                int radius = line.point() ? RING + 2 : RING - 1;
                gc.setForeground(line.point() ? colours.text() : colour(colours, line.colour()));
                gc.setBackground(colours.background());
                gc.setLineWidth(2);
                if (!line.point()) {
                    gc.fillOval(pixel.x - radius, pixel.y - radius, 2 * radius, 2 * radius);
                }
                gc.drawOval(pixel.x - radius, pixel.y - radius, 2 * radius, 2 * radius);
                gc.setLineWidth(1);
            }
        }
    }

    private static Color colour(Colours colours, int index) {
        return new Color(colours.series(index, false));
    }

    /** The pixel of a value that lies inside, or null. */
    private Point pixel(double x, double y) {
        return plot.x().contains(x) && plot.y().contains(y)
                ? new Point((int) Math.round(scene.layout().px(x)), (int) Math.round(scene.layout().py(y)))
                : null;
    }

    /** The pixel of a value that the scales can show, however far outside. */
    private Point anyPixel(double x, double y) {
        if (!plot.x().scale().shows(x) || !plot.y().scale().shows(y)) {
            return null;
        }
        return new Point((int) Math.clamp(scene.layout().px(x), -10_000, 10_000),
                (int) Math.clamp(scene.layout().py(y), -10_000, 10_000));
    }

    private void measure(GC gc, Colours colours) {
        Point from = anyPixel(measure.x1(), measure.y1());
        Point to = measure.isComplete() ? anyPixel(measure.x2(), measure.y2()) : null;
        gc.setForeground(colours.text());
        gc.setLineWidth(1);
        if (from != null) {
            cross(gc, from);
        }
        if (from != null && to != null) {
            cross(gc, to);
            gc.drawLine(from.x, from.y, to.x, to.y);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawLine(from.x, from.y, to.x, from.y);
            gc.drawLine(to.x, from.y, to.x, to.y);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private static void cross(GC gc, Point point) {
        gc.drawLine(point.x - RING, point.y, point.x + RING, point.y);
        gc.drawLine(point.x, point.y - RING, point.x, point.y + RING);
    }

    private Rectangle measured() {
        Point from = anyPixel(measure.x1(), measure.y1());
        Point to = measure.isComplete() ? anyPixel(measure.x2(), measure.y2()) : from;
        if (from == null || to == null) {
            return null;
        }
        int x = Math.min(from.x, to.x) - REACH;
        int y = Math.min(from.y, to.y) - REACH;
        return new Rectangle(x, y, Math.max(from.x, to.x) + REACH - x, Math.max(from.y, to.y) + REACH - y);
    }

    private Tip measureTip(ScreenText text) {
        Point to = anyPixel(measure.x2(), measure.y2());
        Rectangle area = scene.area();
        Point at = to == null ? new Point(area.x, area.y) : to;
        List<String> lines = measure.lines(plot, Locale.getDefault());
        Point size = size(text, lines, false);
        int x = Math.clamp(at.x + 2L * PADDING, area.x, Math.max(area.x, area.x + area.width - size.x));
        int y = Math.clamp(at.y + 2L * PADDING, area.y, Math.max(area.y, area.y + area.height - size.y));
        return new Tip(lines, List.of(), new Rectangle(x, y, size.x, size.y));
    }

    private Tip readOutTip(ScreenText text) {
        Rectangle area = scene.area();
        List<String> lines = new ArrayList<>();
        List<Integer> colours = new ArrayList<>();
        int most = Math.max(1, (area.height - 2 * PADDING) / (int) text.pitch(Role.POINT) - 1);
        lines.add(readOut.heading());
        List<CursorReadOut.Line> values = readOut.lines();
        boolean all = values.size() <= most;
        for (CursorReadOut.Line line : values.subList(0, all ? values.size() : most - 1)) {
            lines.add(text.cut(line.text(), Role.POINT, Math.max(40, area.width - 4 * PADDING - SWATCH)));
            colours.add(line.colour());
        }
        if (!all) {
            lines.add(Messages.text("chart.readOut.more", values.size() - most + 1));
        }
        Point size = size(text, lines, true);
        int at = scene.column(cursor.xShare());
        boolean right = at + 2 * PADDING + size.x <= area.x + area.width;
        int x = right ? at + 2 * PADDING : Math.max(area.x, at - 2 * PADDING - size.x);
        // The box keeps out of the way of a pointer near the top.
        boolean low = !Double.isNaN(cursor.yShare()) && scene.row(cursor.yShare()) < area.y + size.y + 3 * PADDING;
        int y = low ? Math.max(area.y + PADDING, area.y + area.height - PADDING - size.y) : area.y + PADDING;
        return new Tip(lines, colours, new Rectangle(x, y, size.x, size.y));
    }

    private static Point size(ScreenText text, List<String> lines, boolean swatches) {
        int width = 0;
        for (int i = 0; i < lines.size(); i++) {
            int indent = swatches && i > 0 ? SWATCH + PADDING : 0;
            width = Math.max(width, indent + (int) text.width(lines.get(i), Role.POINT));
        }
        return new Point(width + 2 * PADDING, lines.size() * (int) text.pitch(Role.POINT) + 2 * PADDING);
    }

    /** On a small chart, the status line alone says it. */
    private boolean fits(Rectangle box) {
        Rectangle area = scene.area();
        return box.width <= area.width && box.height <= area.height;
    }

    private void tip(GC gc, Colours colours, Tip tip) {
        Rectangle box = tip.bounds();
        if (!fits(box)) {
            return;
        }
        gc.setBackground(colours.background());
        gc.setAlpha(BOX_ALPHA);
        gc.fillRectangle(box);
        gc.setAlpha(255);
        gc.setForeground(colours.frame());
        gc.drawRectangle(box);
        int pitch = (box.height - 2 * PADDING) / tip.lines().size();
        int y = box.y + PADDING;
        for (int i = 0; i < tip.lines().size(); i++) {
            int x = box.x + PADDING;
            if (i > 0 && i <= tip.colours().size()) {
                gc.setBackground(colour(colours, tip.colours().get(i - 1)));
                gc.fillRectangle(x, y + (pitch - SWATCH) / 2, SWATCH, SWATCH);
            }
            if (i > 0 && !tip.colours().isEmpty()) {
                x += SWATCH + PADDING;
            }
            gc.setForeground(colours.text());
            gc.drawText(tip.lines().get(i), x, y, SWT.DRAW_TRANSPARENT);
            y += pitch;
        }
    }

    /** How near a marker is near the pointer, in pixels. */
    static double reach() {
        return 2 * PlotLayout.MARKER + 4;
    }
}
