package org.isoflop.core.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.ServingState.Bits;
import org.isoflop.core.architecture.ModelConfig.Default;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of every family, to the last parameter; and what is no such configuration. */
class ConfigFileTest {

    private static final Bits HALF = new Bits(16, 16, 16);

    private static String text(String name) {
        try (InputStream in = ConfigFileTest.class.getResourceAsStream("configs/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModelConfig read(String text) {
        return ConfigFile.read(text.getBytes(StandardCharsets.UTF_8), "config.json");
    }

    private static ModelConfig config(String name) {
        return read(text(name));
    }

    private static ConfigException refused(String text) {
        return assertThrows(ConfigException.class, () -> read(text));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "configs.csv", numLinesToSkip = 2)
    void everyConfigurationIsCountedExactly(String name, long total, long active) {
        ParameterCounts counts = ParameterCounts.of(config(name).architecture());
        assertEquals(total, counts.total());
        assertEquals(active, counts.active());
    }

    @Test
    void everyFamilyHasAConfiguration() throws Exception {
        TreeSet<String> seen = new TreeSet<>();
        try (var files = Files.list(Path.of(ConfigFileTest.class.getResource("configs").toURI()))) {
            files.forEach(file -> seen.add(ConfigFile.read(file).family()));
        }
        assertEquals(ConfigFile.families(), List.copyOf(seen));
        assertEquals(28, seen.size());
    }

    /** What is written into a study and read again is the same architecture, and counts the same. */
    @ParameterizedTest
    @CsvFileSource(resources = "configs.csv", numLinesToSkip = 2)
    void aStudyKeepsTheArchitecture(String name) throws StudyFileException {
        ModelConfig config = config(name);
        Study study = ModelStudy.of(config, name);
        var open = Studies.read(Studies.write(study), "study.isoflop");
        assertEquals(List.of(), open.findings());
        var model = StudyMapper.map(open.study()).models().getFirst();
        assertEquals(config.architecture(), model.architecture().architecture());
        assertEquals(ParameterCounts.of(config.architecture()).total(), model.parameters().value().longValue());
    }

    @ParameterizedTest
    @CsvSource({"gemma-3-27b, 131072, 11173625856", "mistral-7b-v0.1, 131072, 536870912", "jamba-v0.1, 4096, 67108864",
        "gpt-oss-120b, 4096, 155713536", "deepseek-v3, 4096, 287834112", "bert-base, 512, 0"})
    void cachesFollowWindowsAndKinds(String name, long context, long bytes) {
        assertEquals(bytes, ServingState.of(config(name).architecture(), context, 1, HALF).cacheBytes());
    }

    @Test
    void aWindowThatIsNotUsedDoesNotCount() {
        assertEquals(1, config("qwen2.5-7b").architecture().layers().size());
        Architecture windowed = read(text("qwen2.5-7b").replace("\"use_sliding_window\": false",
                "\"use_sliding_window\": true").replace("\"max_window_layers\": 28", "\"max_window_layers\": 21"))
                .architecture();
        assertEquals(List.of(21L, 7L), windowed.layers().stream().map(group -> group.count()).toList());
        assertEquals(131_072, ((Attention) windowed.layers().get(1).mixer()).window());
    }

    /** Null and absent are different things: null is no value, absent is the default of the class. */
    @Test
    void absentFieldsTakeTheDefaultsOfTheClass() {
        String mistral = text("mistral-7b-v0.1");
        assertEquals(List.of(), config("mistral-7b-v0.1").defaults());
        ModelConfig absent = read(mistral.replace("\"num_key_value_heads\": 8,", "")
                .replace("\"sliding_window\": 4096,", ""));
        assertEquals(List.of(new Default("num_key_value_heads", "8"), new Default("sliding_window", "4096")),
                absent.defaults());
        assertEquals(config("mistral-7b-v0.1").architecture(), absent.architecture());
        Attention none = (Attention) read(mistral.replace("\"num_key_value_heads\": 8", "\"num_key_value_heads\": null")
                .replace("\"sliding_window\": 4096", "\"sliding_window\": null")).architecture().layers().getFirst()
                .mixer();
        assertEquals(32, none.keyValueHeads());
        assertEquals(0, none.window());
    }

    /** The contexts of the configuration classes of transformers, where a file gives none. */
    @ParameterizedTest
    @CsvSource({"command-r, 8192", "deepseek-v2-lite, 2048", "deepseek-v3, 4096", "falcon-7b, 2048",
        "falcon-40b, 2048", "gemma-2b, 8192", "gemma-2-2b, 8192", "gpt2, 1024", "gpt-oss-20b, 131072",
        "jamba-v0.1, 262144", "llama-2-7b, 2048", "mistral-7b-v0.1, 131072", "mixtral-8x7b, 131072",
        "olmo-7b, 2048", "olmo-2-7b, 2048", "olmoe-1b-7b, 4096", "phi-3.5-mini, 4096", "pythia-1b, 2048",
        "qwen2.5-7b, 32768", "qwen3-0.6b, 32768", "qwen3-30b-a3b, 32768", "smollm3-3b, 32768", "bert-base, 512",
        "opt-125m, 2048"})
    void absentContextsAreThoseOfTheClass(String name, long context) {
        String none = text(name).replaceAll("(?m)^ *\"(max_position_embeddings|n_positions|n_ctx)\": \\d+,?\n", "")
                .replaceAll(",\\s*}", "\n}");
        ModelConfig config = read(none);
        assertEquals(context, config.architecture().context());
        assertTrue(config.defaults().stream().anyMatch(absent -> absent.value().equals(Long.toString(context))
                && (absent.field().equals("max_position_embeddings") || absent.field().equals("n_positions"))));
    }

    /** Where the class gives none, or one for rotary positions alone, the context stays unknown. */
    @Test
    void contextsThatNoClassGivesStayUnknown() {
        assertEquals(0, config("bloom").architecture().context());
        assertEquals(2048, read(text("bloom").replace("\"n_layer\"", "\"seq_length\": 2048, \"n_layer\""))
                .architecture().context());
        assertEquals(0, config("falcon-rw-1b").architecture().context());
        assertEquals(131_072, config("gemma-3-27b").architecture().context());
        assertTrue(config("gemma-3-27b").defaults()
                .contains(new Default("text_config.max_position_embeddings", "131072")));
        assertEquals(0, read(text("llama-2-7b").replaceAll("\"max_position_embeddings\": \\d+",
                "\"max_position_embeddings\": null")).architecture().context());
    }

    /** A refusal names the fields as the file does. */
    @Test
    void refusalsNameTheFieldsOfTheFile() {
        String mixtral = refused(text("mixtral-8x7b").replace("\"num_experts_per_tok\": 2",
                "\"num_experts_per_tok\": 9")).message(Locale.ENGLISH);
        assertTrue(mixtral.contains("num_local_experts") && !mixtral.contains("num_experts "), mixtral);
        String gpt2 = refused(text("gpt2").replace("\"n_embd\": 768", "\"n_embd\": 769")).message(Locale.ENGLISH);
        assertTrue(gpt2.contains("n_embd") && gpt2.contains("n_head"), gpt2);
        assertTrue(read(text("mixtral-8x7b").replaceAll(" *\"num_local_experts\": 8,", "")).defaults()
                .contains(new Default("num_local_experts", "8")));
    }

    @ParameterizedTest
    @CsvSource({"llama-2-7b, UNTIED", "gemma-2b, TIED", "gpt2, TIED", "opt-125m, TIED", "bloom-560m, TIED",
        "command-r, TIED", "falcon-7b, TIED", "smollm3-3b, TIED", "bert-base, NONE", "mixtral-8x7b, UNTIED",
        "qwen2.5-7b, UNTIED", "qwen3-0.6b, UNTIED", "phi-4-mini, UNTIED", "pythia-1b, UNTIED", "olmo-2-7b, UNTIED",
        "jamba-v0.1, UNTIED", "deepseek-v3, UNTIED", "codestral-mamba-7b, UNTIED", "gpt-oss-20b, UNTIED",
        "mamba-130m, TIED", "falcon-mamba-7b, TIED"})
    void theHeadIsTiedAsTheClassSays(String name, Head head) {
        assertEquals(head, read(text(name).replaceAll("\"tie_word_embeddings\": \\w+,", "")).architecture().head());
    }

    /** Tied, Falcon-Mamba would have 7,006,326,784 parameters; its weights are not. */
    @Test
    void falconMambaIsUntied() {
        assertEquals(7_006_326_784L, ParameterCounts.of(read(text("falcon-mamba-7b")
                .replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true")).architecture()).total());
    }

    @Test
    void aPartForTextIsCountedAlone() {
        assertTrue(config("gemma-3-4b").isTextPart());
        assertTrue(config("gemma-3-4b").defaults().contains(new Default("text_config.vocab_size", "262208")));
        assertFalse(config("gemma-2b").isTextPart());
    }

    @Test
    void aRankMayBeAutomatic() {
        assertEquals(config("mamba-130m").architecture(),
                read(text("mamba-130m").replace("\"time_step_rank\": 48", "\"time_step_rank\": \"auto\""))
                        .architecture());
    }

    @Test
    void layersMayBeDenseInBetween() {
        Architecture mixed = read(text("qwen3-30b-a3b").replace("\"mlp_only_layers\": []",
                "\"mlp_only_layers\": [1, 3]")
                .replace("\"decoder_sparse_step\": 1", "\"decoder_sparse_step\": 2")).architecture();
        assertEquals(List.of(26L, 22L), mixed.layers().stream().map(group -> group.count()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"model_type\": \"llama\" | \"model_type\": \"hyena\" | E_CONFIG_FAMILY | model_type | 9",
        "\"model_type\": \"llama\" | \"model_kind\": \"llama\" | E_CONFIG_NO_FAMILY | model_type | 1",
        "\"model_type\": \"llama\" | \"model_type\": 7 | E_CONFIG_KIND | model_type | 9",
        "\"vocab_size\": 32000 | \"vocab\": 32000 | E_CONFIG_MISSING | vocab_size | 1",
        "\"vocab_size\": 32000 | \"vocab_size\": null | E_CONFIG_MISSING | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": \"32000\" | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": -1 | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": 0 | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": 1.5 | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": 1e300 | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": 99999999999999999999 | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": Infinity | E_CONFIG_KIND | vocab_size | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": {} | E_CONFIG_KIND | vocab_size | 17",
        "\"num_hidden_layers\": 32 | \"num_hidden_layers\": 2000000000 | E_CONFIG_KIND | num_hidden_layers | 11",
        "\"tie_word_embeddings\": false | \"tie_word_embeddings\": 0 | E_CONFIG_KIND | tie_word_embeddings | 16",
        "\"hidden_size\": 4096 | \"hidden_size\": 4096, \"n_embd\": 512 | E_CONFIG_CONTRADICTION | n_embd | 6",
        "\"hidden_size\": 4096 | \"hidden_size\": 4095 | E_CONFIG_CONTRADICTION | hidden_size | 6",
        "\"num_key_value_heads\": 32 | \"num_key_value_heads\": 5 | E_CONFIG_SIZES | | 1",
        "\"pretraining_tp\": 1 | \"is_encoder_decoder\": true | E_CONFIG_UNSUPPORTED | is_encoder_decoder | 13",
        "\"vocab_size\": 32000 | \"vocab_size\": 32000, \"vocab_size\": 1 | E_DUPLICATE_KEY | | 17",
        "\"vocab_size\": 32000 | \"vocab_size\": 32000, | E_TRAILING_COMMA | | 17"})
    void faultsAreNamedWithLineAndField(String good, String bad, String code, String field, int line) {
        ConfigException refused = refused(text("llama-2-7b").replace(good, bad));
        assertEquals(code, refused.code());
        assertEquals(field, refused.field());
        assertEquals(line, refused.line());
        assertEquals("config.json", refused.file());
        assertFalse(refused.message(Locale.ENGLISH).equals(refused.message(Locale.FRENCH)));
    }

    @Test
    void sentencesSayWhatIsExpected() {
        assertEquals("The field vocab_size should be a whole number from 1 to 2,147,483,647; it is \"32000\".",
                refused(text("llama-2-7b").replace("32000", "\"32000\"")).message(Locale.ENGLISH));
        assertEquals(
                "Les tailles ne vont pas ensemble\u00a0: têtes\u00a0: 32 ne se partage pas également entre 5 (têtes"
                        + " clé-valeur).", refused(text("llama-2-7b").replace("\"num_key_value_heads\": 32",
                                "\"num_key_value_heads\": 5")).message(Locale.FRENCH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gpt-oss-20b | \"full_attention\" | \"chunked_attention\" | E_CONFIG_UNSUPPORTED",
        "gpt-oss-20b | \"num_hidden_layers\": 24 | \"num_hidden_layers\": 25 | E_CONFIG_LAYER_TYPES",
        "codestral-mamba-7b | \"num_heads\": 128 | \"num_heads\": 64 | E_CONFIG_CONTRADICTION",
        "jamba-v0.1 | \"attn_layer_offset\": 4 | \"attn_layer_offset\": 8 | E_CONFIG_CONTRADICTION",
        "mixtral-8x7b | \"num_experts_per_tok\": 2 | \"num_experts_per_tok\": 9 | E_CONFIG_CONTRADICTION",
        "deepseek-v2-lite | \"num_experts_per_tok\": 6 | \"num_experts_per_tok\": null | E_CONFIG_MISSING",
        "deepseek-v3 | \"num_experts_per_tok\": 8 | \"num_experts_per_tok\": 300 | E_CONFIG_SIZES",
        "bert-base | \"pad_token_id\": 0 | \"add_cross_attention\": true | E_CONFIG_UNSUPPORTED",
        "falcon-40b | \"parallel_attn\": true | \"num_ln_in_parallel_attn\": 3 | E_CONFIG_UNSUPPORTED",
        "qwen3-30b-a3b | \"mlp_only_layers\": [] | \"mlp_only_layers\": [48] | E_CONFIG_KIND",
        "qwen3-30b-a3b | \"mlp_only_layers\": [] | \"mlp_only_layers\": 3 | E_CONFIG_KIND",
        "llama-3.1-8b | \"hidden_size\": 4096 | \"hidden_size\": 2147483616 | E_CONFIG_SIZES"})
    void familiesRefuseWhatTheyCannotBe(String name, String good, String bad, String code) {
        assertTrue(text(name).contains(good), good);
        assertEquals(code, refused(text(name).replace(good, bad)).code());
    }

    /** Whatever stands in a field, a configuration is counted or refused, and never fails. */
    @ParameterizedTest
    @CsvFileSource(resources = "configs.csv", numLinesToSkip = 2)
    void anyValueIsCountedOrRefused(String name) {
        Random random = new Random(name.hashCode());
        List<String> values = List.of("0", "1", "-1", "7", "1.5", "2147483647", "2147483648", "1e400", "NaN",
                "-Infinity", "null", "true", "false", "\"auto\"", "\"\"", "[]", "[1, 2]", "{}", "{\"model_type\": 1}");
        Pattern member = Pattern.compile("(?m)^( +\"\\w+\"): (?:\"[^\"]*\"|[\\w.+-]+)(,?)$");
        String text = text(name);
        int members = (int) member.matcher(text).results().count();
        int counted = 0;
        for (int i = 0; i < 300; i++) {
            int chosen = random.nextInt(members);
            String value = values.get(random.nextInt(values.size()));
            int[] seen = {0};
            String changed = member.matcher(text).replaceAll(found -> Matcher.quoteReplacement(seen[0]++ == chosen
                    ? found.group(1) + ": " + value + found.group(2)
                    : found.group()));
            try {
                counted += ParameterCounts.of(read(changed).architecture()).total() > 0 ? 1 : 0;
            } catch (ConfigException e) {
                assertFalse(e.message(Locale.FRENCH).isBlank());
                assertTrue(e.line() > 0, e.message(Locale.ENGLISH));
            }
        }
        assertTrue(counted > 0);
    }

    @Test
    void whatIsNoConfigurationIsRefused() {
        assertEquals("E_EMPTY", refused("").code());
        assertEquals("E_NOT_OBJECT", refused("[]").code());
        assertEquals("E_SYNTAX", refused("hello").code());
        assertEquals("E_CONFLICT_MARKERS", refused("<<<<<<< HEAD\n{}").code());
        assertEquals("E_TOO_DEEP", refused("[".repeat(5000)).code());
        assertEquals("E_CONFIG_NO_FAMILY", refused("{}").code());
        assertEquals("E_LFS_POINTER", refused("version https://git-lfs.github.com/spec/v1\noid sha256:0\n").code());
    }

    @Test
    void filesAreRefusedAsStudiesAre(@TempDir Path folder) throws IOException {
        assertEquals("E_DIRECTORY", assertThrows(ConfigException.class, () -> ConfigFile.read(folder)).code());
        Path none = folder.resolve("none.json");
        ConfigException missing = assertThrows(ConfigException.class, () -> ConfigFile.read(none));
        assertEquals("There is no such file.", missing.message(Locale.ENGLISH));
        assertEquals(none.toString(), missing.file());
        Path huge = folder.resolve("huge.json");
        try (var channel = Files.newByteChannel(huge, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.position(1L << 33).write(ByteBuffer.wrap(new byte[1]));
        }
        assertEquals("E_TOO_LARGE", assertThrows(ConfigException.class, () -> ConfigFile.read(huge)).code());
    }

    @Test
    void severalConfigurationsMakeOneStudyWithIdsAndSourcesOfTheirOwn() throws Exception {
        ModelConfig config = config("gpt2");
        Study study = ModelStudy.of(List.of(new ModelStudy.NamedConfig("GPT 2", "gpt2.json", config),
                new ModelStudy.NamedConfig("GPT 2", "other.json", config)), "Two", "2026-11-24");
        assertEquals(List.of("gpt-2", "gpt-2-2"), study.getModels().stream().map(LanguageModel::getId).toList());
        assertEquals(124439808d, study.getModels().getLast().getParameters().getValue());
        assertEquals("GPT 2, other.json", study.getModels().getLast().getParameters().getSource().getCitation());
        assertTrue(Studies.read(Studies.write(study), "two").findings().stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR));
    }
}
