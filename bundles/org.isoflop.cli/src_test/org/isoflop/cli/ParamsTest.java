package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code params} answers for a config.json and for a model of a study: its keys are a contract. */
class ParamsTest {

    private static final String LLAMA = """
            {
              "model_type": "llama",
              "hidden_size": 4096,
              "intermediate_size": 14336,
              "max_position_embeddings": 131072,
              "num_attention_heads": 32,
              "num_hidden_layers": 32,
              "num_key_value_heads": 8,
              "tie_word_embeddings": false,
              "vocab_size": 128256
            }
            """;
    private static final String BLOOM = """
            {"model_type": "bloom", "n_embed": 1024, "n_layer": 24, "n_head": 16, "vocab_size": 250880}
            """;

    @TempDir
    Path folder;
    private Path config;

    @BeforeEach
    void writeTheConfiguration() throws IOException {
        config = folder.resolve("config.json");
        Files.writeString(config, LLAMA);
    }

    private static JsonNode json(Run run) throws IOException {
        assertEquals(0, run.status(), run.out() + run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aConfigurationIsCounted() throws IOException {
        JsonNode answer = json(Run.of("params", config.toString(), "--context", "8192", "--batch", "2", "--json"));
        assertEquals("llama", answer.get("family").asText());
        assertEquals(8_030_261_248L, answer.get("totalParameters").asLong());
        assertEquals(8_030_261_248L, answer.get("activeParameters").asLong());
        assertEquals(8_030_261_248L - 2L * 128_256 * 4096, answer.get("nonEmbeddingParameters").asLong());
        long sum = 0;
        for (JsonNode part : answer.get("parts")) {
            sum += part.get("count").asLong();
        }
        assertEquals(8_030_261_248L, sum);
        assertEquals("embedding", answer.get("parts").get(0).get("part").asText());
        assertEquals(131_072, answer.get("kvCacheBytesPerToken").asLong());
        assertEquals(2L << 30, answer.get("kvCacheBytes").asLong());
        assertEquals(0, answer.get("stateBytes").asLong());
        assertEquals(48_181_567_488L, answer.get("trainingFlopPerToken").get("sixN").asLong());
        assertEquals(61_066_469_376L, answer.get("trainingFlopPerToken").get("palm").asLong());
        assertEquals(51_471_998_976L, answer.get("trainingFlopPerToken").get("exactCausal").asLong());
        assertTrue(answer.get("trainingFlopPerToken").has("kaplan"));
        assertTrue(answer.get("trainingFlopPerToken").get("sixN").isIntegralNumber());
        assertEquals("false", answer.get("defaults").get("attention_bias").asText());
    }

    @Test
    void theContextIsThatOfTheModelUnlessGiven() throws IOException {
        JsonNode answer = json(Run.of("params", config.toString(), "--kv-bits", "8", "--json"));
        assertEquals(131_072, answer.get("context").asLong());
        assertEquals(8L << 30, answer.get("kvCacheBytes").asLong());
    }

    /** Llama 3.1 405B reported 43 %; here the same run as for 8B, to the formula. */
    @Test
    void aMeasuredRunHasItsUtilisation() throws IOException {
        JsonNode answer = json(Run.of("params", config.toString(), "--context", "8192", "--throughput", "1M",
                "--devices", "128", "--peak", "989 TFLOP/s", "--json"));
        assertEquals(1e6 * 61_066_469_376.0 / (128 * 989e12), answer.get("mfu").get("palm").asDouble(), 1e-12);
        assertEquals(1e6 * 4 * 51_471_998_976.0 / 3 / (128 * 989e12),
                answer.get("hfu").get("exactCausalFull").asDouble(), 1e-12);
    }

    @Test
    void standardInputIsRead() throws IOException {
        Run run = Run.of(Locale.ENGLISH, BLOOM, "params", "-", "--json");
        JsonNode answer = json(run);
        assertEquals(559_214_592L, answer.get("totalParameters").asLong());
        assertFalse(answer.has("kvCacheBytes"), "the context of BLOOM is not in its configuration");
        assertTrue(Run.of(Locale.ENGLISH, BLOOM, "params", "-").out().contains("--context"));
    }

    @Test
    void peopleReadTheSameInTheirLanguage() {
        Run english = Run.of("params", config.toString(), "--context", "8192");
        assertTrue(english.out().startsWith("llama: 8,030,261,248 parameters\n"), english.out());
        assertTrue(english.out().contains("(1,073,741,824 bytes) for 8,192 tokens, batch 1"), english.out());
        Run french = Run.of(Locale.FRENCH, "", "params", config.toString());
        assertTrue(french.out().contains("8\u202f030\u202f261\u202f248 paramètres"), french.out());
        assertTrue(french.out().contains("plongement"), french.out());
    }

    @Test
    void aConfigurationBecomesAStudyThatCountsTheSame() throws IOException {
        Path study = folder.resolve("Llama 3.1 8B.isoflop");
        assertEquals(0, Run.of("convert", config.toString(), study.toString()).status());
        Run valid = Run.of("validate", study.toString());
        assertEquals(0, valid.status(), valid.out());
        JsonNode answer = json(Run.of("params", study + "#llama-3.1-8b", "--context", "8192", "--json"));
        JsonNode direct = json(Run.of("params", config.toString(), "--context", "8192", "--json"));
        assertEquals("llama-3.1-8b", answer.get("model").asText());
        for (String key : new String[] {"totalParameters", "parts", "kvCacheBytes", "trainingFlopPerToken"}) {
            assertEquals(direct.get(key), answer.get(key));
        }
        assertEquals(2, Run.of("convert", config.toString(), study.toString()).status());
        Files.writeString(study, Files.readString(study).replace("8030261248", "8000000000"));
        assertEquals(0, Run.of("validate", study.toString(), "--strict").status(), "8B is that count, rounded");
        Files.writeString(study, Files.readString(study).replace("8000000000", "8100000000"));
        Run differs = Run.of("validate", study.toString(), "--strict");
        assertEquals(1, differs.status());
        assertTrue(differs.out().contains("8,030,261,248"), differs.out());
    }

    @Test
    void faultsAreLocated() throws IOException {
        Files.writeString(config, LLAMA.replace("32,\n  \"num_hidden", "\"many\",\n  \"num_hidden"));
        JsonNode error = new ObjectMapper().readTree(Run.of("params", config.toString(), "--json").out()).get("error");
        assertEquals("E_CONFIG_KIND", error.get("code").asText());
        assertEquals(config.toString(), error.get("file").asText());
        assertEquals(6, error.get("line").asInt());
        assertEquals("num_attention_heads", error.get("path").asText());
        assertEquals(config + ":6: num_attention_heads: Le champ num_attention_heads devrait être un nombre entier de 1"
                + " à 2\u202f147\u202f483\u202f647\u00a0; il est \"many\".",
                Run.of(Locale.FRENCH, "", "params", config.toString()).err().strip());
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        String file = config.toString();
        for (String[] words : new String[][] {{file, "--context", "1.5"}, {file, "--batch", "0"},
            {file, "--kv-bits", "65"}, {file, "--devices", "8"}, {file, "--context", "1e18"},
            {folder.toString()}, {folder.resolve("none.json").toString()}, {"none.isoflop#x"}}) {
            String[] all = new String[words.length + 1];
            all[0] = "params";
            System.arraycopy(words, 0, all, 1, words.length);
            Run run = Run.of(all);
            assertEquals(2, run.status(), run.out());
            assertFalse(run.err().contains("Exception"), run.err());
        }
        Path study = folder.resolve("s.isoflop");
        Files.writeString(study, "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"s\",\n  \"models\": ["
                + "{\"id\": \"m\", \"parameters\": 7e9}]\n}\n");
        assertEquals("The model m has no architecture to count from.",
                Run.of("params", study + "#m").err().strip().replaceAll("^.*: ", ""));
        assertTrue(Run.of("params", study + "#x").err().contains("it has: m"));
    }
}
