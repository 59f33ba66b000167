package org.isoflop.core.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.JsonDocument;
import org.isoflop.model.io.JsonDocument.UnreadableException;

/** Reads the {@code config.json} that Hugging Face keeps beside the weights of a model. */
public final class ConfigFile {

    private static final String FAMILY = "model_type";
    private static final String TEXT_PART = "text_config";

    private static final Map<String, Family> FAMILIES = new TreeMap<>(Map.ofEntries(
            Map.entry("bert", DenseFamilies::bert), Map.entry("bloom", DenseFamilies::bloom),
            Map.entry("cohere", DenseFamilies::cohere), Map.entry("deepseek_v2", ExpertFamilies::deepseek2),
            Map.entry("deepseek_v3", ExpertFamilies::deepseek3), Map.entry("falcon", DenseFamilies::falcon),
            Map.entry("falcon_mamba", StateSpaceFamilies::mamba), Map.entry("gemma", DenseFamilies::gemma),
            Map.entry("gemma2", DenseFamilies::gemma2), Map.entry("gemma3_text", DenseFamilies::gemma3),
            Map.entry("gpt2", DenseFamilies::gpt2), Map.entry("gpt_neox", DenseFamilies::gptNeox),
            Map.entry("gpt_oss", ExpertFamilies::gptOss), Map.entry("jamba", StateSpaceFamilies::jamba),
            Map.entry("llama", DenseFamilies::llama), Map.entry("mamba", StateSpaceFamilies::mamba),
            Map.entry("mamba2", StateSpaceFamilies::mamba2), Map.entry("mistral", DenseFamilies::mistral),
            Map.entry("mixtral", ExpertFamilies::mixtral), Map.entry("olmo", DenseFamilies::olmo),
            Map.entry("olmo2", DenseFamilies::olmo2), Map.entry("olmoe", ExpertFamilies::olmoe),
            Map.entry("opt", DenseFamilies::opt), Map.entry("phi3", DenseFamilies::phi3),
            Map.entry("qwen2", DenseFamilies::qwen2), Map.entry("qwen3", DenseFamilies::qwen3),
            Map.entry("qwen3_moe", ExpertFamilies::qwen3Moe), Map.entry("smollm3", DenseFamilies::smollm3)));

    private ConfigFile() {
    }

    /**
     * Names the families that are read.
     *
     * @return the values of {@code model_type}, sorted
     */
    public static List<String> families() {
        return List.copyOf(FAMILIES.keySet());
    }

    /**
     * Reads a file, and nothing else.
     *
     * @param file
     *            a {@code config.json}, of any name
     * @return what it says
     * @throws ConfigException
     *             if it cannot be read, is of an unknown family, or lacks a field or has a wrong one
     */
    public static ModelConfig read(Path file) {
        try {
            return read(file.toString(), JsonDocument.read(file));
        } catch (UnreadableException e) {
            throw new ConfigException(e.finding());
        }
    }

    /**
     * Reads a content.
     *
     * @param content
     *            the content of a {@code config.json}
     * @param name
     *            the name that a refusal gives, or null
     * @return what it says
     * @throws ConfigException
     *             if it is not JSON, of an unknown family, or lacks a field or has a wrong one
     */
    public static ModelConfig read(byte[] content, String name) {
        try {
            return read(name, JsonDocument.read(content, name));
        } catch (UnreadableException e) {
            throw new ConfigException(e.finding());
        }
    }

    private static ModelConfig read(String file, JsonDocument document) {
        JsonObject root = document.root();
        boolean isTextPart = root.get(TEXT_PART) instanceof JsonObject;
        JsonObject object = isTextPart ? (JsonObject) root.get(TEXT_PART) : root;
        String prefix = isTextPart ? TEXT_PART + '.' : "";
        Fields fields = new Fields(file, document, object, prefix);
        String name = fields.text(FAMILY);
        if (name == null) {
            throw new ConfigException(file, document.line(object), prefix + FAMILY, "E_CONFIG_NO_FAMILY",
                    prefix + FAMILY);
        }
        Family family = FAMILIES.get(name);
        if (family == null) {
            throw new ConfigException(file, document.line(object.get(FAMILY)), prefix + FAMILY, "E_CONFIG_FAMILY",
                    name, String.join(", ", FAMILIES.keySet()));
        }
        fields.requireNot("is_encoder_decoder", true);
        try {
            ModelConfig config = new ModelConfig(name, family.read(fields), fields.defaults(), isTextPart);
            ParameterCounts.of(config.architecture());
            return config;
        } catch (DomainException e) {
            throw new ConfigException(file, fields.line(), null, "E_CONFIG_SIZES", e.sentence());
        }
    }
}
