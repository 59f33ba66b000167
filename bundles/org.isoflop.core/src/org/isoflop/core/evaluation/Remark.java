package org.isoflop.core.evaluation;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.core.Messages;

/**
 * Something that reading a study took for granted; equal remarks are said once.
 *
 * @param key
 *            of the sentence
 * @param arguments
 *            what fills it; those that are {@link Localised} follow its language
 */
record Remark(String key, List<Object> arguments) implements Localised {

    Remark {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, key, arguments.stream()
                .map(argument -> argument instanceof Localised words ? words.text(locale) : argument).toArray());
    }
}
