package org.isoflop.core.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.CoreException;
import org.isoflop.core.Digits;
import org.isoflop.core.catalog.Cell.Value;
import org.isoflop.core.catalog.Cell.Words;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Element;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Peak;
import org.isoflop.model.Price;
import org.isoflop.model.Quantity;
import org.isoflop.model.Score;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Verification;
import org.isoflop.model.io.StudyWriter;
import org.isoflop.model.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything in the catalog is sound, says where it comes from, and can be taken out whole. */
class EntriesTest {

    record File(Kind kind, String name) {

        OpenStudy open() {
            return Catalog.open(kind, name);
        }
    }

    static Stream<File> files() {
        return Stream.of(Kind.values()).flatMap(kind -> kind.files().stream().map(name -> new File(kind, name)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isSoundAndCanonical(File file) throws Exception {
        OpenStudy open = file.open();
        assertTrue(open.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO),
                () -> open.findings().toString());
        String path = file.kind().id() + "/" + file.name() + ".isoflop";
        try (var in = Catalog.class.getResourceAsStream(path)) {
            assertArrayEquals(in.readAllBytes(), StudyWriter.write(open.study()));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyQuantityHasStatusAndSource(File file) {
        eachQuantity(file.open().study(), quantity -> {
            boolean isConstant = file.kind() == Kind.LAWS;
            assertTrue(isConstant || quantity.isSetStatus() && quantity.getSource() != null,
                    () -> quantity.eContainer() + " " + quantity.eContainingFeature().getName());
        });
    }

    /** What nobody checked is never passed off as published, and says so. */
    @ParameterizedTest
    @MethodSource("files")
    void estimatesAndUncheckedSourcesSaySo(File file) {
        for (Source source : file.open().study().getSources()) {
            assertTrue(source.isSetVerification(), source.getId());
            if (source.getVerification() == Verification.UNVERIFIED && file.kind() != Kind.LAWS) {
                assertTrue(source.getDescription().get(Locale.ENGLISH).startsWith("Unverified"), source.getId());
                assertTrue(source.getDescription().get(Locale.FRENCH).startsWith("Non vérifié"), source.getId());
            }
        }
        eachQuantity(file.open().study(), quantity -> assertFalse(quantity.getSource() != null
                && quantity.getSource().getVerification() == Verification.UNVERIFIED
                && quantity.getStatus() == Status.MEASURED, () -> quantity.toString()));
    }

    /** What the collected facts call unverified is there, and from no source that passes for a checked one. */
    @ParameterizedTest
    @CsvFileSource(resources = "unverified.csv", numLinesToSkip = 2)
    void whatIsUnverifiedSaysSo(String kind, String id, String feature) {
        Element copy = Catalog.copy(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
        List<Quantity> found = new ArrayList<>();
        copy.eAllContents().forEachRemaining(object -> {
            if (object instanceof Quantity quantity && (feature.equals("*") || feature.equals(path(quantity, copy)))) {
                found.add(quantity);
            }
        });
        assertTrue(!found.isEmpty() || id.equals("gpt-5"), "not in the catalog");
        found.forEach(quantity -> assertEquals(Verification.UNVERIFIED, quantity.getSource().getVerification(),
                () -> path(quantity, copy)));
    }

    /** The features that lead to a quantity; a price has its date behind it. */
    private static String path(Quantity quantity, Element from) {
        String path = quantity.eContainingFeature().getName();
        String date = "";
        for (EObject at = quantity.eContainer(); at != from; at = at.eContainer()) {
            path = at.eContainingFeature().getName() + "." + path;
            date = at instanceof Price price ? "@" + price.getDate() : date;
        }
        return path + date;
    }

    /** Digits that arithmetic left behind, such as 6.690000000000001e13, are nobody's figure. */
    @ParameterizedTest
    @MethodSource("files")
    void numbersHaveTheDigitsOfTheirSources(File file) {
        eachQuantity(file.open().study(), quantity -> {
            for (Double value : Arrays.asList(quantity.getValue(), quantity.getLow(), quantity.getHigh())) {
                assertTrue(value == null || Digits.areClean(value), () -> file + " " + value);
                assertTrue(value == null || file.kind() != Kind.HARDWARE || Digits.significant(value) <= 6,
                        () -> file + " " + value);
            }
        });
    }

    /** A source that stands in several files is one and the same, so that copies into a study meet. */
    @Test
    void sourcesOfOneIdAreOneSource() {
        Map<String, Source> known = new HashMap<>();
        files().flatMap(file -> file.open().study().getSources().stream()).forEach(source -> {
            Source other = known.putIfAbsent(source.getId(), source);
            assertTrue(other == null || EcoreUtil.equals(source, other), source.getId());
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void idsAreUniqueAndNamesAreThere(Kind kind) {
        Set<String> ids = new HashSet<>();
        for (CatalogEntry entry : Catalog.entries(kind)) {
            assertTrue(ids.add(entry.id()), entry.id());
            assertFalse(entry.name().get(Locale.ENGLISH).isBlank(), entry.id());
            assertNotNull(entry.description(), entry.id());
            assertNotEquals(entry.description().get(Locale.ENGLISH), entry.description().get(Locale.FRENCH),
                    entry.id());
        }
    }

    /** A copy holds the entry, its sources and what it refers to, and nothing else; it is a sound study. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void copiesAreWholeAndNothingElse(Kind kind) throws IOException {
        for (CatalogEntry entry : Catalog.entries(kind)) {
            Element copy = Catalog.copy(kind, entry.id());
            assertEquals(entry.id() + "@" + Catalog.VERSION, copy.getOrigin());
            Study study = (Study) copy.eContainer();
            OpenStudy again = Studies.read(Studies.write(study), entry.id());
            assertTrue(again.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO),
                    () -> entry.id() + again.findings());
            Set<EObject> meant = new HashSet<>(List.of(copy));
            EcoreUtil.CrossReferencer.find(List.of(study)).keySet().forEach(meant::add);
            study.eContents().forEach(element -> assertTrue(meant.contains(element), entry.id() + element));
            assertEquals(study, EcoreUtil.getRootContainer(copy));
        }
    }

    @Test
    void copiesAreNobodyElses() {
        Accelerator one = (Accelerator) Catalog.copy(Kind.HARDWARE, "h100-sxm5-80gb");
        one.setVendor("nobody");
        assertEquals("NVIDIA", ((Accelerator) Catalog.copy(Kind.HARDWARE, "h100-sxm5-80gb")).getVendor());
    }

    @Test
    void whatIsNotThereIsRefused() {
        CoreException refusal = assertThrows(CoreException.class, () -> Catalog.copy(Kind.HARDWARE, "h1000"));
        assertEquals("E_NO_SUCH_ENTRY", refusal.code());
        assertTrue(refusal.message(Locale.ENGLISH).contains("h100-sxm5-80gb"));
    }

    /** The dense peak and the price of May 2026 that hardware.csv names. */
    @Test
    void rowsShowValuesWithUnitSourceAndDate() {
        CatalogEntry h100 = Catalog.entry(Kind.HARDWARE, "h100-sxm5-80gb");
        Value peak = (Value) h100.cell("peaks.bf16").orElseThrow();
        assertEquals(989.4e12, peak.figure().value());
        assertEquals(Unit.FLOP_PER_SECOND, peak.unit());
        assertEquals(Verification.SECONDARY, peak.source().verification());
        Value rent = (Value) h100.cell("prices.rent").orElseThrow();
        assertEquals(2.95, rent.figure().value());
        assertEquals("2026-05", rent.date());
        assertEquals("median of 37 providers", rent.provider());
        assertTrue(h100.cell("peaks.fp4").isEmpty());
    }

    /** Every list of an entry that has keys has a column for each of them. */
    @Test
    void everyPeakAndScoreHasAColumn() {
        List<String> hardware = Catalog.columns(Kind.HARDWARE).stream().map(CatalogColumn::id).toList();
        studies(Kind.HARDWARE).flatMap(study -> study.getAccelerators().stream())
                .flatMap(accelerator -> accelerator.getPeaks().stream()).map(Peak::getPrecision)
                .forEach(precision -> assertTrue(hardware.contains("peaks." + precision), precision));
        List<String> models = Catalog.columns(Kind.MODELS).stream().map(CatalogColumn::id).toList();
        studies(Kind.MODELS).flatMap(study -> study.getModels().stream()).flatMap(model -> model.getScores().stream())
                .map(Score::getBenchmark)
                .forEach(benchmark -> assertTrue(models.contains("scores." + benchmark), benchmark));
    }

    /** Parameters that were counted from the configuration by another program: equal to the last one. */
    @ParameterizedTest
    @CsvFileSource(resources = "exact-parameters.csv", numLinesToSkip = 2)
    void architecturesCountToTheParameter(String id, long total, long active) {
        LanguageModel model = (LanguageModel) Catalog.copy(Kind.MODELS, id);
        StudyData study = StudyMapper.map((Study) model.eContainer());
        ParameterCounts counts = ParameterCounts.of(study.models().getFirst().architecture().architecture());
        assertEquals(total, counts.total());
        assertEquals(active, counts.active());
        assertEquals(total, model.getParameters().getValue().longValue());
    }

    /** The systems that people ask for by name are there; what is not known of them is called an estimate. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-3.5", "gpt-4", "gpt-5", "palm-2", "gemini-1.0-ultra"})
    void estimatesAreCalledEstimates(String id) {
        LanguageModel model = (LanguageModel) Catalog.copy(Kind.MODELS, id);
        assertTrue(model.getDescription().get(Locale.ENGLISH).toLowerCase(Locale.ROOT).contains("estimate"));
        eachQuantity((Study) model.eContainer(), quantity -> {
            assertEquals(Status.ESTIMATED, quantity.getStatus());
            assertEquals(Verification.UNVERIFIED, quantity.getSource().getVerification());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ChatGPT", "Bard", "Cohere Command", "Phi-3.5", "SmolLM", "Codestral Mamba", "Jamba-1.5",
        "Falcon Mamba"})
    void namedSystemsAreFound(String name) {
        assertTrue(Catalog.entries(Kind.MODELS).stream().anyMatch(entry -> entry.contains(name, Locale.ENGLISH)));
    }

    /** The accelerator of a training run is the whole entry, with its peaks, prices and sources. */
    @Test
    void aCopiedModelBringsItsAccelerator() {
        LanguageModel model = (LanguageModel) Catalog.copy(Kind.MODELS, "llama-3.1-405b");
        Accelerator copied = model.getTraining().getAccelerator();
        Accelerator entry = (Accelerator) Catalog.copy(Kind.HARDWARE, "h100-sxm5-80gb");
        assertTrue(EcoreUtil.equals(entry, copied));
        assertEquals(List.of(copied), ((Study) model.eContainer()).getAccelerators());
        assertTrue(((Study) model.eContainer()).getSources().contains(copied.getPeaks().getFirst().getThroughput()
                .getSource()));
    }

    /** The stand-ins in the files of models have a name and an origin, and the entry that they stand for is there. */
    @Test
    void standInsStandForEntries() {
        studies(Kind.MODELS).flatMap(study -> study.getAccelerators().stream()).forEach(standIn -> {
            assertEquals(standIn.getId() + "@" + Catalog.VERSION, standIn.getOrigin());
            assertEquals(Catalog.entry(Kind.HARDWARE, standIn.getId()).name(), standIn.getName());
        });
    }

    /** Two collections of grids, each for ten places. */
    @Test
    void gridsStateBothCollections() {
        List<CatalogEntry> france = Catalog.entries(Kind.GRIDS).stream()
                .filter(entry -> entry.contains("France", Locale.ENGLISH)).toList();
        assertEquals(List.of(44.0, 56.0), france.stream()
                .map(entry -> ((Value) entry.cells().get("intensity")).figure().value()).toList());
        assertEquals(List.of("2025", "2023"), france.stream()
                .map(entry -> ((Words) entry.cells().get("year")).text().get(Locale.ENGLISH)).toList());
    }

    private static Stream<Study> studies(Kind kind) {
        return kind.files().stream().map(file -> Catalog.open(kind, file).study());
    }

    @Test
    void everyPriceHasADate() {
        studies(Kind.HARDWARE).flatMap(study -> study.getAccelerators().stream())
                .flatMap(accelerator -> accelerator.getPrices().stream()).map(Price::getDate)
                .forEach(date -> assertTrue(date.matches("20\\d\\d(-\\d\\d)?"), date));
    }

    @Test
    void columnsSortAndFilter() {
        CatalogColumn bandwidth = Catalog.columns(Kind.HARDWARE).stream()
                .filter(column -> column.id().equals("peaks.fp16")).findFirst().orElseThrow();
        List<CatalogEntry> apple = Catalog.entries(Kind.HARDWARE).stream()
                .filter(entry -> entry.contains("APPLE", Locale.ENGLISH))
                .sorted(bandwidth.order(Locale.ENGLISH, true)).toList();
        assertEquals(List.of("apple-m2-ultra-192gb", "apple-m4-max-128gb", "apple-m3-max-128gb"),
                apple.stream().map(CatalogEntry::id).toList());
        List<CatalogEntry> all = Catalog.entries(Kind.HARDWARE).stream()
                .sorted(bandwidth.order(Locale.ENGLISH, false)).toList();
        assertTrue(all.getLast().cell("peaks.fp16").isEmpty());
        assertEquals("Crête fp16", bandwidth.label().get(Locale.FRENCH));
    }

    private static void eachQuantity(Study study, Consumer<Quantity> check) {
        study.eAllContents().forEachRemaining(object -> {
            if (object instanceof Quantity quantity) {
                check.accept(quantity);
            }
        });
    }
}
