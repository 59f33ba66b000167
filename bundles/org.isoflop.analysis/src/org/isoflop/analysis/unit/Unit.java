package org.isoflop.analysis.unit;

/** The base units of the analysis; a value never travels in any other. */
public enum Unit {
    /** A pure number: a ratio, an exponent, a utilisation. */
    ONE("1"),
    /** Parameters of a model. */
    PARAMETERS("parameters"),
    /** Training tokens. */
    TOKENS("tokens"),
    /** Characters of text. */
    CHARACTERS("characters"),
    /** Characters that a token has. */
    CHARACTERS_PER_TOKEN("characters/token"),
    /** Floating-point operations; a multiplication and an addition are two. */
    FLOP("FLOP"),
    /** Floating-point operations per second. */
    FLOP_PER_SECOND("FLOP/s"),
    /** Bytes. */
    BYTES("bytes"),
    /** Bytes per second. */
    BYTES_PER_SECOND("bytes/s"),
    /** Seconds. */
    SECONDS("s"),
    /** Hours. */
    HOURS("h"),
    /** Joules. */
    JOULES("J"),
    /** Watts. */
    WATTS("W"),
    /** United States dollars. */
    USD("USD"),
    /** United States dollars per hour. */
    USD_PER_HOUR("USD/h"),
    /** Grams of carbon dioxide equivalent. */
    GRAMS("gCO2e"),
    /** Loss: natural-log units per token. */
    NATS_PER_TOKEN("nats/token"),
    /** Training tokens per parameter. */
    TOKENS_PER_PARAMETER("tokens/parameter"),
    /** Accelerators. */
    DEVICES("devices"),
    /** Passes over the unique tokens. */
    EPOCHS("epochs"),
    /** Hours of one accelerator. */
    DEVICE_HOURS("device-hours"),
    /** Tokens read or written per second. */
    TOKENS_PER_SECOND("tokens/s"),
    /** United States dollars for a million tokens. */
    USD_PER_MILLION_TOKENS("USD/Mtokens"),
    /** United States dollars for a kilowatt-hour. */
    USD_PER_KILOWATT_HOUR("USD/kWh"),
    /** Grams of carbon dioxide equivalent for a kilowatt-hour. */
    GRAMS_PER_KILOWATT_HOUR("gCO2e/kWh"),
    /** Litres of water. */
    LITRES("L"),
    /** Litres of water for a kilowatt-hour. */
    LITRES_PER_KILOWATT_HOUR("L/kWh");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    /**
     * The name of the unit in files and annotations.
     *
     * @return the id, such as {@code FLOP/s}
     */
    public String id() {
        return id;
    }

    /**
     * The unit with an id.
     *
     * @param id an id as returned by {@link #id()}
     * @return the unit
     * @throws IllegalArgumentException if there is none
     */
    public static Unit of(String id) {
        for (Unit unit : values()) {
            if (unit.id.equals(id)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("No unit has the id " + id);
    }
}
