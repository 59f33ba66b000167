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
    private static final String SPECULATION = "Leviathan et al. 2023, arXiv:2211.17192";

    private final Graph.Builder graph;
    private final ServingModel model;
    private final ServingLoad load;
    private final Map<String, Origin> origins;
    private final Map<String, Node> given;
    private Node b;
    private Node s;
    private Node o;
    private Node n;
    private Node tensor;
    private Node stages;
    private Node micro;
    private Node matrixBits;
    private Node cacheBits;
    private Node weights;
    private Node w;
    private Node wShare;
    private Node p;
    private Node pShare;
    private Node overhead;

    /**
     * What a deployment comes to.
     *
     * @param memory weights and caches of a copy of the model, bytes
     * @param firstToken seconds until the first token of a prompt that is read when it comes
     * @param token seconds of a token of one sequence
     * @param tokensPerSecond tokens written by decoding, over all sequences
     * @param tokensPerSecondPerUser tokens written for one sequence while it decodes
     * @param answeredPerSecond tokens written over all sequences when the time of prefill counts too
     */
    public record Served(Node memory, Node firstToken, Node token, Node tokensPerSecond, Node tokensPerSecondPerUser,
            Node answeredPerSecond) {
    }

    private ServingNodes(Graph.Builder graph, ServingModel model, Map<String, Origin> origins,
            Map<String, Node> given) {
        this.graph = graph;
        this.model = model;
        load = model.load();
        this.origins = origins;
        this.given = given;
    }

    /**
     * Adds a batch size.
     *
     * @param graph takes the nodes: {@code memory.serving, decode, tokensPerSecond, tokensPerSecondPerUser, firstToken,
     *        answeredPerSecond, usdPerMillion, joulesPerMillion} and what they follow from
     * @param model the deployment
     * @param batch sequences at once
     * @param prompt tokens of each prompt
     * @param output tokens of each answer
     * @param rates what the devices cost and draw; what is unknown has no node
     * @param origins where inputs come from, by id; those left out are named after their id
     */
    public static void add(Graph.Builder graph, ServingModel model, double batch, long prompt, long output, Rates rates,
            Map<String, Origin> origins) {
        ServingNodes nodes = new ServingNodes(graph, model, origins, Map.of());
        nodes.rates(rates, nodes.add(batch, prompt, output, null));
    }

    /**
     * Adds a batch size to a graph that has some of its inputs already.
     *
     * @param graph takes the nodes, as above but for money and energy
     * @param model the deployment
     * @param speculation guesses of a small model, or null for none
     * @param given nodes of the graph by id: {@code batch, prompt, output}, and what else of {@code devices, tensor,
     *        pipeline, peak, bandwidth, computeEfficiency, bandwidthEfficiency, bits, otherBits, cacheBits,
     *        acceptance, guesses, draftCost} it has; tensor and pipeline may be others than those of the deployment
     * @return what the deployment comes to
     */
    public static Served add(Graph.Builder graph, ServingModel model, Speculation speculation,
            Map<String, Node> given) {
        return new ServingNodes(graph, model, Map.of(), given).add(given.get("batch").value(),
                given.get("prompt").value(), given.get("output").value(), speculation);
    }

    private Served add(double batch, double prompt, double output, Speculation speculation) {
        Deployment deployment = model.deployment();
        Efficiency efficiency = deployment.efficiency();
        b = input("batch", "b", Unit.ONE, batch);
        s = input("prompt", "s", Unit.TOKENS, prompt);
        o = input("output", "o", Unit.TOKENS, output);
        n = input("devices", "n", Unit.DEVICES, deployment.devices());
        tensor = input("tensor", "n_t", Unit.ONE, deployment.tensor());
        stages = input("pipeline", "p", Unit.ONE, deployment.pipeline());
        matrixBits = input("bits", "q_m", Unit.ONE, deployment.quantisation().matrixBits());
        cacheBits = input("cacheBits", "q_c", Unit.ONE, deployment.quantisation().cacheBits());
        weights = weights();
        Node cache = solved("cachePerSequence", "c", Unit.BYTES, "condition.cache", List.of(s, o, cacheBits, tensor),
                v -> held(load.learned(v[0] + v[1]), v[2], v[3]));
        Node memory = derived("memory.serving", "B", Unit.BYTES, "{0} + {1}*{2}", List.of(weights, b, cache),
                v -> v[0] + v[1] * v[2]);
        micro = solved("microBatches", "m", Unit.ONE, "condition.microBatches", List.of(b, stages),
                v -> ServingLoad.microBatches(v[0], v[1]));
        w = input("bandwidth", "W", Unit.BYTES_PER_SECOND, deployment.accelerator().bandwidth());
        wShare = input("bandwidthEfficiency", "eta_W", Unit.ONE, efficiency.bandwidth());
        p = input("peak", "P", Unit.FLOP_PER_SECOND, deployment.accelerator().peak(deployment.precision()));
        pShare = input("computeEfficiency", "eta_P", Unit.ONE, efficiency.compute());
        overhead = input("overhead", "t_o", Unit.SECONDS, efficiency.overhead());
        Node single = decode();
        Node token = speculation == null ? single : speculate(speculation, single);
        Node throughput = derived("tokensPerSecond", "R", Unit.TOKENS_PER_SECOND, "{0} / {1}", List.of(b, token),
                v -> v[0] / v[1]);
        Node perUser = derived("tokensPerSecondPerUser", "R_u", Unit.TOKENS_PER_SECOND, "1 / {0}", List.of(token),
                v -> 1 / v[0]);
        Node prompts = solved("promptFlop", "F_1", Unit.FLOP, "condition.promptFlop", List.of(s),
                v -> load.promptFlop(v[0]));
        Node first = firstToken(prompts);
        Node seconds = derived("answerSeconds", "t_a", Unit.SECONDS, "{0} + {1}*{2}",
                List.of(prefill(prompts), o, token), v -> v[0] + v[1] * v[2]);
        Node answered = derived("answeredPerSecond", "R_a", Unit.TOKENS_PER_SECOND, "{0}*{1} / {2}",
                List.of(b, o, seconds), v -> v[0] * v[1] / v[2]);
        return new Served(memory, first, token, throughput, perUser, answered);
    }

    private double held(double context, double bits, double devices) {
        return load.heldBytes(context, bits, model.deployment().quantisation().stateBits(), devices);
    }

    /** One token of each sequence, half way through the answer. */
    private Node decode() {
        Node experts = input("expertParameters", "N_e", Unit.PARAMETERS, load.expertParameters());
        Node expertBytes = graph.derived("expertBytes", label("expertBytes"), "B_e", Unit.BYTES,
                formula("{0}*{1} / 8", List.of(experts, matrixBits)), List.of(experts, matrixBits),
                v -> v[0] * v[1] / Byte.SIZE, BITS);
        Node share = solved("expertShare", "x", Unit.ONE, "condition.expertShare", List.of(b, stages),
                v -> load.expertShare(ServingLoad.microBatch(v[0], v[1])));
        Node half = solved("cacheRead", "c_r", Unit.BYTES, "condition.cacheRead", List.of(s, o, cacheBits, tensor),
                v -> held(half(v[0], v[1]), v[2], v[3]));
        Node read = derived("stepBytes", "B_s", Unit.BYTES, "({0} - {1}*(1 - {2}))*{3} + {4}*{5}",
                List.of(weights, expertBytes, share, micro, b, half),
                v -> (v[0] - v[1] * (1 - v[2])) * v[3] + v[4] * v[5]);
        Node flop = solved("tokenFlop", "f", Unit.FLOP, "condition.tokenFlop", List.of(s, o),
                v -> load.tokenFlop(half(v[0], v[1])));
        Node all = derived("stepFlop", "F_s", Unit.FLOP, "{0}*{1}", List.of(b, flop), v -> v[0] * v[1]);
        Node sent = solved("decode.communication", "t_c", Unit.SECONDS, "condition.communication",
                List.of(b, tensor, stages),
                v -> load.communication(ServingLoad.microBatch(v[0], v[2]), v[1], v[2]));
        return pass("decode", "t", all, read, sent);
    }

    private static double half(double prompt, double output) {
        return prompt + output / 2;
    }

    /** A pass: the longer of computing and reading, stretched by the stages that a micro-batch has to pass. */
    private Node pass(String id, String symbol, Node flop, Node bytes, Node sent) {
        Node compute = derived(id + ".compute", symbol + "_P", Unit.SECONDS, "{0}*{1} / ({2}*{3}*{4}*{5})",
                List.of(flop, stages, micro, n, p, pShare), v -> v[0] * v[1] / (v[2] * v[3] * v[4] * v[5]));
        Node memory = derived(id + ".memory", symbol + "_W", Unit.SECONDS, "{0}*{1} / ({2}*{3}*{4}*{5})",
                List.of(bytes, stages, micro, n, w, wShare), v -> v[0] * v[1] / (v[2] * v[3] * v[4] * v[5]));
        return longer(id, symbol, memory, compute, sent);
    }

    private Node longer(String id, String symbol, Node memory, Node compute, Node sent) {
        return derived(id, symbol, Unit.SECONDS, "max({0}, {1}) + {2} + {3}", List.of(memory, compute, sent, overhead),
                v -> new ServingStep(v[1], v[0], v[2], v[3]).seconds());
    }

    /** Reading one prompt, which has to pass all stages. */
    private Node firstToken(Node prompts) {
        Node bytes = solved("promptBytes", "B_1", Unit.BYTES, "condition.promptBytes",
                List.of(s, weights, matrixBits, cacheBits, tensor),
                v -> load.prefillBytes(stored(v[1], v[2], v[3], v[4], 1), 1, v[0]));
        Node sent = solved("firstToken.communication", "t_1c", Unit.SECONDS, "condition.communication",
                List.of(s, tensor, stages), v -> load.communication(v[0], v[1], v[2]));
        Node compute = derived("firstToken.compute", "t_1P", Unit.SECONDS, "{0}*{1} / ({2}*{3}*{4})",
                List.of(prompts, stages, n, p, pShare), v -> v[0] * v[1] / (v[2] * v[3] * v[4]));
        Node memory = derived("firstToken.memory", "t_1W", Unit.SECONDS, "{0}*{1} / ({2}*{3}*{4})",
                List.of(bytes, stages, n, w, wShare), v -> v[0] * v[1] / (v[2] * v[3] * v[4]));
        return longer("firstToken", "t_1", memory, compute, sent);
    }

    /** Reading the prompts of all sequences. */
    private Node prefill(Node prompts) {
        Node flop = derived("prefillFlop", "F_b", Unit.FLOP, "{0}*{1}", List.of(b, prompts), v -> v[0] * v[1]);
        Node bytes = solved("prefillBytes", "B_b", Unit.BYTES, "condition.prefillBytes",
                List.of(b, s, weights, matrixBits, cacheBits, tensor, stages),
                v -> load.prefillBytes(stored(v[2], v[3], v[4], v[5], v[6]), v[0], v[1]));
        Node sent = solved("prefill.communication", "t_bc", Unit.SECONDS, "condition.communication",
                List.of(b, s, tensor, stages),
                v -> load.communication(ServingLoad.microBatch(v[0], v[3]) * v[1], v[2], v[3]));
        return pass("prefill", "t_b", flop, bytes, sent);
    }

    /** A copy of which only bytes are asked. */
    private Replica stored(double bytes, double bits, double cachedBits, double devices, double groups) {
        return new Replica((int) devices, (int) groups, bytes, bits, cachedBits,
                model.deployment().quantisation().stateBits(), 1, 1, 0);
    }

    private Node speculate(Speculation speculation, Node single) {
        Node acceptance = input("acceptance", "a", Unit.ONE, speculation.acceptance());
        Node guesses = input("guesses", "g", Unit.ONE, speculation.guesses());
        Node cost = input("draftCost", "k", Unit.ONE, speculation.draftCost());
        Node tokens = solved("passTokens", "E", Unit.TOKENS, "condition.passTokens", List.of(acceptance, guesses),
                v -> new Speculation(v[0], (int) v[1], 0).tokens(), SPECULATION);
        Node flop = solved("checkFlop", "F_v", Unit.FLOP, "condition.checkFlop", List.of(b, s, o, guesses),
                v -> v[0] * (v[3] + 1) * load.tokenFlop(half(v[1], v[2])));
        Node bytes = solved("checkBytes", "B_v", Unit.BYTES, "condition.checkBytes",
                List.of(b, s, o, guesses, weights, matrixBits, cacheBits, tensor, stages),
                v -> load.passBytes(stored(v[4], v[5], v[6], v[7], v[8]), v[0], half(v[1], v[2]), v[3] + 1));
        Node sent = solved("check.communication", "t_vc", Unit.SECONDS, "condition.communication",
                List.of(b, guesses, tensor, stages),
                v -> load.communication(ServingLoad.microBatch(v[0], v[3]) * (v[1] + 1), v[2], v[3]));
        Node check = pass("check", "t_v", flop, bytes, sent);
        return graph.derived("speculative", label("speculative"), "t_k", Unit.SECONDS,
                formula("({0} + {1}*{2}*{3}) / {4}", List.of(check, cost, guesses, single, tokens)),
                List.of(check, cost, guesses, single, tokens), v -> (v[0] + v[1] * v[2] * v[3]) / v[4], SPECULATION);
    }

    private void rates(Rates rates, Served served) {
        if (!Double.isNaN(rates.usdPerHour())) {
            Node rent = input("rentRate", "r", Unit.USD_PER_HOUR, rates.usdPerHour());
            derived("usdPerMillion", "K_M", Unit.USD, "{0}*{1} / ({2}*3600)*1000000",
                    List.of(rent, n, served.tokensPerSecond()), v -> ServingPoint.usdPerMillion(v[0], v[1], v[2]));
        }
        if (!Double.isNaN(rates.watts())) {
            Node watts = input("power", "W_d", Unit.WATTS, rates.watts());
            Node pue = input("pue", "PUE", Unit.ONE, rates.pue());
            derived("joulesPerMillion", "Q_M", Unit.JOULES, "{0}*{1}*{2} / {3}*1000000",
                    List.of(watts, n, pue, served.tokensPerSecond()),
                    v -> ServingPoint.joulesPerMillion(v[0], v[1], v[2], v[3]));
        }
    }

    private Node weights() {
        Node matrices = input("matrixParameters", "N_m", Unit.PARAMETERS, load.matrixParameters());
        Node others = input("otherParameters", "N_o", Unit.PARAMETERS, load.otherParameters());
        Node otherBits = input("otherBits", "q_o", Unit.ONE, model.deployment().quantisation().otherBits());
        List<Node> inputs = List.of(matrices, matrixBits, others, otherBits);
        return graph.derived("weightBytes.model", label("weightBytes.model"), "B_w", Unit.BYTES,
                formula("({0}*{1} + {2}*{3}) / 8", inputs), inputs,
                v -> (v[0] * v[1] + v[2] * v[3]) / Byte.SIZE, BITS);
    }

    private Node derived(String id, String symbol, Unit unit, String pattern, List<Node> inputs,
            ToDoubleFunction<double[]> function) {
        return graph.derived(id, label(id), symbol, unit, formula(pattern, inputs), inputs, function, ROOFLINE);
    }

    private static String formula(String pattern, List<Node> inputs) {
        String formula = pattern;
        for (int i = 0; i < inputs.size(); i++) {
            formula = formula.replace("{" + i + "}", inputs.get(i).symbol());
        }
        return formula;
    }

    private Node solved(String id, String symbol, Unit unit, String condition, List<Node> inputs,
            ToDoubleFunction<double[]> function) {
        return solved(id, symbol, unit, condition, inputs, function, ROOFLINE);
    }

    private Node solved(String id, String symbol, Unit unit, String condition, List<Node> inputs,
            ToDoubleFunction<double[]> function, String source) {
        return graph.solved(id, label(id), symbol, unit, Sentence.of(condition), inputs, function, source);
    }

    private Node input(String id, String symbol, Unit unit, double value) {
        Node known = given.get(id);
        return known != null ? known
                : graph.input(id, label(id), symbol, unit, value,
                        origins.getOrDefault(id, new Origin(id, null, "derived")));
    }

    private static Sentence label(String id) {
        return Sentence.of("node." + id);
    }
}
