package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.analysis.law.Variable;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.mapping.StudyData.LawData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws with inputs of their own, and laws that give something else than a loss; JSON keys are a contract. */
class AskTest {

    private static final String OWN = """
            {"format": "isoflop", "version": 1, "id": "mine", "laws": [
              {"id": "own", "form": "formula", "source": "me",
               "formulas": [{"symbol": "share", "expression": "1 - exp(-bits/2.5)"},
                            {"symbol": "L", "expression": "%s"}],
               "inputs": [{"symbol": "bits", "name": "Precision", "unit": "bits", "value": 16, "low": 3, "high": 16}],
               "constants": [{"symbol": "E", "value": 1.7}, {"symbol": "A", "value": 400},
                             {"symbol": "B", "value": 410}]}],
             "sources": [{"id": "me", "citation": "Me", "verification": "primary"}]}
            """;
    private static final String LOSS = "E + A/(N*share)^0.34 + B/D^0.28";

    @TempDir
    Path folder;

    private String study(String loss) throws IOException {
        Path file = folder.resolve("own.isoflop");
        Files.writeString(file, OWN.formatted(loss));
        return file + "#own";
    }

    private static JsonNode json(String... words) throws IOException {
        Run run = Run.of(Locale.ENGLISH, "", append(words, "--json"));
        assertEquals(0, run.status(), run.out() + run.err());
        return new ObjectMapper().readTree(run.out());
    }

    private static String refusal(String... words) {
        Run run = Run.of(Locale.ENGLISH, "", words);
        assertEquals(2, run.status(), run.out());
        assertEquals("", run.out());
        assertFalse(run.err().contains("Exception"), run.err());
        return run.err();
    }

    private static String[] append(String[] words, String last) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    /** G11: Step Law. */
    @Test
    void askAnswersAllThatALawGives() throws IOException {
        JsonNode answer = json("ask", "--law", "step-law-2025-printed", "--params", "7e9", "--tokens", "1.4e12");
        assertEquals("step-law-2025-printed", answer.get("law").asText());
        assertEquals("eta", answer.get("results").get(0).get("symbol").asText());
        assertEquals("1", answer.get("results").get(0).get("unit").asText());
        assertEquals(9.16557e-4, answer.get("results").get(0).get("value").asDouble(), 1e-9);
        assertEquals("tokens", answer.get("results").get(1).get("unit").asText());
        assertEquals(4.99882e6, answer.get("results").get(1).get("value").asDouble(), 50);
        assertEquals("nonEmbedding", answer.get("counts").get("parameters").asText());
        assertTrue(answer.get("extrapolates").isArray());
    }

    /** G11: a law of a known form is asked the same way. */
    @Test
    void askAnswersALossAndAnAllocation() throws IOException {
        JsonNode loss = json("ask", "--law", "hoffmann-2022-rounded", "--params", "70B", "--tokens", "1.4T");
        assertEquals(1.936645, loss.get("results").get(0).get("value").asDouble(), 1e-6);
        assertFalse(loss.get("extrapolates").isEmpty());
        JsonNode pair = json("ask", "--law", "deepseek-2024-allocation", "--compute", "1e20");
        assertEquals(2, pair.get("results").size());
        assertEquals("N", pair.get("results").get(1).get("symbol").asText());
        assertEquals(5.251267e9, pair.get("results").get(1).get("value").asDouble(), 5e4);
    }

    /** G11: Clark, S-BASE with 64 experts. */
    @Test
    void lossTakesInputs() throws IOException {
        JsonNode answer = json("loss", "--law", "clark-2022-s-base", "--params", "1.3e9", "--input", "E=64");
        assertEquals(2.049779, answer.get("loss").asDouble(), 1e-5);
        assertEquals(64, answer.get("inputs").get("E").asDouble());
        assertTrue(answer.get("extrapolates").isEmpty());
        JsonNode far = json("loss", "--law", "clark-2022-s-base", "--params", "1.3e9", "--input", "E=5120");
        assertEquals("E", far.get("extrapolates").get(0).get("variable").asText());
        assertEquals(1, far.get("extrapolates").get(0).get("decades").asDouble(), 1e-12);
    }

    @Test
    void optimumCountsComputeAsTheLawDoes() throws IOException {
        JsonNode answer = json("optimum", "--law", "krajewski-2024-moe", "--compute", "2.95e18", "--input", "G=8");
        assertEquals(43e8, answer.get("parameters").asDouble(), 0.05 * 43e8);
        assertEquals(2.95e18, answer.get("compute").asDouble());
        assertEquals(8, answer.get("inputs").get("G").asDouble());
        assertEquals(64, answer.get("inputs").get("E").asDouble());
        assertEquals("own", answer.get("counts").get("compute").asText());
    }

    @Test
    void aStudysOwnFormIsALawLikeAnyOther() throws IOException {
        String law = study(LOSS);
        double share = 1 - Math.exp(-4 / 2.5);
        double loss = 1.7 + 400 / Math.pow(1e9 * share, 0.34) + 410 / Math.pow(2e10, 0.28);
        JsonNode answer = json("loss", "--law", law, "--params", "1B", "--tokens", "20B", "--input", "bits=4");
        assertEquals(loss, answer.get("loss").asDouble(), 1e-12);
        JsonNode optimum = json("optimum", "--law", law, "--compute", "1e21", "--inference-tokens", "1T");
        assertTrue(optimum.get("tokensPerParameter").asDouble() > 0);
        JsonNode laws = json("laws", folder.resolve("own.isoflop").toString()).get("laws");
        assertEquals("bits", laws.get(0).get("inputs").get(0).get("symbol").asText());
        assertEquals("bits", laws.get(0).get("inputs").get(0).get("unit").asText());
        assertEquals(16, laws.get(0).get("inputs").get(0).get("value").asDouble());
        assertEquals("L = E + A/(N*share)^0.34 + B/D^0.28", laws.get(0).get("formula").get(1).asText()
                .replace(" / ", "/"));
        Run run = Run.of(Locale.ENGLISH, "", "chart", folder.resolve("own.isoflop").toString(), "--view",
                "scaling-curves", "--out", folder.resolve("c.svg").toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.readString(folder.resolve("c.svg")).contains("own"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"E + A/N^ + B | position 10", "E + A/N~2 | position 8", "E + (A/N | too early",
        "sin(N) + E + A + B | no function", "E + A/N^0.3 + B/D^later | constant later"})
    void aWrongFormulaIsRefusedWithItsPlace(String formula, String words) throws IOException {
        String said = refusal("loss", "--law", study(formula), "--params", "1B", "--tokens", "1B");
        assertTrue(said.contains(words), said);
        assertTrue(said.contains("own.isoflop:2"), said);
        Run check = Run.of(Locale.FRENCH, "", "validate", folder.resolve("own.isoflop").toString());
        assertEquals(1, check.status(), check.out());
    }

    @Test
    void hostileFormulasAreRefusedQuickly() throws IOException {
        for (String formula : List.of("(".repeat(900) + "1" + ")".repeat(900), "1+".repeat(40_000) + "1",
                "-".repeat(1900) + "1", "E + A + B + " + "x".repeat(1900), "1e999", "\u0663 + E")) {
            refusal("loss", "--law", study(formula), "--params", "1B", "--tokens", "1B");
        }
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertTrue(refusal("loss", "--law", "clark-2022-s-base", "--params", "1B").contains("--input E=\u2026"));
        assertTrue(refusal("loss", "--law", "clark-2022-s-base", "--params", "1B", "--input", "experts=8")
                .contains("its inputs are E"));
        assertTrue(refusal("loss", "--law", "hoffmann-2022-rounded", "--params", "1B", "--tokens", "1B", "--input",
                "E=8").contains("none of its own"));
        for (String wrong : List.of("E", "=8", "E=", "E=x", "E=NaN", "E=1e999", "E=80GiB")) {
            refusal("loss", "--law", "clark-2022-s-base", "--params", "1B", "--input", wrong);
        }
        assertTrue(refusal("loss", "--law", "clark-2022-s-base", "--params", "1B", "--input", "E=8", "--input", "E=9")
                .contains("twice"));
        assertTrue(refusal("ask", "--law", "step-law-2025-printed", "--params", "1B").contains("--tokens"));
        assertTrue(refusal("ask", "--law", "deepseek-2024-hyperparameters").contains("--compute"));
        assertTrue(refusal("loss", "--law", "step-law-2025-printed", "--params", "1B", "--tokens", "1B")
                .contains("it gives learning rate, batch size, from parameters, training tokens"));
        assertTrue(refusal("optimum", "--law", "ho-2024-progress", "--compute", "1e20")
                .contains("it gives multiplier of compute, from time"));
        assertTrue(refusal("ask", "--law", "de-vries-2023-overhead", "--input", "k_N=0.05").contains("no finite"));
    }

    /** Every law of the catalog answers when it has what it needs. */
    @Test
    void everyLawAnswers() throws IOException {
        for (var study : Catalog.studies()) {
            for (LawData law : study.laws()) {
                List<String> words = new ArrayList<>(List.of("ask", "--law", law.id()));
                if (!law.law().form().needs().contains(Variable.COMPUTE)) {
                    words.addAll(List.of("--params", "1e9", "--tokens", "2e10"));
                } else {
                    words.addAll(List.of("--compute", "1e20"));
                }
                law.law().missingInputs().forEach(input -> words.addAll(List.of("--input", input.symbol() + "=2")));
                JsonNode results = json(words.toArray(String[]::new)).get("results");
                assertTrue(!results.isEmpty(), law.id());
                results.forEach(result -> assertTrue(Double.isFinite(result.get("value").asDouble()), law.id()));
            }
        }
    }
}
