package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Box;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.PlotLayout.Role;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.Tick;
import org.isoflop.analysis.plot.Trace;

/** Paints all of a scene but its curves, below them and above them. What lies outside the clipping is skipped. */
final class ChartPainter {

    private static final int BAND_ALPHA = 46;
    private static final int HALO_ALPHA = 190;
    private static final int OFF_ALPHA = 90;
    private static final int MAJOR = 5;
    private static final int MINOR = 3;
    private static final int FAR = 10_000;

    private final GC gc;
    private final Rectangle clip;
    private final Colours colours;
    private final Scene scene;
    private final String highlighted;
    private final Plot plot;
    private final PlotLayout layout;
    private final Rectangle area;
    private boolean hasAxes;

    ChartPainter(GC gc, Colours colours, Scene scene, String highlighted) {
        this.gc = gc;
        this.clip = gc.getClipping();
        this.colours = colours;
        this.scene = scene;
        this.highlighted = highlighted;
        plot = scene.plot();
        layout = scene.layout();
        area = scene.area();
    }

    /** The curves of a scene, faded where another legend entry is highlighted. */
    static List<PlotRenderer.Curve> curves(Colours colours, Scene scene, String highlighted) {
        List<PlotRenderer.Curve> curves = new ArrayList<>();
        for (Scene.Shape shape : scene.shapes()) {
            Series series = shape.series();
            boolean faded = isFaded(series.group(), highlighted);
            double thickness = Palette.thickness(series.colour())
                    + (series.group().equals(highlighted) && !series.group().isBlank() ? 1 : 0);
            for (Trace run : shape.runs()) {
                curves.add(new PlotRenderer.Curve(run, series.line(), colours.series(series.colour(), faded),
                        thickness));
            }
        }
        return List.copyOf(curves);
    }

    private static boolean isFaded(String group, String highlighted) {
        return highlighted != null && !group.equals(highlighted);
    }

    /** Lets the renderer paint the axes, or else the grid alone, and then bands and rules. */
    void below(PlotRenderer renderer) {
        hasAxes = renderer.paintAxes(gc, area, new PlotRenderer.Axes(plot.x(), layout.xTicks(), plot.y(),
                layout.yTicks(), ScreenText.font(Role.X_TICK), colours.frame().getRGB(), colours.quietText().getRGB(),
                colours.grid().getRGB()));
        gc.setAntialias(SWT.ON);
        if (!hasAxes) {
            grid();
        }
        gc.setClipping(area.intersection(clip));
        for (Band band : plot.bands()) {
            if (!scene.hidden().contains(band.group())) {
                band(band);
            }
        }
        for (Bars bars : plot.bars()) {
            if (!scene.hidden().contains(bars.group())) {
                bars(bars);
            }
        }
        gc.setForeground(colours.quietText());
        gc.setLineStyle(SWT.LINE_DOT);
        plot.rules().forEach(this::rule);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setClipping(clip);
    }

    private void grid() {
        gc.setForeground(colours.grid());
        for (Tick tick : plot.x().ticks()) {
            if (tick.major() && plot.x().contains(tick.position())) {
                int x = (int) Math.round(layout.px(tick.position()));
                gc.drawLine(x, area.y, x, area.y + area.height);
            }
        }
        for (Tick tick : plot.y().ticks()) {
            if (tick.major() && plot.y().contains(tick.position())) {
                int y = (int) Math.round(layout.py(tick.position()));
                gc.drawLine(area.x, y, area.x + area.width, y);
            }
        }
    }

    private void band(Band band) {
        gc.setBackground(new Color(colours.series(band.colour(), isFaded(band.group(), highlighted))));
        gc.setAlpha(BAND_ALPHA);
        int from = 0;
        for (int i = 0; i <= band.size(); i++) {
            if (i == band.size() || !plot.x().scale().shows(band.x(i)) || !plot.y().scale().shows(band.low(i))
                    || !plot.y().scale().shows(band.high(i))) {
                if (i - from > 1) {
                    fill(band, from, i);
                }
                from = i + 1;
            }
        }
        gc.setAlpha(255);
    }

    private void bars(Bars bars) {
        gc.setBackground(new Color(colours.series(bars.colour(), isFaded(bars.group(), highlighted))));
        gc.setForeground(colours.background());
        for (int i = 0; i < bars.size(); i++) {
            Box box = layout.bar(bars, i);
            if (box != null) {
                int x = (int) Math.round(box.x());
                int y = (int) Math.round(box.y());
                int width = Math.max(1, (int) Math.round(box.right()) - x);
                int height = Math.max(1, (int) Math.round(box.bottom()) - y);
                gc.fillRectangle(x, y, width, height);
                if (width > 2 && height > 2) {
                    gc.drawRectangle(x, y, width, height);
                }
            }
        }
    }

    private void fill(Band band, int from, int to) {
        int[] polygon = new int[4 * (to - from)];
        for (int i = from; i < to; i++) {
            int forth = 2 * (i - from);
            int back = polygon.length - 2 - forth;
            polygon[forth] = near(layout.px(band.x(i)));
            polygon[forth + 1] = near(layout.py(band.low(i)));
            polygon[back] = polygon[forth];
            polygon[back + 1] = near(layout.py(band.high(i)));
        }
        gc.fillPolygon(polygon);
    }

    private static int near(double pixel) {
        return (int) Math.round(Math.clamp(pixel, -FAR, FAR));
    }

    private void rule(Rule rule) {
        boolean vertical = rule.orientation() == Orientation.VERTICAL;
        Axis axis = vertical ? plot.x() : plot.y();
        if (!axis.contains(rule.position())) {
            return;
        }
        if (vertical) {
            int x = (int) Math.round(layout.px(rule.position()));
            gc.drawLine(x, area.y, x, area.y + area.height);
        } else {
            int y = (int) Math.round(layout.py(rule.position()));
            gc.drawLine(area.x, y, area.x + area.width, y);
        }
    }

    /** Paints markers, labels, axes and the legend. */
    void above() {
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        gc.setForeground(colours.frame());
        layout.leaders().forEach(this::line);
        gc.setForeground(colours.quietText());
        gc.setLineStyle(SWT.LINE_DOT);
        layout.stems().forEach(this::line);
        gc.setLineStyle(SWT.LINE_SOLID);
        scene.shapes().forEach(this::markers);
        gc.setForeground(colours.frame());
        gc.drawRectangle(area);
        if (!hasAxes) {
            ticks();
        }
        layout.entries().forEach(this::entry);
        layout.texts().forEach(this::text);
    }

    private void line(PlotLayout.Leader leader) {
        gc.drawLine((int) Math.round(leader.x1()), (int) Math.round(leader.y1()), (int) Math.round(leader.x2()),
                (int) Math.round(leader.y2()));
    }

    private void markers(Scene.Shape shape) {
        Color colour = new Color(colours.series(shape.series().colour(),
                isFaded(shape.series().group(), highlighted)));
        Color background = colours.background();
        int reach = (int) PlotLayout.MARKER + 3;
        for (Trace points : shape.points()) {
            for (int i = 0; i < points.x().length; i++) {
                int x = scene.column(points.x()[i]);
                int y = scene.row(points.y()[i]);
                if (clip.intersects(x - reach, y - reach, 2 * reach, 2 * reach)) {
                    MarkerPainter.paint(gc, shape.marker(), x, y, colour, background);
                }
            }
        }
    }

    private void ticks() {
        int bottom = area.y + area.height;
        for (Tick tick : plot.x().ticks()) {
            if (plot.x().contains(tick.position())) {
                int x = (int) Math.round(layout.px(tick.position()));
                gc.drawLine(x, bottom, x, bottom + (layout.isLabelled(tick) ? MAJOR : MINOR));
            }
        }
        for (Tick tick : plot.y().ticks()) {
            if (plot.y().contains(tick.position())) {
                int y = (int) Math.round(layout.py(tick.position()));
                gc.drawLine(area.x - (layout.isLabelled(tick) ? MAJOR : MINOR), y, area.x, y);
            }
        }
    }

    private void entry(PlotLayout.Entry entry) {
        if (!clip.intersects(rectangle(entry.box()))) {
            return;
        }
        gc.setAlpha(scene.hidden().contains(entry.group()) ? OFF_ALPHA : 255);
        int x = (int) entry.x();
        int y = (int) Math.round(entry.y());
        List<Series> members = plot.series().stream().filter(series -> series.group().equals(entry.group())).toList();
        plot.bands().stream().filter(band -> band.group().equals(entry.group())).findFirst().ifPresent(band -> {
            int alpha = gc.getAlpha();
            gc.setBackground(new Color(colours.series(band.colour(), false)));
            gc.setAlpha(Math.min(alpha, BAND_ALPHA));
            gc.fillRectangle(x, y - 5, (int) PlotLayout.SAMPLE, 10);
            gc.setAlpha(alpha);
        });
        plot.bars().stream().filter(bars -> bars.group().equals(entry.group())).findFirst().ifPresent(bars -> {
            gc.setBackground(new Color(colours.series(bars.colour(), false)));
            gc.fillRectangle(x, y - 5, (int) PlotLayout.SAMPLE, 10);
        });
        List<Line> lines = members.stream().map(Series::line).filter(line -> line != Line.NONE).distinct().sorted()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Series series = members.stream().filter(one -> one.line() == line).findFirst().orElseThrow();
            gc.setForeground(new Color(colours.series(series.colour(), false)));
            gc.setLineWidth((int) Math.round(Palette.thickness(series.colour())));
            gc.setLineStyle(style(line));
            gc.drawLine(x + (int) (i * PlotLayout.SAMPLE / lines.size()), y,
                    x + (int) ((i + 1) * PlotLayout.SAMPLE / lines.size()), y);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
        }
        List<Series> marked = members.stream().filter(series -> shape(series) != Marker.NONE).toList();
        List<Marker> shapes = marked.stream().map(ChartPainter::shape).distinct().toList();
        for (int i = 0; i < shapes.size(); i++) {
            Marker shape = shapes.get(i);
            Series series = marked.stream().filter(one -> shape(one) == shape).findFirst().orElseThrow();
            MarkerPainter.paint(gc, shape, x + (int) (PlotLayout.SAMPLE * (i + 1) / (shapes.size() + 1)), y,
                    new Color(colours.series(series.colour(), false)), colours.background());
        }
        gc.setAlpha(255);
    }

    private static Marker shape(Series series) {
        return series.marker() == Marker.NONE && series.line() != Line.NONE
                ? Palette.mark(series.colour())
                : series.marker();
    }

    static int style(Line line) {
        return switch (line) {
            case NONE, SOLID -> SWT.LINE_SOLID;
            case DASHED -> SWT.LINE_DASH;
            case DOTTED -> SWT.LINE_DOT;
        };
    }

    private void text(PlotLayout.Text text) {
        Rectangle box = rectangle(text.box());
        Role role = text.role();
        if (!clip.intersects(box) || hasAxes && (role == Role.X_TICK || role == Role.Y_TICK)) {
            return;
        }
        gc.setFont(ScreenText.font(role));
        gc.setForeground(switch (role) {
            case TITLE, X_TITLE, Y_TITLE, LEGEND, POINT, EMPTY -> colours.text();
            case X_TICK, Y_TICK, RULE, NOTE -> colours.quietText();
        });
        if (role == Role.POINT || role == Role.RULE || role == Role.EMPTY) {
            gc.setBackground(colours.background());
            gc.setAlpha(HALO_ALPHA);
            gc.fillRectangle(box);
            gc.setAlpha(255);
        }
        if (role == Role.Y_TITLE) {
            upright(text.text(), box);
        } else {
            boolean off = role == Role.LEGEND && isOff(text);
            gc.setAlpha(off ? OFF_ALPHA : 255);
            gc.drawText(text.text(), box.x, box.y, SWT.DRAW_TRANSPARENT);
            gc.setAlpha(255);
        }
    }

    private boolean isOff(PlotLayout.Text text) {
        return layout.entries().stream().anyMatch(entry -> scene.hidden().contains(entry.group())
                && entry.box().overlaps(text.box()));
    }

    /** Writes a text from the bottom to the top. */
    private void upright(String text, Rectangle box) {
        Transform turned = new Transform(gc.getDevice());
        try {
            gc.getTransform(turned);
            turned.translate(box.x, box.y + box.height);
            turned.rotate(-90);
            Transform before = new Transform(gc.getDevice());
            try {
                gc.getTransform(before);
                gc.setTransform(turned);
                gc.drawText(text, 0, 0, SWT.DRAW_TRANSPARENT);
                gc.setTransform(before);
            } finally {
                before.dispose();
            }
        } finally {
            turned.dispose();
        }
    }

    static Rectangle rectangle(Box box) {
        return new Rectangle((int) Math.round(box.x()), (int) Math.round(box.y()), (int) Math.ceil(box.width()),
                (int) Math.ceil(box.height()));
    }
}
