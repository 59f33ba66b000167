package org.isoflop.ui.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import org.isoflop.ui.Messages;

/** A year, a year and month, or a full date, as files write them. */
final class DateFormat implements Format {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    @Override
    public String show(Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Object read(String text) throws Refusal {
        String date = text.strip();
        if (words(date) == null) {
            throw new Refusal(Messages.text("form.date", date));
        }
        return date;
    }

    /** The date in words, or null if it is none. */
    private static String words(String date) {
        Locale locale = Locale.getDefault();
        try {
            return switch (date.length()) {
                case YEAR -> Year.parse(date).toString();
                case MONTH -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
                default -> LocalDate.parse(date)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String echo(Object value) {
        String words = value == null ? null : words(value.toString());
        return words == null || words.equals(value) ? "" : words;
    }

    @Override
    public List<String> completions(String typed) {
        String today = LocalDate.now().toString();
        return today.startsWith(typed) && !today.equals(typed) ? List.of(today) : List.of();
    }
}
