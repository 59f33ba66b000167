package org.isoflop.analysis.serving;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.unit.Unit;

/**
 * One batch size of a deployment as nodes of a graph, so that its working can be shown down to the study: memory, the
 * step of decoding, throughput, time to the first token and the money and energy of a million tokens.
 */
public final class ServingNodes {

    private static final String ROOFLINE = "Williams et al. 2009, doi:10.1145/1498765.1498785";
    private static final String BITS = "Dettmers and Zettlemoyer 2023, arXiv:2212.09720";

    private final Graph.Builder graph;
    private final Map<String, Origin> origins;

    private ServingNodes(Graph.Builder graph, Map<String, Origin> origins) {
        this.graph = graph;
        this.origins = origins;
    }

    /**
     * Adds a batch size.
     *
     * @param graph takes the nodes: {@code memory.serving, decode, tokensPerSecond, tokensPerSecondPerUser, firstToken,
     *        usdPerMillion, joulesPerMillion} and what they follow from
     * @param model the deployment
     * @param batch sequences at once
     * @param prompt tokens of each prompt
     * @param output tokens of each answer
     * @param rates what the devices cost and draw; what is unknown has no node
     * @param origins where inputs come from, by id; those left out are named after their id
     */
    public static void add(Graph.Builder graph, ServingModel model, double batch, long prompt, long output, Rates rates,
            Map<String, Origin> origins) {
        new ServingNodes(graph, origins).add(model, batch, prompt, output, rates);
    }

    private void add(ServingModel model, double batch, long prompt, long output, Rates rates) {
        Deployment deployment = model.deployment();
        Efficiency efficiency = deployment.efficiency();
        double context = prompt + output / 2.0;
        Node b = input("batch", "b", Unit.ONE, batch);
        Node n = input("devices", "n", Unit.DEVICES, deployment.devices());
        Node weights = weights(model);
        Node cache = input("cachePerSequence", "c", Unit.BYTES, model.heldBytes((double) prompt + output));
        graph.derived("memory.serving", label("memory.serving"), "B", Unit.BYTES, "B_w + b*c",
                List.of(weights, b, cache), v -> v[0] + v[1] * v[2], null);
        Node micro = solved("microBatches", "m", Unit.ONE, "condition.microBatches", List.of(b),
                v -> model.microBatches(v[0]));
        Node stages = input("pipeline", "p", Unit.ONE, deployment.pipeline());
        Node w = input("bandwidth", "W", Unit.BYTES_PER_SECOND, deployment.accelerator().bandwidth());
        Node wShare = input("bandwidthEfficiency", "eta_W", Unit.ONE, efficiency.bandwidth());
        Node experts = input("expertBytes", "B_e", Unit.BYTES, model.expertBytes());
        Node share = solved("expertShare", "x", Unit.ONE, "condition.expertShare", List.of(b),
                v -> model.expertShare(v[0]));
        Node half = input("cacheRead", "c_r", Unit.BYTES, model.heldBytes(context));
        Node read = derived("stepBytes", "B_s", Unit.BYTES, "(B_w - B_e*(1 - x))*m + b*c_r",
                List.of(weights, experts, share, micro, b, half),
                v -> (v[0] - v[1] * (1 - v[2])) * v[3] + v[4] * v[5]);
        Node memory = derived("decode.memory", "t_W", Unit.SECONDS, "B_s*p / (m*n*W*eta_W)",
                List.of(read, stages, micro, n, w, wShare), v -> v[0] * v[1] / (v[2] * v[3] * v[4] * v[5]));
        Node p = input("peak", "P", Unit.FLOP_PER_SECOND, deployment.accelerator().peak(deployment.precision()));
        Node pShare = input("computeEfficiency", "eta_P", Unit.ONE, efficiency.compute());
        Node tokenFlop = input("tokenFlop", "f", Unit.FLOP, model.tokenFlop(context));
        Node compute = derived("decode.compute", "t_P", Unit.SECONDS, "b*f*p / (m*n*P*eta_P)",
                List.of(b, tokenFlop, stages, micro, n, p, pShare),
                v -> v[0] * v[1] * v[2] / (v[3] * v[4] * v[5] * v[6]));
        Node sent = solved("decode.communication", "t_c", Unit.SECONDS, "condition.communication", List.of(b),
                v -> model.decode(v[0], context).communication());
        Node overhead = input("overhead", "t_o", Unit.SECONDS, efficiency.overhead());
        Node decode = derived("decode", "t", Unit.SECONDS, "max(t_W, t_P) + t_c + t_o",
                List.of(memory, compute, sent, overhead),
                v -> new ServingStep(v[1], v[0], v[2], v[3]).seconds());
        Node throughput = derived("tokensPerSecond", "R", Unit.TOKENS_PER_SECOND, "b / t", List.of(b, decode),
                v -> v[0] / v[1]);
        derived("tokensPerSecondPerUser", "R_u", Unit.TOKENS_PER_SECOND, "1 / t", List.of(decode), v -> 1 / v[0]);
        Node first = solved("firstToken", "t_1", Unit.SECONDS, "condition.prefill", List.of(b),
                v -> model.prefill(v[0], prompt).seconds());
        Node written = input("output", "o", Unit.TOKENS, output);
        derived("answerSeconds", "t_a", Unit.SECONDS, "t_1 + o*t", List.of(first, written, decode),
                v -> v[0] + v[1] * v[2]);
        if (!Double.isNaN(rates.usdPerHour())) {
            Node rent = input("rentRate", "r", Unit.USD_PER_HOUR, rates.usdPerHour());
            derived("usdPerMillion", "K_M", Unit.USD, "r*n / (R*3600)*1000000", List.of(rent, n, throughput),
                    v -> ServingPoint.usdPerMillion(v[0], v[1], v[2]));
        }
        if (!Double.isNaN(rates.watts())) {
            Node watts = input("power", "W_d", Unit.WATTS, rates.watts());
            Node pue = input("pue", "PUE", Unit.ONE, rates.pue());
            derived("joulesPerMillion", "Q_M", Unit.JOULES, "W_d*n*PUE / R*1000000",
                    List.of(watts, n, pue, throughput),
                    v -> ServingPoint.joulesPerMillion(v[0], v[1], v[2], v[3]));
        }
    }

    private Node weights(ServingModel model) {
        Quantisation bits = model.deployment().quantisation();
        Node matrices = input("matrixParameters", "N_m", Unit.PARAMETERS, model.matrixParameters());
        Node others = input("otherParameters", "N_o", Unit.PARAMETERS, model.otherParameters());
        Node matrixBits = input("bits", "q_m", Unit.ONE, bits.matrixBits());
        Node otherBits = input("otherBits", "q_o", Unit.ONE, bits.otherBits());
        return graph.derived("weightBytes.model", label("weightBytes.model"), "B_w", Unit.BYTES,
                "(N_m*q_m + N_o*q_o) / 8", List.of(matrices, matrixBits, others, otherBits),
                v -> (v[0] * v[1] + v[2] * v[3]) / Byte.SIZE, BITS);
    }

    private Node derived(String id, String symbol, Unit unit, String formula, List<Node> inputs,
            ToDoubleFunction<double[]> function) {
        return graph.derived(id, label(id), symbol, unit, formula, inputs, function, ROOFLINE);
    }

    private Node solved(String id, String symbol, Unit unit, String condition, List<Node> inputs,
            ToDoubleFunction<double[]> function) {
        return graph.solved(id, label(id), symbol, unit, Sentence.of(condition), inputs, function, ROOFLINE);
    }

    private Node input(String id, String symbol, Unit unit, double value) {
        return graph.input(id, label(id), symbol, unit, value,
                origins.getOrDefault(id, new Origin(id, null, "derived")));
    }

    private static Sentence label(String id) {
        return Sentence.of("node." + id);
    }
}
