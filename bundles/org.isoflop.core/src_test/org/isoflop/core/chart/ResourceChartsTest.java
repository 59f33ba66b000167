package org.isoflop.core.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Accelerator;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts of models and hardware, on entries of the catalog. */
class ResourceChartsTest {

    private static final String STUDY = """
            {
              "format": "isoflop",
              "version": 1,
              "id": "hardware",
              "name": "Hardware",
              "clusters": [
                {"id": "cluster", "devices": 64, "devicesPerNode": 8, "network": 5e10, "utilisation": 0.4,
                 "deliveries": [{"date": "2024-01-11", "devices": 16}, {"date": "2024-03-01", "devices": 48}]}
              ],
              "sites": [{"id": "site", "pue": 1.2}],
              "scenarios": [
                {"id": "scenario", "start": "2024-01-01", "site": "site", "computeBudget": 1e22,
                 "workload": {"promptTokens": 1000, "answerTokens": 250}}
              ]
            }
            """;

    private static final StudyData DATA = study(List.of("llama-3.1-8b", "codestral-mamba-7b", "deepseek-v3"),
            List.of("h100-sxm5-80gb", "groq-lpu-v1"));

    static List<String> views() {
        return Charts.resourceViews();
    }

    private static StudyData study(List<String> models, List<String> accelerators) {
        Study study = Studies.read(STUDY.getBytes(StandardCharsets.UTF_8), "hardware.isoflop").study();
        models.forEach(id -> study.getModels().add((LanguageModel) Catalog.copy(Kind.MODELS, id)));
        accelerators.forEach(id -> study.getAccelerators().add((Accelerator) Catalog.copy(Kind.HARDWARE, id)));
        if (!study.getAccelerators().isEmpty()) {
            study.getClusters().getFirst().setAccelerator(study.getAccelerators().getFirst());
        }
        return StudyMapper.map(study);
    }

    private static Plot plot(String view) {
        return Charts.plot(view, DATA, Locale.ENGLISH);
    }

    private static Series find(Plot plot, String id) {
        return plot.series().stream().filter(series -> series.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyChartIsDrawnInBothLanguagesAndSaysWhatAnEmptyStudyLacks(String view) {
        StudyData empty = StudyMapper.map(Studies.read("""
                {
                  "format": "isoflop",
                  "version": 1,
                  "id": "empty"
                }
                """.getBytes(StandardCharsets.UTF_8), "empty.isoflop").study());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Plot nothing = Charts.plot(view, empty, locale);
            assertTrue(nothing.isEmpty());
            assertTrue(nothing.description().contains(locale == Locale.ENGLISH ? "needs" : "demande"),
                    nothing.description());
            assertFalse(SvgWriter.write(nothing, Theme.DARK, 400, 300).isEmpty());
            Plot plot = Charts.plot(view, DATA, locale);
            assertFalse(SvgWriter.write(plot, Theme.LIGHT, Charts.WIDTH, Charts.HEIGHT).contains("NaN"));
            List<String> missing = List.of(Charts.OBSERVED_LOSSES, Charts.SCORES, Charts.CARBON);
            assertTrue(!plot.isEmpty() || missing.contains(view), view + plot.notes());
        }
    }

    @Test
    void servingMarksKneeAndLargestBatchOnItsCurves() {
        Plot plot = plot(Charts.SERVING);
        Series knee = find(plot, "served.0.knee");
        assertEquals(Marker.DIAMOND, knee.marker());
        Series largest = find(plot, "served.0.largest");
        assertTrue(plot.series().stream().anyMatch(one -> one.id().startsWith("served.0.") && one.line() == Line.SOLID
                && one.x(one.size() - 1) <= 2 * largest.x(0)));
        // 8.03B weights of 2 bytes leave 0.9·80e9 − 16.06e9 bytes for sequences of 1,250 tokens at 131,072 bytes each.
        assertEquals(Math.floor((72e9 - 16_060_522_496.0) / (131_072.0 * 1250)), largest.x(0));
        assertTrue(plot.series().stream().map(Series::group).anyMatch(group -> group.contains("Groq")),
                "chips without HBM on the same axes");
        assertTrue(plot.notes().getFirst().contains("1,000 tokens of prompt"), plot.notes().getFirst());
    }

    @Test
    void throughputAndLatencyAreTheSamePointsSeenTwice() {
        Series user = plot(Charts.SERVING_USER).series().getFirst();
        Series tokens = plot(Charts.SERVING).series().getFirst();
        for (int i = 0; i < user.size(); i++) {
            assertEquals(tokens.y(i), user.x(i) * user.y(i), 1e-9 * tokens.y(i));
        }
        for (String note : plot(Charts.SERVING_COST).notes()) {
            assertTrue(!note.startsWith("Rent of") || note.matches(".*\\(\\d{4}.*"), "without its date: " + note);
        }
        assertTrue(plot(Charts.SERVING_COST).notes().stream().anyMatch(note -> note.startsWith("Rent of")));
    }

    /** One prompt alone: longer ones take longer, and more than in proportion, for attention grows with its square. */
    @Test
    void theFirstTokenIsDrawnAgainstTheLengthOfThePrompt() {
        Plot plot = plot(Charts.SERVING_FIRST_TOKEN);
        Series curve = find(plot, "served.0.0");
        assertTrue(curve.x(curve.size() - 1) >= 4000);
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.x(i) > curve.x(i - 1) && curve.y(i) >= curve.y(i - 1));
        }
        int last = curve.size() - 1;
        assertTrue(curve.y(last) / curve.y(last - 4) > curve.x(last) / curve.x(last - 4));
        Series asked = find(plot, "served.0.prompt");
        assertEquals(1000, asked.x(0));
    }

    /**
     * A prompt takes t₁ + 250/r for 250 tokens: kWh for a million are W·1.2·(t₁ + 250/r)/250·10⁶/3.6e6, W the power of
     * an H100 with its server, 700·1.82·0.75. TDP alone, 700 W without the site, is the least.
     */
    @Test
    void energyOfServingShowsTheRangeBetweenMethods() {
        Plot plot = plot(Charts.SERVING_ENERGY);
        double seconds = find(plot(Charts.SERVING_FIRST_TOKEN), "served.0.prompt").y(0)
                + 250 / at(plot(Charts.SERVING_USER), "served.0.0", 1);
        double line = 700 * 1.82 * 0.75 * 1.2 * seconds / 250 * 1e6 / 3.6e6;
        assertEquals(line, at(plot, "served.0.0", 1), 1e-9 * line);
        Band range = band(plot, "served.0.range");
        int batch = Arrays.binarySearch(range.x(), 1);
        assertEquals(line, range.high()[batch], 1e-9 * line);
        assertEquals(line / (1.82 * 0.75 * 1.2), range.low()[batch], 1e-9 * line);
        assertEquals(find(plot, "served.0.0").group(), range.group());
        assertTrue(plot.notes().stream().anyMatch(note -> note.startsWith("Power of H100") && note.contains("700")
                && note.contains("840") && note.contains("1.15")), plot.notes()::toString);
        assertTrue(plot(Charts.SERVING).bands().isEmpty());
    }

    /** A TPU v4: measured 170 W, TDP 192 W, a server of 1.56 at 0.43, all at a PUE of 1.2. */
    @Test
    void energyOfServingIsThatOfMeasuredPowerWhereItIsKnown() {
        Plot plot = Charts.plot(Charts.SERVING_ENERGY, study(List.of("llama-3.1-8b"), List.of("tpu-v4")),
                Locale.ENGLISH);
        Band range = band(plot, "served.0.range");
        double line = find(plot, "served.0.0").y(0);
        assertEquals(192 / 170.0, range.high()[0] / line, 1e-9);
        assertEquals(192 * 1.56 * 0.43 / 170, range.low()[0] / line, 1e-9);
    }

    private static double at(Plot plot, String id, double x) {
        Series series = find(plot, id);
        return series.y(Arrays.binarySearch(series.x(), x));
    }

    private static Band band(Plot plot, String id) {
        return plot.bands().stream().filter(band -> band.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void fewerBitsServeFaster() {
        Plot plot = plot(Charts.SERVING_BITS);
        double whole = find(plot, "bits.0.0").y(0);
        assertTrue(find(plot, "bits.1.0").y(0) > 1.7 * whole);
        assertTrue(find(plot, "bits.2.0").y(0) > 2.5 * whole);
    }

    @Test
    void aStateDoesNotGrowAndACacheDoes() {
        Plot plot = plot(Charts.CONTEXT_CACHE);
        List<Series> mamba = plot.series().stream().filter(one -> one.id().startsWith("codestral")).toList();
        double first = mamba.getFirst().y(0);
        mamba.forEach(part -> assertEquals(first, part.y(part.size() - 1), 1e-12));
        Series llama = find(plot, "llama-3.1-8b.0");
        assertEquals(llama.y(0) / llama.x(0), llama.y(llama.size() - 1) / llama.x(llama.size() - 1), 1e-15);
        assertTrue(plot(Charts.CONTEXT_MEMORY).rules().stream().anyMatch(rule -> rule.position() == 80));
    }

    @Test
    void memoryOfTrainingIsStackedToItsSum() {
        Chosen one = new Chosen(List.of(), List.of("llama-3.1-8b"), List.of());
        Plot plot = Charts.plot(Charts.choose(Charts.TRAINING_MEMORY, DATA, one, Focus.NONE), Focus.NONE, DATA,
                Locale.ENGLISH, () -> false);
        assertEquals(6, plot.bars().size());
        List<Double> ends = new ArrayList<>();
        for (Bars part : plot.bars()) {
            assertEquals(Orientation.HORIZONTAL, part.orientation());
            for (int i = 0; i < part.size(); i++) {
                assertEquals(ends.size() > i ? ends.get(i) : 0, part.from(i));
                if (ends.size() > i) {
                    ends.set(i, part.to(i));
                } else {
                    ends.add(part.to(i));
                }
            }
        }
        // Copies without ZeRO hold 2 + 4 + 12 bytes of each of 8.03B parameters.
        Bars optimizer = plot.bars().get(2);
        assertEquals(8_030_261_248L * 18 / 1e9, optimizer.to(0), 1e-6);
        assertTrue(ends.get(3) < ends.get(0), "ZeRO 3 holds less");
        assertTrue(ends.getLast() <= 80, "the best layout fits");
    }

    @Test
    void moreDevicesTakeFewerHours() {
        Series hours = plot(Charts.LAYOUTS).series().getFirst();
        for (int i = 1; i < hours.size(); i++) {
            assertTrue(hours.y(i) < hours.y(i - 1));
        }
        assertTrue(plot(Charts.LAYOUTS).notes().stream().anyMatch(note -> note.contains("does not fit")));
    }

    /** 16 devices from day 10 on, 48 more from day 60 on: 1e22 FLOP at 0.4 of 989.4e12 are 2.527e7 device-seconds. */
    @Test
    void aRunIsDoneWhenItsDeviceSecondsAreDelivered() {
        Plot plot = plot(Charts.DELIVERIES_COMPUTE);
        Series done = find(plot, "cluster.done");
        double peak = DATA.accelerators().getFirst().peaks().stream()
                .filter(one -> "bf16".equals(one.precision())).findFirst().orElseThrow().throughput().value();
        double days = 10 + 1e22 / (0.4 * peak) / 16 / 86_400;
        assertTrue(days < 60);
        assertEquals(2024 + days / 365.25, done.x(0), 1e-9);
        assertTrue(done.pointLabels().getFirst().endsWith("Jan 2024"), done.pointLabels().toString());
        Series devices = plot(Charts.DELIVERIES).series().getFirst();
        assertEquals(64, devices.y(devices.size() - 1));
    }

    @Test
    void everyPriceIsAPointAtItsDate() {
        Plot plot = plot(Charts.PRICES_PURCHASE);
        long points = plot.series().stream().filter(one -> one.line() == Line.NONE).mapToLong(Series::size).sum();
        long prices = DATA.accelerators().stream().flatMap(one -> one.prices().stream())
                .filter(price -> Figures.positive(price.purchase()) != null && price.date() != null).count();
        assertEquals(prices, points);
    }

    /** A cheaper contract of three years is no fall of the price on demand: each has a path and a legend of its own. */
    @Test
    void pricesOfOneCommitmentAreJoinedAlone() {
        Plot plot = plot(Charts.PRICES);
        AcceleratorData h100 = DATA.accelerators().stream().filter(one -> one.id().equals("h100-sxm5-80gb"))
                .findFirst().orElseThrow();
        for (boolean onDemand : new boolean[] {true, false}) {
            double[] rents = h100.prices().stream().filter(price -> price.rent() != null
                    && onDemand == (price.years() == null)).mapToDouble(price -> price.rent().value()).sorted()
                    .toArray();
            assertTrue(rents.length > 0);
            Series path = find(plot, onDemand ? "h100-sxm5-80gb.path" : "h100-sxm5-80gb.3.path");
            assertArrayEquals(rents, Arrays.stream(path.y()).sorted().toArray());
            assertEquals(onDemand ? "H100 SXM5 80GB" : "H100 SXM5 80GB, 3 years", path.group());
        }
    }
}
