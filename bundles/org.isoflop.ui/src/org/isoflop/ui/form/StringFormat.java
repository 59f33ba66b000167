package org.isoflop.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Words, which may be completed to words that are known. */
final class StringFormat implements Format {

    private final Supplier<List<String>> known;

    StringFormat(Supplier<List<String>> known) {
        this.known = known;
    }

    @Override
    public String show(Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Object read(String text) {
        return text;
    }

    @Override
    public String echo(Object value) {
        return "";
    }

    @Override
    public List<String> completions(String typed) {
        String start = typed.strip().toLowerCase(Locale.ROOT);
        return known.get().stream().filter(word -> word.toLowerCase(Locale.ROOT).startsWith(start))
                .filter(word -> !word.equals(typed)).toList();
    }
}
