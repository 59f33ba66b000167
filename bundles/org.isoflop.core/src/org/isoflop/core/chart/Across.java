package org.isoflop.core.chart;

import java.util.Locale;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;

/** What the horizontal axis of a chart of runs shows. */
public enum Across {
    /** Training compute C. */
    COMPUTE("axis.compute", Unit.FLOP),
    /** Parameters N. */
    PARAMETERS("axis.parameters", Unit.PARAMETERS),
    /** Training tokens D. */
    TOKENS("axis.tokens", Unit.TOKENS);

    private final String title;
    private final Unit unit;

    Across(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    /**
     * Returns the number of a run.
     *
     * @param run
     *            the run
     * @return its place on the axis
     */
    public double of(Run run) {
        return switch (this) {
            case COMPUTE -> run.compute();
            case PARAMETERS -> run.parameters();
            case TOKENS -> run.tokens();
        };
    }

    /**
     * Returns the unit of the axis.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns the title of the axis.
     *
     * @param locale
     *            the language
     * @return such as {@code Parameters}
     */
    public String title(Locale locale) {
        return Messages.text(locale, title);
    }
}
