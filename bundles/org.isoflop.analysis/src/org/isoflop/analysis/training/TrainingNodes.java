package org.isoflop.analysis.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.unit.Unit;

/** Memory and time of training as nodes of a graph, so that their working can be shown down to the study. */
public final class TrainingNodes {

    private static final String ZERO = "Rajbhandari et al. 2020, arXiv:1910.02054, fig. 1";
    private static final String KORTHIKANTI = "Korthikanti et al. 2022, arXiv:2205.05198, table 2";
    private static final String YOUNG = "Young 1974; Daly 2006";

    private TrainingNodes() {
    }

    /**
     * The memory of the fullest device of a layout: {@code memory.weights}, {@code memory.gradients},
     * {@code memory.optimizer}, {@code memory.activations}, {@code memory.logits} and their sum with what else takes
     * room, {@code memory}.
     *
     * @param graph takes the nodes
     * @param model the job on its cluster
     * @param layout a valid layout
     * @param origins where inputs come from, by id; those left out are named after their id
     * @return the sum, in bytes
     */
    public static Node memory(Graph.Builder graph, LayoutModel model, Layout layout, Map<String, Origin> origins) {
        TrainingMemory memory = model.memory(layout);
        StateBytes bytes = model.job().states();
        double held = memory.states().weights() / bytes.weights() * ModelStates.weightShare(layout.zero(),
                layout.data());
        Node parameters = input(graph, "heldParameters", "N_d", Unit.PARAMETERS, held, origins);
        Node data = input(graph, "data", "d", Unit.ONE, layout.data(), origins);
        List<Node> parts = new ArrayList<>();
        parts.add(state(graph, "weights", "B_w", parameters, data, bytes.weights(),
                ModelStates.weightShare(layout.zero(), layout.data()) > 1, origins));
        parts.add(state(graph, "gradients", "B_g", parameters, data, bytes.gradients(),
                ModelStates.gradientShare(layout.zero(), layout.data()) > 1, origins));
        parts.add(state(graph, "optimizer", "B_o", parameters, data, bytes.optimizer(),
                ModelStates.optimizerShare(layout.zero(), layout.data()) > 1, origins));
        parts.add(activations(graph, model, layout, memory, origins));
        parts.add(input(graph, "memory.logits", "B_l", Unit.BYTES, memory.logits(), origins));
        parts.add(input(graph, "memory.gathered", "B_f", Unit.BYTES, memory.gathered(), origins));
        parts.add(input(graph, "memory.reserve", "B_r", Unit.BYTES, memory.reserve(), origins));
        Node fragmentation = input(graph, "fragmentation", "phi", Unit.ONE, model.job().fragmentation(), origins);
        String sum = String.join(" + ", parts.stream().map(Node::symbol).toList());
        parts.add(fragmentation);
        return graph.derived("memory", Sentence.of("node.memory.device", layout), "B", Unit.BYTES, "(" + sum
                + ") / (1 - phi)",
                parts, TrainingNodes::memory, ZERO);
    }

    private static double memory(double[] parts) {
        double sum = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            sum += parts[i];
        }
        return sum / (1 - parts[parts.length - 1]);
    }

    private static Node state(Graph.Builder graph, String name, String symbol, Node parameters, Node data, double bytes,
            boolean divided, Map<String, Origin> origins) {
        String factor = symbol.toLowerCase(Locale.ROOT);
        Node each = input(graph, "bytes." + name, factor, Unit.ONE, bytes, origins);
        ToDoubleFunction<double[]> whole = v -> v[0] * v[1];
        return divided
                ? graph.derived("memory." + name, label("memory." + name), symbol, Unit.BYTES, "N_d*" + factor + " / d",
                        List.of(parameters, each, data), v -> v[0] * v[1] / v[2], ZERO)
                : graph.derived("memory." + name, label("memory." + name), symbol, Unit.BYTES, "N_d*" + factor,
                        List.of(parameters, each), whole, ZERO);
    }

    private static Node activations(Graph.Builder graph, LayoutModel model, Layout layout, TrainingMemory memory,
            Map<String, Origin> origins) {
        double tokens = (double) layout.microBatch() * model.job().context();
        Node perToken = input(graph, "activationsPerToken", "A_t", Unit.BYTES, memory.activations() / tokens, origins);
        Node sequences = input(graph, "microBatch", "b", Unit.ONE, layout.microBatch(), origins);
        Node context = input(graph, "context", "s", Unit.TOKENS, model.job().context(), origins);
        return graph.derived("memory.activations", label("memory.activations"), "B_a", Unit.BYTES, "A_t*b*s",
                List.of(perToken, sequences, context), v -> v[0] * v[1] * v[2], KORTHIKANTI);
    }

    /**
     * The share of the time that training goes forward, {@code goodput}.
     *
     * @param graph takes the node
     * @param devices number of devices
     * @param betweenFailures seconds that one device runs until it fails
     * @param checkpoint seconds of a checkpoint
     * @param restart seconds of a restart
     * @param interval seconds between checkpoints, above 0
     * @return the node
     */
    public static Node goodput(Graph.Builder graph, Node devices, Node betweenFailures, Node checkpoint, Node restart,
            Node interval) {
        return graph.derived("goodput", Sentence.of("node.goodput"), "g", Unit.ONE,
                "1 / (1 + " + checkpoint.symbol() + " / " + interval.symbol() + " + (" + interval.symbol() + " / 2 + "
                        + restart.symbol() + ")*" + devices.symbol() + " / " + betweenFailures.symbol() + ")",
                List.of(devices, betweenFailures, checkpoint, restart, interval),
                v -> new Restarts(v[1], v[2], v[3]).goodput(v[0], v[4]), YOUNG);
    }

    /**
     * The time of a run with its restarts, {@code secondsWithRestarts}.
     *
     * @param graph takes the node
     * @param seconds time without restarts
     * @param goodput share of the time that training goes forward
     * @return the node, in seconds
     */
    public static Node withRestarts(Graph.Builder graph, Node seconds, Node goodput) {
        return graph.derived("secondsWithRestarts", Sentence.of("node.secondsWithRestarts"), "T_g", Unit.SECONDS,
                seconds.symbol() + " / " + goodput.symbol(), List.of(seconds, goodput), v -> v[0] / v[1], YOUNG);
    }

    private static Node input(Graph.Builder graph, String id, String symbol, Unit unit, double value,
            Map<String, Origin> origins) {
        return graph.input(id, label(id), symbol, unit, value,
                origins.getOrDefault(id, new Origin(id, null, "derived")));
    }

    private static Sentence label(String id) {
        return Sentence.of("node." + id);
    }
}
