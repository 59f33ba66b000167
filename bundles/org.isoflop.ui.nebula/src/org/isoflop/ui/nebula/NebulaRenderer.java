package org.isoflop.ui.nebula;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.isoflop.ui.chart.PlotRenderer;

/** Draws axes and curves with XYGraph: by a graph that hears no events and paints where it is told to. */
final class NebulaRenderer implements PlotRenderer {

    private final PlotGraph graph = new PlotGraph();
    private List<Curve> drawn = List.of();

    @Override
    public boolean paintAxes(GC gc, Rectangle area, Axes axes) {
        graph.place(new org.eclipse.draw2d.geometry.Rectangle(area));
        graph.show(axes);
        paint(gc, graph::paintAxes);
        return true;
    }

    @Override
    public void paint(GC gc, Rectangle area, List<Curve> curves) {
        if (curves.isEmpty() || area.isEmpty()) {
            return;
        }
        if (curves != drawn) {
            graph.show(curves);
            drawn = curves;
        }
        graph.place(new org.eclipse.draw2d.geometry.Rectangle(area));
        paint(gc, graph::paintCurves);
    }

    /** Leaves the GC as it was, which Draw2d does not. */
    private static void paint(GC gc, Consumer<Graphics> picture) {
        Rectangle clip = gc.getClipping();
        Color foreground = gc.getForeground();
        Color background = gc.getBackground();
        LineAttributes line = gc.getLineAttributes();
        Transform before = new Transform(gc.getDevice());
        try {
            gc.getTransform(before);
            SWTGraphics graphics = new SWTGraphics(gc);
            picture.accept(graphics);
            graphics.dispose();
        } finally {
            gc.setTransform(before);
            before.dispose();
            gc.setClipping(clip);
            gc.setAlpha(255);
            gc.setLineAttributes(line);
            gc.setForeground(foreground);
            gc.setBackground(background);
        }
    }

    @Override
    public void dispose() {
        graph.show(List.of());
        drawn = List.of();
    }
}
