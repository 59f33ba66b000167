package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.ui.chart.ChartControl;
import org.isoflop.ui.chart.PlotRendererFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * From a slider to the picture: ten new curves of 500 points are laid out and painted, as while a slider is dragged.
 * The median is to stay under 16 ms, one picture of a screen; divided by that of {@link #bareLines}, which only draws
 * the same points, it can be compared between machines. Needs a display; the image that is painted is not on the
 * screen, so that nothing waits for one. With {@code -p renderer=org.isoflop.ui.nebula.NebulaFactory}, and that bundle
 * and those of Nebula and Draw2d on the class path too, it measures the renderer on XYGraph.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SliderPictureBenchmark {

    private static final int CURVES = 10;
    private static final int POINTS = 500;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;

    /** The class that makes what draws. */
    @Param("org.isoflop.ui.chart.swtchart.SwtChartFactory")
    private String renderer;

    private final List<Plot> plots = new ArrayList<>();
    private Display display;
    private Shell shell;
    private Image image;
    private ChartControl chart;
    private int position;

    /**
     * Opens a window with a chart, and computes the plots of 50 positions of the slider.
     *
     * @throws ReflectiveOperationException
     *             if there is no such renderer
     */
    @Setup
    public void open() throws ReflectiveOperationException {
        PlotRendererFactory factory = (PlotRendererFactory) Class.forName(renderer).getConstructor().newInstance();
        display = new Display();
        shell = new Shell(display, SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(WIDTH, HEIGHT);
        chart = new ChartControl(shell, factory::create);
        shell.open();
        image = new Image(display, new ImageData(WIDTH, HEIGHT, 24, new PaletteData(0xff0000, 0xff00, 0xff)));
        for (int k = 0; k < 50; k++) {
            plots.add(plot(500 + k));
        }
    }

    /** Closes the window. */
    @TearDown
    public void close() {
        image.dispose();
        shell.dispose();
        display.dispose();
    }

    /**
     * Shows the plot of the next position and paints it.
     *
     * @return the chart
     */
    @Benchmark
    public ChartControl sliderToPicture() {
        chart.show(plots.get(position++ % plots.size()), Theme.LIGHT);
        GC gc = new GC(image);
        Event event = new Event();
        event.gc = gc;
        event.width = WIDTH;
        event.height = HEIGHT;
        chart.control().notifyListeners(SWT.Paint, event);
        gc.dispose();
        return chart;
    }

    /**
     * Draws the points of the next position as bare lines: the baseline.
     *
     * @return the image
     */
    @Benchmark
    public Image bareLines() {
        Plot plot = plots.get(position++ % plots.size());
        GC gc = new GC(image);
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(2);
        for (Series series : plot.series()) {
            int[] points = new int[2 * series.size()];
            for (int i = 0; i < series.size(); i++) {
                points[2 * i] = (int) (WIDTH * plot.x().share(series.x(i)));
                points[2 * i + 1] = (int) (HEIGHT * (1 - plot.y().share(series.y(i))));
            }
            gc.drawPolyline(points);
        }
        gc.dispose();
        return image;
    }

    private static Plot plot(int k) {
        List<Series> series = new ArrayList<>();
        for (int law = 0; law < CURVES; law++) {
            double[] x = new double[POINTS];
            double[] y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                x[i] = Math.pow(10, 18 + 8.0 * i / (POINTS - 1));
                y[i] = 1.5 + (k + 50 * law) * Math.pow(x[i], -0.15);
            }
            series.add(new Series("law." + law, "Law " + law, "Law " + law, x, y, Line.SOLID, Marker.NONE, law,
                    List.of()));
        }
        return new Plot("benchmark", "Loss against compute", "Ten laws.",
                Axis.of("Training compute (FLOP)", Unit.FLOP, Scale.LOG, 1e18, 1e26, TickLabels.POWERS,
                        Locale.ENGLISH),
                Axis.of("Loss (nats per token)", Unit.NATS_PER_TOKEN, Scale.LINEAR, 1.4, 4, TickLabels.PLAIN,
                        Locale.ENGLISH),
                series, List.of(), List.of(), List.of(), List.of());
    }
}
