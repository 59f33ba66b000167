package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.isoflop.product.ProductProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script of the built product. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartScriptTest {

    @TempDir
    private Path directory;

    @Test
    void runsACommandAndKeepsItsStatus() throws Exception {
        ProductProcess product = new ProductProcess(directory, Map.of());
        assertEquals(0, product.run("--help").status());
        Result wrong = product.run("no-such-command");
        assertAll(() -> assertEquals(2, wrong.status()), () -> assertEquals("", wrong.out()),
                () -> assertTrue(wrong.err().contains("no-such-command"), wrong.err()),
                () -> assertFalse(wrong.err().contains("\tat "), wrong.err()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesTheReportWhereNoWindowCanOpen() throws Exception {
        Result result = new ProductProcess(directory, Map.of()).run();
        assertEquals(0, result.status(), result.err());
        assertTrue(result.err().startsWith("The window needs a display"), result.err());
        assertTrue(Files.size(directory.resolve("report/report.html")) > 10_000);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysInFrenchWhatTheWindowNeeds() throws Exception {
        Result result = new ProductProcess(directory, Map.of("LC_ALL", "fr_FR.UTF-8")).run();
        assertEquals(0, result.status(), result.err());
        assertTrue(result.err().startsWith("La fenêtre demande un écran"), result.err());
    }

    /** A Java that only writes down how it is called stands in for the real one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void opensTheWindowWithItsOptionsAndAllFiles() throws Exception {
        Path java = directory.resolve("java 21");
        script(java.resolve("bin/java"), "for argument; do printf '%s\\n' \"$argument\"; done");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
        ProductProcess product = new ProductProcess(directory,
                Map.of("DISPLAY", ":1", "JAVA_HOME", java.toString(), "LC_ALL", "fr_FR.UTF-8"));
        Result result = product.run("first study.isoflop", "-nl", "de", "-clean", "/second.isoflop", "-data", "area");
        assertEquals(0, result.status(), result.err());
        List<String> arguments = result.out().lines().toList();
        int jar = arguments.indexOf("-jar");
        assertTrue(arguments.get(jar + 1).contains("/plugins/org.eclipse.equinox.launcher_"), result.out());
        assertTrue(arguments.subList(0, jar).containsAll(List.of("-Djava.awt.headless=true", "-Duser.language=fr",
                "-XX:+AutoCreateSharedArchive")), result.out());
        Path here = directory.toRealPath();
        assertEquals(List.of("-data", here.resolve("area").toString(), "-nl", "de", "-clean", "-open",
                here.resolve("first study.isoflop").toString(), "/second.isoflop"),
                arguments.subList(jar + 4, arguments.size()));
        Path configuration = Path.of(arguments.get(jar + 3));
        assertTrue(Files.isDirectory(configuration) && configuration.startsWith(directory), result.out());
        assertTrue(arguments.contains("-XX:SharedArchiveFile=" + configuration.resolve("window.jsa")), result.out());
    }

    @Test
    void theFinderStartsTheProductAndSaysInADialogWhatItLacks() throws Exception {
        Path contents = directory.resolve("Isoflop.app/Contents");
        Path launcher = Files.createDirectories(contents.resolve("MacOS")).resolve("isoflop");
        Files.copy(ProductProcess.ROOT.resolve("releng/org.isoflop.product/macosx/Contents/MacOS/isoflop"), launcher);
        assertTrue(launcher.toFile().setExecutable(true));
        Path tools = directory.resolve("tools");
        script(tools.resolve("defaults"), "printf '(\\n    \"fr-FR\",\\n    \"en-US\"\\n)\\n'");
        script(tools.resolve("osascript"), "printf 'dialog: %s\\n' \"$7\" >\"$HOME/said\"");
        script(contents.resolve("Eclipse/isoflop"), "echo \"started $# $LANG\" >\"$HOME/said\"");
        Path findJava = contents.resolve("Eclipse/find-java.sh");
        Files.writeString(findJava, "find_java() { return 0; }\n");
        assertEquals(0, start(launcher, tools));
        assertEquals("started 0 fr_FR.UTF-8\n", Files.readString(directory.resolve("said")));
        Files.writeString(findJava, "find_java() { echo 'No Java' >&2; return 1; }\n");
        assertEquals(2, start(launcher, tools));
        assertEquals("dialog: No Java\n", Files.readString(directory.resolve("said")));
    }

    private int start(Path launcher, Path tools) throws Exception {
        ProcessBuilder finder = new ProcessBuilder(launcher.toString());
        finder.environment().keySet().removeAll(List.of("LANG", "LC_ALL", "LC_MESSAGES"));
        finder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        finder.environment().put("HOME", directory.toString());
        return finder.redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile()).start().waitFor();
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"isoflop", "verify", "releng/lock.sh", ".ci/run",
        "features/org.isoflop.rcp.feature/rootfiles/unix/isoflop",
        "features/org.isoflop.rcp.feature/rootfiles/unix/find-java.sh",
        "releng/org.isoflop.product/macosx/Contents/MacOS/isoflop"})
    void everyScriptIsWellFormed(String name) throws Exception {
        Process shell = new ProcessBuilder("sh", "-n", ProductProcess.ROOT.resolve(name).toString())
                .redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), said);
        assertEquals("", said);
    }

    @Test
    void carriesTheExamples() {
        assertTrue(Files.isRegularFile(ProductProcess.home().resolve("examples/end-of-the-giants.isoflop")));
    }
}
