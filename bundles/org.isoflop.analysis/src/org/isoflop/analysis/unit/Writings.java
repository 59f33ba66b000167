package org.isoflop.analysis.unit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people like to write behind a number, for each unit, from the smallest to the largest. */
final class Writings {

    private static final int MOST_DIGITS = 6;
    private static final int GROUPED_FROM = 5;
    private static final Map<Unit, List<String>> SUFFIXES = new EnumMap<>(Unit.class);

    static {
        put(Unit.ONE, "", "%");
        put(Unit.PARAMETERS, "", "k", "M", "B", "T");
        put(Unit.TOKENS, "", "k", "M", "B", "T");
        put(Unit.CHARACTERS, "", "k", "M", "B", "T");
        put(Unit.CHARACTERS_PER_TOKEN, "");
        put(Unit.DEVICES, "", "k", "M");
        put(Unit.EPOCHS, "");
        put(Unit.DEVICE_HOURS, "", "k", "M", "B");
        put(Unit.TOKENS_PER_PARAMETER, "");
        put(Unit.NATS_PER_TOKEN, "");
        put(Unit.FLOP, " FLOP", " EFLOP", " PF-days", " ZFLOP", " YFLOP");
        put(Unit.FLOP_PER_SECOND, " FLOP/s", " GFLOP/s", " TFLOP/s", " PFLOP/s", " EFLOP/s");
        put(Unit.BYTES, " B", " kB", " MB", " MiB", " GB", " GiB", " TB", " TiB", " PB");
        put(Unit.BYTES_PER_SECOND, " B/s", " MB/s", " GB/s", " TB/s");
        put(Unit.SECONDS, " s", " min", " h", " days");
        put(Unit.HOURS, " h", " days");
        put(Unit.JOULES, " J", " kWh", " MWh", " GWh");
        put(Unit.WATTS, " W", " kW", " MW", " GW");
        put(Unit.USD, " USD", "k USD", "M USD", "B USD");
        put(Unit.USD_PER_HOUR, " USD/h", "k USD/h");
        put(Unit.TOKENS_PER_SECOND, " tokens/s");
        put(Unit.USD_PER_MILLION_TOKENS, " USD/Mtokens");
        put(Unit.USD_PER_KILOWATT_HOUR, " USD/kWh");
        put(Unit.GRAMS_PER_KILOWATT_HOUR, " gCO2e/kWh");
        put(Unit.LITRES, " L", " m3");
        put(Unit.LITRES_PER_KILOWATT_HOUR, " L/kWh");
        put(Unit.GRAMS, " gCO2e", " kgCO2e", " tCO2e", " ktCO2e");
    }

    private Writings() {
    }

    static List<String> suffixes(Unit unit) {
        return SUFFIXES.get(unit);
    }

    /** The value with the largest suffix that leaves a short number, or else the exact number in the base unit. */
    static String write(double value, Unit unit) {
        BigDecimal exact = new BigDecimal(Quantities.exact(value));
        for (String suffix : SUFFIXES.get(unit).reversed()) {
            BigDecimal factor = Spellings.factor(unit, suffix.replace(" ", ""));
            if (suffix.equals("%") || suffix.contains("k") && unit != Unit.WATTS && unit != Unit.JOULES
                    || unit == Unit.FLOP && !suffix.equals(" FLOP")) {
                continue;
            }
            BigDecimal number = quotient(exact, factor);
            if (number != null && number.abs().compareTo(BigDecimal.ONE) >= 0
                    && number.precision() <= MOST_DIGITS && number.scale() < MOST_DIGITS
                    && factor.compareTo(BigDecimal.ONE) != 0) {
                return number.toPlainString() + suffix;
            }
        }
        return grouped(Quantities.exact(value)) + SUFFIXES.get(unit).getFirst();
    }

    private static BigDecimal quotient(BigDecimal value, BigDecimal factor) {
        try {
            BigDecimal quotient = value.divide(factor).stripTrailingZeros();
            return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
        } catch (ArithmeticException e) {
            return null; // A fraction without end, such as a day in weeks, is no short number.
        }
    }

    private static String grouped(String number) {
        String digits = number.startsWith("-") ? number.substring(1) : number;
        if (digits.length() < GROUPED_FROM || !digits.chars().allMatch(Character::isDigit)) {
            return number;
        }
        return number.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", " ");
    }

    private static void put(Unit unit, String... suffixes) {
        SUFFIXES.put(unit, List.of(suffixes));
    }
}
