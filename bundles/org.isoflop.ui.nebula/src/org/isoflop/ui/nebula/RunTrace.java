package org.isoflop.ui.nebula;

import org.eclipse.draw2d.Graphics;
import org.eclipse.nebula.visualization.xygraph.dataprovider.IDataProvider;
import org.eclipse.nebula.visualization.xygraph.dataprovider.IDataProviderListener;
import org.eclipse.nebula.visualization.xygraph.dataprovider.ISample;
import org.eclipse.nebula.visualization.xygraph.dataprovider.Sample;
import org.eclipse.nebula.visualization.xygraph.figures.Trace;
import org.eclipse.nebula.visualization.xygraph.linearscale.Range;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.isoflop.ui.chart.PlotRenderer;

/** An unbroken run of a curve, drawn {@link PlotRenderer#FINE} times as large and scaled down again. */
final class RunTrace extends Trace {

    RunTrace(PlotGraph graph, PlotRenderer.Curve curve) {
        super("", graph.fineX(), graph.fineY(), new Run(curve.run().x(), curve.run().y()));
        setTraceType(switch (curve.line()) {
            case NONE, SOLID -> TraceType.SOLID_LINE;
            case DASHED -> TraceType.DASH_LINE;
            case DOTTED -> TraceType.DOT_LINE;
        });
        setPointStyle(PointStyle.NONE);
        setTraceColor(new Color(curve.colour()));
        setLineWidth((int) Math.round(curve.thickness() * PlotRenderer.FINE));
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.pushState();
        graphics.scale(1.0 / PlotRenderer.FINE);
        graphics.setLineJoin(SWT.JOIN_ROUND);
        super.paintFigure(graphics);
        graphics.popState();
    }

    /** Places that do not change. */
    private static final class Run implements IDataProvider {

        private final double[] x;
        private final double[] y;

        Run(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public int getSize() {
            return x.length;
        }

        @Override
        public ISample getSample(int index) {
            return new Sample(x[index], y[index]);
        }

        @Override
        public Range getXDataMinMax() {
            return new Range(0, 1);
        }

        @Override
        public Range getYDataMinMax() {
            return new Range(0, 1);
        }

        @Override
        public Range getXDataMinMax(boolean positiveOnly) {
            return getXDataMinMax();
        }

        @Override
        public Range getYDataMinMax(boolean positiveOnly) {
            return getYDataMinMax();
        }

        /** No: XYGraph would leave out the last of the points that share a column, and nothing is left to save. */
        @Override
        public boolean isChronological() {
            return false;
        }

        @Override
        public void addDataProviderListener(IDataProviderListener listener) {
            // Nothing changes.
        }

        @Override
        public boolean removeDataProviderListener(IDataProviderListener listener) {
            return false;
        }
    }
}
