package org.isoflop.ui.nebula;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.nebula.visualization.xygraph.figures.Axis;
import org.eclipse.nebula.visualization.xygraph.linearscale.LinearScaleTickLabels;
import org.eclipse.nebula.visualization.xygraph.linearscale.LinearScaleTickMarks;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.isoflop.analysis.plot.Tick;
import org.isoflop.ui.chart.PlotRenderer;

/** An axis of XYGraph from place 0 to place 1 that shows the ticks of a plot's axis, be it linear or logarithmic. */
final class PlotAxis extends Axis {

    /** Room for half a label beyond either end. */
    private static final int MARGIN = 120;
    /** Room for ticks and labels across the axis. */
    static final int DEPTH = 200;

    PlotAxis(boolean vertical) {
        super(null, vertical);
        setRange(0, 1);
        setAutoScale(false);
        setShowMajorGrid(true);
        setDashGridLine(false);
    }

    /** Takes the ticks of another axis, which of them have room for their label, and how the axes look. */
    void show(org.isoflop.analysis.plot.Axis axis, List<Tick> labelled, PlotRenderer.Axes look) {
        ticks().show(axis, labelled);
        setFont(look.font());
        setForegroundColor(new Color(look.line()));
        getScaleTickLabels().setForegroundColor(new Color(look.label()));
        setMajorGridColor(new Color(look.grid()));
        setDirty(true);
        revalidate();
    }

    /** Stands along an area, whose sides are the places 0 and 1. */
    void place(Rectangle area) {
        setBounds(isHorizontal()
                ? new Rectangle(area.x - MARGIN, area.bottom(), area.width + 2 * MARGIN, DEPTH)
                : new Rectangle(area.x - DEPTH + 1, area.y - MARGIN, DEPTH, area.height + 2 * MARGIN));
    }

    private PlotTicks ticks() {
        return (PlotTicks) getTicksProvider();
    }

    @Override
    public void updateTick() {
        if (isDirty()) {
            setDirty(false);
            setMargin(MARGIN);
            setLength(isHorizontal() ? getClientArea().width : getClientArea().height);
            getScaleTickLabels().update(Math.max(0, getLength() - 2 * MARGIN));
        }
    }

    @Override
    protected LinearScaleTickLabels createLinearScaleTickLabels() {
        return new Labels(this);
    }

    @Override
    protected LinearScaleTickMarks createLinearScaleTickMarks() {
        return new Marks(this);
    }

    /** Labels centred under the x axis and right-aligned beside the y axis. */
    private static final class Labels extends LinearScaleTickLabels {

        Labels(PlotAxis axis) {
            super(axis, new PlotTicks(axis));
        }

        /** Where the grid has its lines. */
        @Override
        public ArrayList<Integer> getTickLabelPositions() {
            return new ArrayList<>(((PlotTicks) getTicksProvider()).majors());
        }

        @Override
        protected void drawXTick(Graphics graphics) {
            draw(graphics);
        }

        @Override
        protected void drawYTick(Graphics graphics) {
            draw(graphics);
        }

        private void draw(Graphics graphics) {
            for (int i = 0; i < getTicksProvider().getMajorCount(); i++) {
                String label = getTicksProvider().getLabel(i);
                int position = getTicksProvider().getPosition(i);
                int width = getScale().getDimension(label).width;
                int x = getScale().isHorizontal() ? position - width / 2 : getBounds().width - width;
                int y = getScale().isHorizontal()
                        ? 0
                        : getScale().getLength() - position - getTickLabelMaxHeight() / 2;
                graphics.drawText(label, x, y);
            }
        }
    }

    /** The line of the axis with longer marks where there are labels. */
    private static final class Marks extends LinearScaleTickMarks {

        private static final int LABELLED = 5;
        private static final int BARE = 3;

        Marks(PlotAxis axis) {
            super(axis);
        }

        @Override
        protected void paintClientArea(Graphics graphics) {
            graphics.pushState();
            graphics.translate(getBounds().x, getBounds().y);
            graphics.setLineStyle(SWT.LINE_SOLID);
            graphics.setLineWidth(1);
            int length = getAxis().getLength();
            for (PlotTicks.Mark mark : ((PlotTicks) getAxis().getTicksProvider()).marks()) {
                int out = mark.labelled() ? LABELLED : BARE;
                if (getAxis().isHorizontal()) {
                    graphics.drawLine(mark.position(), 0, mark.position(), out);
                } else {
                    int y = length - mark.position();
                    graphics.drawLine(getBounds().width - 1 - out, y, getBounds().width - 1, y);
                }
            }
            if (getAxis().isHorizontal()) {
                graphics.drawLine(MARGIN - 1, 0, length - MARGIN + 1, 0);
            } else {
                graphics.drawLine(getBounds().width - 1, MARGIN, getBounds().width - 1, length - MARGIN + 1);
            }
            graphics.popState();
        }
    }
}
