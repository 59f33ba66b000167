package org.isoflop.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.CsvWriter;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.analysis.plot.Tick;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a study holds, each view draws something finite. */
class AnyStudyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyViewIsDrawnWithFiniteAxesAndReadableTicks(long seed) {
        RandomStudies studies = new RandomStudies(seed);
        StudyData data = studies.next();
        Focus focus = studies.focus(data);
        for (String view : Charts.views()) {
            ChartData chart = Charts.choose(view, data, Chosen.NOTHING, focus);
            Plot plot = Charts.plot(chart, focus, data, Locale.FRENCH, () -> false);
            axis(plot.x(), view);
            axis(plot.y(), view);
            assertFalse(plot.title().isBlank());
            assertFalse(plot.description().isBlank());
            plot.series().forEach(series -> assertFalse(series.name().isBlank(), series.id()));
            Reference before = Reference.of(plot, "before");
            Plot both = Reference.behind(plot, List.of(before, before));
            axis(both.x(), view);
            axis(both.y(), view);
            assertFalse(CsvWriter.write(both).isEmpty());
            if (data.laws().size() < 20) {
                assertTrue(SvgWriter.write(both, Theme.DARK, 500, 400).endsWith("</svg>\n")
                        || SvgWriter.write(both, Theme.DARK, 500, 400).endsWith("</svg>"));
            }
            for (Caption.Form form : Caption.Form.values()) {
                assertTrue(Caption.write(both, chart, focus, data, new Caption.Origin(null, null), Locale.FRENCH,
                        form).contains(plot.title()) || form == Caption.Form.MARKDOWN);
            }
        }
    }

    private static void axis(Axis axis, String view) {
        assertTrue(Double.isFinite(axis.low()) && Double.isFinite(axis.high()) && axis.low() < axis.high(), view);
        List<Tick> labelled = axis.ticks().stream().filter(tick -> !tick.label().isEmpty()).toList();
        assertTrue(labelled.size() >= 2, () -> view + ": " + axis);
        assertEquals(labelled.size(), labelled.stream().map(Tick::label).distinct().count(), () -> view + ": " + axis);
        labelled.forEach(tick -> assertTrue(tick.label().length() <= 14, () -> view + ": " + tick.label()));
    }

    @Test
    void drawingEndsWhenNobodyWantsItAnyMore() {
        RandomStudies studies = new RandomStudies(7);
        StudyData data = studies.next();
        while (data.laws().size() < 200) {
            data = studies.next();
        }
        StudyData large = data;
        AtomicInteger asked = new AtomicInteger();
        assertThrows(CancellationException.class,
                () -> Charts.plot(Charts.choose(Charts.NEXT_PERCENT, large, Chosen.NOTHING, Focus.NONE), Focus.NONE,
                        large, Locale.ENGLISH, () -> asked.incrementAndGet() > 3));
        assertEquals(4, asked.get());
    }
}
