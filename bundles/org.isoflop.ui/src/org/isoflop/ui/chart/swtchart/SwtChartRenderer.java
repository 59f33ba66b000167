package org.isoflop.ui.chart.swtchart;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.isoflop.ui.Ids;
import org.isoflop.ui.chart.PlotRenderer;

/** Draws curves with SWTChart: by a chart that is never shown itself and paints where it is told to. */
public final class SwtChartRenderer implements PlotRenderer {

    private final Composite holder;
    private final Chart chart;
    private final Control plotArea;
    private List<Curve> drawn = List.of();
    private int series;

    /**
     * Creates the renderer.
     *
     * @param parent
     *            a control whose fonts and life it shares
     */
    public SwtChartRenderer(Composite parent) {
        holder = new Composite(parent, SWT.NONE);
        holder.setData(Ids.NO_STYLE_SHEET, Boolean.TRUE);
        holder.setVisible(false);
        chart = new Chart(holder, SWT.NONE);
        chart.setData(Ids.NO_STYLE_SHEET, Boolean.TRUE);
        // The curves hold no more points than can be told apart already.
        chart.enableCompress(false);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setVisible(false);
            axis.getTick().setVisible(false);
            axis.getGrid().setStyle(LineStyle.NONE);
            axis.setDrawAxisLine(false);
        }
        plotArea = chart.getPlotArea().getControl();
        plotArea.setData(Ids.NO_STYLE_SHEET, Boolean.TRUE);
        chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
            @Override
            public boolean drawBehindSeries() {
                return true;
            }

            @Override
            public void paintControl(PaintEvent event) {
                event.gc.setAlpha(255);
            }
        });
    }

    @Override
    public void paint(GC gc, Rectangle area, List<Curve> curves) {
        if (curves.isEmpty() || area.isEmpty()) {
            return;
        }
        resize(area.width * FINE, area.height * FINE);
        fill(curves);
        Rectangle clip = gc.getClipping();
        Transform before = new Transform(gc.getDevice());
        Transform moved = new Transform(gc.getDevice());
        try {
            gc.setClipping(clip.intersection(area));
            gc.getTransform(before);
            gc.getTransform(moved);
            moved.translate(area.x, area.y);
            moved.scale(1f / FINE, 1f / FINE);
            gc.setTransform(moved);
            // SWTChart first fills its area with a colour, and what is behind the curves must stay.
            gc.setAlpha(0);
            Event event = new Event();
            event.gc = gc;
            event.width = area.width * FINE;
            event.height = area.height * FINE;
            plotArea.notifyListeners(SWT.Paint, event);
        } finally {
            gc.setAlpha(255);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
            gc.setTransform(before);
            gc.setClipping(clip);
            before.dispose();
            moved.dispose();
        }
    }

    /** SWTChart cuts pixels off to whole ones; half a pixel more rounds them. */
    private void resize(int width, int height) {
        Point size = plotArea.getSize();
        if (size.x == width && size.y == height) {
            return;
        }
        // While updates are suspended, its axes keep the size they had.
        chart.suspendUpdate(false);
        // SWTChart keeps a margin around its area, which is of the wanted size when the chart is larger by it.
        chart.setSize(width, height);
        chart.layout();
        Point inner = plotArea.getSize();
        chart.setSize(2 * width - inner.x, 2 * height - inner.y);
        chart.layout();
        double halfColumn = 0.5 / width;
        double halfRow = 0.5 / height;
        chart.getAxisSet().getXAxis(0).setRange(new Range(-halfColumn, 1 - halfColumn));
        chart.getAxisSet().getYAxis(0).setRange(new Range(halfRow, 1 + halfRow));
    }

    /** Hands the curves to SWTChart. Its series are kept: making one costs more than drawing it. */
    private void fill(List<Curve> curves) {
        if (curves == drawn) {
            return;
        }
        drawn = curves;
        chart.suspendUpdate(true);
        while (series > curves.size()) {
            chart.getSeriesSet().deleteSeries(String.valueOf(--series));
        }
        while (series < curves.size()) {
            chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, String.valueOf(series++));
        }
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            if (chart.getSeriesSet().getSeries(String.valueOf(i)) instanceof ILineSeries<?> line) {
                line.setXSeries(curve.run().x());
                line.setYSeries(curve.run().y());
                line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
                line.setLineColor(new Color(curve.colour()));
                line.setLineWidth((int) Math.max(1, Math.round(FINE * curve.thickness())));
                line.setAntialias(SWT.ON);
                line.setLineStyle(switch (curve.line()) {
                    case NONE -> LineStyle.NONE;
                    case SOLID -> LineStyle.SOLID;
                    case DASHED -> LineStyle.DASH;
                    case DOTTED -> LineStyle.DOT;
                });
            }
        }
    }

    @Override
    public void dispose() {
        holder.dispose();
    }
}
