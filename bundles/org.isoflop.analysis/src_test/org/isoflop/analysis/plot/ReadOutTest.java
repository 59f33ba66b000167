package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class ReadOutTest {

    private static Axis axis(String title, Scale scale, double low, double high) {
        return Axis.of(title, Unit.ONE, scale, low, high, TickLabels.PLAIN, Locale.ENGLISH);
    }

    private static Plot plot(Scale yScale, Series... series) {
        return new Plot("p", "t", "d", axis("x", Scale.LOG, 1e18, 1e26),
                axis("y", yScale, 1, 4), List.of(series), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void curvesAreReadWhereTheyAreDrawn() {
        Series curve = new Series("c", "Law", "Law", new double[] {1e20, 1e22, 1e24}, new double[] {4, 2, 1},
                Line.SOLID, Marker.NONE, 0, List.of());
        assertEquals(3, ReadOut.at(plot(Scale.LINEAR, curve), 1e21).getFirst().y(), 1e-12);
        assertEquals(Math.sqrt(8), ReadOut.at(plot(Scale.LOG, curve), 1e21).getFirst().y(), 1e-12);
        assertEquals(2, ReadOut.at(plot(Scale.LOG, curve), 1e22).getFirst().y());
        assertEquals(List.of(), ReadOut.at(plot(Scale.LOG, curve), 1e19));
        assertEquals(List.of(), ReadOut.at(plot(Scale.LOG, curve), -1));
        assertEquals(List.of(), ReadOut.at(plot(Scale.LOG, curve), Double.NaN));
    }

    @Test
    void gapsAreNotBridged() {
        Series gap = new Series("c", "Law", "Law", new double[] {1e20, 1e21, 1e22}, new double[] {4, Double.NaN, 2},
                Line.SOLID, Marker.NONE, 0, List.of());
        assertEquals(List.of(), ReadOut.at(plot(Scale.LOG, gap), 5e20));
        assertEquals(4, ReadOut.at(plot(Scale.LOG, gap), 1e20).getFirst().y());
    }

    @Test
    void pointsAreReadWhenTheyAreNear() {
        Series models = new Series("m", "Models", "Models", new double[] {3.15e23, 5.88e23}, new double[] {2.0, 1.94},
                Line.NONE, Marker.CIRCLE, 0, List.of("GPT-3", "Chinchilla"));
        ReadOut.Value value = ReadOut.at(plot(Scale.LINEAR, models), 3.2e23).getFirst();
        assertEquals(3.15e23, value.x());
        assertEquals(2.0, value.y());
        assertEquals(List.of(), ReadOut.at(plot(Scale.LINEAR, models), 1e22));
    }
}
