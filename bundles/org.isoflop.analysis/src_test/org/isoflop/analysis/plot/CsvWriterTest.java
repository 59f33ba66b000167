package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    private static final Axis X = Axis.of("C, in FLOP", Unit.FLOP, Scale.LOG, 1, 10,
            TickLabels.POWERS, Locale.ENGLISH);
    private static final Axis Y = Axis.of("L", Unit.ONE, Scale.LINEAR, 0, 1, TickLabels.PLAIN,
            Locale.ENGLISH);

    private static Plot plot(Series... series) {
        return new Plot("p", "t", "d", X, Y, List.of(series),
                List.of(new Band("b", "g", new double[] {1}, new double[] {0.25}, new double[] {0.75}, 0)),
                List.of(new Rule("r", "Budget", Orientation.VERTICAL, 5.76e23),
                        new Rule("h", "E", Orientation.HORIZONTAL, 1.69)),
                List.of(new Label("here", 2, 0.5, Anchor.ABOVE)), List.of());
    }

    @Test
    void everythingThatIsDrawnIsARow() {
        Series series = new Series("s", "Law", "Law, solid", new double[] {1e18, 3.14e23},
                new double[] {3.5, Double.NaN}, Line.SOLID, Marker.NONE, 0, List.of("a \"b\"", ""));
        assertEquals(String.join("\r\n", "kind,id,group,name,label,\"C, in FLOP\",L,low,high",
                "series,s,Law,\"Law, solid\",\"a \"\"b\"\"\",1e18,3.5,,", "series,s,Law,\"Law, solid\",,3.14e23,,,",
                "band,b,g,,,1,,0.25,0.75", "rule,r,,,Budget,5.76e23,,,", "rule,h,,,E,,1.69,,", "label,,,,here,2,0.5,,",
                ""), CsvWriter.write(plot(series)));
    }

    @Test
    void readingGivesTheDoublesThatWereDrawn() {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> drawn = new ArrayList<>();
        double[] x = new double[1000];
        double[] y = new double[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(random.nextDouble(-700, 700));
            y[i] = random.nextDouble(-1e-9, 1e9);
            drawn.add(x[i]);
            drawn.add(y[i]);
        }
        List<Double> read = new ArrayList<>();
        CsvWriter.write(plot(new Series("s", "g", "n", x, y, Line.NONE, Marker.CIRCLE, 0, List.of()))).lines()
                .filter(line -> line.startsWith("series")).forEach(line -> {
                    String[] cells = line.split(",");
                    read.add(Double.parseDouble(cells[5]));
                    read.add(Double.parseDouble(cells[6]));
                });
        assertEquals(drawn, read);
    }

    @Test
    void formulasOfSpreadsheetsAreDisarmed() {
        for (String start : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
            String csv = CsvWriter.write(plot(new Series("s", start + "cmd|' /C calc'!A0", "n", new double[] {1},
                    new double[] {-1}, Line.NONE, Marker.CIRCLE, 0, List.of())));
            assertTrue(csv.contains("'" + start + "cmd"), csv);
            assertTrue(csv.contains(",1,-1,,"), "numbers stay numbers");
        }
    }
}
