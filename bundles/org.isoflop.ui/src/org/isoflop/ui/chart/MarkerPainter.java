package org.isoflop.ui.chart;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.PlotLayout;

/** Paints the marker of a point: filled, or empty with the background inside. */
final class MarkerPainter {

    private static final int RADIUS = (int) PlotLayout.MARKER;

    private MarkerPainter() {
    }

    static void paint(GC gc, Marker marker, int x, int y, Color colour, Color background) {
        int size = 2 * RADIUS;
        gc.setForeground(colour);
        gc.setBackground(marker == Marker.CIRCLE_HOLLOW || marker == Marker.SQUARE_HOLLOW ? background : colour);
        gc.setLineWidth(2);
        switch (marker) {
            case NONE -> {
            }
            case CIRCLE, CIRCLE_HOLLOW -> {
                gc.fillOval(x - RADIUS, y - RADIUS, size, size);
                gc.drawOval(x - RADIUS, y - RADIUS, size, size);
            }
            case SQUARE, SQUARE_HOLLOW -> {
                gc.fillRectangle(x - RADIUS, y - RADIUS, size, size);
                gc.drawRectangle(x - RADIUS, y - RADIUS, size, size);
            }
            case DIAMOND -> gc.fillPolygon(new int[] {x, y - RADIUS - 2, x + RADIUS + 2, y, x, y + RADIUS + 2,
                x - RADIUS - 2, y});
            case TRIANGLE -> gc.fillPolygon(new int[] {x, y - RADIUS - 2, x + RADIUS + 2, y + RADIUS,
                x - RADIUS - 2, y + RADIUS});
        }
        gc.setLineWidth(1);
    }
}
