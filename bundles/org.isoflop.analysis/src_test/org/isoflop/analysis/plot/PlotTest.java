package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

import javax.xml.parsers.DocumentBuilderFactory;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.plot.PlotLayout.Role;
import org.isoflop.analysis.plot.PlotLayout.Text;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

    private static Axis axis(String title, double low, double high, int most) {
        return new Axis(title, Unit.ONE, Scale.LOG, low, high, TickLabels.POWERS, Locale.ENGLISH,
                Ticks.forAxis(Scale.LOG, low, high, most, TickLabels.POWERS, Locale.ENGLISH));
    }

    private static Series curve(String id, String group, double from, double to, Line line) {
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = from * Math.pow(to / from, i / 49.0);
            y[i] = 2 + 1000 * Math.pow(x[i], -0.15);
        }
        return new Series(id, group, id, x, y, line, Marker.NONE, 0, List.of());
    }

    private static Series points(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[count];
        double[] y = new double[count];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            x[i] = Math.pow(10, random.nextDouble(21.5, 24.5));
            y[i] = random.nextDouble(1.9, 2.6);
            labels.add("Model " + i);
        }
        return new Series("models", "Models", "Models", x, y, Line.NONE, Marker.CIRCLE_HOLLOW, 1, labels);
    }

    private static Plot plot(List<Series> series, List<Rule> rules, List<String> notes) {
        return new Plot("scaling-curves", "Loss against compute", "What the laws predict.", axis("C (FLOP)", 1e18,
                1e26, 9), axis("L (nats/token)", 1.7, 4, 8), series, List.of(), rules, List.of(), notes);
    }

    private static List<Rule> budgets() {
        return List.of(new Rule("a", "Budget of GPT-3", Orientation.VERTICAL, 3.14e23),
                new Rule("b", "Budget of Gopher", Orientation.VERTICAL, 5.76e23),
                new Rule("c", "10,000 H100 for 90 days", Orientation.VERTICAL, 3e25),
                new Rule("d", "beyond the axis", Orientation.VERTICAL, 1e30),
                new Rule("e", "E = 1.82", Orientation.HORIZONTAL, 1.82));
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** No label overlaps another text, a marker or the frame; what is left out is named; all labels are somewhere. */
    @ParameterizedTest
    @CsvSource({"5, 900, 560", "20, 900, 560", "60, 900, 560", "60, 480, 360", "150, 1200, 800", "9, 240, 180"})
    void labelsDoNotOverlap(int count, int width, int height) {
        for (long seed = 1; seed <= 5; seed++) {
            Plot plot = plot(List.of(curve("s", "Law", 1e18, 1e22, Line.SOLID), curve("d", "Law", 1e22, 1e26,
                    Line.DASHED), points(count, seed)), budgets(), List.of("A note."));
            PlotLayout layout = PlotLayout.of(plot, width, height);
            List<Text> points = layout.texts().stream().filter(text -> text.role() == Role.POINT).toList();
            List<Text> others = layout.texts().stream()
                    .filter(text -> text.role() == Role.RULE || text.role() == Role.X_TICK
                            || text.role() == Role.Y_TICK)
                    .toList();
            for (int i = 0; i < points.size(); i++) {
                Box box = points.get(i).box();
                assertTrue(layout.frame().contains(box), points.get(i)::text);
                for (int j = 0; j < i; j++) {
                    assertFalse(box.overlaps(points.get(j).box()), points.get(i).text() + " on " + points.get(j)
                            .text());
                }
                for (Text other : others) {
                    assertFalse(box.overlaps(other.box()), points.get(i).text() + " on " + other.text());
                }
                layout.markers().forEach(marker -> assertFalse(box.overlaps(marker)));
                layout.leaders().forEach(leader -> assertFalse(
                        box.grown(-0.01).crossedBy(leader.x1(), leader.y1(), leader.x2(), leader.y2())));
            }
            for (int i = 0; i < others.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(others.get(i).box().overlaps(others.get(j).box()),
                            others.get(i).text() + " on " + others.get(j).text());
                }
            }
            Set<String> shown = new HashSet<>();
            points.forEach(text -> shown.add(text.text()));
            assertEquals(points.size(), shown.size());
            shown.addAll(layout.omitted());
            for (int i = 0; i < count; i++) {
                assertTrue(shown.contains("Model " + i));
            }
        }
    }

    @Test
    void labelsWithRoomAreAllShown() {
        PlotLayout layout = PlotLayout.of(plot(List.of(points(9, 3)), budgets(), List.of()), 900, 560);
        assertEquals(Set.of(), layout.omitted());
        assertEquals(9, layout.texts().stream().filter(text -> text.role() == Role.POINT).count());
        assertEquals(List.of("10,000 H100 for 90 days", "Budget of GPT-3", "Budget of Gopher", "E = 1.82"),
                layout.texts().stream().filter(text -> text.role() == Role.RULE).map(Text::text).sorted().toList());
    }

    @Test
    void namesThatFoundNoRoomStandInTheNotes() {
        PlotLayout layout = PlotLayout.of(plot(List.of(points(60, 1)), List.of(), List.of()), 400, 300);
        assertFalse(layout.omitted().isEmpty());
        String notes = String.join(" ",
                layout.texts().stream().filter(text -> text.role() == Role.NOTE).map(Text::text).toList());
        assertTrue(notes.startsWith("\u2217 Model "), notes);
    }

    @Test
    void everyTextIsInsideThePicture() {
        for (int[] size : new int[][] {{900, 560}, {480, 360}, {240, 180}, {2000, 1200}}) {
            PlotLayout layout = PlotLayout.of(plot(List.of(curve("s", "A law with a rather long name, as laws have",
                    1e18, 1e26, Line.SOLID), points(9, 2)), budgets(), List.of("A note.")), size[0], size[1]);
            Box picture = new Box(0, 0, size[0], size[1]);
            layout.texts().forEach(text -> assertTrue(picture.contains(text.box()), text + " in "
                    + Arrays.toString(size)));
        }
    }

    @Test
    void solidAndDashedPartsShareOneEntry() {
        PlotLayout layout = PlotLayout.of(plot(List.of(curve("s", "Law", 1e18, 1e22, Line.SOLID),
                curve("d", "Law", 1e22, 1e26, Line.DASHED), points(3, 1)), List.of(), List.of()), 900, 560);
        assertEquals(List.of("Law", "Models"), layout.entries().stream().map(PlotLayout.Entry::group).toList());
    }

    @Test
    void twoHundredSeriesAndTwoHundredThousandPoints() throws Exception {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            series.add(curve("c" + i, "Law " + i, 1e18, 1e26, Line.SOLID));
        }
        double[] x = new double[200_000];
        double[] y = new double[200_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1e18 * Math.pow(1e8, i / 200_000.0);
            y[i] = 2 + Math.sin(i / 10_000.0) / 4;
        }
        series.add(new Series("long", "Long", "Long", x, y, Line.SOLID, Marker.NONE, 2, List.of()));
        Plot plot = plot(series, List.of(), List.of());
        PlotLayout layout = PlotLayout.of(plot, 900, 560);
        assertEquals(201, layout.entries().size() + layout.hiddenEntries());
        assertTrue(layout.texts().stream().anyMatch(text -> text.text().equals("+ " + layout.hiddenEntries())));
        String svg = SvgWriter.write(plot, Theme.LIGHT, 900, 560);
        parse(svg);
        assertTrue(svg.length() < 1_000_000, () -> "the picture holds " + svg.length() + " characters");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void svgIsWellFormedTitledAndSelfContained(Theme theme) throws Exception {
        Plot plot = plot(List.of(curve("s", "Law", 1e18, 1e26, Line.SOLID), points(9, 1)), budgets(),
                List.of("A note."));
        String svg = SvgWriter.write(plot, theme, 900, 560);
        Element root = parse(svg).getDocumentElement();
        assertEquals("svg", root.getLocalName());
        assertEquals("Loss against compute", root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("What the laws predict.", root.getElementsByTagName("desc").item(0).getTextContent());
        assertFalse(svg.contains("href"));
        assertFalse(svg.contains("<script") || svg.contains("<style") || svg.contains("@import"));
        assertEquals(svg, SvgWriter.write(plot, theme, 900, 560));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
    }

    @Test
    void hostileTextsAreEscaped() throws Exception {
        String hostile = "</text><script>alert('1')</script>&\"\u0000\ud800]]>{0}%s";
        Series series = new Series("<id>", hostile, hostile, new double[] {1e20}, new double[] {2}, Line.NONE,
                Marker.SQUARE, 3, List.of(hostile));
        Plot plot = new Plot("\"><x>", hostile, hostile, axis(hostile, 1e18, 1e26, 9), axis(hostile, 1.7, 4, 8),
                List.of(series), List.of(), List.of(new Rule("r", hostile, Orientation.VERTICAL, 1e21)),
                List.of(new Label(hostile, 1e22, 3, Anchor.LEFT)), List.of(hostile));
        Document document = parse(SvgWriter.write(plot, Theme.DARK, 900, 560));
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertTrue(document.getElementsByTagName("title").item(0).getTextContent()
                .startsWith("</text><script>alert('1')"));
    }

    @Test
    void aPlotWithoutPointsSaysSoInWords() throws Exception {
        double nan = Double.NaN;
        Series gaps = new Series("g", "Law", "Law", new double[] {1e20, nan, -1, 0}, new double[] {nan, 2, 2, 2},
                Line.SOLID, Marker.CIRCLE, 0, List.of("a", "b", "c", "d"));
        for (List<Series> series : List.of(List.<Series>of(), List.of(gaps))) {
            NodeList texts = parse(SvgWriter.write(plot(series, List.of(), List.of()), Theme.LIGHT, 640, 400))
                    .getElementsByTagName("text");
            boolean said = false;
            for (int i = 0; i < texts.getLength(); i++) {
                said |= texts.item(i).getTextContent().equals("What the laws predict.");
            }
            assertTrue(said);
        }
    }

    @Test
    void gapsAndPointsFarOutsideAreNoTrouble() throws Exception {
        double[] x = {1e-300, 1e19, Double.NaN, 1e20, 1e21, 1e300, 1e22, 1e23};
        double[] y = {1e300, 3, 3, 0, 2.5, 2.5, Double.POSITIVE_INFINITY, 2.1};
        Series series = new Series("g", "Law", "Law", x, y, Line.SOLID, Marker.DIAMOND, 0, List.of());
        String svg = SvgWriter.write(plot(List.of(series), List.of(), List.of()), Theme.LIGHT, 640, 400);
        parse(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        assertTrue(svg.contains("<path d=\"M"));
    }

    @Test
    void twentyDecadesAreDrawn() throws Exception {
        Plot plot = new Plot("w", "Wide", "d", axis("x", 1e5, 1e25, 12), axis("y", 1e-10, 1e10, 12),
                List.of(curve("s", "Law", 1e5, 1e25, Line.SOLID)), List.of(), List.of(), List.of(), List.of());
        PlotLayout layout = PlotLayout.of(plot, 900, 560);
        assertTrue(layout.texts().stream().filter(text -> text.role() == Role.X_TICK).count() > 5);
        parse(SvgWriter.write(plot, Theme.LIGHT, 900, 560));
    }

    @Test
    void sizesThatCannotBeDrawnAreRefused() {
        Plot plot = plot(List.of(), List.of(), List.of());
        for (int[] size : new int[][] {{0, 0}, {1, 1}, {-5, 400}, {400, 100}, {100_000, 400}}) {
            assertThrows(DomainException.class, () -> SvgWriter.write(plot, Theme.LIGHT, size[0], size[1]));
        }
    }

    @Test
    void inconsistentPlotsAreRefused() {
        double[] one = {1};
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class,
                () -> new Series("s", "g", "n", one, two, Line.SOLID, Marker.NONE, 0, List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new Series("s", "g", "n", two, two, Line.SOLID, Marker.NONE, 0, List.of("one")));
        assertThrows(IllegalArgumentException.class, () -> new Band("b", "g", one, two, one, 0));
        Series series = points(2, 1);
        assertThrows(IllegalArgumentException.class, () -> plot(List.of(series, series), List.of(), List.of()));
        double[] mine = {1, 2};
        Series kept = new Series("s", "g", "n", mine, mine, Line.SOLID, Marker.NONE, 0, List.of());
        mine[0] = 99;
        kept.x()[1] = 99;
        assertEquals(1, kept.x()[0]);
        assertEquals(2, kept.x()[1]);
    }

    /** WCAG 2.1 contrast: 4.5 for every text, 3 for lines and markers. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void coloursReachTheirContrast(Theme theme) {
        assertTrue(contrast(theme.text(), theme.background()) >= 7);
        assertTrue(contrast(theme.quietText(), theme.background()) >= 4.5);
        Set<String> different = new HashSet<>();
        for (int i = 0; i < Palette.SIZE; i++) {
            String colour = Palette.colour(i, theme);
            assertTrue(contrast(colour, theme.background()) >= 3, colour);
            different.add(colour);
        }
        assertEquals(Palette.SIZE, different.size());
        assertEquals(Palette.colour(1, theme), Palette.colour(1 + Palette.SIZE, theme));
        assertEquals(Palette.colour(Palette.SIZE - 1, theme), Palette.colour(-1, theme));
    }

    /** Curves that share a colour differ by thickness or marks, as long as anybody can count. */
    @Test
    void twentyFourCurvesDifferWithoutADash() {
        Set<List<Object>> looks = new HashSet<>();
        for (int i = 0; i < 3 * Palette.SIZE; i++) {
            looks.add(List.of(Palette.colour(i, Theme.LIGHT), Palette.thickness(i), Palette.mark(i)));
        }
        assertEquals(3 * Palette.SIZE, looks.size());
        assertEquals(Marker.NONE, Palette.mark(Palette.SIZE - 1));
        String svg = SvgWriter.write(plot(List.of(curve("s", "Law", 1e18, 1e26, Line.SOLID)), List.of(), List.of()),
                Theme.LIGHT, 640, 400);
        assertFalse(svg.contains("stroke-dasharray"));
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.001, 0", "1.005, 1", "-1.25, -1.25", "3.1, 3.1", "2.07, 2.07", "-0.5, -0.5",
        "12345.678, 12345.68"})
    void svgNumbersAreShort(double value, String text) {
        assertEquals(text, SvgWriter.number(value));
    }
}
