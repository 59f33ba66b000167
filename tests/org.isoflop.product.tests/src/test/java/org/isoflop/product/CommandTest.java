package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.product.ProductProcess.Result;

/** The commands of the built product as processes: answers, exit statuses, streams. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandTest {

    @TempDir
    private Path directory;

    /** Golden value: published allocation of Besiroglu et al. 2024 at the Gopher budget. */
    @Test
    void answersInJson() throws Exception {
        Result result = run("optimum", "--law", "besiroglu-2024-published", "--compute", "5.76e23", "--json");
        assertEquals(0, result.status(), result.err());
        JsonNode answer = new ObjectMapper().readTree(result.out());
        assertEquals(7.22487e10, answer.get("parameters").asDouble(), 5e5);
    }

    @Test
    void endsWithTheStatusOfTheContract() throws Exception {
        assertEquals(0, run("examples", "end-of-the-giants", ".").status());
        assertEquals(0, run("validate", "end-of-the-giants.isoflop").status());
        Path broken = directory.resolve("broken.isoflop");
        Files.writeString(broken, Files.readString(directory.resolve("end-of-the-giants.isoflop"))
                .replaceFirst("\"form\": \"[a-z-]+\"", "\"form\": \"nonsense\""));
        assertEquals(1, run("validate", broken.toString()).status());
        assertEquals(2, run("evaluate", broken.toString()).status());
        assertEquals(2, run("validate", "none.isoflop").status());
        assertEquals(2, run("nonsense").status());
    }

    @Test
    void errorsAreJsonToo() throws Exception {
        Result result = run("loss", "--law", "nonsense", "--params", "1B", "--tokens", "1T", "--json");
        assertEquals(2, result.status());
        assertEquals("E_NO_SUCH_LAW", new ObjectMapper().readTree(result.out()).get("error").get("code").asText());
    }

    @Test
    void writesTheReport() throws Exception {
        run("examples", "end-of-the-giants", ".");
        Result result = run("report", "end-of-the-giants.isoflop", "--out", "report", "--lang", "fr");
        assertEquals(0, result.status(), result.err());
        assertTrue(Files.readString(directory.resolve("report/report.html")).contains("lang=\"fr\""));
        assertTrue(Files.size(directory.resolve("report/isoflop-valleys.svg")) > 1000);
    }

    @Test
    void speaksFrenchInFrance() throws Exception {
        Result result = new ProductProcess(directory, Map.of("LC_ALL", "fr_FR.UTF-8")).run("--help");
        assertTrue(result.out().startsWith("Utilisation"), result.out());
    }

    @Test
    void aReaderThatStopsReadingIsNoFault() throws Exception {
        Process process = new ProcessBuilder("sh", "-c",
                '"' + ProductProcess.home().resolve("isoflop").toString() + "\" laws | head -n 1")
                .directory(directory.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void manyAtOnceDoNotDisturbEachOther() throws Exception {
        List<Callable<Result>> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(() -> run("loss", "--law", "hoffmann-2022-rounded", "--params", "70B", "--tokens", "1.4T"));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(runs.size())) {
            String first = null;
            for (Future<Result> future : pool.invokeAll(runs)) {
                assertEquals(0, future.get().status());
                first = first == null ? future.get().out() : first;
                assertEquals(first, future.get().out());
            }
            assertFalse(first.isBlank());
        }
    }

    private Result run(String... arguments) throws Exception {
        return new ProductProcess(directory, Map.of()).run(arguments);
    }
}
