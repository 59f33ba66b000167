package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.example.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands answer: their JSON keys are a contract. */
class AnswersTest {

    @TempDir
    Path folder;
    private String study;

    @BeforeEach
    void copyTheExample() {
        study = Examples.copy("end-of-the-giants", folder).toString();
    }

    @Test
    void lawsListsTheCatalog() throws IOException {
        JsonNode laws = json("laws").get("laws");
        assertEquals(59, laws.size());
        for (JsonNode law : laws) {
            assertTrue(keys(law)
                    .containsAll(Set.of("id", "form", "answers", "constants", "counts", "corpus", "fittedRange",
                            "source", "verification")),
                    law.toString());
            assertEquals(Set.of("parameters", "compute"), keys(law.get("counts")));
        }
    }

    @Test
    void lawsListsAStudy() throws IOException {
        assertEquals("besiroglu-2024-huber", json("laws", study).get("laws").get(0).get("id").asText());
    }

    /** Every point of the grid has a row for each of the three strategies. */
    @Test
    void sweepWritesATable() throws IOException {
        Path table = folder.resolve("budget.csv");
        JsonNode answer = json("sweep", study, "--scenario", "ten-thousand-h100", "--vary",
                "ten-thousand-h100.moneyBudget=1e8..1e9:3log", "--out", table.toString());
        assertEquals(3, answer.get("points").asInt());
        assertEquals(9, answer.get("rows").asInt());
        List<String> lines = Files.readAllLines(table);
        assertEquals(10, lines.size());
        assertTrue(lines.get(0).startsWith("ten-thousand-h100.moneyBudget,scenario,strategy,feasible,best,loss"),
                lines.get(0));
        assertTrue(lines.get(1).startsWith("100000000,ten-thousand-h100,old-recipe,false,false,"), lines.get(1));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("1000000000,") && line.contains(",true,true,")),
                lines.toString());
        Run run = Run.of("sweep", study, "--vary", "ten-thousand-h100.moneyBudget=1..1", "--out", table.toString());
        assertEquals(2, run.status());
        assertTrue(run.err().contains("ten-thousand-h100.moneyBudget"), run.err());
    }

    /** G9: Chinchilla under the rounded constants. */
    @Test
    void lossIsUnroundedAndSaysWhereItExtrapolates() throws IOException {
        JsonNode answer = json("loss", "--law", "hoffmann-2022-rounded", "--params", "70B", "--tokens", "1.4T");
        assertEquals(Set.of("law", "loss", "terms", "counts", "extrapolates"), keys(answer));
        assertEquals(1.936645, answer.get("loss").asDouble(), 1e-6);
        double sum = 0;
        for (JsonNode term : answer.get("terms")) {
            sum += term.asDouble();
        }
        assertEquals(answer.get("loss").asDouble(), sum, 1e-12);
        JsonNode first = answer.get("extrapolates").get(0);
        assertEquals(Set.of("variable", "value", "low", "high", "decades"), keys(first));
        assertEquals(Math.log10(70e9 / first.get("high").asDouble()), first.get("decades").asDouble(), 1e-12);
        assertEquals(0, json("loss", "--law", "hoffmann-2022-rounded", "--params", "1B", "--tokens", "20B")
                .get("extrapolates").size());
    }

    @Test
    void lossOfComputeAloneAndOfRepeatedData() throws IOException {
        assertEquals(1.764059, json("loss", "--law", "kaplan-2020-compute", "--compute", "3.14496e23").get("loss")
                .asDouble(), 1e-6);
        assertEquals(2.2256440889984477, json("loss", "--law", "muennighoff-2023", "--params", "6.34B", "--tokens",
                "242B", "--unique", "25B").get("loss").asDouble(), 1e-12);
    }

    /** G8: the published allocation at the Gopher budget. */
    @Test
    void optimumOfABudget() throws IOException {
        JsonNode answer = json("optimum", "--law", "besiroglu-2024-published", "--compute", "5.76e23");
        assertTrue(keys(answer).containsAll(Set.of("law", "parameters", "tokens", "compute", "loss",
                "tokensPerParameter", "extrapolates")));
        assertEquals(7.22487e10, answer.get("parameters").asDouble(), 5e5);
        assertEquals(1.974441, answer.get("loss").asDouble(), 1e-6);
    }

    @Test
    void optimumOfALossInvertsTheOptimumOfABudget() throws IOException {
        JsonNode there = json("optimum", "--law", "hoffmann-2022-unrounded", "--compute", "1e22");
        JsonNode back = json("optimum", "--law", "hoffmann-2022-unrounded", "--loss", there.get("loss").asText());
        assertEquals(1e22, back.get("compute").asDouble(), 1e14);
    }

    @Test
    void anAllocationHasNoLoss() throws IOException {
        JsonNode answer = json("optimum", "--law", "hoffmann-2022-approach-1", "--compute", "5.76e23");
        assertFalse(answer.has("loss"));
        assertEquals(6.7e10, answer.get("parameters").asDouble(), 0.04 * 6.7e10);
    }

    @Test
    void aLawOfAStudyIsNamedByFileAndId() throws IOException {
        assertEquals(json("loss", "--law", "hoffmann-2022-unrounded", "--params", "7B", "--tokens", "2T"),
                json("loss", "--law", study + "#hoffmann-2022-unrounded", "--params", "7B", "--tokens", "2T"));
    }

    @Test
    void evaluateAnswersEveryScenario() throws IOException {
        JsonNode scenarios = json("evaluate", study).get("scenarios");
        assertEquals(3, scenarios.size());
        for (JsonNode scenario : scenarios) {
            assertTrue(keys(scenario).containsAll(Set.of("id", "strategies", "best", "pareto")));
            for (JsonNode strategy : scenario.get("strategies")) {
                assertTrue(
                        keys(strategy).containsAll(Set.of("id", "measures", "feasible", "violations", "assumptions")));
                JsonNode measures = strategy.get("measures");
                double compute = value(measures.get("compute"));
                assertEquals(6 * value(measures.get("parameters")) * value(measures.get("tokens")), compute,
                        1e-9 * compute);
                assertTrue(value(measures.get("cost").get("oneOffUsd")) > 1e6);
            }
        }
        String id = scenarios.get(1).get("id").asText();
        assertEquals(scenarios.get(1), json("evaluate", study, "--scenario", id).get("scenarios").get(0));
    }

    /** A measure, with or without its interval. */
    private static double value(JsonNode measure) {
        if (!measure.isObject()) {
            return measure.asDouble();
        }
        assertEquals(Set.of("value", "low", "high", "level"), keys(measure));
        assertTrue(measure.get("low").asDouble() < measure.get("high").asDouble(), measure.toString());
        return measure.get("value").asDouble();
    }

    /** Ten thousand accelerators at 30,000 USD; at half the price half the money, and nothing in the file changes. */
    @Test
    void aSettingHoldsForOneRun() throws IOException {
        String before = Files.readString(Path.of(study));
        JsonNode cost = json("evaluate", study, "--set", "h100-sxm-80gb.prices[0].purchase=15k USD",
                "--set", "compute-optimal.steps[0].utilisation=0.2").get("scenarios").get(0).get("strategies");
        for (JsonNode strategy : cost) {
            assertEquals(1.5e8, value(strategy.get("measures").get("cost").get("oneOffUsd")));
        }
        double compute = 10_000 * 989.4e12 * 90 * 86_400;
        for (JsonNode strategy : cost) {
            double share = strategy.get("id").asText().equals("compute-optimal") ? 0.2 : 0.4;
            assertEquals(share * compute, value(strategy.get("measures").get("compute")), 1e-9 * compute);
        }
        assertEquals(before, Files.readString(Path.of(study)));
    }

    @Test
    void standardInputIsAFile() throws IOException {
        String content = Files.readString(Path.of(study));
        Run run = Run.of(Locale.ENGLISH, content, "evaluate", "-", "--json");
        assertEquals(new ObjectMapper().readTree(run.out()), json("evaluate", study));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "png", "csv"})
    void chartWritesEveryFormat(String format) throws IOException {
        for (String view : List.of("scaling-curves", "isoflop", "diminishing-returns", "next-percent")) {
            Path file = folder.resolve(view + "." + format);
            Run run = Run.of("chart", study, "--view", view, "--out", file.toString());
            assertEquals(0, run.status(), run.err());
            assertTrue(Files.size(file) > 1000);
        }
    }

    @Test
    void chartListsItsViews() throws IOException {
        List<String> views = new ArrayList<>();
        json("chart", "--list").get("views").forEach(view -> views.add(view.asText()));
        assertEquals(Charts.all(), views);
        assertTrue(views.containsAll(List.of("scaling-curves", "trade-offs", "break-even", "sensitivity")));
    }

    @Test
    void reportWritesAFolder() throws IOException {
        Path out = folder.resolve("a/b");
        JsonNode files = json("report", study, "--out", out.toString(), "--lang", "fr").get("files");
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(Path.of(file.asText()).getFileName().toString()));
        assertTrue(names.containsAll(List.of("report.html", "results.json", "isoflop-valleys.svg",
                "ten-thousand-h100-trade-offs.svg", "unique-tokens-win-shares.svg")), names.toString());
        for (String name : names) {
            assertTrue(Files.size(out.resolve(name)) > 0, name);
            assertTrue(!name.endsWith(".svg") || names.contains(name.replace(".svg", ".csv")), name);
        }
        assertTrue(Files.readString(out.resolve("report.html")).contains("lang=\"fr\""));
    }

    @Test
    void convertGoesThereAndBack() throws IOException {
        String xmi = folder.resolve("x.xmi").toString();
        String back = folder.resolve("back.isoflop").toString();
        assertEquals(0, Run.of("convert", study, xmi).status());
        assertEquals(0, Run.of("convert", xmi, back).status());
        assertArrayEquals(Files.readAllBytes(Path.of(study)), Files.readAllBytes(Path.of(back)));
        assertEquals(2, Run.of("convert", study, xmi).status());
        assertEquals(0, Run.of("convert", study, xmi, "--force").status());
        Run piped = Run.of(Locale.ENGLISH, Files.readString(Path.of(study)), "convert", "-", back, "--force");
        assertEquals(0, piped.status(), piped.err());
        assertArrayEquals(Files.readAllBytes(Path.of(study)), Files.readAllBytes(Path.of(back)));
    }

    @Test
    void examplesListsAndCopies() throws IOException {
        assertEquals("end-of-the-giants", json("examples").get("examples").get(0).get("name").asText());
        assertEquals(0, Run.of("examples", "end-of-the-giants", folder.resolve("copy").toString()).status());
        assertEquals(2, Run.of("examples", "end-of-the-giants", folder.resolve("copy").toString()).status());
    }

    @Test
    void peopleReadTheirOwnLanguage() {
        String[] question = {"loss", "--law", "hoffmann-2022-rounded", "--params", "70B", "--tokens", "1.4T"};
        assertTrue(Run.of(Locale.FRENCH, "", question).out().contains("1,937"));
        assertTrue(Run.of(Locale.ENGLISH, "", question).out().contains("1.937"));
        for (String[] words : new String[][] {{"laws"}, {"evaluate", study},
            {"optimum", "--law", "muennighoff-2023", "--compute", "1e22", "--unique", "10B"}}) {
            Run english = Run.of(Locale.ENGLISH, "", words);
            Run french = Run.of(Locale.FRENCH, "", words);
            assertEquals(0, english.status(), english.err());
            assertEquals(0, french.status(), french.err());
            assertFalse(english.out().equals(french.out()));
        }
    }

    @Test
    void unknownKeysAreWarningsAndKept() throws IOException {
        Path file = folder.resolve("unknown.isoflop");
        Files.writeString(file,
                "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"s\",\n  \"later\": [1.50]\n}\n");
        Run run = Run.of("validate", file.toString());
        assertEquals(0, run.status());
        assertTrue(run.out().contains(":5:"), run.out());
        assertEquals(1, Run.of("validate", "--strict", file.toString()).status());
        String xmi = folder.resolve("unknown.xmi").toString();
        String back = folder.resolve("unknown-back.isoflop").toString();
        Run.of("convert", file.toString(), xmi);
        Run.of("convert", xmi, back);
        assertEquals(Files.readString(file), Files.readString(Path.of(back)));
    }

    private static JsonNode json(String... arguments) throws IOException {
        String[] words = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        words[arguments.length] = "--json";
        Run run = Run.of(words);
        assertEquals(0, run.status(), run.out() + run.err());
        assertEquals("", run.err());
        return new ObjectMapper().readTree(run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new HashSet<>();
        Iterator<String> names = node.fieldNames();
        names.forEachRemaining(keys::add);
        return keys;
    }
}
