package org.isoflop.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.fit.Method;

/** Options that take one of a few words. */
final class Choice {

    /** The kinds of entries of the catalog. */
    static final Map<String, Kind> KINDS = named(Kind.values(), Kind::id);
    /** The ways to fit. */
    static final Map<String, Method> METHODS = named(Method.values(), Method::key);
    /** What a fit makes small. */
    static final Map<String, Objective.Kind> OBJECTIVES = named(Objective.Kind.values(), Objective.Kind::key);
    /** Where a fit starts. */
    static final Map<String, Starts> STARTS = named(Starts.values(), Starts::key);

    private Choice() {
    }

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T value : values) {
            named.put(name.apply(value), value);
        }
        return named;
    }

    /** Returns what a word stands for, or the usual value where the option is not given. */
    static <T> T of(Console console, String option, String word, Map<String, T> values, T usual) {
        if (word == null) {
            return usual;
        }
        T value = values.get(word);
        if (value == null) {
            throw console.wrong("E_OPTION_CHOICE", option, word, String.join(", ", values.keySet()));
        }
        return value;
    }
}
