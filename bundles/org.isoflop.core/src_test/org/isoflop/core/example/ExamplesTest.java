package org.isoflop.core.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.isoflop.analysis.decision.Bar;
import org.isoflop.analysis.strategy.Violation;
import org.isoflop.core.CoreException;
import org.isoflop.core.Digits;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.report.Report;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Allocation;
import org.isoflop.model.Element;
import org.isoflop.model.Quantity;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Strategy;
import org.isoflop.model.io.StudyWriter;
import org.isoflop.model.validate.Severity;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example opens without a warning, is canonical, evaluates and draws. */
class ExamplesTest {

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void isSoundAndCanonical(String name) throws Exception {
        OpenStudy open = Studies.read(Examples.content(name), name);
        assertTrue(open.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO),
                () -> open.findings().toString());
        assertArrayEquals(Examples.content(name), StudyWriter.write(open.study()));
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void evaluatesAndDraws(String name) {
        StudyData data = StudyMapper.map(Studies.read(Examples.content(name), name).study());
        List<ScenarioResult> results = Evaluation.evaluate(data);
        assertFalse(results.isEmpty());
        for (ScenarioResult result : results) {
            assertTrue(result.best().isPresent(), result.scenario().id());
            assertTrue(result.strategies().stream().allMatch(strategy -> strategy.refusal() == null));
        }
        for (String view : Charts.views()) {
            assertFalse(Charts.plot(view, data, Locale.FRENCH).series().isEmpty(), view);
        }
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void tellsItsStoryInBothLanguages(String name) {
        var example = Examples.list().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Study study = Studies.read(Examples.content(name), name).study();
        assertEquals(study.getName(), example.title());
        assertEquals(study.getDescription(), example.description());
        assertFalse(example.description().get(Locale.ENGLISH).equals(example.description().get(Locale.FRENCH)));
    }

    /** The command line and the report name the same strategy, and the draws say how often it wins. */
    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void theBestIsTheWinnerOfTheDecision(String name) {
        StudyData data = data(name);
        for (ScenarioResult result : Evaluation.evaluate(data)) {
            ScenarioDecision decision = ScenarioDecision.of(data, result);
            StrategyResult best = result.best().orElseThrow();
            int winner = decision.decision().winner();
            assertEquals(best, decision.strategies().get(winner), result.scenario().id());
            assertTrue(result.pareto().front().contains(best) || result.scenario().lossGoal() != null,
                    result.scenario().id());
            assertFalse(result.pareto().front().isEmpty(), result.scenario().id());
            assertTrue(decision.draws(() -> false).winShare(winner) > 0, result.scenario().id());
        }
    }

    /** What the story of each example says: which strategy is best, and who breaks which limit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gpu-shortage | when-is-it-done | as-they-arrive | first-parcel-only: deadline",
        "gpu-shortage | what-until-june | year-as-they-arrive |",
        "domain-model | which-way | qlora-8b | own-3b: lossGoal",
        "data-limit | one-text-many-passes | best-under-limit |", "data-limit | no-limit | all-of-dclm |",
        "long-context | short-prompts | short-prompts-llama |", "long-context | long-prompts | long-prompts-llama |",
        "serving-on-a-budget | fewer-bits | bits-8 | bits-3: lossGoal",
        "serving-on-a-budget | which-chip | on-mi300x | on-lpu: powerLimit",
        "one-laptop-one-night | from-scratch | h100-night | smollm-on-m4: deadline",
        "one-laptop-one-night | tune-overnight | lora-m4 | full-m4: deadline",
        "power-cap | in-sweden | sweden-14k | sweden-16k: powerLimit",
        "power-cap | in-poland | poland-70b | poland-16k: powerLimit carbonLimit; poland-14k: carbonLimit; "
                + "poland-a100: carbonLimit",
        "size-against-quality | one-loss-four-sizes | size-lifetime |",
        "size-against-quality | now-or-later | in-two-years |"})
    void comesOutAsItsStorySays(String name, String scenario, String best, String violations) {
        ScenarioResult result = Evaluation.evaluate(data(name)).stream()
                .filter(one -> one.scenario().id().equals(scenario)).findFirst().orElseThrow();
        assertEquals(best, result.best().orElseThrow().strategy().id());
        assertEquals(violations == null ? "" : violations,
                result.strategies().stream().filter(strategy -> !strategy.isFeasible())
                        .map(strategy -> strategy.strategy().id() + ": " + strategy.result().violations().stream()
                                .map(Violation::constraint).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("; ")));
    }

    /**
     * Sardana’s trade: the size that is cheapest to train is not the one that is cheapest to own, and the latter is the
     * one that takes least compute over its life, 6·N·D + 2·N·T, by the law itself.
     */
    @Test
    void theCheapestToTrainIsNotTheCheapestToOwn() {
        ScenarioResult result = Evaluation.evaluate(data("size-against-quality")).getFirst();
        assertEquals("size-optimal", cheapest(result, Measure.COST));
        assertEquals("size-optimal", cheapest(result, Measure.COMPUTE));
        assertEquals("size-lifetime", cheapest(result, Measure.COST_LIFE));
        Study study = Studies.read(Examples.content("size-against-quality"), "free").study();
        for (Strategy strategy : study.getScenarios().getFirst().getStrategies()) {
            Pretrain pretrain = (Pretrain) strategy.getSteps().getFirst();
            pretrain.setModel(null);
            pretrain.setAllocation(strategy.getId().equals("size-lifetime") ? Allocation.LIFETIME
                    : Allocation.TRAINING);
            strategy.getSteps().remove(1);
        }
        ScenarioResult free = Evaluation.evaluate(StudyMapper.map(study)).getFirst();
        for (int i : new int[] {1, 2}) {
            double solved = free.strategies().get(i).measure("parameters").orElseThrow();
            double shape = result.strategies().get(i).measure("parameters").orElseThrow();
            assertEquals(solved, shape, 0.03 * solved, free.strategies().get(i).strategy().id());
        }
    }

    private static String cheapest(ScenarioResult result, Measure measure) {
        return result.strategies().stream()
                .min(Comparator.comparingDouble(one -> one.measure(measure.id()).orElseThrow())).orElseThrow()
                .strategy().id();
    }

    /** Another fit of the same runs keeps the winner of one question and changes that of another. */
    @Test
    void theLawMayDecide() {
        assertEquals(Set.of("compute-optimal"), winnersByLaw("end-of-the-giants", 0));
        assertEquals(Set.of("size-lifetime", "size-13b"), winnersByLaw("size-against-quality", 0));
    }

    private static Set<String> winnersByLaw(String name, int scenario) {
        StudyData data = data(name);
        ScenarioDecision decision = ScenarioDecision.of(data, Evaluation.evaluate(data).get(scenario));
        Measure sought = Measure.find(decision.decision().objectives().getFirst().measure()).orElseThrow();
        Bar bar = decision.tornado(decision.decision().winner(), sought, () -> false).bars().stream()
                .filter(one -> one.kind() == Bar.Kind.WHICH_LAW).findFirst().orElseThrow();
        return new HashSet<>(List.of(bar.lowWinner(), bar.highWinner()));
    }

    /** 20 tokens for each parameter of SmolLM 135M take 109 hours of an M4 Max: 18.4 TFLOP/s, of which 30 %. */
    @Test
    void theNightIsAsLongAsPublished() {
        double seconds = Evaluation.evaluate(data("one-laptop-one-night")).getFirst().strategies().getLast()
                .measure("seconds").orElseThrow();
        assertEquals(109, seconds / 3600, 0.5);
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void isReportedWithItsChartsInBothLanguages(String name, @TempDir Path folder) throws Exception {
        StudyData data = data(name);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Report.write(data, name + ".isoflop", null, folder, locale);
            String page = Files.readString(folder.resolve("report.html"));
            assertTrue(page.contains(data.name().get(locale)), name);
            data.scenarios().forEach(scenario -> assertTrue(page.contains(scenario.name().get(locale)), scenario.id()));
        }
        for (StudyData.ChartData chart : data.charts()) {
            assertFalse(Charts.saved(data, chart.id(), Locale.ENGLISH).isEmpty(), chart.id());
        }
    }

    /** What is said to come from the catalog stands there. */
    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void originsAreEntriesOfTheCatalog(String name) {
        Study study = Studies.read(Examples.content(name), name).study();
        for (Kind kind : Kind.values()) {
            ((List<?>) study.eGet(kind.list())).stream().map(Element.class::cast).map(Element::getOrigin)
                    .filter(Objects::nonNull)
                    .forEach(origin -> assertEquals(origin.substring(0, origin.indexOf('@')),
                            Catalog.entry(kind, origin.substring(0, origin.indexOf('@'))).id()));
        }
    }

    /** Digits that arithmetic left behind, such as 6.690000000000001e13, are nobody's figure. */
    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Examples#names")
    void numbersHaveTheDigitsOfTheirSources(String name) {
        Studies.read(Examples.content(name), name).study().eAllContents().forEachRemaining(object -> {
            if (object instanceof Quantity quantity) {
                for (Double value : Arrays.asList(quantity.getValue(), quantity.getLow(), quantity.getHigh())) {
                    assertTrue(value == null || Digits.areClean(value), () -> name + " " + value);
                }
            }
        });
    }

    private static StudyData data(String name) {
        return StudyMapper.map(Studies.read(Examples.content(name), name).study());
    }

    @Test
    void theIndexNamesEveryExample() throws Exception {
        Path examples = Path.of(Examples.class.getResource("index").toURI()).resolveSibling("end-of-the-giants.isoflop")
                .getParent();
        try (var files = Files.list(examples)) {
            assertEquals(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".isoflop"))
                    .map(file -> file.replace(".isoflop", "")).sorted().toList(),
                    Examples.names().stream().sorted().toList());
        }
    }

    @Test
    void copiesOnceAndNeverOverwrites(@TempDir Path folder) throws Exception {
        Path copy = Examples.copy("end-of-the-giants", folder.resolve("new"));
        assertArrayEquals(Examples.content("end-of-the-giants"), Files.readAllBytes(copy));
        Files.writeString(copy, "mine");
        CoreException refusal = assertThrows(CoreException.class,
                () -> Examples.copy("end-of-the-giants", folder.resolve("new")));
        assertEquals("E_FILE_EXISTS", refusal.code());
        assertEquals("mine", Files.readString(copy));
    }

    @Test
    void refusesAnUnknownExample() {
        assertEquals("E_NO_SUCH_EXAMPLE",
                assertThrows(CoreException.class, () -> Examples.content("../messages.properties")).code());
    }
}
