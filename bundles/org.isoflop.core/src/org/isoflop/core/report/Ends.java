package org.isoflop.core.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

import org.isoflop.core.Messages;

/** The ends of an interval in words. */
final class Ends {

    private static final char NARROW_SPACE = '\u202f';

    private Ends() {
    }

    /** Both ends; a unit that they share stands once. */
    static String text(double low, double high, DoubleFunction<String> show, Locale locale) {
        String from = show.apply(low);
        String to = show.apply(high);
        int space = from.lastIndexOf(NARROW_SPACE);
        boolean isShared = space > 0 && Character.isLetter(from.charAt(space + 1))
                && to.endsWith(from.substring(space));
        return Messages.text(locale, "catalog.interval", isShared ? from.substring(0, space) : from, to);
    }
}
