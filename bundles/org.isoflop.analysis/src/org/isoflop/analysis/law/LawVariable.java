package org.isoflop.analysis.law;

import java.util.Locale;

import org.isoflop.analysis.Localised;

/** What a law may be asked at: one of the variables that all laws share, or an input of its own. */
public sealed interface LawVariable extends Localised permits Variable, Input {

    /**
     * The name in files and answers.
     *
     * @return such as {@code uniqueTokens}, or the symbol of an input
     */
    String key();

    /**
     * A value for people.
     *
     * @param value in the base unit of the variable
     * @param locale the language and its number conventions
     * @return the number with its unit
     */
    String show(double value, Locale locale);
}
