package org.isoflop.ui.fix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates that are not spelt as a study spells them. */
final class Dates {

    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})[-/. ]?(\\d{1,2})(?:[-/. ]?(\\d{1,2}))?(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern WORDS = Pattern
            .compile("(?:(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+)?(\\p{L}{3,9})\\.?\\s+(?:(\\d{1,2}),\\s*)?(\\d{4})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MONTHS = 12;

    private Dates() {
    }

    /** The date in the spelling of a study, or null if it is none or could be two. */
    static String read(String text) {
        String date = text.strip();
        Matcher first = YEAR_FIRST.matcher(date);
        if (first.matches()) {
            return date(number(first.group(1)), number(first.group(2)), number(first.group(3)));
        }
        Matcher last = YEAR_LAST.matcher(date);
        if (last.matches()) {
            int left = number(last.group(1));
            int right = number(last.group(2));
            int year = number(last.group(3));
            if (left != right && left <= MONTHS && right <= MONTHS) {
                return null;
            }
            return left > MONTHS ? date(year, right, left) : date(year, left, right);
        }
        Matcher words = WORDS.matcher(date);
        if (words.matches()) {
            return date(number(words.group(4)), month(words.group(2)),
                    Math.max(number(words.group(1)), number(words.group(3))));
        }
        return null;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The month by its English or French name, or the first letters of it; 0 if it is none. */
    private static int month(String name) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (Month month : Month.values()) {
                if (month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale)
                        .startsWith(name.toLowerCase(locale))) {
                    return month.getValue();
                }
            }
        }
        return 0;
    }

    private static String date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return day == 0 ? YearMonth.of(year, month).toString() : LocalDate.of(year, month, day).toString();
        } catch (DateTimeException e) {
            return null; // Not a day of the calendar.
        }
    }
}
