package org.isoflop.analysis.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people write behind a number, for each unit, and the factor to the base unit. Spaces are already taken out. */
final class Spellings {

    private static final Map<Unit, Map<String, BigDecimal>> FACTORS = new EnumMap<>(Unit.class);
    private static final Map<String, BigDecimal> COUNTS = new LinkedHashMap<>();
    private static final Map<String, BigDecimal> MONEY = new LinkedHashMap<>();
    private static final Map<String, BigDecimal> SI = new LinkedHashMap<>();
    private static final Map<String, BigDecimal> BINARY = new LinkedHashMap<>();
    private static final Map<String, BigDecimal> NONE = Map.of("", BigDecimal.ONE);

    static {
        power(COUNTS, 10, 0, "");
        power(COUNTS, 10, 3, "k", "K");
        power(COUNTS, 10, 6, "M", "m");
        power(COUNTS, 10, 9, "B", "b", "G");
        power(COUNTS, 10, 12, "T", "t");
        power(MONEY, 10, 0, "");
        power(MONEY, 10, 3, "k", "K");
        power(MONEY, 10, 6, "M");
        power(MONEY, 10, 9, "B");
        power(MONEY, 10, 12, "T");
        power(SI, 10, 0, "");
        power(SI, 10, 3, "k");
        int exponent = 6;
        for (String prefix : List.of("M", "G", "T", "P", "E", "Z", "Y", "R", "Q")) {
            power(SI, 10, exponent, prefix);
            exponent += 3;
        }
        exponent = 10;
        for (String prefix : List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei")) {
            power(BINARY, 2, exponent, prefix);
            exponent += 10;
        }
        define();
    }

    private Spellings() {
    }

    static BigDecimal factor(Unit unit, String spelling) {
        return FACTORS.get(unit).get(spelling);
    }

    private static void define() {
        add(Unit.ONE, NONE, "1", "");
        add(Unit.ONE, Map.of("", new BigDecimal("0.01")), "1", "%");
        add(Unit.PARAMETERS, COUNTS, "1", "", "parameters", "parameter", "params", "param");
        add(Unit.TOKENS, COUNTS, "1", "", "tokens", "token");
        add(Unit.CHARACTERS, COUNTS, "1", "", "characters", "character");
        add(Unit.CHARACTERS_PER_TOKEN, NONE, "1", "", "characters/token", "characterspertoken");
        add(Unit.DEVICES, COUNTS, "1", "", "devices", "device", "GPUs", "GPU");
        add(Unit.EPOCHS, NONE, "1", "", "epochs", "epoch");
        add(Unit.DEVICE_HOURS, COUNTS, "1", "", "device-hours", "device-hour", "GPU-hours", "GPU-hour", "GPU-h");
        add(Unit.FLOP, SI, "1", "", "FLOP", "FLOPs");
        add(Unit.FLOP, Map.of("", BigDecimal.ONE), "8.64e19", "PF-days", "PF-day");
        add(Unit.FLOP_PER_SECOND, SI, "1", "", "FLOP/s", "FLOPs/s", "FLOPS");
        add(Unit.BYTES, NONE, "1", "", "bytes", "byte");
        add(Unit.BYTES, SI, "1", "B");
        add(Unit.BYTES, BINARY, "1", "B");
        add(Unit.BYTES_PER_SECOND, NONE, "1", "", "bytes/s");
        add(Unit.BYTES_PER_SECOND, SI, "1", "B/s");
        add(Unit.BYTES_PER_SECOND, BINARY, "1", "B/s");
        times(Unit.SECONDS, "1");
        add(Unit.SECONDS, NONE, "1", "");
        times(Unit.HOURS, "3600");
        add(Unit.HOURS, NONE, "1", "");
        add(Unit.JOULES, SI, "1", "", "J");
        add(Unit.JOULES, SI, "3600", "Wh");
        add(Unit.WATTS, SI, "1", "", "W");
        add(Unit.USD, MONEY, "1", "", "USD", "$");
        add(Unit.USD_PER_HOUR, MONEY, "1", "", "USD/h", "$/h", "USD/hour", "$/hour");
        for (String suffix : List.of("", "CO2e", "CO2eq")) {
            add(Unit.GRAMS, NONE, "1", "g" + suffix);
            add(Unit.GRAMS, NONE, "1e3", "kg" + suffix);
            add(Unit.GRAMS, NONE, "1e6", "t" + suffix);
            add(Unit.GRAMS, NONE, "1e9", "kt" + suffix);
            add(Unit.GRAMS, NONE, "1e12", "Mt" + suffix);
        }
        add(Unit.GRAMS, NONE, "1", "");
        add(Unit.TOKENS_PER_SECOND, COUNTS, "1", "", "tokens/s", "token/s");
        add(Unit.USD_PER_MILLION_TOKENS, NONE, "1", "", "USD/Mtokens", "$/Mtokens", "USD/Mtok", "$/Mtok");
        add(Unit.USD_PER_KILOWATT_HOUR, NONE, "1", "", "USD/kWh", "$/kWh");
        add(Unit.USD_PER_KILOWATT_HOUR, NONE, "0.001", "USD/MWh", "$/MWh");
        for (String suffix : List.of("", "CO2e", "CO2eq")) {
            add(Unit.GRAMS_PER_KILOWATT_HOUR, NONE, "1", "g" + suffix + "/kWh", "kg" + suffix + "/MWh");
            add(Unit.GRAMS_PER_KILOWATT_HOUR, NONE, "1e3", "kg" + suffix + "/kWh", "t" + suffix + "/MWh");
        }
        add(Unit.GRAMS_PER_KILOWATT_HOUR, NONE, "1", "");
        add(Unit.LITRES, NONE, "1", "", "L", "l");
        add(Unit.LITRES, NONE, "1e3", "m3", "m\u00b3");
        add(Unit.LITRES_PER_KILOWATT_HOUR, NONE, "1", "", "L/kWh", "l/kWh", "m3/MWh");
        add(Unit.NATS_PER_TOKEN, NONE, "1", "", "nats/token", "nats");
        add(Unit.TOKENS_PER_PARAMETER, NONE, "1", "", "tokens/parameter", "tokensperparameter");
    }

    private static void times(Unit unit, String secondsInBase) {
        Map<String, String> seconds = new LinkedHashMap<>();
        List.of("s", "second", "seconds").forEach(name -> seconds.put(name, "1"));
        seconds.put("ms", "0.001");
        seconds.put("\u00b5s", "0.000001");
        seconds.put("\u03bcs", "0.000001");
        List.of("min", "minute", "minutes").forEach(name -> seconds.put(name, "60"));
        List.of("h", "hour", "hours").forEach(name -> seconds.put(name, "3600"));
        List.of("d", "day", "days").forEach(name -> seconds.put(name, "86400"));
        List.of("week", "weeks").forEach(name -> seconds.put(name, "604800"));
        List.of("year", "years").forEach(name -> seconds.put(name, "31557600"));
        BigDecimal base = new BigDecimal(secondsInBase);
        seconds.forEach((name, value) -> FACTORS.computeIfAbsent(unit, u -> new HashMap<>())
                .put(name, new BigDecimal(value).divide(base, MathContext.DECIMAL128)));
    }

    private static void power(Map<String, BigDecimal> map, int base, int exponent, String... names) {
        for (String name : names) {
            map.put(name, BigDecimal.valueOf(base).pow(exponent));
        }
    }

    private static void add(Unit unit, Map<String, BigDecimal> multipliers, String factor, String... names) {
        Map<String, BigDecimal> map = FACTORS.computeIfAbsent(unit, u -> new HashMap<>());
        BigDecimal base = new BigDecimal(factor);
        for (String name : names) {
            multipliers.forEach((prefix, value) -> map.put(prefix + name, value.multiply(base)));
        }
    }
}
