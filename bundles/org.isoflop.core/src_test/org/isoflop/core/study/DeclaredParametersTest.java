package org.isoflop.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.isoflop.model.validate.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is declared of a model is held against what its architecture counts to. */
class DeclaredParametersTest {

    /** Llama 3.1 8B: 8,030,261,248 parameters. */
    private static final String LLAMA = """
            {
              "format": "isoflop",
              "version": 1,
              "id": "study",
              "models": [
                {
                  "id": "m",
                  "parameters": PARAMETERS,
                  "architecture": {
                    "hiddenSize": 4096,
                    "vocabularySize": 128256,
                    "head": "untied",
                    "norm": "scale",
                    "layers": [
                      {
                        "count": 32,
                        "mixer": {"type": "Attention", "heads": 32, "keyValueHeads": 8, "headSize": 128},
                        "feedForward": {"type": "DenseFeedForward", "size": 14336, "gated": true}
                      }
                    ]
                  }
                }
              ]
            }
            """;

    private static List<Finding> findings(String study) {
        return Studies.read(study.getBytes(StandardCharsets.UTF_8), "study.isoflop").findings();
    }

    private static List<String> codes(String study) {
        return findings(study).stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"8030261248", "8.03e9", "8.0e9", "8e9", "80302612e2"})
    void theCountRoundedIsTheCount(String declared) {
        assertEquals(List.of(), codes(LLAMA.replace("PARAMETERS", declared)));
    }

    @ParameterizedTest
    @CsvSource({"8030261247", "8.04e9", "8.1e9", "7e9", "1e10", "1e300", "4e-9"})
    void anotherNumberIsNot(String declared) {
        List<Finding> findings = findings(LLAMA.replace("PARAMETERS", declared));
        assertEquals(List.of("W_PARAMETERS_DIFFER"), findings.stream().map(Finding::code).toList());
        assertEquals(8, findings.getFirst().line());
        assertEquals("m.parameters", findings.getFirst().path());
        assertTrue(findings.getFirst().message(Locale.ENGLISH).contains("8,030,261,248"));
        assertTrue(findings.getFirst().message(Locale.FRENCH).contains("8\u202f030\u202f261\u202f248"));
    }

    @Test
    void anIntervalMayHoldTheCount() {
        assertEquals(List.of(), codes(LLAMA.replace("PARAMETERS", "{\"value\": 9e9, \"low\": 8e9, \"high\": 1e10}")));
        assertEquals(List.of("W_PARAMETERS_DIFFER"),
                codes(LLAMA.replace("PARAMETERS", "{\"value\": 9e9, \"low\": 8.5e9, \"high\": 1e10}")));
    }

    @Test
    void activeParametersAreComparedToo() {
        assertEquals(List.of("W_PARAMETERS_DIFFER"),
                codes(LLAMA.replace("PARAMETERS", "8e9, \"activeParameters\": 6e9")));
    }

    @Test
    void aFaultInAnArchitectureIsFoundOnce() {
        String sound = LLAMA.replace("PARAMETERS", "8e9");
        assertEquals(List.of("E_ARCHITECTURE_UNUSABLE"), codes(sound.replace("\"keyValueHeads\": 8",
                "\"keyValueHeads\": 5")));
        assertEquals(List.of("E_REQUIRED"), codes(sound.replace("\"head\": \"untied\",", "")));
        assertEquals(List.of("E_BELOW_MINIMUM"), codes(sound.replace("\"heads\": 32", "\"heads\": 0")));
        assertEquals(List.of("E_REQUIRED"), codes(sound.replaceAll("(?s)\"layers\": \\[.*?\n        \\]",
                "\"layers\": []")));
    }
}
