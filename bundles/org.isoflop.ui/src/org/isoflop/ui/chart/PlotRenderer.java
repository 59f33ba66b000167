package org.isoflop.ui.chart;

import java.util.List;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Tick;
import org.isoflop.analysis.plot.Trace;

/**
 * Draws the curves of a chart, and its axes if it can. All that charts have in common besides — markers, labels,
 * legend, read-out, gestures and state — belongs to {@link ChartControl}.
 */
public interface PlotRenderer {

    /**
     * How many whole pixels of a drawing library make one point. Libraries round places and widths to whole pixels, so
     * that curves would wobble; each is given an area this many times as large, and what it draws is scaled down again.
     */
    int FINE = 8;

    /**
     * A curve to draw.
     *
     * @param run
     *            its places, 0 at the low end of an axis and 1 at its high end; all finite, and no more of them than
     *            can be told apart
     * @param line
     *            solid, dashed or dotted
     * @param colour
     *            its colour
     * @param thickness
     *            how thick it is, in points
     */
    record Curve(Trace run, Line line, RGB colour, double thickness) {
    }

    /**
     * The axes to draw.
     *
     * @param x
     *            the horizontal axis with its ticks
     * @param xLabelled
     *            its ticks that have room for their labels
     * @param y
     *            the vertical axis with its ticks
     * @param yLabelled
     *            its ticks that have room for their labels
     * @param font
     *            the font of the labels
     * @param line
     *            the colour of lines and ticks
     * @param label
     *            the colour of the labels
     * @param grid
     *            the colour of the lines at major ticks across the area
     */
    record Axes(Axis x, List<Tick> xLabelled, Axis y, List<Tick> yLabelled, Font font, RGB line, RGB label, RGB grid) {
    }

    /**
     * Draws the grid, and around the area the axes with their ticks and tick labels.
     *
     * @param gc
     *            where to draw
     * @param area
     *            the area between the axes
     * @param axes
     *            what to draw
     * @return false if the renderer leaves this to the chart
     */
    default boolean paintAxes(GC gc, Rectangle area, Axes axes) {
        return false;
    }

    /**
     * Draws curves over what is there already.
     *
     * @param gc
     *            where to draw
     * @param area
     *            the area between the axes; nothing is drawn outside
     * @param curves
     *            the curves from the lowest to the topmost; the same list as before is the same picture as before
     */
    void paint(GC gc, Rectangle area, List<Curve> curves);

    /** Releases what the renderer holds. */
    void dispose();
}
