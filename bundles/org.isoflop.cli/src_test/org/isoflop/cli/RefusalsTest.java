package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.core.example.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input ends with 2, one sentence on the error stream or one JSON object, and never a stack trace. */
class RefusalsTest {

    private static final String LOSS = "loss --law hoffmann-2022-rounded ";

    static Stream<String> wrong() {
        return Stream.of("", "nonsense", "--nonsense", "loss", LOSS, LOSS + "--params 70B",
                LOSS + "--params -1 --tokens 1T",
                LOSS + "--params 0 --tokens 1T", LOSS + "--params NaN --tokens 1T", LOSS + "--params 1e999 --tokens 1T",
                LOSS + "--params 1,5B --tokens 1T", LOSS + "--params 80GiB --tokens 1T",
                LOSS + "--params \uff17B --tokens 1T", "loss --law none --params 1B --tokens 1T",
                "loss --law hoffmann-2022-approach-1 --params 1B --tokens 1T",
                "loss --law kaplan-2020-compute --params 1B", "loss --law /none/such.isoflop#x --params 1B --tokens 1T",
                LOSS + "--params 1e300 --tokens 1e300", LOSS + "--params 1B --tokens 1T --compute 1e20",
                LOSS + "--law hoffmann-2022-latex --params 1B --tokens 1T", "evaluate x --json=5",
                "optimum --law hoffmann-2022-rounded", "optimum --law hoffmann-2022-rounded --compute 1e20 --loss 2",
                "optimum --law hoffmann-2022-rounded --loss 1.5", "optimum --law kaplan-2020-parameters --compute 1e20",
                "optimum --law hoffmann-2022-rounded --compute 1e30 --unique 1",
                "params", "params none.json", "params .", "params none.isoflop#m",
                "evaluate", "evaluate none.isoflop", "evaluate .", "evaluate none.isoflop --nonsense",
                "chart", "chart --view isoflop", "chart none.isoflop --view isoflop --out x.svg",
                "report none.isoflop", "report none.isoflop --out x", "validate", "validate none.isoflop",
                "convert none.isoflop none.txt", "convert none.isoflop none.xmi", "convert none.xmi none.isoflop",
                "convert none.json none.isoflop", "convert none.csv none.isoflop", "convert none.txt none.isoflop",
                "sweep", "sweep none.isoflop", "sweep none.isoflop --vary a.b=1..2 --out x.csv",
                "sweep none.isoflop --vary a.b --out x.csv", "sweep none.isoflop --vary a.b=1..2 --out x.txt",
                "examples none", "laws none.isoflop", "completion --nonsense", "catalog nonsense", "catalog --sort id",
                "catalog hardware --sort nonsense", "catalog hardware --descending",
                "catalog hardware --columns vendor,nonsense", "catalog --columns vendor");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedInOneSentence(String line) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            Run run = Run.of(locale, "", words(line));
            assertEquals(2, run.status(), run.out() + run.err());
            String said = run.err() + run.out();
            assertFalse(said.isBlank());
            assertFalse(said.contains("\tat ") || said.contains("Exception"), said);
            boolean english = said.contains(" should ") || said.contains(" only ") || said.contains(" not ");
            assertFalse(locale == Locale.FRENCH && english, said);
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isOneJsonObjectWhenAskedFor(String line) throws IOException {
        Run run = Run.of(words(line + " --json"));
        assertEquals(2, run.status());
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertTrue(answer.has("error")
                ? answer.get("error").has("code") && answer.get("error").has("message")
                : answer.has("findings"), run.out());
    }

    @Test
    void badContentIsLocated(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.isoflop");
        Files.writeString(file, "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": 7\n}\n");
        for (String[] words : new String[][] {{"evaluate", file.toString(), "--json"},
            {"laws", file.toString(), "--json"}}) {
            Run run = Run.of(words);
            assertEquals(2, run.status());
            JsonNode error = new ObjectMapper().readTree(run.out()).get("error");
            assertEquals(file.toString(), error.get("file").asText());
            assertEquals(4, error.get("line").asInt());
        }
    }

    @Test
    void aFolderOfFilesNamesTheBadOne(@TempDir Path folder) throws IOException {
        String[] words = new String[201];
        words[0] = "validate";
        for (int i = 0; i < 200; i++) {
            Path file = folder.resolve("s" + i + ".isoflop");
            Files.writeString(file, i == 123
                    ? "<<<<<<< HEAD\n"
                    : "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"s\"\n}\n");
            words[i + 1] = file.toString();
        }
        Run run = Run.of(words);
        assertEquals(2, run.status());
        assertTrue(run.out().contains("s123.isoflop"));
        assertEquals(2, run.out().lines().count(), run.out());
    }

    /** What cannot be written is said with the place and the reason, without names of the program. */
    @Test
    void placesThatCannotBeWrittenAreNamed(@TempDir Path folder) throws IOException {
        String study = Examples.copy("end-of-the-giants", folder).toString();
        Path none = folder.resolve("none");
        Run chart = Run.of("chart", study, "--view", "isoflop", "--out", none.resolve("x.svg").toString());
        assertEquals(none.resolve("x.svg") + " cannot be written: its folder does not exist.", chart.err().strip());
        Run report = Run.of("report", study, "--out", study);
        assertEquals(study + " is a file; a folder was expected.", report.err().strip());
        Run xmi = Run.of("convert", study, none.resolve("x.xmi").toString(), "--json");
        assertEquals("E_NO_FOLDER", new ObjectMapper().readTree(xmi.out()).get("error").get("code").asText());
        for (Run run : new Run[] {chart, report, xmi}) {
            assertEquals(2, run.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "laws", "loss", "optimum", "ask", "fit", "params", "evaluate", "chart", "report",
        "validate", "convert", "examples", "completion", "catalog"})
    void helpHasAnExampleInBothLanguages(String command) {
        Run english = Run.of(words(command + " --help"));
        Run french = Run.of(Locale.FRENCH, "", words(command + " --help"));
        assertEquals(0, english.status());
        assertTrue(english.out().startsWith("Usage: isoflop"), english.out());
        assertTrue(french.out().startsWith("Utilisation\u00a0: isoflop"), french.out());
        if (!command.isEmpty()) {
            assertTrue(english.out().contains("Example: "), english.out());
            assertTrue(french.out().contains("Exemple\u00a0: "), french.out());
        }
    }

    @Test
    void everyCommandStandsInBothGuides() throws IOException {
        List<String> commands = Run.of("--help").out().lines().dropWhile(line -> !line.equals("Commands:")).skip(1)
                .takeWhile(line -> !line.isBlank()).filter(line -> line.matches("  \\w.*"))
                .map(line -> line.strip().split(" ")[0]).toList();
        assertTrue(commands.contains("fit"), commands.toString());
        for (String page : List.of("user-guide.md", "fr/user-guide.md")) {
            String guide = Files.readString(Path.of("../../docs", page));
            commands.forEach(command -> assertTrue(guide.contains("\n### " + command + "\n"), page + ": " + command));
        }
    }

    @Test
    void completionIsAShellScript() {
        Run run = Run.of("completion");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("complete -F"));
    }

    private static String[] words(String line) {
        return line.isBlank() ? new String[0] : line.strip().split(" +");
    }
}
