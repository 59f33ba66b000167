package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.core.example.Examples;
import org.isoflop.core.mapping.StudyData.RunData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command fit: its JSON keys are a contract, its numbers those of the digitised Chinchilla runs. */
class FitCommandTest {

    private static final Set<String> PARAMETRIC = Set.of("method", "form", "constants", "exponent", "objective",
            "objectiveName", "delta", "points", "starts", "agreeing", "influence", "outliers", "residuals", "data");

    @TempDir
    Path folder;
    private String runs;

    /** The 245 runs of the example study (Besiroglu et al. 2024), as a table. */
    @BeforeEach
    void writeTheRuns() throws IOException {
        var table = StudyMapper.map(Studies.read(Examples.content("chinchilla-replication"), "x").study()).runTables()
                .getFirst();
        List<String> lines = new ArrayList<>(List.of("Model Size,Training FLOP,loss"));
        for (RunData run : table.runs()) {
            lines.add(run.parameters() + "," + run.compute() + "," + run.loss());
        }
        assertEquals(246, lines.size());
        runs = Files.write(folder.resolve("runs.csv"), lines).toString();
    }

    private JsonNode json(String... options) throws IOException {
        Run run = Run.of(words(options, "--json"));
        assertEquals(0, run.status(), run.out() + run.err());
        return new ObjectMapper().readTree(run.out());
    }

    private String[] words(String[] options, String... more) {
        List<String> words = new ArrayList<>(List.of("fit", runs));
        words.addAll(List.of(options));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new HashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** G1: the global minimum of the published objective over the published starts. */
    @Test
    void theMinimumOfThePublishedObjective() throws IOException {
        JsonNode answer = json("--drop-highest", "5");
        assertEquals(PARAMETRIC, keys(answer));
        assertEquals(1.01827401780060e-3, answer.get("objective").asDouble(), 1e-12);
        assertEquals(0.513899516, answer.get("exponent").asDouble(), 1e-6);
        assertEquals(4500, answer.get("starts").asInt());
        assertEquals(240, answer.get("points").asInt());
        assertEquals(240, answer.get("residuals").size());
        assertEquals(240, answer.get("influence").size());
        assertEquals(245, answer.get("data").get("rows").asInt());
        assertEquals("D", answer.get("data").get("derived").asText());
        assertEquals(477.82587, answer.get("constants").get("A").asDouble(), 0.04);
    }

    @Test
    void everythingThatCanBeAsked() throws IOException {
        JsonNode answer = json("--drop-highest", "5", "--starts", "vpnls", "--bootstrap", "200", "--seed", "7",
                "--predict", "7B,2T", "--holdout", "10", "--against", "hoffmann-2022-unrounded");
        Set<String> expected = new HashSet<>(PARAMETRIC);
        expected.addAll(Set.of("standardErrors", "intervals95", "level", "bootstrap", "prediction", "holdout",
                "against"));
        assertEquals(expected, keys(answer));
        assertEquals(7, answer.get("bootstrap").get("seed").asInt());
        assertEquals(200, answer.get("bootstrap").get("resamples").asInt());
        JsonNode prediction = answer.get("prediction");
        assertTrue(prediction.get("low").asDouble() < prediction.get("loss").asDouble()
                && prediction.get("loss").asDouble() < prediction.get("high").asDouble());
        JsonNode newRun = prediction.get("newRun");
        assertTrue(newRun.get("high").asDouble() - newRun.get("low").asDouble() > prediction.get("high").asDouble()
                - prediction.get("low").asDouble());
        assertEquals("residual", newRun.get("contains").get(1).asText());
        assertEquals(10, answer.get("holdout").get("points").size());
        assertEquals(5, answer.get("against").get("degrees").asInt());
        assertTrue(answer.get("against").get("pValue").asDouble() < 1e-20);
        assertTrue(answer.get("standardErrors").get("alpha").asDouble() > 0.01);
        assertTrue(answer.get("intervals95").get("A").get("low").asDouble() < 478);
    }

    /** G2 and G5 through the command. */
    @ParameterizedTest
    @CsvSource({"--objective, l1, 0.51263971", "--method, vpnls, 0.54457613", "--objective, mse, 0.54457613"})
    void otherObjectives(String option, String value, double exponent) throws IOException {
        JsonNode answer = json("--drop-highest", "5", option, value);
        assertEquals(exponent, answer.get("exponent").asDouble(), 1e-6);
        assertFalse(answer.has("delta"));
    }

    @Test
    void aFormulaCanBeFitted() throws IOException {
        JsonNode answer = json("--drop-highest", "5", "--form", "E + A/N^alpha", "--objective", "mse");
        assertEquals(Set.of("E", "A", "alpha"), keys(answer.get("constants")));
        assertFalse(answer.has("exponent"));
    }

    /** G13: the error law of Gadre et al. 2024 by the command; U stands for the loss over which the error is fitted. */
    @Test
    void anErrorLawCanBeFitted() throws IOException {
        Path file = folder.resolve("errors.csv");
        List<String> lines = new ArrayList<>(List.of("N,D,c4_loss,error"));
        for (int i = 0; i < 12; i++) {
            double loss = 2.2 + 0.15 * i;
            lines.add((i + 1) + "e8," + (20 + i % 3) + "e9," + loss + ","
                    + (0.857 - 2.2065 * Math.exp(-0.7146 * loss)));
        }
        runs = Files.write(file, lines).toString();
        JsonNode constants = json("--form", "eps - k*exp(-g*U)", "--columns", "U=c4_loss,loss=error", "--objective",
                "mse").get("constants");
        assertEquals(0.857, constants.get("eps").asDouble(), 1e-6);
        assertEquals(2.2065, constants.get("k").asDouble(), 1e-6);
        assertEquals(0.7146, constants.get("g").asDouble(), 1e-6);
    }

    @Test
    void allocations() throws IOException {
        List<String> lines = new ArrayList<>(List.of("N,D,C,loss"));
        for (int decade = 18; decade <= 21; decade++) {
            double c = Math.pow(10, decade);
            for (int i = -3; i <= 3; i++) {
                double n = 0.12 * Math.pow(c / 6, 0.51) * Math.pow(1.6, i);
                lines.add(n + "," + c / (6 * n) + "," + c + ","
                        + (1.82 + 480 / Math.pow(n, 0.347) + 2100 / Math.pow(c / (6 * n), 0.367)));
            }
        }
        runs = Files.write(folder.resolve("iso.csv"), lines).toString();
        JsonNode iso = json("--method", "isoflop");
        assertEquals(Set.of("method", "a", "b", "coefficientN", "coefficientD", "points", "vertices", "bias", "data"),
                keys(iso));
        assertEquals(0.367 / 0.714, iso.get("a").asDouble(), 0.01);
        assertEquals(4, iso.get("vertices").size());
        assertTrue(keys(iso.get("vertices").get(0)).containsAll(Set.of("compute", "parameters", "tokens", "loss",
                "points")));
        JsonNode kept = json("--method", "isoflop", "--save", folder.resolve("iso.isoflop") + "#iso");
        assertEquals(folder.resolve("iso.isoflop") + "#iso", kept.get("saved").asText());
        Run optimum = Run.of("optimum", "--law", kept.get("saved").asText(), "--compute", "1e20", "--json");
        assertEquals(iso.get("coefficientN").asDouble() * Math.pow(1e20, iso.get("a").asDouble()),
                new ObjectMapper().readTree(optimum.out()).get("parameters").asDouble(), 1);
        JsonNode spread = json("--method", "isoflop", "--bootstrap", "100", "--save",
                folder.resolve("iso.isoflop") + "#spread");
        assertTrue(spread.get("standardErrors").get("a").asDouble() > 0);
        assertEquals(100, spread.get("bootstrap").get("resamples").asInt());
        JsonNode interval = new ObjectMapper().readTree(
                Run.of("optimum", "--law", spread.get("saved").asText(), "--compute", "1e24", "--json").out())
                .get("intervals").get("parameters");
        assertTrue(interval.get("low").asDouble() < interval.get("high").asDouble());
        assertTrue(Run.of("fit", runs, "--method", "isoflop", "--bootstrap", "100").out().contains("±"));
    }

    /** Approach 1 on training curves of a known law: the lines, their spread, and the law that is kept of them. */
    @Test
    void trainingCurves() throws IOException {
        List<String> lines = new ArrayList<>(List.of("run,N,D,loss"));
        for (int i = 0; i < 24; i++) {
            double n = 3e7 * Math.pow(300, i / 23.0);
            for (int j = 0; j < 40; j++) {
                double d = 3e8 * Math.pow(3000, j / 39.0);
                lines.add("size " + i + "," + n + "," + d + ","
                        + (1.82 + 480 / Math.pow(n, 0.347) + 2100 / Math.pow(d, 0.367)));
            }
        }
        runs = Files.write(folder.resolve("curves.csv"), lines).toString();
        JsonNode plain = json("--method", "envelope");
        assertEquals(Set.of("method", "a", "b", "coefficientN", "coefficientD", "points", "curves", "values", "data"),
                keys(plain));
        assertEquals("envelope", plain.get("method").asText());
        assertEquals(24, plain.get("curves").asInt());
        assertEquals(960, plain.get("points").asInt());
        double a = plain.get("a").asDouble();
        assertEquals(0.367 / 0.714, a, 0.02);
        assertEquals(1, a + plain.get("b").asDouble(), 1e-6);
        String study = folder.resolve("curves.isoflop").toString();
        String[] options = {"--method", "envelope", "--bootstrap", "300", "--seed", "5"};
        JsonNode spread = json("--method", "envelope", "--bootstrap", "300", "--seed", "5", "--save", study + "#env");
        assertEquals(a, spread.get("a").asDouble());
        assertEquals(300, spread.get("bootstrap").get("resamples").asInt());
        assertEquals(5, spread.get("bootstrap").get("seed").asInt());
        assertEquals(spread.get("standardErrors"), json(options).get("standardErrors"));
        JsonNode interval = spread.get("intervals95").get("a");
        assertTrue(interval.get("low").asDouble() < a && a < interval.get("high").asDouble(), spread::toString);
        assertTrue(Run.of(words(options)).out().contains("±"));
        ObjectMapper mapper = new ObjectMapper();
        JsonNode optimum = mapper.readTree(
                Run.of("optimum", "--law", study + "#env", "--compute", "1e21", "--json").out());
        double best = optimum.get("parameters").asDouble();
        assertEquals(spread.get("coefficientN").asDouble() * Math.pow(1e21, a), best, 1e-6 * best);
        assertTrue(optimum.get("intervals").get("parameters").get("low").asDouble() < best);
        assertTrue(optimum.get("intervals").get("parameters").get("high").asDouble() > best);
        assertEquals(0, Run.of("validate", "--strict", study).status(), Run.of("validate", study).out());
        Run lost = Run.of("loss", "--law", study + "#env", "--params", "1e9", "--tokens", "2e10");
        assertEquals(2, lost.status(), lost.out());
    }

    /** A formula of one's own is a law like any other, once it is kept. */
    @Test
    void aFormulaOfOnesOwnIsKeptAsALaw() throws IOException {
        String study = folder.resolve("kept.isoflop").toString();
        String[] known = {"--drop-highest", "5", "--starts", "vpnls", "--save", study + "#known"};
        String[] formula = {"--drop-highest", "5", "--form", "E + A/N^alpha + B/D^beta", "--bootstrap", "60",
            "--save", study + "#own"};
        double objective = json(known).get("objective").asDouble();
        JsonNode answer = json(formula);
        assertEquals(objective, answer.get("objective").asDouble(), 1e-9 * objective);
        assertEquals("E + A / N^alpha + B / D^beta", answer.get("form").asText());
        assertEquals(60, answer.get("bootstrap").get("resamples").asInt());
        ObjectMapper mapper = new ObjectMapper();
        for (String[] question : new String[][] {{"loss", "--params", "7e9", "--tokens", "2e12"},
            {"optimum", "--compute", "1e22"}, {"optimum", "--loss", "2.1"}}) {
            List<String> words = new ArrayList<>(List.of(question));
            words.addAll(List.of("--json", "--law"));
            JsonNode[] both = new JsonNode[2];
            for (int i = 0; i < 2; i++) {
                words.add(study + (i == 0 ? "#known" : "#own"));
                both[i] = mapper.readTree(Run.of(words.toArray(String[]::new)).out());
                words.removeLast();
            }
            for (String number : List.of("loss", "parameters", "tokens", "compute")) {
                double expected = both[0].path(number).asDouble();
                assertEquals(expected, both[1].path(number).asDouble(), 1e-4 * expected, number);
            }
            JsonNode spread = both[1].path("intervals").path("parameters");
            assertTrue(both[1].has("low") && both[1].get("low").asDouble() < both[1].get("high").asDouble()
                    || spread.get("low").asDouble() < spread.get("high").asDouble(), both[1]::toString);
        }
        Map<String, JsonNode> laws = new HashMap<>();
        mapper.readTree(Run.of("laws", study, "--json").out()).get("laws")
                .forEach(one -> laws.put(one.get("id").asText(), one));
        JsonNode law = laws.get("own");
        assertEquals("formula", law.get("form").asText());
        assertEquals(Set.of("E", "A", "alpha", "B", "beta"), keys(law.get("constants")));
        assertEquals(0, Run.of("validate", "--strict", study).status(), Run.of("validate", study).out());
        Path chart = folder.resolve("own.csv");
        Run drawn = Run.of("chart", study, "--view", "scaling-curves", "--out", chart.toString());
        assertEquals(0, drawn.status(), drawn.err());
        assertTrue(Files.readString(chart).contains("own"));
        Path report = folder.resolve("own-report");
        Run written = Run.of("report", study, "--out", report.toString(), "--lang", "en");
        assertEquals(0, written.status(), written.err());
        assertTrue(Files.readString(report.resolve("report.html")).contains("Fit to runs"));
    }

    /** A kept fit answers loss and optimum with intervals. */
    @Test
    void aKeptFitIsALaw() throws IOException {
        String study = folder.resolve("kept.isoflop").toString();
        JsonNode answer = json("--drop-highest", "5", "--starts", "vpnls", "--bootstrap", "600", "--save", study);
        String law = answer.get("saved").asText();
        assertEquals(study + "#runs-fit", law);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode loss = mapper
                .readTree(Run.of("loss", "--law", law, "--params", "1e9", "--tokens", "20e9", "--json").out());
        assertEquals(0.0055, loss.get("high").asDouble() - loss.get("low").asDouble(), 0.2 * 0.0055);
        assertEquals("constants", loss.get("contains").get(0).asText());
        assertEquals(0.95, loss.get("level").asDouble());
        JsonNode optimum = mapper
                .readTree(Run.of("optimum", "--law", law, "--compute", "5.76e23", "--json").out());
        assertEquals(53e9, optimum.get("intervals").get("parameters").get("low").asDouble(), 0.2 * 53e9);
        assertEquals(109e9, optimum.get("intervals").get("parameters").get("high").asDouble(), 0.2 * 109e9);
        JsonNode budget = mapper.readTree(Run.of("optimum", "--law", law, "--loss", "2.1", "--json").out());
        assertTrue(budget.get("intervals").get("compute").get("low").asDouble() < budget.get("compute").asDouble());
        assertEquals(0, Run.of("validate", "--strict", study).status(), Run.of("validate", study).out());
        Path chart = folder.resolve("kept.csv");
        Run drawn = Run.of("chart", study, "--view", "scaling-curves", "--out", chart.toString());
        assertEquals(0, drawn.status(), drawn.err());
        assertTrue(Files.readString(chart).contains("runs-fit"), () -> "no curve of the law");
        Run report = Run.of("report", study, "--out", folder.resolve("report").toString(), "--lang", "en");
        assertEquals(0, report.status(), report.err());
        assertTrue(Files.readString(folder.resolve("report").resolve("report.html")).contains("Fit to runs"));
        assertEquals("runs-fit", mapper.readTree(Run.of("laws", study, "--json").out()).get("laws").get(0).get("id")
                .asText());
        assertFalse(mapper.readTree(Run.of("loss", "--law", "hoffmann-2022-rounded", "--params", "1e9", "--tokens",
                "20e9", "--json").out()).has("low"));
        assertEquals(2, Run.of("fit", runs, "--starts", "vpnls", "--save", law).status());
    }

    @Test
    void peopleReadTheirOwnLanguage() throws IOException {
        String[] options = {"--drop-highest", "5", "--starts", "vpnls", "--bootstrap", "50", "--predict", "7B,2T",
            "--holdout", "5", "--against", "hoffmann-2022-rounded"};
        Run english = Run.of(Locale.ENGLISH, "", words(options));
        Run french = Run.of(Locale.FRENCH, "", words(options));
        assertEquals(0, english.status(), english.err());
        assertTrue(english.out().contains("0.513"), english.out());
        assertTrue(french.out().contains("0,513"), french.out());
        assertTrue(french.out().contains("départs"));
        Run piped = Run.of(Locale.ENGLISH, Files.readString(Path.of(runs)), "fit", "-", "--starts", "vpnls",
                "--drop-highest", "5");
        assertEquals(0, piped.status(), piped.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--method none", "--objective mean", "--starts some", "--delta 0",
        "--delta x", "--drop-highest 245", "--drop-highest -1", "--drop-highest x", "--bootstrap 1", "--seed 3",
        "--bootstrap 10 --seed 99999999999", "--predict 7B", "--predict 7B,x", "--predict 0,1T", "--holdout 300",
        "--against none --bootstrap 10", "--against hoffmann-2022-rounded", "--against kaplan-2020-compute",
        "--form chinchila", "--form allocation", "--form E+", "--form data-constrained", "--columns x",
        "--columns loss=none", "--columns N=loss,N=loss", "--budget-tolerance 0.1", "--method isoflop",
        "--method isoflop --form chinchilla", "--method vpnls --objective huber", "--method envelope --bootstrap 1",
        "--method envelope --seed 3",
        "--method envelope --form chinchilla", "--method envelope --budget-tolerance 0.1", "--form L+A/N^a",
        "--objective mse --delta 1e-3", "--form E+A/N^a --starts vpnls", "--save /",
        "--starts vpnls --save none/such/folder.isoflop"})
    void wrongInputIsRefused(String options) throws IOException {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            Run run = Run.of(locale, "", words(options.split(" ")));
            assertEquals(2, run.status(), run.out() + run.err());
            assertFalse(run.err().isBlank());
            assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        }
        JsonNode error = new ObjectMapper().readTree(Run.of(words(options.split(" "), "--json")).out()).get("error");
        assertTrue(error.has("code") && error.has("message"));
    }

    @Test
    void badRowsAreLocated() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "N,D,loss\n1e9,2e10,2.5\n1e9,2e10,2.5x\n");
        JsonNode error = new ObjectMapper().readTree(Run.of("fit", file.toString(), "--json").out()).get("error");
        assertEquals(file.toString(), error.get("file").asText());
        assertEquals(3, error.get("line").asInt());
        assertEquals("loss", error.get("path").asText());
        assertEquals(2, Run.of("fit", folder.resolve("none.csv").toString()).status());
        assertEquals(2, Run.of("fit", folder.toString()).status());
        assertEquals(2, Run.of("fit").status());
    }
}
