package org.isoflop.core.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.isoflop.analysis.Localised;
import org.isoflop.core.Messages;
import org.isoflop.core.architecture.ModelConfig.Default;
import org.isoflop.model.io.Json;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;
import org.isoflop.model.io.JsonDocument;

/** Reads the fields of a configuration: each of its kind and in its range, or refused with its line. */
final class Fields {

    static final String[] HIDDEN = {"hidden_size", "n_embd", "n_embed", "d_model"};
    static final String[] LAYERS = {"num_hidden_layers", "n_layer"};
    static final String[] HEADS = {"num_attention_heads", "n_head"};
    static final String[] KEY_VALUE_HEADS = {"num_key_value_heads", "num_kv_heads", "n_head_kv"};
    static final String[] EXPERTS = {"num_experts", "num_local_experts", "n_routed_experts"};
    static final String[] POSITIONS = {"max_position_embeddings", "n_positions"};

    /** Layers are looked at one by one, so a file may not ask for any number of them. */
    static final long MOST_LAYERS = 100_000;

    private static final long LARGEST = Integer.MAX_VALUE;
    private static final int LONGEST_SHOWN = 40;

    private final String file;
    private final JsonDocument document;
    private final JsonObject object;
    private final String prefix;
    private final List<Default> defaults = new ArrayList<>();

    Fields(String file, JsonDocument document, JsonObject object, String prefix) {
        this.file = file;
        this.document = document;
        this.object = object;
        this.prefix = prefix;
    }

    /** What was asked for and not found, with the default of the class. */
    List<Default> defaults() {
        return defaults;
    }

    int line() {
        return document.line(object);
    }

    private static boolean isNull(Json value) {
        return value instanceof JsonWord word && !word.isTruth();
    }

    /** The name under which a value is given; the first one if it is under none. Two names must agree. */
    String given(String... names) {
        String found = null;
        for (String name : names) {
            Json value = object.get(name);
            if (value != null && found != null && !shown(value).equals(shown(object.get(found)))) {
                throw refuse(name, value, "E_CONFIG_CONTRADICTION", prefix + found, prefix + name);
            }
            if (value != null && found == null) {
                found = name;
            }
        }
        return found == null ? names[0] : found;
    }

    boolean has(String name) {
        return object.get(name) != null && !isNull(object.get(name));
    }

    boolean isNull(String name) {
        return object.get(name) != null && isNull(object.get(name));
    }

    /** A size that the file must give. */
    long size(String... names) {
        return size(LARGEST, names);
    }

    /** A size that the file must give, with the most that is read. */
    long size(long most, String... names) {
        String name = given(names);
        Json value = object.get(name);
        if (value == null || isNull(value)) {
            throw new ConfigException(file, value == null ? line() : document.line(value), prefix + name,
                    "E_CONFIG_MISSING", prefix + name);
        }
        return whole(name, value, 1, most);
    }

    /** A size with the default of the class, which also stands for null. */
    long sizeOr(long absent, String... names) {
        return sizeOr(absent, absent, names);
    }

    /** A size with the default of the class where it is left out, and another one where it is null. */
    long sizeOr(long absent, long whenNull, String... names) {
        String name = given(names);
        Json value = object.get(name);
        if (value == null) {
            return absent(name, absent);
        }
        return isNull(value) ? whenNull : whole(name, value, 1, LARGEST);
    }

    /** A count from zero with the default of the class. */
    long countOr(long absent, String... names) {
        String name = given(names);
        Json value = object.get(name);
        if (value == null || isNull(value)) {
            return absent(name, absent);
        }
        return whole(name, value, 0, LARGEST);
    }

    /** A size that may be missing without a default. */
    OptionalLong optional(String... names) {
        String name = given(names);
        Json value = object.get(name);
        return value == null || isNull(value) ? OptionalLong.empty()
                : OptionalLong.of(whole(name, value, 1, LARGEST));
    }

    boolean flagOr(boolean absent, String name) {
        Json value = object.get(name);
        if (value == null) {
            defaults.add(new Default(prefix + name, Boolean.toString(absent)));
            return absent;
        }
        if (value instanceof JsonWord word && word.isTruth()) {
            return Boolean.parseBoolean(word.word());
        }
        throw wrongKind(name, value, locale -> Messages.text(locale, "config.flag"));
    }

    /** A text that may be missing. */
    String text(String name) {
        Json value = object.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonText text) {
            return text.text();
        }
        throw wrongKind(name, value, locale -> Messages.text(locale, "config.text"));
    }

    /** Whether a field is a certain text. */
    boolean isText(String name, String words) {
        return object.get(name) instanceof JsonText text && text.text().equals(words);
    }

    /** A list of whole numbers from 0 up to a bound, empty where there is none. */
    List<Long> numbers(String name, long below) {
        List<Long> numbers = new ArrayList<>();
        for (Json value : list(name)) {
            numbers.add(whole(name, value, 0, below - 1));
        }
        return numbers;
    }

    /** Which layers have a sliding window, one entry a layer; null where the file does not say. */
    List<Boolean> slidingLayers(long layers) {
        String name = "layer_types";
        if (!has(name)) {
            return null;
        }
        List<Json> types = list(name);
        if (types.size() != layers) {
            throw refuse(name, object.get(name), "E_CONFIG_LAYER_TYPES", prefix + name, types.size(), layers);
        }
        List<Boolean> sliding = new ArrayList<>();
        for (Json type : types) {
            sliding.add(switch (type instanceof JsonText text ? text.text() : "") {
                case "sliding_attention" -> true;
                case "full_attention" -> false;
                default -> throw refuse(name, type, "E_CONFIG_UNSUPPORTED", prefix + name, shown(type));
            });
        }
        return sliding;
    }

    private List<Json> list(String name) {
        Json value = object.get(name);
        if (value == null || isNull(value)) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.values();
        }
        throw wrongKind(name, value, locale -> Messages.text(locale, "config.list"));
    }

    /** Refuses a field whose value changes the architecture in a way that is not described here. */
    void requireNot(String name, boolean refused) {
        Json value = object.get(name);
        if (value instanceof JsonWord word && word.isTruth() && Boolean.parseBoolean(word.word()) == refused) {
            throw refuse(name, value, "E_CONFIG_UNSUPPORTED", prefix + name, shown(value));
        }
    }

    /** Refuses a field that contradicts others. */
    ConfigException contradiction(String name, String other) {
        Json value = object.get(name);
        return new ConfigException(file, value == null ? line() : document.line(value), prefix + name,
                "E_CONFIG_CONTRADICTION", prefix + name, prefix + other);
    }

    ConfigException missing(String name) {
        return new ConfigException(file, line(), prefix + name, "E_CONFIG_MISSING", prefix + name);
    }

    ConfigException unsupported(String name) {
        return refuse(name, object.get(name), "E_CONFIG_UNSUPPORTED", prefix + name, shown(object.get(name)));
    }

    private long absent(String name, long value) {
        defaults.add(new Default(prefix + name, Long.toString(value)));
        return value;
    }

    private long whole(String name, Json value, long least, long most) {
        if (value instanceof JsonNumber number && number.digits().length() <= LONGEST_SHOWN) {
            try {
                BigDecimal exact = new BigDecimal(number.digits());
                if (exact.compareTo(BigDecimal.valueOf(least)) >= 0 && exact.compareTo(BigDecimal.valueOf(most)) <= 0) {
                    return exact.longValueExact();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw wrongWhole(name, value, least, most);
            }
        }
        throw wrongWhole(name, value, least, most);
    }

    private ConfigException wrongWhole(String name, Json value, long least, long most) {
        return wrongKind(name, value, locale -> Messages.text(locale, "config.whole", least, most));
    }

    private ConfigException wrongKind(String name, Json value, Localised expected) {
        return refuse(name, value, "E_CONFIG_KIND", prefix + name, expected, shown(value));
    }

    private ConfigException refuse(String name, Json value, String code, Object... arguments) {
        return new ConfigException(file, document.line(value), prefix + name, code, arguments);
    }

    private static String shown(Json value) {
        String text = switch (value) {
            case JsonText words -> '"' + words.text() + '"';
            case JsonNumber number -> number.digits();
            case JsonWord word -> word.word();
            case JsonArray array -> "[…]";
            case JsonObject nested -> "{…}";
        };
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + '…';
    }
}
