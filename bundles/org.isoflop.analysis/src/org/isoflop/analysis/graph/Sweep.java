package org.isoflop.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.LocalisedException;

/**
 * A graph evaluated over arrays again and again: inputs are written into their arrays, {@link #run} computes, results
 * are read. Only what follows from the varied inputs and is needed for the wanted nodes is computed, and nothing is
 * allocated for a point. A point at which a formula is not defined has NaN. One sweep serves one thread; many may stand
 * over the same graph.
 */
public final class Sweep {

    private final Graph graph;
    private final int capacity;
    private final double[][] columns;
    private final Line[] lines;

    /** A node that is computed, with what its arguments come from: a column, or a constant already in place. */
    private record Line(ToDoubleFunction<double[]> function, double[] arguments, double[][] varied, double[] results) {
    }

    /**
     * A sweep over all nodes.
     *
     * @param graph what is computed
     * @param inputs ids of the inputs that vary
     * @param capacity the most points at a time
     * @throws IllegalArgumentException if an id is not an input
     */
    public Sweep(Graph graph, Collection<String> inputs, int capacity) {
        this(graph, inputs, graph.nodes().stream().map(Node::id).toList(), capacity);
    }

    /**
     * A sweep.
     *
     * @param graph what is computed
     * @param inputs ids of the inputs that vary
     * @param wanted ids of the nodes whose values are wanted
     * @param capacity the most points at a time
     * @throws IllegalArgumentException if an id is not an input, or there is no such node
     */
    public Sweep(Graph graph, Collection<String> inputs, Collection<String> wanted, int capacity) {
        this.graph = graph;
        this.capacity = capacity;
        List<Node> nodes = graph.nodes();
        columns = new double[nodes.size()][];
        for (String id : inputs) {
            Node node = graph.node(id);
            if (!node.isInput()) {
                throw new IllegalArgumentException(id + " is not an input");
            }
            columns[node.index()] = constant(node);
        }
        boolean[] needed = graph.needed(wanted);
        List<Line> computed = new ArrayList<>();
        for (Node node : nodes) {
            if (needed[node.index()] && !node.isInput()
                    && node.inputs().stream().anyMatch(input -> columns[input.index()] != null)) {
                columns[node.index()] = new double[capacity];
                computed.add(line(node));
            }
        }
        for (String id : wanted) {
            Node node = graph.node(id);
            if (columns[node.index()] == null) {
                columns[node.index()] = constant(node);
            }
        }
        lines = computed.toArray(Line[]::new);
    }

    private double[] constant(Node node) {
        double[] column = new double[capacity];
        Arrays.fill(column, node.value());
        return column;
    }

    private Line line(Node node) {
        int count = node.inputs().size();
        double[] arguments = new double[count];
        double[][] varied = new double[count][];
        for (int j = 0; j < count; j++) {
            Node input = node.inputs().get(j);
            arguments[j] = input.value();
            varied[j] = columns[input.index()];
        }
        return new Line(node.function(), arguments, varied, columns[node.index()]);
    }

    /**
     * The values of an input, to be written.
     *
     * @param id one of the inputs that vary
     * @return the array itself, at first filled with the value of the graph
     * @throws IllegalArgumentException if the input does not vary
     */
    public double[] input(String id) {
        double[] column = columns[graph.node(id).index()];
        if (!graph.node(id).isInput() || column == null) {
            throw new IllegalArgumentException(id + " does not vary");
        }
        return column;
    }

    /**
     * The values of a node after {@link #run}.
     *
     * @param id one of the wanted nodes
     * @return the array itself, in the base unit; what lies beyond the points of the last run means nothing
     * @throws IllegalArgumentException if the node is not wanted
     */
    public double[] values(String id) {
        double[] column = columns[graph.node(id).index()];
        if (column == null) {
            throw new IllegalArgumentException(id + " is not computed");
        }
        return column;
    }

    /**
     * Computes the first points.
     *
     * @param n how many, at most the capacity
     */
    public void run(int n) {
        for (Line line : lines) {
            ToDoubleFunction<double[]> function = line.function();
            double[] arguments = line.arguments();
            double[][] varied = line.varied();
            double[] results = line.results();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < arguments.length; j++) {
                    if (varied[j] != null) {
                        arguments[j] = varied[j][i];
                    }
                }
                results[i] = value(function, arguments);
            }
        }
    }

    private static double value(ToDoubleFunction<double[]> function, double[] arguments) {
        try {
            return function.applyAsDouble(arguments);
        } catch (LocalisedException e) {
            return Double.NaN;
        }
    }
}
