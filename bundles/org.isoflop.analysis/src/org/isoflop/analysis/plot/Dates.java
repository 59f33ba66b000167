package org.isoflop.analysis.plot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Dates as values of an axis: the year with its fraction, so that 2 July 2023 is about 2023.5. Axes of dates are marked
 * at the beginnings of years, months or days.
 */
public final class Dates {

    private static final double DAY = 1 / 365.25;
    private static final double MONTHS_SHOWN = 4;
    private static final double DAYS_SHOWN = 0.4;
    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final int[] MONTHS = {1, 2, 3, 6};
    private static final int[] DAYS = {1, 2, 5, 10, 15, 30};
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Dates() {
    }

    /**
     * The value of a date.
     *
     * @param date a date
     * @return its year and the share of it that has passed when the day begins
     */
    public static double value(LocalDate date) {
        return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
    }

    /**
     * The date of a value: the inverse of {@link #value}.
     *
     * @param value a year with its fraction; values beyond the years 1 to 9999 are taken as their ends
     * @return the day nearest to it
     */
    public static LocalDate date(double value) {
        int year = (int) Math.clamp(Math.floor(value), FIRST_YEAR, LAST_YEAR);
        LocalDate first = LocalDate.of(year, 1, 1);
        double share = Math.clamp(value - year, 0, 1);
        return first.plusDays(Math.min(Math.round(share * first.lengthOfYear()), first.lengthOfYear() - 1));
    }

    /**
     * A date in words, as exactly as an axis can show it.
     *
     * @param value a year with its fraction
     * @param span how many years the axis shows
     * @param locale language
     * @return a month with its year, or a day where the axis shows four years or less
     */
    public static String text(double value, double span, Locale locale) {
        return DateTimeFormatter.ofPattern(span <= MONTHS_SHOWN ? "d MMM yyyy" : "MMM yyyy", locale)
                .format(date(value));
    }

    /**
     * The marks of an axis of dates.
     *
     * @param low its low end
     * @param high its high end
     * @param most how many labels fit
     * @param locale language
     * @return marks in ascending order
     */
    static List<Tick> ticks(double low, double high, int most, Locale locale) {
        double span = high - low;
        if (span > MONTHS_SHOWN) {
            return years(low, high, most);
        }
        return span > DAYS_SHOWN ? months(low, high, most, locale) : days(low, high, most, locale);
    }

    private static List<Tick> years(double low, double high, int most) {
        int first = (int) Math.clamp(Math.ceil(low), FIRST_YEAR, LAST_YEAR);
        int last = (int) Math.clamp(Math.floor(high), FIRST_YEAR, LAST_YEAR);
        int stride = stride(YEARS, high - low, 1, most);
        List<Tick> ticks = new ArrayList<>();
        for (int year = first; year <= last && year >= low && year <= high; year++) {
            boolean labelled = year % stride == 0;
            if (labelled || last - first < 100) {
                ticks.add(new Tick(year, labelled ? String.valueOf(year) : "", labelled));
            }
        }
        return ticks;
    }

    private static List<Tick> months(double low, double high, int most, Locale locale) {
        int stride = stride(MONTHS, high - low, 1 / 12.0, Math.min(most, 8));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MMM yyyy", locale);
        List<Tick> ticks = new ArrayList<>();
        for (YearMonth month = YearMonth.from(date(low)); value(month.atDay(1)) <= high; month = month.plusMonths(1)) {
            double at = value(month.atDay(1));
            if (at >= low) {
                boolean labelled = (month.getMonthValue() - 1) % stride == 0;
                ticks.add(new Tick(at, labelled ? format.format(month) : "", labelled));
            }
        }
        return ticks;
    }

    private static List<Tick> days(double low, double high, int most, Locale locale) {
        int stride = stride(DAYS, high - low, DAY, Math.min(most, 8));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = date(low); value(day) <= high; day = day.plusDays(1)) {
            if (value(day) >= low) {
                boolean labelled = day.toEpochDay() % stride == 0;
                ticks.add(new Tick(value(day), labelled ? format.format(day) : "", labelled));
            }
        }
        return ticks;
    }

    private static int stride(int[] strides, double span, double unit, int most) {
        for (int stride : strides) {
            if (span / (unit * stride) <= most) {
                return stride;
            }
        }
        return strides[strides.length - 1];
    }
}
