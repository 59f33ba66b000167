package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        assertFalse(answer.has("context"));
        assertTrue(Run.of(Locale.ENGLISH, BLOOM, "params", "-").out().contains("--context"));
    }

    /** What needs no context is answered without one: bytes for a token, state and 6·N. */
    @Test
    void whatNeedsNoContextIsAnsweredWithoutOne() throws IOException {
        JsonNode answer = json(Run.of(Locale.ENGLISH, BLOOM, "params", "-", "--json"));
        assertEquals(24 * 2 * 1024 * 2, answer.get("kvCacheBytesPerToken").asLong());
        assertEquals(0, answer.get("stateBytes").asLong());
        assertEquals(6 * 559_214_592L, answer.get("trainingFlopPerToken").get("sixN").asLong());
        assertEquals(1, answer.get("trainingFlopPerToken").size());
        assertEquals(2 * 559_214_592L, answer.get("forwardFlopPerToken").get("sixN").asLong());
        String english = Run.of(Locale.ENGLISH, BLOOM, "params", "-").out();
        assertTrue(english.contains("Key-value cache: 98,304 bytes a token\n"), english);
        assertTrue(english.contains("3,355,287,552"), english);
        String french = Run.of(Locale.FRENCH, BLOOM, "params", "-").out();
        assertTrue(french.contains("Cache clé-valeur\u00a0: 98\u202f304 octets par token\n"), french);
        JsonNode long2 = json(Run.of(Locale.ENGLISH, BLOOM.replace("}", ", \"seq_length\": 2048}"), "params", "-",
                "--json"));
        assertEquals(2048, long2.get("context").asLong());
        assertEquals(2048L * 98_304, long2.get("kvCacheBytes").asLong());
    }

    /** The context that the class of a family has by default is used, and named among the defaults. */
    @Test
    void theContextOfTheClassIsUsedAndNamed() throws IOException {
        Files.writeString(config, LLAMA.replace("  \"max_position_embeddings\": 131072,\n", ""));
        JsonNode answer = json(Run.of("params", config.toString(), "--json"));
        assertEquals(2048, answer.get("context").asLong());
        assertEquals("2048", answer.get("defaults").get("max_position_embeddings").asText());
        assertTrue(answer.get("trainingFlopPerToken").has("exactCausal"));
    }

    /** 989 without its unit is 989 FLOP/s, of which no run could use so much. */
    @Test
    void aPeakThatNoRunCouldExceedIsRefused() throws IOException {
        String[] words = {"params", config.toString(), "--throughput", "1e5", "--devices", "8", "--peak", "989"};
        Run english = Run.of(words);
        assertEquals(2, english.status());
        assertEquals("", english.out());
        assertEquals("--peak: 989 was read as 989\u202fFLOP/s a device, of which 6·N alone would need"
                + " 60,896,824,428,716%; no run uses more than all of the peak.", english.err().strip());
        Run french = Run.of(Locale.FRENCH, "", words);
        assertEquals(2, french.status());
        assertTrue(french.err().contains("989\u202fFLOP/s par appareil"), french.err());
        String[] json = Arrays.copyOf(words, words.length + 1);
        json[words.length] = "--json";
        assertEquals("E_MEASURED_PEAK", new ObjectMapper().readTree(Run.of(json).out()).get("error").get("code")
                .asText());
        words[7] = "989 TFLOP/s";
        assertEquals(0, Run.of(words).status(), "6·N is 61 % of the peak");
        words[3] = "2e5";
        assertEquals(2, Run.of(words).status(), "6·N is 122 % of the peak");
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
