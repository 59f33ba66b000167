package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.unit.Unit;

/**
 * The part of a graph that one step fills: its ids begin with the name of the step and its symbols end with its number,
 * so that steps do not collide. An input of the study that several steps use is one node.
 */
final class Scope {

    /** What an input may be. */
    enum Domain {
        /** Above 0. */
        POSITIVE,
        /** 0 or more. */
        NOT_NEGATIVE,
        /** Above 0 and at most 1. */
        SHARE,
        /** 0 or more and below 1. */
        BELOW_ONE,
        /** From 0 to 1. */
        FRACTION,
        /** 1 or more. */
        AT_LEAST_ONE
    }

    private final Graph.Builder graph;
    private final Map<String, Node> shared;

    Scope(Graph.Builder graph, Map<String, Node> shared) {
        this.graph = graph;
        this.shared = shared;
    }

    /** A part of this part. */
    Scope within(String name, String ending) {
        return new Scope(graph.within(name, ending), shared);
    }

    Graph.Builder graph() {
        return graph;
    }

    /** The node of a number that was given, above 0; null if it was not. */
    Node input(String id, String symbol, Unit unit, Input given) {
        return input(id, symbol, unit, given, Domain.POSITIVE);
    }

    Node input(String id, String symbol, Unit unit, Input given, Domain domain) {
        return given == null ? null : named(id, Sentence.of("node." + id), symbol, unit, given, domain);
    }

    /** An input with a name of its own; any finite number if no domain is named. */
    Node named(String id, Localised label, String symbol, Unit unit, Input given, Domain domain) {
        check(given.value(), label, domain);
        String path = given.origin() == null ? null : given.origin().path();
        Node known = path == null ? null : shared.get(path);
        if (known != null && known.unit() == unit && known.value() == given.value()) {
            return known;
        }
        Origin origin = given.origin() == null ? new Origin(null, null, null) : given.origin();
        Node node = graph.input(id, label, symbol, unit, given.value(), origin, given.spread());
        if (path != null) {
            shared.putIfAbsent(path, node);
        }
        return node;
    }

    /** A number that follows from the structure of the study, such as a count of parameters. */
    Node counted(String id, String symbol, Unit unit, double value, String path) {
        String key = path + '#' + id;
        Node known = shared.get(key);
        if (known == null) {
            known = graph.input(id, Sentence.of("node." + id), symbol, unit, value,
                    new Origin(path, null, "derived"));
            shared.put(key, known);
        }
        return known;
    }

    /** A whole number that the step chooses, such as a rank. */
    Node chosen(String id, String symbol, Unit unit, double value) {
        return graph.input(id, Sentence.of("node." + id), symbol, unit, value, new Origin(null, null, null));
    }

    /** A number that a publication gives and the study leaves open. */
    Node usual(String id, String symbol, Unit unit, double value, String source) {
        return graph.input(id, Sentence.of("node." + id), symbol, unit, value,
                new Origin(null, source, "assumed"));
    }

    /** A formula in which {0}, {1} … stand for the inputs. */
    Node derived(String id, String symbol, Unit unit, String pattern, List<Node> inputs,
            ToDoubleFunction<double[]> function, String source) {
        String formula = pattern;
        for (int i = 0; i < inputs.size(); i++) {
            formula = formula.replace("{" + i + "}", inputs.get(i).symbol());
        }
        return line(id, Sentence.of("node." + id), symbol, unit, formula, inputs, function, source);
    }

    /** A formula over the symbols of its inputs. */
    Node line(String id, Localised label, String symbol, Unit unit, String formula, List<Node> inputs,
            ToDoubleFunction<double[]> function, String source) {
        return finite(graph.derived(id, label, symbol, unit, formula, inputs, function, source));
    }

    Node solved(String id, String symbol, Unit unit, Sentence condition, List<Node> inputs,
            ToDoubleFunction<double[]> function, String source) {
        return finite(graph.solved(id, Sentence.of("node." + id), symbol, unit, condition, inputs, function,
                source));
    }

    private static Node finite(Node node) {
        if (Double.isNaN(node.value()) || Double.isInfinite(node.value())) {
            throw new StrategyException(Sentence.of("strategy.range", node.label()));
        }
        return node;
    }

    private static void check(double value, Localised label, Domain domain) {
        try {
            switch (domain) {
                case POSITIVE -> DomainException.positive(value, label);
                case NOT_NEGATIVE -> DomainException.notNegative(value, label);
                case SHARE -> DomainException.share(value, label);
                case BELOW_ONE -> DomainException.belowOne(value, label);
                case AT_LEAST_ONE -> DomainException.atLeastOne(value, label);
                case FRACTION -> {
                    if (!(value >= 0 && value <= 1)) {
                        throw new StrategyException(
                                Sentence.of("strategy.fraction", label, Double.toString(value)));
                    }
                }
                case null -> {
                    if (!Double.isFinite(value)) {
                        throw new StrategyException(
                                Sentence.of("strategy.finite", label, Double.toString(value)));
                    }
                }
            }
        } catch (DomainException e) {
            throw new StrategyException(e.sentence());
        }
    }
}
