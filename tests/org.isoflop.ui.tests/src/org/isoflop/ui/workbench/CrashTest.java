package org.isoflop.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.isoflop.core.example.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workbench that is killed loses nothing that it had time to copy, and a second start finds the first. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void bringsBackWhatWasTypedBeforeTheProcessWasKilled() throws Exception {
        Path file = Files.write(folder.resolve("my wörk #1.isoflop"), Examples.content("end-of-the-giants"));
        byte[] before = Files.readAllBytes(file);
        Process first = start("edit", file);
        said(first, CrashApplication.COPIED);
        first.destroyForcibly().waitFor();
        assertArrayEquals(before, Files.readAllBytes(file), "the file itself is as it was");

        Process second = start("restore", file);
        said(second, CrashApplication.SAVED);
        assertEquals(0, second.waitFor());
        assertTrue(CrashApplication.isSaved(file));
        assertEquals(List.of(), left());
    }

    @Test
    void aSecondStartEndsAtOnceAndTheWindowTakesItsFiles() throws Exception {
        Path file = Files.write(folder.resolve("first.isoflop"), Examples.content("end-of-the-giants"));
        Path other = Files.write(folder.resolve("sécond #2 100%.isoflop"), Files.readAllBytes(file));
        Process first = start("edit", file);
        try {
            said(first, CrashApplication.COPIED);
            Process second = start("-open", other);
            assertEquals(0, second.waitFor());
            while (!recent().contains(other.getFileName().toString())) {
                Thread.onSpinWait();
            }
            assertEquals("", new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            assertTrue(first.isAlive());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    /** The settings of the first process, which name the files that it has opened. */
    private String recent() throws IOException {
        Path settings = folder
                .resolve("data/.metadata/.plugins/org.eclipse.core.runtime/.settings/org.isoflop.ui.prefs");
        Properties recent = new Properties();
        try (Reader in = Files.newBufferedReader(settings)) {
            recent.load(in);
        }
        return recent.getProperty("recentStudies", "");
    }

    private List<String> left() {
        String[] names = folder.resolve("data/recovery").toFile().list((where, name) -> name.endsWith(".recovery"));
        return names == null ? List.of() : Arrays.asList(names);
    }

    private void said(Process process, String sentence) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.equals(sentence)) {
            lines.add(line);
            line = out.readLine();
        }
        assertEquals(sentence, line, () -> "The process said only " + lines + log());
    }

    private String log() {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith("log")).toList()) {
                log.append('\n').append(file).append('\n').append(Files.readString(file));
            }
        } catch (IOException e) {
            log.append(e);
        }
        return log.toString();
    }

    /** The same program that runs this test, with the window as its application. */
    private Process start(String what, Path file) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path own = Path.of(URI.create(System.getProperty("osgi.configuration.area").replace(" ", "%20")));
        Files.write(configuration.resolve("config.ini"), Files.readAllBytes(own.resolve("config.ini")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-jar", launcher(), "-configuration",
                configuration.toString(), "-application", "org.isoflop.ui.crash", "-product",
                "org.isoflop.ui.product", "-data", folder.resolve("data").toString(), what, file.toString()));
        return new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
    }

    private static String launcher() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("org.eclipse.equinox.launcher")).findFirst().orElseThrow();
    }
}
