package org.isoflop.analysis.law;

import java.util.Locale;
import java.util.stream.Stream;

import org.isoflop.analysis.Localised;

/**
 * Something that a law of a form of its own depends on besides N, D, U and C, such as bits or experts.
 *
 * @param symbol its name in the formulas
 * @param name what people call it
 * @param unit its unit
 * @param value what is taken where nothing is given; NaN if it must be given
 * @param range where the law was fitted; null if that is not known
 */
public record Input(String symbol, Localised name, LawUnit unit, double value, Range range) implements LawVariable {

    /** Whether it stands for a number of experts, which its unit or its name says. */
    boolean countsExperts() {
        return Stream.of(unit.key(), name.text(Locale.ENGLISH))
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains("expert"));
    }

    @Override
    public String key() {
        return symbol;
    }

    @Override
    public String show(double number, Locale locale) {
        return unit.show(number, locale);
    }

    @Override
    public String text(Locale locale) {
        return name.text(locale);
    }
}
