package org.isoflop.analysis.law;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/**
 * The unit of a number that a law takes or gives: one that the analysis knows, or words of the law, such as months.
 *
 * @param known the unit; {@link Unit#ONE} with words of the law
 * @param words what stands behind the number, or null
 */
public record LawUnit(Unit known, Localised words) {

    /** A pure number. */
    public static final LawUnit ONE = new LawUnit(Unit.ONE, null);

    private static final String NO_BREAK_SPACE = "\u00a0";

    /**
     * The unit that a law writes down.
     *
     * @param words the id of a {@link Unit}, or any words; null for a pure number
     * @return the unit
     */
    public static LawUnit of(Localised words) {
        if (words == null || words.text(Locale.ENGLISH).isBlank()) {
            return ONE;
        }
        return Stream.of(Unit.values()).filter(unit -> unit.id().equals(words.text(Locale.ENGLISH))).findFirst()
                .map(unit -> new LawUnit(unit, null)).orElseGet(() -> new LawUnit(Unit.ONE, words));
    }

    /**
     * A number with this unit.
     *
     * @param value the number
     * @param locale the language and its number conventions
     * @return number and unit
     */
    public String show(double value, Locale locale) {
        String number = Quantities.format(value, known, locale);
        return words == null ? number : number + NO_BREAK_SPACE + words.text(locale);
    }

    /**
     * The name of the unit in answers for programs.
     *
     * @return the id of the unit, or the words in English
     */
    public String key() {
        return words == null ? known.id() : Objects.requireNonNull(words.text(Locale.ENGLISH));
    }
}
