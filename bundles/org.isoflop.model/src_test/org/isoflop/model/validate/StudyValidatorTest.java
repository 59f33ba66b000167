package org.isoflop.model.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.isoflop.model.corpus.Corpus;
import org.isoflop.model.io.ReadResult;
import org.isoflop.model.io.StudyReader;

/** What one finding says is tested by the corpus; here is what concerns them all. */
class StudyValidatorTest {

    private static final Set<String> CODES = Set.of("E_REQUIRED", "E_ID_PATTERN", "E_DUPLICATE_ID", "E_NOT_ABOVE",
            "E_BELOW_MINIMUM", "E_ABOVE_MAXIMUM", "E_INTERVAL_ORDER", "E_VALUE_OUTSIDE", "W_HALF_INTERVAL",
            "W_NO_INTERVAL", "E_LEVEL", "E_LOGNORMAL", "E_DATE", "E_ACTIVE_PARAMETERS", "W_COMPUTE", "W_STEP_COMPUTE",
            "W_UTILISATION", "W_NO_PEAK", "W_EMPTY_PRICE", "W_LAW_SOURCE", "I_UNVERIFIED_SOURCE",
            "E_DUPLICATE_CONSTANT", "E_DUPLICATE_PEAK", "E_DUPLICATE_RANGE", "W_EMPTY_RANGE", "E_RANGE_ORDER",
            "E_NO_STEPS", "W_NO_STRATEGIES", "W_NO_LAW",
            "E_NOT_BELOW", "E_NO_MODEL_YET", "E_NO_TEACHER", "E_SECOND_MODEL", "E_BOUGHT_SERVICE",
            "E_SERVED_TWICE", "E_AFTER_SERVING", "E_NO_RANK", "W_RANK_UNUSED", "E_NO_PROMPT_TOKENS",
            "W_PROMPT_TOKENS_UNUSED", "E_NO_STUDENT", "W_STUDENT_TWICE", "E_NOTHING_PRUNED",
            "W_PRUNED_TWICE", "W_SPARSE_HALF", "E_NO_BITS", "E_HALF_SPECULATION", "E_NO_HALVING",
            "W_NO_WORKLOAD", "W_DEADLINE", "E_UNIQUE_TOKENS", "E_NO_QUALITY_MULTIPLIER",
            "W_QUALITY_INTERVAL", "W_DELIVERY_ORDER", "W_NO_START", "W_SAME_LAW", "W_UNDATED_PRICE",
            "W_RUN_CLASS_UNUSED", "E_BATCH_TOKENS", "W_CONTEXT");

    @Test
    void everyCheckHasAFileInTheCorpus() {
        Set<String> inCorpus = Corpus.files("fail").stream()
                .map(file -> file.getFileName().toString().replaceAll(".*\\.([EWI]_[A-Z0-9_]+)\\.isoflop", "$1"))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(CODES);
        missing.removeAll(inCorpus);
        assertEquals(Set.of(), missing);
    }

    @Test
    void theSampleHasNoFault() {
        ReadResult result = StudyReader.read(Corpus.sample(), null);
        assertEquals(List.of(), StudyValidator.validate(result.study(), null, result.locations()));
    }

    @Test
    void aStudyWithoutAFileIsCheckedToo() {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        study.setId("study");
        LanguageModel model = IsoflopFactory.eINSTANCE.createLanguageModel();
        model.setParameters(IsoflopFactory.eINSTANCE.createQuantity());
        model.getParameters().setValue(Double.NaN);
        study.getModels().add(model);
        List<Finding> findings = StudyValidator.validate(study, null, Locations.NONE);
        assertEquals(List.of("study.models[0].id", "study.models[0].parameters.value"),
                findings.stream().map(Finding::path).toList());
        assertEquals("E_NOT_FINITE", findings.get(1).code());
        assertEquals(0, findings.get(1).line());
        assertNull(findings.get(1).fix(Locale.ENGLISH));
        assertNotNull(findings.get(0).fix(Locale.FRENCH));
    }

    @Test
    void findingsStandInTheOrderOfTheFile() {
        ReadResult result = StudyReader.read("""
                {"format": "isoflop", "version": 1, "id": "s",
                "accelerators": [{"id": "a", "released": "never"}],
                "models": [{"id": "B"}, {"id": "B"}],
                "sources": [{"id": "p"}]}""".getBytes(StandardCharsets.UTF_8), "x");
        List<Finding> findings = StudyValidator.validate(result.study(), "x", result.locations());
        assertEquals(List.of("2 E_DATE", "3 E_ID_PATTERN", "3 E_DUPLICATE_ID", "3 E_ID_PATTERN", "4 E_REQUIRED"),
                findings.stream().map(finding -> finding.line() + " " + finding.code()).toList());
        assertTrue(findings.stream().allMatch(finding -> finding.file().equals("x")));
    }

    @Test
    void utilisationsAndComputesNearTheirBoundsAreQuiet() {
        for (String step : List.of("\"utilisation\": 0.05", "\"utilisation\": 0.7",
                "\"parameters\": 1e9, \"tokens\": 2e10, \"compute\": 1.21e20")) {
            ReadResult result = StudyReader.read(("{\"format\": \"isoflop\", \"version\": 1, \"id\": \"s\","
                    + "\"scenarios\": [{\"id\": \"q\", \"strategies\": [{\"id\": \"t\", \"steps\": ["
                    + "{\"type\": \"Pretrain\", " + step + "}]}]}]}").getBytes(StandardCharsets.UTF_8), null);
            assertEquals(List.of("W_NO_LAW"), StudyValidator.validate(result.study(), null, result.locations()).stream()
                    .map(Finding::code).toList());
        }
    }
}
