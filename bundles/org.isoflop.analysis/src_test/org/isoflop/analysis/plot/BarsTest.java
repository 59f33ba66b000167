package org.isoflop.analysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final double NONE = Double.NaN;

    private static Plot stacked(Orientation orientation) {
        Axis things = Axis.ofNames("layout", List.of("ZeRO 0", "ZeRO 3"), Locale.ENGLISH);
        Axis amount = Axis.of("memory (GB)", Unit.ONE, Scale.LINEAR, 0, 100, TickLabels.PLAIN, Locale.ENGLISH);
        double[] places = {1, 2};
        Bars weights = new Bars("weights", "Weights", "Weights", orientation, places, new double[] {0, 0},
                new double[] {40, 10}, 0.8, 0, List.of());
        Bars rest = new Bars("rest", "Rest", "Rest", orientation, places, new double[] {40, 10},
                new double[] {60, NONE}, 0.8, 1, List.of("all", ""));
        boolean vertical = orientation == Orientation.VERTICAL;
        return new Plot("memory", "Memory", "What a device holds", vertical ? things : amount,
                vertical ? amount : things, List.of(), List.of(), List.of(weights, rest), List.of(), List.of(),
                List.of());
    }

    @Test
    void barsLieBetweenTheirEndsAndStackWithoutAGap() {
        Plot plot = stacked(Orientation.VERTICAL);
        PlotLayout layout = PlotLayout.of(plot, 800, 500);
        Box first = layout.bar(plot.bars().get(0), 0);
        Box second = layout.bar(plot.bars().get(1), 0);
        assertEquals(layout.py(0), first.bottom(), 1e-9);
        assertEquals(layout.py(40), first.y(), 1e-9);
        assertEquals(first.y(), second.bottom(), 1e-9);
        assertEquals(layout.px(0.6), first.x(), 1e-9);
        assertEquals(layout.px(1.4), first.right(), 1e-9);
        assertNull(layout.bar(plot.bars().get(1), 1), "a gap");

        Plot lying = stacked(Orientation.HORIZONTAL);
        PlotLayout other = PlotLayout.of(lying, 800, 500);
        Box bar = other.bar(lying.bars().get(0), 1);
        assertEquals(other.px(0), bar.x(), 1e-9);
        assertEquals(other.px(10), bar.right(), 1e-9);
        assertEquals(other.py(2.4), bar.y(), 1e-9);
    }

    @Test
    void barsAreCutOffAtTheEndsOfAnAxisEvenALogarithmicOne() {
        Plot plot = stacked(Orientation.VERTICAL).within(new Limits(Scale.LINEAR, 0.5, 2.5),
                new Limits(Scale.LOG, 5, 30));
        PlotLayout layout = PlotLayout.of(plot, 800, 500);
        Box box = layout.bar(plot.bars().get(0), 0);
        assertEquals(layout.frame().y(), box.y(), 1e-9);
        assertEquals(layout.frame().bottom(), box.bottom(), 1e-9);
        assertNull(layout.bar(plot.bars().get(1), 0), "above the axis");
        assertEquals(new Limits(Scale.LOG, 10 / 1.1, 100), stacked(Orientation.VERTICAL).limits(AxisId.Y, Scale.LOG));
    }

    @Test
    void namesStayWhateverIsShown() {
        Axis names = stacked(Orientation.HORIZONTAL).y();
        Axis part = names.within(new Limits(Scale.LINEAR, 1.5, 2.5));
        assertEquals(names.ticks(), part.ticks());
        assertEquals("ZeRO 3", part.nameAt(1.9));
        assertNull(part.nameAt(3.1));
        assertNull(stacked(Orientation.HORIZONTAL).x().nameAt(1));
        PlotLayout layout = PlotLayout.of(stacked(Orientation.HORIZONTAL), 800, 500);
        assertTrue(layout.texts().stream().anyMatch(text -> text.text().equals("ZeRO 0")));
    }

    @Test
    void longNamesAreCut() {
        Axis names = Axis.ofNames("", List.of("n".repeat(200)), Locale.ENGLISH);
        Bars bars = new Bars("b", "b", "b", Orientation.HORIZONTAL, new double[] {1}, new double[] {0},
                new double[] {1}, 0.8, 0, List.of());
        Axis x = Axis.of("x", Unit.ONE, Scale.LINEAR, 0, 1, TickLabels.PLAIN, Locale.ENGLISH);
        PlotLayout layout = PlotLayout.of(new Plot("p", "t", "d", x, names, List.of(), List.of(), List.of(bars),
                List.of(), List.of(), List.of()), 700, 400);
        assertTrue(layout.frame().width() > 200);
        assertTrue(layout.texts().stream().noneMatch(text -> text.box().x() < 0));
    }

    @Test
    void barsAreDrawnReadHiddenAndColoured() {
        Plot plot = stacked(Orientation.VERTICAL);
        assertFalse(plot.isEmpty());
        assertEquals(List.of("Weights", "Rest"), plot.groups());
        assertEquals(List.of("Rest"), plot.without(Set.of("Weights")).groups());
        assertEquals(5, plot.coloured(Map.of("Rest", 5)).bars().get(1).colour());
        String svg = SvgWriter.write(plot, Theme.LIGHT, 800, 500);
        assertEquals(3 + 2, svg.split("stroke-width=\"0.8\"", -1).length - 1, "three bars and two samples");
        String csv = CsvWriter.write(plot);
        assertTrue(csv.contains("bar,weights,Weights,Weights,ZeRO 3,2,,0,10"), csv);
        assertTrue(csv.contains("bar,rest,Rest,Rest,all,1,,40,60"), csv);

        List<ReadOut.Bar> at = ReadOut.bars(plot, 1.2, NONE);
        assertEquals(List.of("weights", "rest"), at.stream().map(bar -> bar.bars().id()).toList());
        assertEquals(20, at.get(1).length());
        assertEquals(1, ReadOut.bars(plot, 2, 5).size(), "the gap is left out");
        assertEquals(List.of("weights"), ReadOut.bars(stacked(Orientation.HORIZONTAL), 5, 2).stream()
                .map(bar -> bar.bars().id()).toList());
        assertEquals(1, ReadOut.bars(stacked(Orientation.HORIZONTAL), 50, NONE).size(), "by what they cover");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> new Bars("b", "", "", Orientation.VERTICAL, one, one,
                new double[2], 1, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Bars("b", "", "", Orientation.VERTICAL, one, one, one,
                0, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Axis.ofNames("", List.of(), Locale.ENGLISH));
    }

    @Test
    void datesAreYearsWithTheirFraction() {
        assertEquals(2024, Dates.value(LocalDate.of(2024, 1, 1)));
        assertEquals(2024.5, Dates.value(LocalDate.of(2024, 7, 2)), 1e-12, "183 of 366 days");
        for (LocalDate day = LocalDate.of(2023, 12, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            assertEquals(day, Dates.date(Dates.value(day)));
        }
        assertEquals("Mar 2023", Dates.text(2023.2, 10, Locale.ENGLISH));
        assertEquals("14 Mar 2023", Dates.text(Dates.value(LocalDate.of(2023, 3, 14)), 2, Locale.ENGLISH));
    }

    @Test
    void axesOfDatesAreMarkedWhereYearsMonthsOrDaysBegin() {
        assertEquals(List.of("2018", "2020", "2022", "2024"), labels(2017.2, 2024.9, 5));
        assertEquals(List.of("Jan 2023", "Apr 2023", "Jul 2023", "Oct 2023", "Jan 2024", "Apr 2024"),
                labels(2022.9, 2024.3, 10));
        assertEquals(List.of("1 Mar 2023", "2 Mar 2023"), labels(Dates.value(LocalDate.of(2023, 3, 1)) - 1e-3,
                Dates.value(LocalDate.of(2023, 3, 2)) + 1e-3, 10));
        Axis axis = Axis.of("date", Unit.ONE, Scale.LINEAR, 2017, 2025, TickLabels.DATES, Locale.FRENCH);
        assertTrue(axis.within(new Limits(Scale.LINEAR, 2023, 2024)).ticks().stream()
                .anyMatch(tick -> tick.label().equals("mars 2023")));
        assertTrue(Ticks.forAxis(Scale.LINEAR, -1e9, 1e9, 10, TickLabels.DATES, Locale.ENGLISH).size() < 20);
    }

    private static List<String> labels(double low, double high, int most) {
        return Ticks.forAxis(Scale.LINEAR, low, high, most, TickLabels.DATES, Locale.ENGLISH).stream()
                .map(Tick::label).filter(label -> !label.isEmpty()).toList();
    }
}
