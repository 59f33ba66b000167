package org.isoflop.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.analysis.plot.Trace;
import org.isoflop.ui.Ids;
import org.isoflop.ui.chart.PlotRenderers.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plot by every renderer that is installed: nothing throws or is left out, and nobody minds which one draws. */
class RenderersTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    /** How much of a picture may look different: the edges of lines, never a line. */
    private static final double DIFFERENT = 0.02;
    private static final int CLEARLY = 96;

    private static final Map<String, Plot> PLOTS = RendererPlots.all();

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(Display.getCurrent(), SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(WIDTH, HEIGHT);
        shell.open();
    }

    @AfterEach
    void close() {
        choose(null);
        shell.dispose();
    }

    static Stream<String> plots() {
        return PLOTS.keySet().stream();
    }

    static Stream<Kind> kinds() {
        return PlotRenderers.installed().stream();
    }

    @ParameterizedTest
    @MethodSource("plots")
    void everyRendererDrawsTheSamePicture(String name) {
        for (Theme theme : Theme.values()) {
            List<ImageData> pictures = new ArrayList<>();
            for (Kind kind : PlotRenderers.installed()) {
                choose(kind);
                ChartControl chart = new ChartControl(shell);
                shell.layout();
                chart.show(PLOTS.get(name), theme);
                ImageData picture = picture(chart);
                keep(picture, name + "-" + theme.name().toLowerCase() + "-" + kind.name().replace(' ', '-'));
                for (String colour : coloursOf(PLOTS.get(name), theme)) {
                    assertTrue(holds(picture, colour), () -> kind + " " + theme + " " + colour);
                }
                pictures.add(picture);
                chart.control().dispose();
            }
            for (ImageData picture : pictures) {
                double different = difference(pictures.get(0), picture);
                assertTrue(different < DIFFERENT, () -> theme + ": " + different);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void survivesEverySize(Kind kind) {
        choose(kind);
        ChartControl chart = new ChartControl(shell);
        chart.show(PLOTS.get("log-log"), Theme.LIGHT);
        for (int[] size : new int[][] {{1, 1}, {0, 0}, {2000, 3}, {3, 1200}, {60, 60}, {200, 120}, {619, 300}}) {
            shell.setSize(size[0], size[1]);
            shell.layout();
            chart.control().update();
        }
        shell.setSize(WIDTH, HEIGHT);
        shell.layout();
        assertTrue(holds(picture(chart), Palette.colour(0, Theme.LIGHT)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aThousandUpdatesLoseNothing(Kind kind) {
        choose(kind);
        ChartControl chart = new ChartControl(shell);
        shell.layout();
        List<Plot> plots = List.of(PLOTS.get("log-log"), PLOTS.get("bands"), PLOTS.get("gaps"));
        List<Error> lost = new ArrayList<>();
        Resource.setNonDisposeHandler(lost::add);
        try {
            for (int i = 0; i < 1000; i++) {
                chart.show(plots.get(i % plots.size()), i % 2 == 0 ? Theme.LIGHT : Theme.DARK);
                chart.control().update();
            }
            chart.control().dispose();
            System.gc();
            while (shell.getDisplay().readAndDispatch()) {
                continue;
            }
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertTrue(lost.isEmpty(), () -> lost.get(0).toString());
        assertEquals(0, shell.getChildren().length);
    }

    @Test
    void anotherChoiceRedrawsOpenChartsAtOnce() {
        ChartControl chart = new ChartControl(shell);
        shell.layout();
        chart.show(PLOTS.get("log-log"), Theme.DARK);
        chart.zoomIn();
        ChartState state = chart.state();
        PlotRenderer before = chart.renderer();
        for (Kind kind : PlotRenderers.installed().reversed()) {
            choose(kind);
            assertEquals(kind, PlotRenderers.current());
            assertEquals(state, chart.state());
            assertTrue(holds(picture(chart), Palette.colour(0, Theme.DARK)), kind.toString());
        }
        assertNotSame(before, chart.renderer());
        chart.control().dispose();
        PlotRenderer last = chart.renderer();
        choose(PlotRenderers.installed().getLast());
        assertSame(last, chart.renderer(), "a chart that is gone stays as it was");
    }

    @Test
    void theRendererOfTheHighestRankDrawsUntilOneIsChosen() {
        choose(null);
        assertEquals(PlotRenderers.installed().getFirst(), PlotRenderers.current());
        InstanceScope.INSTANCE.getNode(Ids.BUNDLE).put(PlotRenderers.PREFERENCE, "gone");
        assertEquals(PlotRenderers.installed().getFirst(), PlotRenderers.current());
        Set<String> ids = new HashSet<>();
        for (Kind kind : PlotRenderers.installed()) {
            assertTrue(ids.add(kind.id()));
            assertTrue(!kind.name().isBlank() && !kind.name().startsWith("%"), kind.name());
        }
        assertTrue(ids.contains("org.isoflop.ui.plotRenderers.swtchart"));
    }

    private static void choose(Kind kind) {
        if (kind == null) {
            InstanceScope.INSTANCE.getNode(Ids.BUNDLE).remove(PlotRenderers.PREFERENCE);
        } else {
            InstanceScope.INSTANCE.getNode(Ids.BUNDLE).put(PlotRenderers.PREFERENCE, kind.id());
        }
    }

    /** The colours of the solid curves that have something to see. */
    private static Set<String> coloursOf(Plot plot, Theme theme) {
        Set<String> colours = new HashSet<>();
        for (Series series : plot.series()) {
            boolean seen = Trace.curve(plot, series, WIDTH, HEIGHT).stream()
                    .anyMatch(run -> run.x().length > 1 && run.x()[0] >= 0 && run.x()[0] < 0.9 && run.y()[0] > 0.05
                            && run.y()[0] < 0.95 && run.y()[1] > 0.05 && run.y()[1] < 0.95);
            if (series.line() == Line.SOLID && seen) {
                colours.add(Palette.colour(series.colour(), theme));
            }
        }
        return colours;
    }

    private ImageData picture(ChartControl chart) {
        Image image = new Image(shell.getDisplay(), WIDTH, HEIGHT);
        GC gc = new GC(image);
        try {
            assertTrue(chart.control().print(gc));
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static void keep(ImageData picture, String name) {
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("isoflop.pictures", "target/pictures"), "renderers"));
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {picture};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holds(ImageData picture, String hex) {
        int wanted = Integer.parseInt(hex.substring(1), 16);
        RGB rgb = new RGB(wanted >> 16 & 0xff, wanted >> 8 & 0xff, wanted & 0xff);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                if (farthest(rgb, picture.palette.getRGB(picture.getPixel(x, y))) < 8) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double difference(ImageData one, ImageData other) {
        int count = 0;
        for (int y = 0; y < one.height; y++) {
            for (int x = 0; x < one.width; x++) {
                count += farthest(one.palette.getRGB(one.getPixel(x, y)),
                        other.palette.getRGB(other.getPixel(x, y))) > CLEARLY ? 1 : 0;
            }
        }
        return (double) count / (one.width * one.height);
    }

    private static int farthest(RGB one, RGB other) {
        return Math.max(Math.abs(one.red - other.red),
                Math.max(Math.abs(one.green - other.green), Math.abs(one.blue - other.blue)));
    }
}
