package org.isoflop.core.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.isoflop.core.example.Templates.Template;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template makes a study that has no findings, evaluates and draws. */
class TemplatesTest {

    private static final String NAME = "Étude n° 1: 70 % & more";

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Templates#names")
    void makesASoundStudy(String template) throws Exception {
        byte[] content = Templates.create(template, NAME);
        OpenStudy open = Studies.read(content, template);
        assertEquals(List.of(), open.findings());
        assertTrue(open.isComplete());
        assertEquals(NAME, open.study().getName().get(Locale.ENGLISH));
        assertEquals("etude-n-1-70-more", open.study().getId());
        assertArrayEquals(content, StudyWriter.write(open.study()));
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.example.Templates#names")
    void evaluatesAndDraws(String template) {
        StudyData data = StudyMapper.map(Studies.read(Templates.create(template, NAME), template).study());
        for (ScenarioResult result : Evaluation.evaluate(data)) {
            assertTrue(result.best().isPresent(), result.scenario().id());
            assertTrue(result.strategies().stream().allMatch(strategy -> strategy.refusal() == null));
        }
        for (String view : Charts.views()) {
            assertFalse(Charts.plot(view, data, Locale.FRENCH).series().isEmpty(), view);
        }
    }

    @Test
    void onlyTheSmallestAsksNoQuestion() {
        assertEquals(List.of("one-law"), Templates.list().stream()
                .filter(template -> template.study().getScenarios().isEmpty()).map(Template::name).toList());
    }

    @Test
    void sayWhatTheyAreInBothLanguages() {
        for (Template template : Templates.list()) {
            Study study = template.study();
            assertEquals(template.name(), study.getId());
            assertNotEquals(study.getName().get(Locale.ENGLISH), study.getName().get(Locale.FRENCH));
            assertNotEquals(study.getDescription().get(Locale.ENGLISH), study.getDescription().get(Locale.FRENCH));
        }
    }

    @Test
    void theFilesAreCanonicalAndAllListed() throws Exception {
        Path folder = Path.of(Templates.class.getResource("templates/index").toURI()).getParent();
        try (var files = Files.newDirectoryStream(folder, "*.isoflop")) {
            int count = 0;
            for (Path file : files) {
                assertTrue(Templates.names().contains(file.getFileName().toString().replace(".isoflop", "")));
                assertArrayEquals(Files.readAllBytes(file), StudyWriter.write(Studies.open(file).study()));
                count++;
            }
            assertEquals(Templates.names().size(), count);
        }
    }

    @Test
    void aNameLikeOneOfItsElementsGetsAnotherIdentifier() {
        assertEquals("thirty-days-2",
                Studies.read(Templates.create("training-run", "Thirty days"), "new").study().getId());
    }

    @Test
    void refusesAnUnknownTemplate() {
        assertEquals("E_NO_SUCH_TEMPLATE",
                assertThrows(CoreException.class, () -> Templates.create("../index", NAME)).code());
    }
}
