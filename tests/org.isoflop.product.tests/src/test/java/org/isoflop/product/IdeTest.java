package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * An Eclipse IDE into which the build has installed the feature: first the platform alone, then the feature with the
 * update site as the only repository. Whatever the feature fails to bring, the build does not find.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class IdeTest {

    private static final Path IDE = Path.of(System.getProperty("isoflop.ide"));
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void theUpdateSiteBringsWhatThePlatformLacksAndNothingElse() throws IOException {
        Set<String> platform = bundles(ProductProcess.ROOT.resolve(
                "tests/org.isoflop.ide.platform/target/repository/plugins"));
        Set<String> feature = named("plugin", "features/org.isoflop.feature/feature.xml");
        assertTrue(platform.contains("org.eclipse.ui.ide"));
        assertTrue(platform.stream().noneMatch(name -> name.startsWith("org.isoflop.")
                && !name.equals("org.isoflop.ide.probe")), platform.toString());
        Set<String> added = bundles(IDE.resolve("plugins"));
        added.removeAll(platform);
        Set<String> lacked = new TreeSet<>(feature);
        lacked.removeAll(platform);
        assertEquals(lacked, added);
        assertTrue(added.containsAll(Set.of("org.isoflop.ui", "org.eclipse.emf.edit", "org.eclipse.swtchart")));
    }

    @Test
    void opensAStudyAndEveryViewInAnIde() throws Exception {
        Path study = directory.resolve("a study.isoflop");
        String text = Files.readString(ProductProcess.ROOT.resolve("examples/end-of-the-giants.isoflop"));
        Files.writeString(study, text.replace("\"The end of the giants\"", "\"A study in an IDE\""));
        Properties answer = answer(study, "A study in an IDE");
        assertEquals("", answer.getProperty("fault"));
        assertEquals("A study in an IDE", answer.getProperty("text"));
        assertEquals("org.isoflop.ui.editors.study", answer.getProperty("editor.id"));
        assertEquals("org.isoflop.ui.editor.StudyEditor", answer.getProperty("editor.class"));
        Set<String> views = named("view", "bundles/org.isoflop.ui/plugin.xml");
        assertFalse(views.isEmpty());
        for (String view : views) {
            assertTrue(answer.getProperty(view, "not shown").startsWith("org.isoflop.ui."),
                    view + ": " + answer.getProperty(view));
        }
        String log = log();
        assertFalse(log.contains("org.isoflop"), log);
        assertEquals(text.length(), Files.readString(study).replace("A study in an IDE", "The end of the giants")
                .length());
    }

    private Properties answer(Path study, String text) throws IOException, InterruptedException {
        Path file = directory.resolve("answer.properties");
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (OS.MAC.isCurrentOs()) {
            command.add("-XstartOnFirstThread");
        }
        command.addAll(List.of("-Xmx1g", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en", "-Duser.home=" + directory, "-Disoflop.probe.study=" + study,
                "-Disoflop.probe.text=" + text, "-Disoflop.probe.answer=" + file, "-jar", launcher().toString(),
                "-data", workspace().toString(), "-configuration", directory.resolve("configuration").toString()));
        Path said = directory.resolve("said");
        Process ide = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertTrue(ide.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "The IDE did not end. " + log());
        } finally {
            ide.destroyForcibly();
        }
        assertTrue(Files.exists(file), () -> log());
        Properties answer = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            answer.load(reader);
        }
        Files.copy(directory.resolve("ide.png"), Files.createDirectories(Path.of("target/pictures")).resolve("ide.png"),
                StandardCopyOption.REPLACE_EXISTING);
        return answer;
    }

    private Path workspace() {
        return directory.resolve("workspace");
    }

    private String log() {
        try {
            Path log = workspace().resolve(".metadata/.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path launcher() throws IOException {
        try (Stream<Path> jars = Files.list(IDE.resolve("plugins"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow();
        }
    }

    private static Set<String> bundles(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(jar -> jar.getFileName().toString().replaceFirst("_\\d+\\..*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> named(String element, String file) throws IOException {
        Set<String> ids = new TreeSet<>();
        Matcher id = Pattern.compile("<" + element + "\\s[^>]*?id=\"([^\"]+)\"")
                .matcher(Files.readString(ProductProcess.ROOT.resolve(file)));
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }
}
