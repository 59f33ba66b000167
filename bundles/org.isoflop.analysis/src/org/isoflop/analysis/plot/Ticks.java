package org.isoflop.analysis.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/** Where an axis is marked, and how the marks are written. */
public final class Ticks {

    private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final int MOST_DECADES_WITH_MINORS = 12;
    private static final int MOST_DOUBLINGS_IN_FULL = 14;
    private static final char NARROW_SPACE = '\u202f';
    private static final double NARROW = 0.7;
    private static final double WIDE = 2;

    private Ticks() {
    }

    /**
     * The marks of an axis.
     *
     * <p>A logarithmic axis is marked at every decade; when there are more than fit, at every second, third, fifth …,
     * so that the labelled ones stay evenly spaced. Under two decades, 2 and 5 are labelled too; under two thirds of a
     * decade, round numbers at even distances. An axis of powers of two is marked at every doubling in the same way. A
     * linear axis is marked at multiples of 1, 2 or 5 times a power of ten, an axis of dates where years, months or
     * days begin.
     *
     * @param scale linear or logarithmic
     * @param low the smallest value, positive on a logarithmic axis
     * @param high the largest value, larger than {@code low}
     * @param maxLabels how many labels fit; at least 2 are used
     * @param labels how they are written
     * @param locale the number conventions
     * @return marks in ascending order, all within the axis
     * @throws IllegalArgumentException if the bounds cannot be shown or are not in order
     */
    public static List<Tick> forAxis(Scale scale, double low, double high, int maxLabels, TickLabels labels,
            Locale locale) {
        if (!scale.shows(low) || !scale.shows(high) || !(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("An axis cannot show from " + low + " to " + high);
        }
        int most = Math.max(2, maxLabels);
        if (labels == TickLabels.DATES) {
            return Dates.ticks(low, high, most, locale);
        }
        double decades = scale.isLogarithmic() ? Math.log10(high) - Math.log10(low) : 0;
        if (!scale.isLogarithmic() || decades < NARROW) {
            return linear(low, high, most, labels, locale);
        }
        return scale == Scale.LOG_2
                ? doublings(low, high, most, locale)
                : logarithmic(low, high, decades, most, labels, locale);
    }

    /**
     * The marks of an axis whose labels say the unit: at round numbers of the unit that fits the larger end, or on a
     * logarithmic axis the middle.
     *
     * @param scale linear or logarithmic
     * @param low the smallest value in the base unit, positive on a logarithmic axis
     * @param high the largest value, larger than {@code low}
     * @param maxLabels how many labels fit; at least 2 are used
     * @param unit the base unit of the values
     * @param locale the language and its number conventions
     * @return marks in ascending order, all within the axis
     * @throws IllegalArgumentException if the bounds cannot be shown or are not in order
     */
    public static List<Tick> forQuantities(Scale scale, double low, double high, int maxLabels, Unit unit,
            Locale locale) {
        double size = scale.isLogarithmic() ? Math.sqrt(low) * Math.sqrt(high) : Math.max(Math.abs(low), high);
        Quantities.Multiple multiple = Quantities.multiple(size, unit, locale);
        double factor = multiple.factor();
        return forAxis(scale, low / factor, high / factor, maxLabels, TickLabels.PLAIN, locale).stream()
                .map(tick -> new Tick(Math.clamp(tick.position() * factor, low, high),
                        labelled(tick.label(), multiple), tick.major()))
                .toList();
    }

    private static String labelled(String number, Quantities.Multiple multiple) {
        return number.isEmpty() ? ""
                : number + NARROW_SPACE + (number.equals("1") ? multiple.single() : multiple.name());
    }

    private static List<Tick> doublings(double low, double high, int most, Locale locale) {
        List<Integer> exponents = new ArrayList<>();
        for (int exponent = Math.getExponent(low); exponent <= Math.getExponent(high); exponent++) {
            if (Math.scalb(1.0, exponent) >= low) {
                exponents.add(exponent);
            }
        }
        int stride = stride(exponents, most);
        return exponents.stream().map(exponent -> {
            boolean labelled = Math.floorMod(exponent, stride) == 0;
            return new Tick(Math.scalb(1.0, exponent), labelled ? powerOfTwo(exponent, locale) : "", labelled);
        }).toList();
    }

    private static String powerOfTwo(int exponent, Locale locale) {
        return exponent >= 0 && exponent < MOST_DOUBLINGS_IN_FULL
                ? number(BigDecimal.valueOf(1L << exponent), 0, locale)
                : "2" + Quantities.superscript(exponent);
    }

    private static List<Tick> logarithmic(double low, double high, double decades, int most, TickLabels labels,
            Locale locale) {
        int first = (int) Math.floor(Math.log10(low)) - 1;
        int last = (int) Math.ceil(Math.log10(high)) + 1;
        List<Integer> exponents = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            double position = power(1, exponent);
            if (position >= low && position <= high) {
                exponents.add(exponent);
            }
        }
        int stride = stride(exponents, most);
        TreeMap<Double, Tick> ticks = new TreeMap<>();
        for (int exponent : exponents) {
            boolean labelled = Math.floorMod(exponent, stride) == 0;
            put(ticks, power(1, exponent), labelled ? label(1, exponent, labels, locale) : "", labelled);
        }
        if (decades <= MOST_DECADES_WITH_MINORS) {
            List<Tick> more = new ArrayList<>();
            for (int exponent = first; exponent <= last; exponent++) {
                for (int digit = 2; digit <= 9; digit++) {
                    double position = power(digit, exponent);
                    if (position >= low && position <= high) {
                        put(ticks, position, "", false);
                        if (digit == 2 || digit == 5) {
                            more.add(new Tick(position, label(digit, exponent, labels, locale), true));
                        }
                    }
                }
            }
            if (decades < WIDE && exponents.size() + more.size() <= most) {
                more.forEach(tick -> ticks.put(tick.position(), tick));
            }
        }
        return List.copyOf(ticks.values());
    }

    private static int stride(List<Integer> exponents, int most) {
        for (int stride : STRIDES) {
            long count = exponents.stream().filter(exponent -> Math.floorMod(exponent, stride) == 0).count();
            if (count <= most) {
                return stride;
            }
        }
        return STRIDES[STRIDES.length - 1];
    }

    private static void put(TreeMap<Double, Tick> ticks, double position, String label, boolean major) {
        ticks.put(position, new Tick(position, label, major));
    }

    private static double power(int digit, int exponent) {
        return Double.parseDouble(digit + "e" + exponent);
    }

    private static List<Tick> linear(double low, double high, int most, TickLabels labels, Locale locale) {
        BigDecimal from = BigDecimal.valueOf(low);
        BigDecimal to = BigDecimal.valueOf(high);
        int exponent = (int) Math.floor(Math.log10((high - low) / most)) - 1;
        BigDecimal step = null;
        int digit = 0;
        while (step == null) {
            for (int candidate : new int[] {1, 2, 5}) {
                BigDecimal size = BigDecimal.valueOf(candidate).scaleByPowerOfTen(exponent);
                if (step == null && count(from, to, size) <= most) {
                    step = size;
                    digit = candidate;
                }
            }
            exponent++;
        }
        BigDecimal minor = digit == 2 ? step.divide(BigDecimal.valueOf(4)) : step.divide(BigDecimal.valueOf(5));
        TreeMap<Double, Tick> ticks = new TreeMap<>();
        for (BigDecimal at = multiple(from, minor); at.compareTo(to) <= 0; at = at.add(minor)) {
            put(ticks, clamp(at, low, high), "", false);
        }
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        double largest = Math.max(Math.abs(low), Math.abs(high));
        for (BigDecimal at = multiple(from, step); at.compareTo(to) <= 0; at = at.add(step)) {
            put(ticks, clamp(at, low, high), label(at, decimals, largest, labels, locale), true);
        }
        return List.copyOf(ticks.values());
    }

    private static double clamp(BigDecimal at, double low, double high) {
        double value = at.signum() == 0 ? 0 : at.doubleValue();
        return Math.min(Math.max(value, low), high);
    }

    private static BigDecimal multiple(BigDecimal from, BigDecimal step) {
        return from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private static int count(BigDecimal from, BigDecimal to, BigDecimal step) {
        BigDecimal count = to.divide(step, 0, RoundingMode.FLOOR).subtract(from.divide(step, 0, RoundingMode.CEILING));
        return count.compareTo(BigDecimal.valueOf(10_000)) > 0 ? Integer.MAX_VALUE : count.intValueExact() + 1;
    }

    private static String label(int digit, int exponent, TickLabels labels, Locale locale) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        boolean plain = labels == TickLabels.PLAIN && exponent >= -4 && exponent < 6;
        if (plain) {
            return number(value, Math.max(0, -exponent), locale);
        }
        if (labels == TickLabels.COUNTS && exponent >= 0 && exponent < 15) {
            return scaled(value, exponent, 0, locale);
        }
        String power = "10" + Quantities.superscript(exponent);
        return digit == 1 ? power : digit + "\u00d7" + power;
    }

    private static String label(BigDecimal value, int decimals, double largest, TickLabels labels, Locale locale) {
        int exponent = (int) Math.floor(Math.log10(largest));
        if (value.signum() == 0) {
            return number(BigDecimal.ZERO, exponent < 6 && exponent >= -4 ? decimals : 0, locale);
        }
        if (labels == TickLabels.COUNTS && exponent >= 3 && exponent < 15) {
            return scaled(value, exponent, decimals, locale);
        }
        if (exponent < 6 && exponent >= -4) {
            return number(value, decimals, locale);
        }
        BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
        return number(mantissa, Math.max(0, mantissa.scale()), locale) + "\u00d710" + Quantities.superscript(exponent);
    }

    private static String scaled(BigDecimal value, int exponent, int decimals, Locale locale) {
        String[] multipliers = {"", "k", "M", "B", "T"};
        int group = Math.min(exponent / 3, multipliers.length - 1);
        BigDecimal scaled = value.movePointLeft(3 * group).stripTrailingZeros();
        return number(scaled, Math.max(Math.max(0, scaled.scale()), group == 0 ? decimals : 0), locale)
                + multipliers[group];
    }

    private static String number(BigDecimal value, int decimals, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String[] parts = value.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString().split("\\.");
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = parts[0].length() - 3; i > 0 && parts[0].length() > 4; i -= 3) {
            text.insert(i, symbols.getGroupingSeparator());
        }
        if (parts.length > 1) {
            text.append(symbols.getDecimalSeparator()).append(parts[1]);
        }
        return value.signum() < 0 ? "\u2212" + text : text.toString();
    }
}
