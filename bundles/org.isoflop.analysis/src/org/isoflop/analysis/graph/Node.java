package org.isoflop.analysis.graph;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.unit.Unit;

/** A named quantity of a graph. */
public final class Node {

    private final int index;
    private final String id;
    private final Localised label;
    private final String symbol;
    private final Unit unit;
    private final double value;
    private final List<Node> inputs;
    private final Expression formula;
    private final Localised condition;
    private final String source;
    private final Origin origin;
    private final Spread spread;
    private final ToDoubleFunction<double[]> function;

    Node(int index, String id, Localised label, String symbol, Unit unit, double value, Origin origin, Spread spread) {
        this(index, id, label, symbol, unit, value, List.of(), null, null, null, null, origin, spread);
    }

    Node(int index, String id, Localised label, String symbol, Unit unit, double value, List<Node> inputs,
            Expression formula, Localised condition, ToDoubleFunction<double[]> function, String source,
            Origin origin, Spread spread) {
        this.index = index;
        this.id = id;
        this.label = label;
        this.symbol = symbol;
        this.unit = unit;
        this.value = value;
        this.inputs = List.copyOf(inputs);
        this.formula = formula;
        this.condition = condition;
        this.function = function;
        this.source = source;
        this.origin = origin;
        this.spread = spread;
    }

    int index() {
        return index;
    }

    ToDoubleFunction<double[]> function() {
        return function;
    }

    /**
     * The name of the node, unique in its graph.
     *
     * @return such as {@code deviceHours}
     */
    public String id() {
        return id;
    }

    /**
     * What the quantity is.
     *
     * @return its name for people
     */
    public Localised label() {
        return label;
    }

    /**
     * Its symbol in formulas.
     *
     * @return such as {@code N}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Its unit.
     *
     * @return the base unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Its value.
     *
     * @return in the base unit
     */
    public double value() {
        return value;
    }

    /**
     * What it is computed from.
     *
     * @return in the order of the function's arguments; empty for an input
     */
    public List<Node> inputs() {
        return inputs;
    }

    /**
     * The formula over the symbols of the inputs.
     *
     * @return null for an input and for a numerically solved node
     */
    public Expression formula() {
        return formula;
    }

    /**
     * What a numerically solved node fulfils.
     *
     * @return null for other nodes
     */
    public Localised condition() {
        return condition;
    }

    /**
     * Where the formula comes from.
     *
     * @return a citation; null for an input and for plain arithmetic
     */
    public String source() {
        return source;
    }

    /**
     * Where an input comes from.
     *
     * @return null for a computed node
     */
    public Origin origin() {
        return origin;
    }

    /**
     * How uncertain an input is.
     *
     * @return null if it is taken as certain, and for a computed node, which is as uncertain as its inputs make it
     */
    public Spread spread() {
        return spread;
    }

    /**
     * Whether the node is an input.
     *
     * @return false if it is computed
     */
    public boolean isInput() {
        return function == null;
    }

    @Override
    public String toString() {
        return id + " = " + value + " " + unit.id();
    }
}
