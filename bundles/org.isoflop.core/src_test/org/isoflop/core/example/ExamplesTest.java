package org.isoflop.core.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.isoflop.core.CoreException;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.io.StudyWriter;
import org.isoflop.model.validate.Severity;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
