package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;

/** What each step adds to the measures of the whole. A measure to which a step owes its part is not summed up. */
final class Ledger {

    private final Map<String, List<Node>> parts = new LinkedHashMap<>();
    private final Map<String, Sentence> missing = new LinkedHashMap<>();

    void add(String measure, Node part) {
        parts.computeIfAbsent(measure, key -> new ArrayList<>()).add(part);
    }

    void missing(String measure, Sentence why) {
        missing.putIfAbsent(measure, why);
    }

    List<Node> parts(String measure) {
        return missing.containsKey(measure) ? List.of() : parts.getOrDefault(measure, List.of());
    }

    boolean complete(String measure) {
        return !missing.containsKey(measure);
    }

    Map<String, Sentence> missing() {
        return missing;
    }
}
