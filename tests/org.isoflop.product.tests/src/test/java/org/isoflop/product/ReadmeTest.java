package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("isoflop.root"));

    @TempDir
    private Path directory;

    @Test
    void theLibraryExampleCompilesAndRuns() throws Exception {
        Matcher snippet = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertTrue(snippet.find());
        List<String> imports = new ArrayList<>();
        List<String> body = new ArrayList<>();
        snippet.group(1).lines().forEach(line -> (line.startsWith("import ") ? imports : body).add(line));
        Path source = directory.resolve("Snippet.java");
        Files.writeString(source, String.join("\n", imports) + "\npublic class Snippet {\npublic static void run() {\n"
                + String.join("\n", body) + "\n}\n}\n");
        Path classes = ROOT.resolve("bundles/org.isoflop.analysis/target/classes");
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, problems, "-d", directory.toString(), "-cp",
                classes.toString(), source.toString());
        assertEquals(0, status, problems.toString(StandardCharsets.UTF_8));
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] path = {directory.toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, null)) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Snippet").getMethod("run").invoke(null);
        } finally {
            System.setOut(standard);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).replace(',', '.').contains("7.22e+10 parameters"),
                printed.toString(StandardCharsets.UTF_8));
    }

    /** Each command with the lines that the README prints under it, in their order; … stands for what it leaves out. */
    @ParameterizedTest
    @MethodSource("commands")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theCommandsAnswerAsShown(String command, List<String> answer) throws Exception {
        Files.createSymbolicLink(directory.resolve("examples"), ROOT.resolve("examples"));
        ProductProcess.Result result = new ProductProcess(directory, Map.of()).run(command.split(" +"));
        assertEquals(0, result.status(), result.err());
        List<String> lines = result.out().lines().toList();
        int at = 0;
        boolean leftOut = false;
        for (String line : answer) {
            if (line.strip().equals("…")) {
                leftOut = true;
            } else {
                int found = lines.subList(at, lines.size()).indexOf(line);
                assertTrue(leftOut ? found >= 0 : found == 0,
                        command + " does not print here: " + line + "\n" + result.out());
                at += found + 1;
                leftOut = false;
            }
        }
    }

    static Stream<Object[]> commands() throws Exception {
        List<Object[]> commands = new ArrayList<>();
        List<String> answer = null;
        for (String line : readme().lines().toList()) {
            if (line.startsWith("    $ ./isoflop ")) {
                answer = new ArrayList<>();
                commands.add(new Object[] {line.substring("    $ ./isoflop ".length()), answer});
            } else if (answer != null && line.startsWith("    ")) {
                answer.add(line.substring(4));
            } else if (!line.isBlank()) {
                answer = null;
            }
        }
        assertTrue(commands.size() >= 4);
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws Exception {
        Matcher links = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)").matcher(Files.readString(page));
        while (links.find()) {
            if (!links.group(1).contains("://")) {
                assertTrue(Files.exists(page.resolveSibling(links.group(1))), page + ": " + links.group(1));
            }
        }
    }

    static Stream<Path> pages() throws Exception {
        try (Stream<Path> top = Files.list(ROOT); Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @Test
    void everyTestThatTheExpectationsNameExists() throws Exception {
        Map<String, String> tests = new HashMap<>();
        for (String folder : List.of("bundles", "tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                    tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file),
                            String::concat);
                }
            }
        }
        Matcher name = Pattern.compile("`(\\w+Test)\\.(\\w+)`")
                .matcher(Files.readString(ROOT.resolve("docs/expectations.md")));
        int found = 0;
        while (name.find()) {
            assertTrue(tests.getOrDefault(name.group(1), "").contains("void " + name.group(2) + "("), name.group());
            found++;
        }
        assertTrue(found > 50, found + " tests");
    }

    private static String readme() throws Exception {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
