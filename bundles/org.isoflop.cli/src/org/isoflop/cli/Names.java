package org.isoflop.cli;

import java.util.Iterator;
import java.util.Map;

/** The values of an option, for the completion of a shell. */
class Names implements Iterable<String> {

    private final Map<String, ?> values;

    Names(Map<String, ?> values) {
        this.values = values;
    }

    @Override
    public Iterator<String> iterator() {
        return values.keySet().stream().map(String::valueOf).iterator();
    }
}
