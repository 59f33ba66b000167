package org.isoflop.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.plot.Tick;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.chart.PlotFile;
import org.isoflop.core.chart.PlotFile.Format;
import org.isoflop.ui.Messages;
import org.isoflop.ui.chart.ChartState.AxisState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the user does with a chart, by mouse, wheel and keys, whatever draws its curves. */
class ChartControlTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private Shell shell;
    private ChartControl chart;
    private String said = "";
    private int changes;

    @BeforeEach
    void open() {
        shell = new Shell(Display.getCurrent(), SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(WIDTH, HEIGHT);
        chart = new ChartControl(shell);
        chart.onReadOut(sentence -> said = sentence);
        chart.onChange(() -> changes++);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    static Stream<Plot> hardPlots() {
        return Plots.hard();
    }

    @ParameterizedTest
    @MethodSource("hardPlots")
    void drawsWhatItCanOfHardPlots(Plot plot) {
        for (Theme theme : Theme.values()) {
            chart.show(plot, theme);
            assertEquals(plot, chart.plot());
            picture();
            Point middle = middle();
            send(SWT.MouseMove, middle.x, middle.y, 0, 0);
            press(SWT.END, 0);
            picture();
            wheel(middle, 3, 0);
            for (AxisId axis : AxisId.values()) {
                for (Scale scale : Scale.values()) {
                    chart.setScale(axis, scale);
                    picture();
                }
            }
            Set<String> groups = Set.copyOf(chart.model().groups());
            groups.forEach(chart::toggle);
            picture();
            chart.showAll();
            chart.reset();
        }
    }

    @Test
    void survivesEverySize() {
        chart.show(Plots.simple(), Theme.LIGHT);
        for (int[] size : new int[][] {{1, 1}, {0, 0}, {2000, 3}, {3, 1200}, {60, 60}, {100, 70}, {200, 120},
            {559, 300}, {560, 300}}) {
            shell.setSize(size[0], size[1]);
            shell.layout();
            pump();
            send(SWT.MouseMove, 20, 20, 0, 0);
            send(SWT.MouseDown, 20, 20, 1, 0);
            send(SWT.MouseUp, 20, 20, 1, 0);
            wheel(new Point(20, 20), 3, 0);
            press(SWT.ARROW_RIGHT, 0);
            picture();
        }
        chart.reset();
        shell.setSize(WIDTH, HEIGHT);
        shell.layout();
        pump();
        assertTrue(holds(picture(), Palette.colour(0, Theme.LIGHT)));
    }

    @Test
    void drawsCurvesWhereTheAxesSayTheyAre() {
        chart.show(Plots.simple(), Theme.LIGHT);
        ImageData picture = picture();
        Rectangle area = chart.scene().area();
        int column = area.x + area.width * 3 / 8;
        int row = area.y + area.height * 8 / 10;
        assertTrue(nearby(picture, column, row, Palette.colour(0, Theme.LIGHT)), "Low stands at 2 of 10");
        assertFalse(nearby(picture, column, row - 20, Palette.colour(0, Theme.LIGHT)));
        assertTrue(nearby(picture, column, area.y + area.height * 2 / 10, Palette.colour(1, Theme.LIGHT)));
    }

    @Test
    void theWheelZoomsAtThePointerAndBackToExactlyWhereItBegan() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        Point pointer = new Point(area.x + area.width / 3, area.y + area.height / 4);
        double x = xAt(pointer.x);
        double y = yAt(pointer.y);
        for (int i = 0; i < 60; i++) {
            wheel(pointer, 3, 0);
        }
        // Longer tick labels may have moved the frame a little.
        assertEquals(pointer.x, chart.scene().column(chart.shown().x().share(x)), 60);
        assertEquals(pointer.y, chart.scene().row(chart.shown().y().share(y)), 60);
        assertTrue(chart.shown().x().high() / chart.shown().x().low() < 1.01);
        assertTrue(chart.canUndoZoom());
        for (int i = 0; i < 60; i++) {
            wheel(pointer, -3, 0);
        }
        assertEquals(chart.plot().x().limits(), chart.shown().x().limits());
        assertEquals(chart.plot().y().limits(), chart.shown().y().limits());
        assertEquals(ChartState.INITIAL, chart.state());
    }

    @Test
    void smallTurnsOfATouchpadAddUp() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Point middle = middle();
        wheel(middle, 3, 0);
        Limits once = chart.shown().x().limits();
        chart.reset();
        for (int i = 0; i < 3; i++) {
            wheel(middle, 1, 0);
        }
        assertTrue(once.isNear(chart.shown().x().limits()));
        chart.undoZoom();
        assertFalse(chart.state().x().isZoomed(), "turns without a pause are undone together");
    }

    @Test
    void zoomingEndsWhereDoublesDo() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Point middle = middle();
        for (int turn : new int[] {15, -15}) {
            for (int i = 0; i < 1500; i++) {
                wheel(middle, turn, 0);
            }
            picture();
            assertTrue(Double.isFinite(chart.shown().x().high() - chart.shown().x().low()));
        }
        chart.reset();
        assertEquals(chart.plot(), chart.shown());
    }

    @ParameterizedTest
    @CsvSource({"SHIFT, true, false", "CTRL, false, true", "NONE, true, true"})
    void modifiersZoomOneAxis(String modifier, boolean x, boolean y) {
        chart.show(Plots.simple(), Theme.LIGHT);
        wheel(middle(), 3, switch (modifier) {
            case "SHIFT" -> SWT.SHIFT;
            case "CTRL" -> SWT.MOD1;
            default -> 0;
        });
        assertEquals(x, chart.state().x().isZoomed());
        assertEquals(y, chart.state().y().isZoomed());
    }

    @Test
    void theWheelOverAnAxisZoomsThatAxis() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        wheel(new Point(area.x + area.width / 2, area.y + area.height + 10), 3, 0);
        assertTrue(chart.state().x().isZoomed() && !chart.state().y().isZoomed());
        chart.reset();
        wheel(new Point(area.x - 10, area.y + area.height / 2), 3, 0);
        assertTrue(!chart.state().x().isZoomed() && chart.state().y().isZoomed());
    }

    @Test
    void aDragZoomsIntoItsRectangle() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        int left = area.x + area.width / 4;
        int right = area.x + area.width * 3 / 4;
        double low = xAt(left);
        double high = xAt(right);
        double bottom = yAt(area.y + area.height / 2);
        drag(1, 0, right, area.y + area.height / 2, left, area.y + 20);
        assertEquals(low, chart.shown().x().low(), low * 1e-9);
        assertEquals(high, chart.shown().x().high(), high * 1e-9);
        assertEquals(bottom, chart.shown().y().low(), 1e-9);
        assertEquals(1, changes);
        chart.reset();
        drag(1, 0, left, area.y + 100, right, area.y + 103);
        assertTrue(chart.state().x().isZoomed() && !chart.state().y().isZoomed(), "a flat rectangle means x alone");
    }

    @Test
    void escapeLeavesTheZoomAsItWas() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        send(SWT.MouseDown, area.x + 50, area.y + 50, 1, 0);
        send(SWT.MouseMove, area.x + 200, area.y + 150, 0, SWT.BUTTON1);
        press(SWT.ESC, 0);
        send(SWT.MouseUp, area.x + 200, area.y + 150, 1, SWT.BUTTON1);
        assertEquals(ChartState.INITIAL, chart.state());
        send(SWT.MouseDown, area.x + 50, area.y + 50, 2, 0);
        send(SWT.MouseMove, area.x + 200, area.y + 150, 0, SWT.BUTTON2);
        assertTrue(chart.state().x().isZoomed());
        press(SWT.ESC, 0);
        assertEquals(ChartState.INITIAL, chart.state());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void aDragWithShiftOrTheMiddleButtonPans(int button, boolean shift) {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        int from = area.x + area.width / 4;
        double value = xAt(from);
        drag(button, shift ? SWT.SHIFT : 0, from, area.y + 100, from + 150, area.y + 60);
        assertEquals(value, xAt(from + 150), value * 1e-6);
        Limits once = chart.shown().x().limits();
        for (int i = 0; i < 30; i++) {
            drag(button, shift ? SWT.SHIFT : 0, area.x + 10, area.y + 100, area.x + area.width - 10, area.y + 100);
        }
        assertTrue(chart.shown().x().high() < 1, "the data have left the picture");
        picture();
        for (int i = 0; i < 30; i++) {
            chart.undoZoom();
        }
        assertEquals(once, chart.shown().x().limits());
        chart.reset();
        assertEquals(chart.plot(), chart.shown());
    }

    @Test
    void aDoubleClickShowsAll() {
        chart.show(Plots.simple(), Theme.LIGHT);
        wheel(middle(), 9, 0);
        Point middle = middle();
        send(SWT.MouseDown, middle.x, middle.y, 1, 0);
        send(SWT.MouseUp, middle.x, middle.y, 1, SWT.BUTTON1);
        send(SWT.MouseDown, middle.x, middle.y, 1, 0);
        send(SWT.MouseDoubleClick, middle.x, middle.y, 1, 0);
        send(SWT.MouseUp, middle.x, middle.y, 1, SWT.BUTTON1);
        assertEquals(ChartState.INITIAL, chart.state());
    }

    @Test
    void keysZoomPanAndGoBack() {
        chart.show(Plots.simple(), Theme.LIGHT);
        type('+');
        Limits first = chart.shown().x().limits();
        type('+');
        Limits second = chart.shown().x().limits();
        type('-');
        assertEquals(first, chart.shown().x().limits());
        press(SWT.BS, 0);
        assertEquals(second, chart.shown().x().limits());
        press(SWT.ARROW_LEFT, SWT.ALT);
        assertEquals(first, chart.shown().x().limits());
        press(SWT.BS, 0);
        assertFalse(chart.canUndoZoom());
        press(SWT.ARROW_RIGHT, SWT.ALT);
        assertEquals(first, chart.shown().x().limits());
        press(SWT.BS, SWT.SHIFT);
        assertEquals(second, chart.shown().x().limits());
        type('0');
        assertEquals(ChartState.INITIAL, chart.state());
        press(SWT.ARROW_RIGHT, SWT.MOD1);
        assertTrue(chart.shown().x().low() > 1);
        press(SWT.ARROW_UP, SWT.MOD1);
        assertTrue(chart.shown().y().low() > 0);
    }

    @Test
    void theReadOutNamesAllSeriesWithTheirUnits() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        send(SWT.MouseMove, area.x + area.width / 4 + 30, area.y + area.height / 2 - 60, 0, 0);
        assertTrue(said.startsWith("Compute"), said);
        assertTrue(said.contains("FLOP") && said.contains(line("Low", 2)) && said.contains(line("High", 8)), said);
        assertFalse(said.contains("first"), said);
        send(SWT.MouseMove, area.x + area.width / 4, area.y + area.height / 2, 0, 0);
        assertTrue(said.contains("first"), said);
        chart.toggle("Low");
        assertFalse(chart.sentence().contains("Low"), chart.sentence());
        send(SWT.MouseExit, 0, 0, 0, 0);
        assertEquals("", said);
    }

    private String line(String name, double value) {
        return Messages.text("chart.readOut.value", name,
                new AxisText(chart.shown().y(), Locale.getDefault()).value(value));
    }

    @Test
    void arrowsMoveTheCursorAlong() {
        chart.show(Plots.simple(), Theme.LIGHT);
        press(SWT.HOME, 0);
        String start = said;
        press(SWT.ARROW_RIGHT, 0);
        assertNotEquals(start, said);
        press(SWT.ARROW_LEFT, 0);
        assertEquals(start, said);
        press(SWT.END, 0);
        press(SWT.ARROW_RIGHT, SWT.SHIFT);
        assertTrue(said.contains(line("Low", 2)), said);
        press(SWT.ESC, 0);
        assertEquals("", said);
    }

    @Test
    void digitsGrowWithTheZoom() {
        chart.show(Plots.simple(), Theme.LIGHT);
        chart.setLimits(AxisId.Y, 1.99999, 2.00001);
        AxisText text = new AxisText(chart.shown().y(), Locale.ENGLISH);
        assertEquals("2.000001\u202fnats/token", text.value(2.000001));
        assertEquals("2.000002\u202fnats/token", text.value(2.000002));
    }

    @Test
    void movingThePointerRedrawsNoMoreThanItCovers() {
        chart.show(Plots.simple(), Theme.LIGHT);
        pump();
        Scene scene = chart.scene();
        List<Integer> heights = new ArrayList<>();
        chart.control().addListener(SWT.Paint, event -> heights.add(event.height));
        Rectangle area = scene.area();
        for (int i = 0; i < 20; i++) {
            send(SWT.MouseMove, area.x + 100 + 5 * i, area.y + 100 + 5 * i, 0, 0);
            pump();
        }
        assertEquals(scene, chart.scene(), "nothing is laid out anew");
        assertTrue(heights.stream().allMatch(height -> height < HEIGHT), heights::toString);
    }

    @Test
    void shiftAndAClickMeasure() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle area = chart.scene().area();
        click(area.x + area.width / 4, area.y + area.height / 2 + 2, SWT.SHIFT);
        click(area.x + area.width / 2 + 1, area.y + area.height * 4 / 10, SWT.SHIFT);
        assertEquals(new Measure(10, 5, 100, 6), chart.measure(), "markers nearby are met exactly");
        AxisText x = new AxisText(chart.shown().x(), Locale.getDefault());
        AxisText y = new AxisText(chart.shown().y(), Locale.getDefault());
        for (String part : List.of(x.difference(90), x.ratio(10), y.difference(1), y.ratio(1.2))) {
            assertTrue(said.contains(part), said);
        }
        assertEquals(ChartState.INITIAL, chart.state());
        picture();
        press(SWT.ESC, 0);
        assertNull(chart.measure());
        chart.startMeasure();
        click(area.x + area.width / 4, area.y + area.height / 2, 0);
        click(area.x + area.width / 2, area.y + area.height * 4 / 10, 0);
        assertTrue(chart.measure().isComplete());
        press(SWT.ESC, 0);
        press(SWT.HOME, 0);
        type('m');
        press(SWT.END, 0);
        type('m');
        assertEquals(new Measure(1, 2, 1e4, 2), chart.measure(), "by keys, along the first curve");
    }

    @Test
    void theLegendHidesAndShows() {
        chart.show(Plots.simple(), Theme.LIGHT);
        assertTrue(holds(area(picture()), Palette.colour(1, Theme.LIGHT)));
        clickEntry("High", 0);
        assertEquals(Set.of("High"), chart.state().hidden());
        assertFalse(holds(area(picture()), Palette.colour(1, Theme.LIGHT)));
        assertTrue(chart.shown().series().stream().noneMatch(series -> series.group().equals("High")));
        assertEquals(3, chart.scene().layout().entries().size(), "what is hidden stays in the legend");
        clickEntry("High", 0);
        assertEquals(ChartState.INITIAL, chart.state());
        clickEntry("Low", SWT.MOD1);
        assertEquals(Set.of("High", "Models"), chart.state().hidden());
        clickEntry("Low", SWT.MOD1);
        assertEquals(Set.of(), chart.state().hidden());
        Rectangle box = entry("Models");
        send(SWT.MouseDown, box.x + 3, box.y + 3, 1, 0);
        send(SWT.MouseDown, box.x + 3, box.y + 3, 1, 0);
        send(SWT.MouseDoubleClick, box.x + 3, box.y + 3, 1, 0);
        assertEquals(Set.of("Low", "High"), chart.state().hidden());
        clickEntry("Models", 0);
        picture();
        assertEquals(3, chart.state().hidden().size(), "all may be hidden");
    }

    @Test
    void hoveringAnEntryLetsTheOthersFade() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Rectangle box = entry("Low");
        send(SWT.MouseMove, box.x + 3, box.y + 3, 0, 0);
        assertFalse(holds(area(picture()), Palette.colour(1, Theme.LIGHT)));
        assertTrue(holds(area(picture()), Palette.colour(0, Theme.LIGHT)));
        send(SWT.MouseExit, 0, 0, 0, 0);
        assertTrue(holds(area(picture()), Palette.colour(1, Theme.LIGHT)));
        chart.highlight("High");
        assertFalse(holds(area(picture()), Palette.colour(0, Theme.LIGHT)));
        assertEquals("High", chart.state().highlighted());
    }

    @Test
    void theLegendIsReachedByKeys() {
        chart.show(Plots.simple(), Theme.LIGHT);
        press(SWT.ARROW_DOWN, 0);
        assertEquals(Messages.text("chart.legend.shown", "Low"), said);
        press(SWT.ARROW_DOWN, 0);
        type(' ');
        assertEquals(Set.of("High"), chart.state().hidden());
        assertEquals(Messages.text("chart.legend.hidden", "High"), said);
        press(SWT.CR, 0);
        assertEquals(Set.of("Low", "Models"), chart.state().hidden());
        press(SWT.ESC, 0);
        assertNull(chart.entry());
    }

    @Test
    void aLongLegendScrolls() {
        chart.show(Plots.manySeries(200), Theme.LIGHT);
        PlotLayout layout = chart.scene().layout();
        assertEquals(200, layout.entries().size() + layout.hiddenEntries());
        assertEquals("Law 0", layout.entries().get(0).group());
        Rectangle box = ChartPainter.rectangle(layout.entries().get(0).box());
        for (int i = 0; i < 300; i++) {
            wheel(new Point(box.x + 3, box.y + 3), -3, 0);
        }
        List<PlotLayout.Entry> entries = chart.scene().layout().entries();
        assertEquals("Law 199", entries.get(entries.size() - 1).group());
        assertEquals(ChartState.INITIAL, chart.state());
        press(SWT.ARROW_DOWN, 0);
        assertEquals("Law 0", chart.scene().layout().entries().get(0).group(), "keys bring their entry into view");
    }

    @Test
    void valuesWithoutALogarithmAreGapsAndANoteSaysSo() {
        Plot plot = Plots.of(Plots.axis(Scale.LINEAR, -5, 5), Plots.loss(Scale.LINEAR, -1, 4),
                Plots.curve("s", 0, new double[] {-4, 0, 2, 4}, new double[] {1, 2, 3, -1}));
        chart.show(plot, Theme.LIGHT);
        chart.setScale(AxisId.X, Scale.LOG);
        assertEquals(Scale.LOG, chart.shown().x().scale());
        assertEquals(List.of(Messages.text("chart.note.notAboveZero", 2)), chart.shown().notes());
        chart.setScale(AxisId.Y, Scale.LOG);
        assertEquals(List.of(Messages.text("chart.note.notAboveZero", 3)), chart.shown().notes());
        picture();
        chart.toggle("s");
        assertEquals(List.of(), chart.shown().notes());
        chart.setScale(AxisId.X, Scale.LINEAR);
        chart.setScale(AxisId.Y, Scale.LINEAR);
        chart.showAll();
        assertEquals(plot, chart.shown());
        assertEquals(ChartState.INITIAL, chart.state());
    }

    @Test
    void typedLimitsAreShownOrRefusedInWords() {
        chart.show(Plots.simple(), Theme.LIGHT);
        chart.setLimits(AxisId.X, 10, 100);
        assertEquals(new Limits(Scale.LOG, 10, 100), chart.shown().x().limits());
        assertThrows(IllegalArgumentException.class, () -> chart.setLimits(AxisId.X, 0, 1));
        assertEquals(new LimitsInput(chart.shown().x(), Scale.LOG, "10", "100"), LimitsInput.of(chart.shown().x()));
        assertEquals(new Limits(Scale.LOG, 1e18, 5e24),
                new LimitsInput(chart.shown().x(), Scale.LOG, "1e18", "5\u00d710^24 FLOP").limits());
        assertNull(refusal(Scale.LINEAR, "-5", "0"));
        String title = chart.shown().x().title();
        assertEquals(Messages.text("chart.limits.notAboveZero", title, "0"), refusal(Scale.LOG, " 0", "7"));
        assertEquals(Messages.text("chart.limits.order", title, "7", "7"), refusal(Scale.LOG, "7", "7"));
        assertTrue(refusal(Scale.LOG, "many", "7").startsWith(title));
        assertTrue(refusal(Scale.LOG, "", "7").startsWith(title));
        assertTrue(refusal(Scale.LINEAR, "NaN", "7").startsWith(title));
        assertTrue(refusal(Scale.LINEAR, "-1e308", "1.7e308").startsWith(title));
    }

    private String refusal(Scale scale, String low, String high) {
        return new LimitsInput(chart.shown().x(), scale, low, high).refusal();
    }

    @Test
    void theDialogOfLimitsSetsThem() {
        chart.show(Plots.simple(), Theme.LIGHT);
        LimitsDialog dialog = new LimitsDialog(shell, chart);
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.type(AxisId.X, Scale.LOG, "1", "many");
        assertTrue(dialog.getErrorMessage().startsWith(chart.shown().x().title()));
        dialog.type(AxisId.X, Scale.LINEAR, "0", "2 000");
        assertNull(dialog.getErrorMessage());
        dialog.okPressed();
        assertEquals(new Limits(Scale.LINEAR, 0, 2000), chart.shown().x().limits());
        assertEquals(chart.plot().y().limits(), chart.shown().y().limits());
        chart.undoZoom();
        assertEquals(chart.plot(), chart.shown());
    }

    @Test
    void anAxisIsMarkedAtPowersOfTwo() {
        chart.show(Plots.simple(), Theme.LIGHT);
        LimitsDialog dialog = new LimitsDialog(shell, chart);
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.type(AxisId.X, Scale.LOG_2, "1", "64");
        assertNull(dialog.getErrorMessage());
        dialog.okPressed();
        assertEquals(List.of("1", "2", "4", "8", "16", "32", "64"),
                chart.shown().x().ticks().stream().map(Tick::label).toList());
        picture();
        chart.undoZoom();
        assertEquals(chart.plot(), chart.shown());
    }

    @Test
    void anEntryOfTheLegendTakesAnotherColour() {
        chart.show(Plots.simple(), Theme.LIGHT);
        assertTrue(holds(area(picture()), Palette.colour(1, Theme.LIGHT)));
        Rectangle box = entry("High");
        send(SWT.MouseMove, box.x + 3, box.y + 3, 0, 0);
        MenuItem colours = item("chart.menu.colour", "High");
        MenuItem violet = child(colours.getMenu(), Messages.text("chart.colour.6"));
        assertTrue(child(colours.getMenu(), Messages.text("chart.colour.1")).getSelection());
        assertNotNull(violet.getImage());
        violet.setSelection(true);
        violet.notifyListeners(SWT.Selection, new Event());
        assertEquals(Map.of("High", 6), chart.state().colours());
        send(SWT.MouseMove, 1, 1, 0, 0);
        ImageData picture = area(picture());
        assertTrue(holds(picture, Palette.colour(6, Theme.LIGHT)));
        assertFalse(holds(picture, Palette.colour(1, Theme.LIGHT)));
        assertTrue(chart.shown().series().stream().filter(series -> series.group().equals("High"))
                .allMatch(series -> series.colour() == 6), "what is exported has the colour too");
        send(SWT.MouseMove, box.x + 3, box.y + 3, 0, 0);
        child(item("chart.menu.colour", "High").getMenu(), Messages.text("chart.menu.usualColours"))
                .notifyListeners(SWT.Selection, new Event());
        assertEquals(chart.plot(), chart.shown());
    }

    /** An item of the chart's menu, as it is when it opens. */
    private MenuItem item(String key, Object... values) {
        Menu menu = chart.control().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return child(menu, Messages.text(key, values));
    }

    private static MenuItem child(Menu menu, String text) {
        return Arrays.stream(menu.getItems()).filter(item -> item.getText().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void whatTheUserMadeOfAChartOutlivesItsPlot() {
        chart.show(Plots.simple(), Theme.LIGHT);
        ChartState state = new ChartState(Set.of("High", "not there"), Map.of("Low", 5), "Low", new AxisState(null,
                10.0, 100.0),
                new AxisState(Scale.LOG, null, null));
        chart.restore(state);
        chart.show(Plots.manySeries(3), Theme.DARK);
        chart.show(Plots.simple(), Theme.DARK);
        assertEquals(state, chart.state());
        assertEquals(new Limits(Scale.LOG, 10, 100), chart.shown().x().limits());
        assertEquals(Scale.LOG, chart.shown().y().scale());
        chart.restore(new ChartState(Set.of(), Map.of(), null, new AxisState(Scale.LOG, -1.0, 5.0), AxisState.INITIAL));
        assertEquals(chart.plot().x().limits(), chart.shown().x().limits(), "limits that cannot be shown are not");
        assertEquals(0, changes, "only the user's own changes are told");
    }

    @Test
    void thePictureFollowsTheTheme() {
        for (Theme theme : Theme.values()) {
            chart.show(Plots.simple(), theme);
            ImageData picture = picture();
            assertTrue(near(picture, 2, 2, theme.background()));
            assertTrue(holds(picture, Palette.colour(0, theme)));
        }
    }

    @Test
    void aCopyIsTwiceAsFineAndLight() {
        chart.show(Plots.simple(), Theme.DARK);
        press('c', SWT.MOD1);
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        try {
            ImageData copy = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
            assertEquals(2 * WIDTH, copy.width);
            assertEquals(2 * HEIGHT, copy.height);
            assertTrue(near(copy, 3, 3, Theme.LIGHT.background()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void whatIsShownIsExported(@TempDir Path folder) throws Exception {
        chart.show(Plots.simple(), Theme.LIGHT);
        chart.toggle("High");
        ChartExport export = new ChartExport(shell);
        for (Format format : Format.values()) {
            Path file = folder.resolve("chart" + format.suffix());
            Job job = export.write(chart.shown(), new PlotFile(format, Theme.LIGHT, 400, 300, 2), file);
            job.join();
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertEquals(format == Format.PNG, text.startsWith("\u0089PNG"));
            assertTrue(format == Format.PNG || text.contains("Low") && !text.contains("High"));
        }
        assertThrows(IllegalArgumentException.class, () -> new PlotFile(Format.PNG, Theme.LIGHT, 8000, 8000, 8));
    }

    @Test
    void theMenuOffersWhatHasAnEffect() {
        chart.show(Plots.simple(), Theme.LIGHT);
        Menu menu = chart.control().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        assertFalse(item(menu, "chart.menu.undoZoom").isEnabled());
        item(menu, "chart.menu.zoomIn").notifyListeners(SWT.Selection, new Event());
        assertTrue(chart.state().x().isZoomed());
        menu.notifyListeners(SWT.Show, new Event());
        item(menu, "chart.menu.undoZoom").notifyListeners(SWT.Selection, new Event());
        assertFalse(chart.state().x().isZoomed());
        assertTrue(item(menu, "chart.menu.xLog").getSelection());
        item(menu, "chart.menu.xLog").notifyListeners(SWT.Selection, new Event());
        assertEquals(Scale.LINEAR, chart.shown().x().scale());
    }

    private static MenuItem item(Menu menu, String key) {
        return Stream.of(menu.getItems()).filter(item -> item.getText().equals(Messages.text(key))).findFirst()
                .orElseThrow();
    }

    @Test
    void aThousandUpdatesLeaveNothingBehind() {
        List<Error> lost = new ArrayList<>();
        Resource.setNonDisposeHandler(lost::add);
        try {
            update(300);
            long before = heap();
            int listeners = listeners();
            update(1000);
            assertEquals(listeners, listeners());
            long grown = heap() - before;
            assertTrue(grown < 2_000_000, () -> "the heap has grown by " + grown);
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertTrue(lost.isEmpty(), () -> lost.get(0).toString());
    }

    private void update(int times) {
        chart.show(Plots.manySeries(10), Theme.LIGHT);
        Point middle = middle();
        Image image = new Image(shell.getDisplay(), WIDTH, HEIGHT);
        for (int i = 0; i < times; i++) {
            chart.show(Plots.manySeries(10 + i % 3), i % 2 == 0 ? Theme.LIGHT : Theme.DARK);
            send(SWT.MouseMove, middle.x + i % 100, middle.y, 0, 0);
            GC gc = new GC(image);
            assertTrue(chart.control().print(gc));
            gc.dispose();
        }
        image.dispose();
        pump();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private int listeners() {
        int count = 0;
        for (int type = 1; type < 60; type++) {
            count += chart.control().getListeners(type).length;
        }
        return count;
    }

    @Test
    void aClosedChartIsLeftAlone() {
        chart.show(Plots.simple(), Theme.LIGHT);
        shell.dispose();
        chart.show(Plots.simple(), Theme.DARK);
        chart.reset();
        chart.zoomIn();
        chart.highlight("Low");
        assertTrue(chart.control().isDisposed());
    }

    private Point middle() {
        Rectangle area = chart.scene().area();
        return new Point(area.x + area.width / 2, area.y + area.height / 2);
    }

    private double xAt(int column) {
        return chart.shown().x().value(chart.scene().xShare(column));
    }

    private double yAt(int row) {
        return chart.shown().y().value(chart.scene().yShare(row));
    }

    private Rectangle entry(String group) {
        return ChartPainter.rectangle(chart.scene().layout().entries().stream()
                .filter(entry -> entry.group().equals(group)).findFirst().orElseThrow().box());
    }

    private void clickEntry(String group, int modifiers) {
        Rectangle box = entry(group);
        click(box.x + 3, box.y + 3, modifiers);
        send(SWT.MouseMove, 1, 1, 0, 0);
    }

    private void click(int x, int y, int modifiers) {
        send(SWT.MouseDown, x, y, 1, modifiers);
        send(SWT.MouseUp, x, y, 1, modifiers | SWT.BUTTON1);
    }

    private void drag(int button, int modifiers, int fromX, int fromY, int toX, int toY) {
        send(SWT.MouseDown, fromX, fromY, button, modifiers);
        send(SWT.MouseMove, (fromX + toX) / 2, (fromY + toY) / 2, 0, modifiers);
        send(SWT.MouseMove, toX, toY, 0, modifiers);
        send(SWT.MouseUp, toX, toY, button, modifiers);
    }

    private void wheel(Point at, int count, int modifiers) {
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.count = count;
        event.stateMask = modifiers;
        chart.control().notifyListeners(SWT.MouseVerticalWheel, event);
    }

    private void send(int type, int x, int y, int button, int modifiers) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = button;
        event.stateMask = modifiers;
        chart.control().notifyListeners(type, event);
    }

    private void press(int key, int modifiers) {
        Event event = new Event();
        event.keyCode = key;
        event.stateMask = modifiers;
        chart.control().notifyListeners(SWT.KeyDown, event);
    }

    private void type(char character) {
        Event event = new Event();
        event.keyCode = character;
        event.character = character;
        chart.control().notifyListeners(SWT.KeyDown, event);
    }

    private void pump() {
        while (shell.getDisplay().readAndDispatch()) {
            continue;
        }
    }

    private ImageData picture() {
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

    /** What lies between the axes. */
    private ImageData area(ImageData picture) {
        Rectangle area = chart.scene().area();
        ImageData part = new ImageData(area.width, area.height, picture.depth, picture.palette);
        for (int y = 0; y < area.height; y++) {
            for (int x = 0; x < area.width; x++) {
                part.setPixel(x, y, picture.getPixel(area.x + x, area.y + y));
            }
        }
        return part;
    }

    private static boolean holds(ImageData picture, String hex) {
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                if (near(picture, x, y, hex)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean nearby(ImageData picture, int x, int y, String hex) {
        boolean found = false;
        for (int offset = -2; offset <= 2; offset++) {
            found |= near(picture, x, y + offset, hex);
        }
        return found;
    }

    private static boolean near(ImageData picture, int x, int y, String hex) {
        int wanted = Integer.parseInt(hex.substring(1), 16);
        RGB rgb = picture.palette.getRGB(picture.getPixel(x, y));
        return Math.abs(rgb.red - (wanted >> 16 & 0xff)) + Math.abs(rgb.green - (wanted >> 8 & 0xff))
                + Math.abs(rgb.blue - (wanted & 0xff)) < 12;
    }
}
