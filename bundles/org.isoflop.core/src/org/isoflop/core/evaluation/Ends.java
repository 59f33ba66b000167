package org.isoflop.core.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.law.Interval;
import org.isoflop.core.Messages;

/** The ends of an interval in words. */
public final class Ends {

    private static final char NARROW_SPACE = '\u202f';

    private Ends() {
    }

    /**
     * Shows the interval of a measure.
     *
     * @param draws
     *            a run that holds the measure, or null
     * @param position
     *            of the strategy among the alternatives
     * @param measure
     *            the measure
     * @param locale
     *            language and number format
     * @return both ends; empty where there is no interval, it has no end, or it is too narrow to be seen in the digits
     *         that are shown
     */
    public static Optional<String> of(Draws draws, int position, Measure measure, Locale locale) {
        Optional<Interval> interval = draws == null ? Optional.empty() : draws.interval(position, measure.id());
        DoubleFunction<String> show = end -> measure.show(end, locale);
        return interval.filter(ends -> Double.isFinite(ends.low()) && Double.isFinite(ends.high())
                && !show.apply(ends.low()).equals(show.apply(ends.high())))
                .map(ends -> text(ends.low(), ends.high(), show, locale));
    }

    /**
     * Shows both ends; a unit that they share stands once.
     *
     * @param low
     *            lower end
     * @param high
     *            upper end
     * @param show
     *            shows one of them with its unit
     * @param locale
     *            language
     * @return such as {@code 1.893 to 1.896 nats/token}
     */
    public static String text(double low, double high, DoubleFunction<String> show, Locale locale) {
        String from = show.apply(low);
        String to = show.apply(high);
        int space = from.lastIndexOf(NARROW_SPACE);
        boolean isShared = space > 0 && Character.isLetter(from.charAt(space + 1))
                && to.endsWith(from.substring(space));
        return Messages.text(locale, "catalog.interval", isShared ? from.substring(0, space) : from, to);
    }
}
