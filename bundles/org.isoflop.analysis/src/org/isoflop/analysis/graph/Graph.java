package org.isoflop.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.unit.Unit;

/** Named quantities and how each follows from others. Immutable and safe to share between threads. */
public final class Graph {

    private final List<Node> nodes;
    private final Map<String, Node> byId;

    private Graph(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
    }

    /**
     * All nodes.
     *
     * @return inputs before what is computed from them
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * Whether there is a node.
     *
     * @param id its name
     * @return true if it exists
     */
    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /**
     * A node.
     *
     * @param id its name
     * @return the node
     * @throws IllegalArgumentException if there is none
     */
    public Node node(String id) {
        Node node = byId.get(id);
        if (node == null) {
            throw new IllegalArgumentException("The graph has no node " + id);
        }
        return node;
    }

    /**
     * The value of a node.
     *
     * @param id its name
     * @return in its base unit
     * @throws IllegalArgumentException if there is none
     */
    public double value(String id) {
        return node(id).value();
    }

    /**
     * All values.
     *
     * @return by id, in the order of {@link #nodes()}
     */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        nodes.forEach(node -> values.put(node.id(), node.value()));
        return values;
    }

    /**
     * How a value came about.
     *
     * @param id the node
     * @return its working, down to the inputs
     * @throws IllegalArgumentException if there is no such node
     */
    public Working working(String id) {
        return working(node(id), new HashMap<>());
    }

    private static Working working(Node node, Map<Node, Working> done) {
        Working known = done.get(node);
        if (known != null) {
            return known;
        }
        List<Working> inputs = node.inputs().stream().map(input -> working(input, done)).toList();
        String numbers = null;
        if (node.formula() != null) {
            Map<String, Expression> values = new HashMap<>();
            node.inputs().forEach(input -> values.put(input.symbol(), new Expression.Num(input.value())));
            numbers = node.formula().substitute(values).toString();
        }
        Working working = new Working(node.id(), node.label(), node.symbol(), node.unit(), node.value(),
                node.formula() == null ? null : node.formula().toString(), numbers, node.condition(), node.source(),
                node.origin(), inputs);
        done.put(node, working);
        return working;
    }

    /**
     * Evaluates the graph over arrays. Nothing is allocated per point; nodes that depend on no varied input keep their
     * value; a point at which a formula is not defined has NaN.
     *
     * @param inputs values for some of the inputs, by id, all of the same length, in base units
     * @return the values of all nodes
     * @throws IllegalArgumentException if an id is not an input, or lengths differ
     */
    public Batch evaluate(Map<String, double[]> inputs) {
        int size = inputs.isEmpty() ? 1 : inputs.values().iterator().next().length;
        Sweep sweep = new Sweep(this, inputs.keySet(), size);
        inputs.forEach((id, column) -> {
            if (column.length != size) {
                throw new IllegalArgumentException("Arrays of unequal length");
            }
            System.arraycopy(column, 0, sweep.input(id), 0, size);
        });
        sweep.run(size);
        return new Batch(sweep, size);
    }

    /**
     * The inputs that a node follows from.
     *
     * @param id the node
     * @return inputs of the graph, in the order of {@link #nodes()}; the node itself if it is an input
     * @throws IllegalArgumentException if there is no such node
     */
    public List<Node> inputsOf(String id) {
        boolean[] needed = needed(List.of(id));
        return nodes.stream().filter(node -> node.isInput() && needed[node.index()]).toList();
    }

    /** Which nodes take part in the given ones, by position. */
    boolean[] needed(Collection<String> ids) {
        boolean[] needed = new boolean[nodes.size()];
        ids.forEach(id -> needed[node(id).index()] = true);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (needed[i]) {
                nodes.get(i).inputs().forEach(input -> needed[input.index()] = true);
            }
        }
        return needed;
    }

    /** Collects nodes, inputs first, and computes their values. */
    public static final class Builder {

        private final List<Node> nodes;
        private final Set<String> ids;
        private final String scope;
        private final String suffix;

        /** An empty graph to fill. */
        public Builder() {
            this(new ArrayList<>(), new HashSet<>(), "", "");
        }

        private Builder(List<Node> nodes, Set<String> ids, String scope, String suffix) {
            this.nodes = nodes;
            this.ids = ids;
            this.scope = scope;
            this.suffix = suffix;
        }

        /**
         * A part of the same graph whose ids begin with a name and whose symbols have an ending, so that parts that
         * are made in the same way do not collide. Formulas are written without the ending.
         *
         * @param name the name of the part, put with a dot before each id; empty for none
         * @param ending what is put behind each symbol, such as {@code _2}; empty for nothing
         * @return a builder of that part
         */
        public Builder within(String name, String ending) {
            return new Builder(nodes, ids, name.isEmpty() ? scope : scope + name + '.', suffix + ending);
        }

        /**
         * Whether there is a node already.
         *
         * @param id its name within this part
         * @return true if it exists
         */
        public boolean has(String id) {
            return ids.contains(scope + id);
        }

        /**
         * An input.
         *
         * @param id its name, unique in the graph
         * @param label what it is, for people
         * @param symbol its symbol in formulas
         * @param unit its unit
         * @param value in that unit
         * @param origin where it comes from
         * @return the node
         */
        public Node input(String id, Localised label, String symbol, Unit unit, double value, Origin origin) {
            return input(id, label, symbol, unit, value, origin, null);
        }

        /**
         * An input that may be uncertain. Inputs of the same origin in different graphs are one and the same uncertain
         * number.
         *
         * @param id its name, unique in the graph
         * @param label what it is, for people
         * @param symbol its symbol in formulas
         * @param unit its unit
         * @param value in that unit
         * @param origin where it comes from
         * @param spread how uncertain it is; null if it is taken as certain
         * @return the node
         * @throws org.isoflop.analysis.DomainException if the value lies outside the spread
         */
        public Node input(String id, Localised label, String symbol, Unit unit, double value, Origin origin,
                Spread spread) {
            if (spread != null) {
                spread.holding(value);
            }
            return add(new Node(nodes.size(), scope + id, label, symbol + suffix, unit, value, origin, spread));
        }

        /**
         * A quantity with a formula.
         *
         * @param id its name, unique in the graph
         * @param label what it is, for people
         * @param symbol its symbol in formulas
         * @param unit its unit
         * @param formula over the symbols of all inputs, and no others
         * @param inputs in the order of the function's arguments
         * @param function the calculation; must not keep or change its argument
         * @param source where the formula comes from
         * @return the node
         * @throws IllegalArgumentException if the formula and the inputs do not name the same symbols
         */
        public Node derived(String id, Localised label, String symbol, Unit unit, String formula, List<Node> inputs,
                ToDoubleFunction<double[]> function, String source) {
            Expression expression = renamed(Expression.parse(formula), inputs);
            Set<String> symbols = new HashSet<>();
            inputs.forEach(input -> symbols.add(input.symbol()));
            if (symbols.size() != inputs.size() || !symbols.equals(expression.names())) {
                throw new IllegalArgumentException("The formula " + formula + " of " + id + " names "
                        + expression.names() + ", its inputs are " + symbols);
            }
            return add(new Node(nodes.size(), scope + id, label, symbol + suffix, unit, apply(inputs, function), inputs,
                    expression,
                    null, function, source, null, null));
        }

        /**
         * A quantity that is found numerically.
         *
         * @param id its name, unique in the graph
         * @param label what it is, for people
         * @param symbol its symbol in formulas
         * @param unit its unit
         * @param condition what the value fulfils, in words
         * @param inputs in the order of the function's arguments
         * @param function the calculation; must not keep or change its argument
         * @param source where the condition comes from
         * @return the node
         */
        public Node solved(String id, Localised label, String symbol, Unit unit, Localised condition, List<Node> inputs,
                ToDoubleFunction<double[]> function, String source) {
            return add(new Node(nodes.size(), scope + id, label, symbol + suffix, unit, apply(inputs, function), inputs,
                    null, condition,
                    function, source, null, null));
        }

        /**
         * The graph.
         *
         * @return of the nodes so far
         */
        public Graph build() {
            return new Graph(nodes);
        }

        /** Puts the ending of this part behind the symbols of its own nodes. */
        private Expression renamed(Expression formula, List<Node> inputs) {
            if (suffix.isEmpty()) {
                return formula;
            }
            Map<String, Expression> names = new HashMap<>();
            for (Node input : inputs) {
                if (input.symbol().endsWith(suffix)) {
                    names.put(input.symbol().substring(0, input.symbol().length() - suffix.length()),
                            new Expression.Name(input.symbol()));
                }
            }
            inputs.forEach(input -> names.remove(input.symbol()));
            return formula.substitute(names);
        }

        private double apply(List<Node> inputs, ToDoubleFunction<double[]> function) {
            for (Node input : inputs) {
                if (input.index() >= nodes.size() || nodes.get(input.index()) != input) {
                    throw new IllegalArgumentException(input.id() + " belongs to another graph");
                }
            }
            return function.applyAsDouble(inputs.stream().mapToDouble(Node::value).toArray());
        }

        private Node add(Node node) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("Two nodes have the id " + node.id());
            }
            nodes.add(node);
            return node;
        }
    }
}
