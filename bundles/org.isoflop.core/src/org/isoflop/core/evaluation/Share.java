package org.isoflop.core.evaluation;

import java.util.Locale;

import org.isoflop.core.Messages;

/** Shares of draws in words: what is rare is not called never, nor what is usual always. */
public final class Share {

    private static final double PERCENT = 100;
    private static final double LEAST = 0.001;

    private Share() {
    }

    /**
     * Shows a share.
     *
     * @param share
     *            from 0 to 1
     * @param locale
     *            language and number format
     * @return a percentage; 0 and 100 only if they are exact
     */
    public static String text(double share, Locale locale) {
        if (share > 0 && share < LEAST) {
            return Messages.text(locale, "decision.percent.least");
        }
        return share > 1 - LEAST && share < 1
                ? Messages.text(locale, "decision.percent.most")
                : Messages.text(locale, "decision.percent", PERCENT * share);
    }
}
