package org.isoflop.ui.nebula;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.nebula.visualization.xygraph.figures.Axis;
import org.eclipse.nebula.visualization.xygraph.figures.Grid;
import org.eclipse.nebula.visualization.xygraph.figures.IAxesFactory;
import org.eclipse.nebula.visualization.xygraph.figures.Trace;
import org.eclipse.nebula.visualization.xygraph.figures.XYGraph;
import org.isoflop.ui.chart.PlotRenderer;

/**
 * An XYGraph whose plot area stands where it is told, and whose axes and curves are painted apart, because the chart
 * paints bands and rules between them.
 */
final class PlotGraph extends XYGraph {

    private final PlotAxis fineX = new PlotAxis(false);
    private final PlotAxis fineY = new PlotAxis(true);
    private Rectangle area = new Rectangle();

    PlotGraph() {
        super(new PlotAxes());
        setTransparent(true);
        setShowTitle(false);
        setShowLegend(false);
        setEnabled(false);
    }

    PlotAxis xAxis() {
        return (PlotAxis) getPrimaryXAxis();
    }

    PlotAxis yAxis() {
        return (PlotAxis) getPrimaryYAxis();
    }

    /** The x axis of an area {@link PlotRenderer#FINE} times as large. */
    PlotAxis fineX() {
        return fineX;
    }

    /** The y axis of an area {@link PlotRenderer#FINE} times as large. */
    PlotAxis fineY() {
        return fineY;
    }

    /** Stands the plot area somewhere. */
    void place(Rectangle newArea) {
        if (area.equals(newArea)) {
            return;
        }
        area = newArea;
        Rectangle fine = new Rectangle(area.x * PlotRenderer.FINE, area.y * PlotRenderer.FINE,
                area.width * PlotRenderer.FINE, area.height * PlotRenderer.FINE);
        fineX.place(fine);
        fineY.place(fine);
        setBounds(new Rectangle(0, 0, area.right() + PlotAxis.DEPTH, area.bottom() + PlotAxis.DEPTH));
        invalidateTree();
    }

    @Override
    protected void layout() {
        xAxis().place(area);
        yAxis().place(area);
        getPlotArea().setBounds(area);
    }

    /** Draws other axes instead of those before. */
    void show(PlotRenderer.Axes axes) {
        xAxis().show(axes.x(), axes.xLabelled(), axes);
        yAxis().show(axes.y(), axes.yLabelled(), axes);
    }

    /** Draws other curves instead of those before. */
    void show(List<PlotRenderer.Curve> curves) {
        for (Trace old : new ArrayList<>(getPlotArea().getTraceList())) {
            getPlotArea().removeTrace(old);
            for (PlotAxis axis : new PlotAxis[] {fineX, fineY}) {
                axis.removeListener(old);
                axis.removeTrace(old);
            }
        }
        for (PlotRenderer.Curve curve : curves) {
            getPlotArea().addTrace(new RunTrace(this, curve));
        }
    }

    void paintAxes(Graphics graphics) {
        validate();
        for (PlotAxis axis : new PlotAxis[] {xAxis(), yAxis()}) {
            Grid grid = axis.getGrid();
            grid.paint(graphics);
        }
        xAxis().paint(graphics);
        yAxis().paint(graphics);
    }

    void paintCurves(Graphics graphics) {
        validate();
        getPlotArea().getTraceList().forEach(trace -> trace.paint(graphics));
    }

    private static final class PlotAxes implements IAxesFactory {

        @Override
        public Axis createXAxis() {
            return new PlotAxis(false);
        }

        @Override
        public Axis createYAxis() {
            return new PlotAxis(true);
        }
    }
}
