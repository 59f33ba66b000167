package org.isoflop.analysis.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isoflop.analysis.Messages;
import org.isoflop.analysis.Sentence;

/**
 * Quantities as people write and read them: {@code 70B}, {@code 1.4T tokens}, {@code 5.76e23}, {@code 80 GiB}.
 * Reading is the same in every locale (the decimal separator is the point); writing follows the locale.
 */
public final class Quantities {

    private static final int LONGEST = 64;
    private static final String SPACE = "[ \\u00a0\\u202f\\u2009]";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]{1,3}(?:" + SPACE + "[0-9]{3})+|[0-9]+)?"
            + "(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern TIMES_TEN = Pattern.compile("\\u00d7" + SPACE + "?10(?:\\^([+-]?[0-9]{1,3})"
            + "|([\\u207b\\u2070\\u00b9\\u00b2\\u00b3\\u2074-\\u2079]{1,4}))");
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final char NARROW_SPACE = '\u202f';
    private static final int DIGITS = 3;
    private static final double YEAR = 31557600;
    private static final List<String> PREFIXES = List.of("", "k", "M", "G", "T", "P", "E", "Z", "Y");

    private Quantities() {
    }

    /**
     * Reads a quantity.
     *
     * @param text what somebody wrote: a number with a decimal point, groups of three digits separated by spaces if
     *        any, an optional multiplier (k, M, B, T for counts and money; k, M, G, T, P, E, Z … and Ki, Mi, Gi … for
     *        physical units) and an optional unit
     * @param unit the unit that is expected
     * @return the value in that unit
     * @throws QuantityFormatException if the text is anything else: another unit, a comma, digits that are not 0–9,
     *         NaN, infinity, or a number too large for a double
     */
    public static double parse(String text, Unit unit) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            throw new QuantityFormatException(Sentence.of("quantity.empty", example(unit)));
        }
        if (trimmed.length() > LONGEST) {
            throw new QuantityFormatException(Sentence.of("quantity.long", String.valueOf(LONGEST)));
        }
        if (trimmed.indexOf(',') >= 0) {
            throw new QuantityFormatException(Sentence.of("quantity.comma", trimmed));
        }
        if (trimmed.chars().anyMatch(c -> c > 127 && Character.isDigit(c))) {
            throw new QuantityFormatException(Sentence.of("quantity.digits", trimmed));
        }
        boolean dollar = trimmed.startsWith("$") && (unit == Unit.USD || unit == Unit.USD_PER_HOUR);
        String body = dollar ? trimmed.substring(1).strip() : trimmed;
        Matcher matcher = NUMBER.matcher(body);
        if (!matcher.lookingAt() || matcher.group().chars().noneMatch(c -> c >= '0' && c <= '9')) {
            throw refusal(trimmed, unit);
        }
        String digits = matcher.group().replaceAll(SPACE, "");
        String rest = body.substring(matcher.end());
        int exponent = 0;
        Matcher ten = TIMES_TEN.matcher(rest);
        if (ten.lookingAt()) {
            exponent = Integer.parseInt(ten.group(1) != null ? ten.group(1) : plainDigits(ten.group(2)));
            rest = rest.substring(ten.end());
        }
        String spelling = rest.replaceAll(SPACE, "");
        if (dollar && spelling.contains("$") || dollar && spelling.contains("USD")) {
            throw refusal(trimmed, unit);
        }
        BigDecimal factor = Spellings.factor(unit, spelling);
        if (factor == null && dollar && unit == Unit.USD_PER_HOUR) {
            factor = Spellings.factor(unit, spelling.replace("/h", "$/h"));
        }
        if (factor == null) {
            throw refusal(trimmed, unit);
        }
        double value = new BigDecimal(digits).scaleByPowerOfTen(exponent).multiply(factor).doubleValue();
        if (Double.isInfinite(value)) {
            throw new QuantityFormatException(Sentence.of("quantity.large", trimmed));
        }
        return value == 0 ? 0 : value;
    }

    /**
     * Writes a quantity for people: three significant digits (four for a loss), multipliers and a unit.
     *
     * @param value in the base unit of {@code unit}; NaN is written as unknown
     * @param unit the unit
     * @param locale the language and its number conventions
     * @return the text, such as {@code 67B}, {@code 1.4T tokens}, {@code 5.76×10²³ FLOP}
     */
    public static String format(double value, Unit unit, Locale locale) {
        if (Double.isNaN(value)) {
            return Messages.text(locale, "quantity.unknown");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        return switch (unit) {
            case ONE -> plain(value, 4, locale);
            case PARAMETERS -> count(value, locale);
            case TOKENS, CHARACTERS, CHARACTERS_PER_TOKEN, DEVICES, EPOCHS, DEVICE_HOURS, TOKENS_PER_PARAMETER,
                    TOKENS_PER_SECOND ->
                named(count(value, locale), unit, locale);
            case FLOP -> scientific(value, locale) + NARROW_SPACE + unit.id();
            case FLOP_PER_SECOND -> prefixed(value, unit.id(), locale);
            case BYTES, BYTES_PER_SECOND, JOULES, WATTS -> prefixed(value, symbol(unit), locale);
            case SECONDS, GRAMS -> multiplied(value, unit, locale);
            case HOURS -> plain(value, DIGITS, locale) + NARROW_SPACE + "h";
            case USD, USD_PER_HOUR -> money(value, locale) + NARROW_SPACE + unit.id();
            case USD_PER_MILLION_TOKENS, USD_PER_KILOWATT_HOUR, GRAMS_PER_KILOWATT_HOUR, LITRES,
                    LITRES_PER_KILOWATT_HOUR ->
                plain(value, DIGITS, locale) + NARROW_SPACE + unit.id();
            case NATS_PER_TOKEN -> named(plain(value, 4, locale), unit, locale);
        };
    }

    /**
     * Writes a number so that reading it gives the same number, as short as possible and the same in every locale.
     *
     * @param value a finite number
     * @return integers below 1e15 plain, other numbers in their shortest round-trip form
     */
    public static String exact(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /**
     * Writes a number as people would type it, so that reading it gives the same number; the same in every locale.
     *
     * @param value a finite number in the base unit
     * @param unit the unit
     * @return the text, such as {@code 70B}, {@code 312 TFLOP/s} or {@code 30 000 USD}
     */
    public static String write(double value, Unit unit) {
        return Writings.write(value, unit);
    }

    /**
     * What people like to write behind a number.
     *
     * @param unit the unit that is expected
     * @return multipliers and units that {@link #parse} understands, with a space in front where one is written
     */
    public static List<String> suffixes(Unit unit) {
        return Writings.suffixes(unit);
    }

    /**
     * Writes a number with all its digits and the base unit, so that people see what a short text means.
     *
     * @param value in the base unit of {@code unit}
     * @param unit the unit
     * @param locale the language and its number conventions
     * @return the text, such as {@code 70,000,000,000 parameters}; very large and very small numbers as powers of ten
     */
    public static String spelledOut(double value, Unit unit, Locale locale) {
        double size = Math.abs(value);
        String number = size == 0 || size >= 1e-4 && size < 1e15
                ? localised(new BigDecimal(Double.toString(value)), locale)
                : format(value, Unit.ONE, locale);
        return unit == Unit.ONE ? number : named(number, unit, locale);
    }

    private static QuantityFormatException refusal(String text, Unit unit) {
        return new QuantityFormatException(
                Sentence.of("quantity.refused", text, Sentence.of("unit." + unit.name()), example(unit)));
    }

    private static String example(Unit unit) {
        return switch (unit) {
            case ONE -> "0.4";
            case PARAMETERS -> "70B";
            case TOKENS -> "1.4T tokens";
            case CHARACTERS -> "250M characters";
            case CHARACTERS_PER_TOKEN -> "4";
            case FLOP -> "5.76e23 FLOP";
            case FLOP_PER_SECOND -> "312 TFLOP/s";
            case BYTES -> "80 GiB";
            case BYTES_PER_SECOND -> "3.35 TB/s";
            case SECONDS -> "90 days";
            case HOURS -> "24 h";
            case JOULES -> "5 MWh";
            case WATTS -> "700 W";
            case USD -> "30 000 USD";
            case USD_PER_HOUR -> "2.5 USD/h";
            case GRAMS -> "500 tCO2e";
            case NATS_PER_TOKEN -> "2.1 nats/token";
            case TOKENS_PER_PARAMETER -> "20";
            case DEVICES -> "10 000";
            case EPOCHS -> "4";
            case DEVICE_HOURS -> "1.5M device-hours";
            case TOKENS_PER_SECOND -> "1500 tokens/s";
            case USD_PER_MILLION_TOKENS -> "0.6 USD/Mtokens";
            case USD_PER_KILOWATT_HOUR -> "0.08 USD/kWh";
            case GRAMS_PER_KILOWATT_HOUR -> "56 gCO2e/kWh";
            case LITRES -> "700 m3";
            case LITRES_PER_KILOWATT_HOUR -> "1.8 L/kWh";
        };
    }

    private static String plainDigits(String superscripts) {
        StringBuilder digits = new StringBuilder();
        for (char c : superscripts.toCharArray()) {
            digits.append(c == '\u207b' ? "-" : String.valueOf(SUPERSCRIPTS.indexOf(c)));
        }
        return digits.toString();
    }

    private static String named(String number, Unit unit, Locale locale) {
        return number + NARROW_SPACE + Messages.text(locale, "unit." + unit.name());
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** A number below 1000 with its significant digits, a larger one as a grouped integer. */
    private static String plain(double value, int digits, Locale locale) {
        if (value == 0) {
            return "0";
        }
        BigDecimal number = Math.abs(value) >= 1000
                ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN)
                : rounded(value, digits);
        return Math.abs(value) >= 1e15 || Math.abs(value) < 1e-4
                ? scientific(value, locale)
                : localised(number, locale);
    }

    private static String localised(BigDecimal number, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String[] parts = number.stripTrailingZeros().abs().toPlainString().split("\\.");
        StringBuilder text = new StringBuilder(parts[0]);
        if (parts[0].length() > 4 || parts[0].length() == 4 && parts.length == 1) {
            for (int i = parts[0].length() - 3; i > 0; i -= 3) {
                text.insert(i, symbols.getGroupingSeparator());
            }
        }
        if (parts.length > 1) {
            text.append(symbols.getDecimalSeparator()).append(parts[1]);
        }
        return number.signum() < 0 ? "\u2212" + text : text.toString();
    }

    private static String count(double value, Locale locale) {
        return scaled(value, new String[] {"", "", "M", "B", "T"}, locale);
    }

    private static String money(double value, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        String space = french ? String.valueOf(NARROW_SPACE) : "";
        String billion = french ? "Md" : "B";
        String trillion = french ? "kMd" : "T";
        return scaled(value, new String[] {"", "", space + "M", space + billion, space + trillion}, locale);
    }

    /** Thousands are written out, from a million on a multiplier follows. */
    private static String scaled(double value, String[] multipliers, Locale locale) {
        if (Math.abs(value) < 1e5) {
            return plain(value, DIGITS, locale);
        }
        BigDecimal number = rounded(value, DIGITS);
        int exponent = number.precision() - number.scale() - 1;
        int group = Math.min(exponent / 3, multipliers.length - 1);
        if (exponent > 17) {
            return scientific(value, locale);
        }
        if (group < 2) {
            return plain(value, DIGITS, locale);
        }
        return localised(number.movePointLeft(3 * group), locale) + multipliers[group];
    }

    private static String prefixed(double value, String unit, Locale locale) {
        if (Math.abs(value) < 1) {
            return plain(value, DIGITS, locale) + NARROW_SPACE + unit;
        }
        BigDecimal number = rounded(value, DIGITS);
        int exponent = number.precision() - number.scale() - 1;
        int group = exponent / 3;
        if (group >= PREFIXES.size()) {
            return scientific(value, locale) + NARROW_SPACE + unit;
        }
        return localised(number.movePointLeft(3 * group), locale) + NARROW_SPACE + PREFIXES.get(group) + unit;
    }

    private static String scientific(double value, Locale locale) {
        if (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 || value == 0) {
            return plain(value, DIGITS, locale);
        }
        BigDecimal number = rounded(value, DIGITS);
        int exponent = number.precision() - number.scale() - 1;
        return localised(number.movePointLeft(exponent), locale) + "\u00d710" + superscript(exponent);
    }

    /**
     * An exponent in superscript digits.
     *
     * @param exponent any integer
     * @return such as {@code ²³} or {@code ⁻²}
     */
    public static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char c : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }

    /**
     * A unit as people write it.
     *
     * @param factor how much of the base unit it is
     * @param name its name, such as {@code MW} or {@code days}
     * @param single its name after a one, such as {@code day}
     */
    public record Multiple(double factor, String name, String single) {

        private Multiple(double factor, String name) {
            this(factor, name, name);
        }
    }

    /**
     * The unit that fits a size: seconds to years, grams to tonnes, and the prefixes of physical units.
     *
     * @param size in the base unit of {@code unit}
     * @param unit the unit
     * @param locale the language
     * @return the unit in which the size has few digits before its point
     */
    public static Multiple multiple(double size, Unit unit, Locale locale) {
        double most = Math.abs(size);
        return switch (unit) {
            case SECONDS -> duration(most, locale);
            case GRAMS -> most >= 1e6
                    ? new Multiple(1e6, "tCO2e")
                    : most >= 1e3 ? new Multiple(1e3, "kgCO2e") : new Multiple(1, "gCO2e");
            case JOULES, WATTS, BYTES, BYTES_PER_SECOND, FLOP_PER_SECOND -> {
                int group = most < 1 ? 0 : Math.clamp((long) Math.floor(Math.log10(most) / 3), 0, PREFIXES.size() - 1);
                yield new Multiple(Double.parseDouble("1e" + 3 * group), PREFIXES.get(group) + symbol(unit));
            }
            default -> new Multiple(1, unit.id());
        };
    }

    private static String symbol(Unit unit) {
        return switch (unit) {
            case BYTES -> "B";
            case BYTES_PER_SECOND -> "B/s";
            default -> unit.id();
        };
    }

    private static Multiple duration(double seconds, Locale locale) {
        if (seconds >= 2 * YEAR) {
            return new Multiple(YEAR, Messages.text(locale, "duration.years"), Messages.text(locale, "duration.year"));
        }
        if (seconds >= 172800) {
            return new Multiple(86400, Messages.text(locale, "duration.days"), Messages.text(locale, "duration.day"));
        }
        if (seconds >= 7200) {
            return new Multiple(3600, Messages.text(locale, "duration.hours"));
        }
        return seconds >= 120
                ? new Multiple(60, Messages.text(locale, "duration.minutes"))
                : new Multiple(1, Messages.text(locale, "duration.seconds"));
    }

    private static String multiplied(double value, Unit unit, Locale locale) {
        Multiple multiple = multiple(value, unit, locale);
        return plain(value / multiple.factor(), DIGITS, locale) + NARROW_SPACE + multiple.name();
    }
}
