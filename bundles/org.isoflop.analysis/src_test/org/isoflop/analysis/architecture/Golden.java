package org.isoflop.analysis.architecture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of parameters.csv: models with their published sizes and exact counts. */
record Golden(String model, long total, long active, Map<String, Long> sizes, boolean tied, Map<String, String> other) {

    static List<Golden> rows() {
        List<Golden> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Golden.class.getResourceAsStream("parameters.csv"), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] header = lines.getFirst().split(",");
            for (String line : lines.subList(1, lines.size())) {
                rows.add(row(header, line.split(",", header.length)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static Golden row(String model) {
        return rows().stream().filter(row -> row.model.equals(model)).findFirst().orElseThrow();
    }

    private static Golden row(String[] header, String[] cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            named.put(header[i], cells[i]);
        }
        Map<String, Long> sizes = new HashMap<>();
        for (String size : List.of("hidden", "layers", "heads", "kv_heads", "head_dim", "ffn", "vocab")) {
            sizes.put(size, named.get(size).isEmpty() ? 0 : Long.parseLong(named.get(size)));
        }
        Map<String, String> other = new HashMap<>();
        Matcher entry = Pattern.compile("'(\\w+)': '?(\\w+)'?").matcher(named.get("other"));
        while (entry.find()) {
            other.put(entry.group(1), entry.group(2));
        }
        return new Golden(named.get("model"), Long.parseLong(named.get("total_params_exact")),
                Long.parseLong(named.get("active_params")), sizes, named.get("tied").equals("True"), other);
    }

    private boolean flag(String key) {
        return "True".equals(other.get(key));
    }

    private long number(String key, long absent) {
        return other.containsKey(key) ? Long.parseLong(other.get(key)) : absent;
    }

    /** The architecture that the row describes. */
    Architecture architecture() {
        Norm norm = number("norms", 2) == 0 ? Norm.NONE : number("norm_w", 1) == 2 ? Norm.SCALE_AND_SHIFT : Norm.SCALE;
        List<Extra> extras = other.containsKey("extra") ? List.of(new Extra(Part.HEAD, number("extra", 0), "pooler"))
                : List.of();
        return new Architecture(sizes.get("hidden"), sizes.get("vocab"), sizes.get("hidden"),
                tied ? Head.TIED : Head.UNTIED, number("pos", 0), norm, true, true, 0, layers(), extras);
    }

    private List<LayerGroup> layers() {
        long layers = sizes.get("layers");
        long norms = number("norms", 2);
        if (flag("mamba_has_mlp")) {
            return List.of(new LayerGroup(layers / 8, mixer(), dense(), 2),
                    new LayerGroup(layers / 2, mamba(), mixture(), 2),
                    new LayerGroup(layers / 2 - layers / 8, mamba(), dense(), 2));
        }
        if (model.startsWith("DeepSeek")) {
            return List.of(new LayerGroup(3, mixer(), dense(), 2), new LayerGroup(layers - 3, mixer(), mixture(), 2));
        }
        if (other.containsKey("di")) {
            return List.of(new LayerGroup(layers, mamba(), null, 1));
        }
        return List.of(new LayerGroup(layers, mixer(), other.containsKey("E") ? mixture() : dense(), norms));
    }

    private Mixer mixer() {
        long heads = sizes.get("heads");
        if (other.containsKey("kv_lora")) {
            return new LatentAttention(heads, number("q_lora", 0), number("kv_lora", 0), number("rope", 0),
                    number("nope", 0), number("v", 0), false);
        }
        QueryKeyNorm queryKeyNorm = switch (other.getOrDefault("qk_norm", "")) {
            case "head" -> QueryKeyNorm.HEAD;
            case "full" -> QueryKeyNorm.FULL;
            default -> QueryKeyNorm.NONE;
        };
        return new Attention(heads, sizes.get("kv_heads"), sizes.get("head_dim"), flag("qkv_bias"), flag("o_bias"),
                queryKeyNorm, 0);
    }

    private Mixer mamba() {
        if (other.containsKey("mheads")) {
            return new Mamba2(number("di", 0), number("state", 0), number("conv", 0), number("mheads", 0),
                    number("groups", 0), true, false);
        }
        return new Mamba1(number("di", 0), number("state", 0), number("conv", 0), number("dt_rank", 0), true, false,
                flag("mix_norms"));
    }

    private FeedForward dense() {
        return new DenseFeedForward(sizes.get("ffn"), !"False".equals(other.get("gated")), flag("mlp_bias"));
    }

    private FeedForward mixture() {
        long size = number("fe", 0);
        return new MixtureOfExperts(number("E", 0), number("K", 0), size, number("shared", 0), size, true, false,
                flag("router_bias"));
    }

    @Override
    public String toString() {
        return model;
    }
}
