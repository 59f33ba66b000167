package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.QueryKeyNorm;
import org.isoflop.analysis.architecture.TokenFlop;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.graph.Batch;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingLoad;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.serving.Speculation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a copy of a model is spread and how many sequences it takes, where the step leaves it open. */
class ServingChoiceTest {

    private static final double DAY = 86_400;
    private static final double LATENCY = 8e-6;
    private static final Map<String, Double> H100 = Map.of("peak", 989.4e12, "memory", 80e9, "bandwidth", 3.35e12,
            "link", 900e9, "power", 700.0, "serverRatio", 1.82, "rentRate", 2.0);
    private static final List<String> FOLLOWING = List.of("batch", "serving.tensor", "serving.pipeline",
            "serving.devices", "servingDevices", "servingMemory", "serving.usableMemory", "firstTokenSeconds",
            "tokensPerSecond", "tokensPerSecondPerUser", "serving.answeredPerSecond", "costPerMillionTokens",
            "costLife", "energyPerMillionTokens", "peakPower");

    private static final Map<String, Architecture> MODELS = Map.of("8b", Architectures.llama31With8b(), "70b",
            Architectures.llama2With70b(), "deepseek", Architectures.deepSeek(), "mamba",
            Architectures.codestralMamba(), "13b", Architectures.llama13b());

    /** A served model with numbers of which some are changed. */
    private static Case served(String model, Map<String, Double> numbers) {
        Map<String, Double> all = new HashMap<>(Map.of("promptTokens", 1000.0, "answerTokens", 200.0, "tokensPerDay",
                5e8, "life", 365 * DAY, "firstTokenLimit", 2.0, "tokenLimit", 0.05));
        all.putAll(H100);
        all.putAll(Map.of("compute", 0.7, "reached", 0.9, "busy", 0.8, "cacheBits", 16.0));
        all.putAll(numbers);
        Case scenario = new Case().with("pue", 1.2);
        for (String name : List.of("promptTokens", "answerTokens", "tokensPerDay", "life", "firstTokenLimit",
                "tokenLimit", "deviceLimit", "powerLimit")) {
            if (all.containsKey(name)) {
                scenario = scenario.with(name, all.get(name));
            }
        }
        Map<String, Double> chip = new HashMap<>(all);
        chip.keySet().retainAll(H100.keySet());
        boolean guessed = all.containsKey("acceptance");
        return scenario.then(Case.use(Case.model(model, MODELS.get(model))))
                .then(new ServeInputs(Case.device("chip", chip), null, null, null, Case.input("cacheBits",
                        all.get("cacheBits")), Case.input("compute", all.get("compute")),
                        Case.input("reached", all.get("reached")), Case.input("busy", all.get("busy")), null,
                        Case.input("acceptance", all.get("acceptance")), guessed ? 4 : null,
                        guessed ? Case.input("draftCost", 0.05) : null, null));
    }

    private static ServingModel placed(String model, Map<String, Double> all, int tensor, int pipeline) {
        Accelerator chip = new Accelerator("chip", all.get("memory"), all.get("bandwidth"),
                Map.of(Precision.BF16, all.get("peak")), all.get("link") / 2, 0);
        return new ServingModel(new Deployment(MODELS.get(model), chip, tensor, pipeline, Precision.BF16,
                Quantisation.BF16, Efficiency.USUAL, LATENCY));
    }

    /** The best of all batches of a placement, tried one after the other; null if none will do. */
    private static double[] best(ServingModel model, Map<String, Double> asked, Speculation speculation) {
        long prompt = asked.get("promptTokens").longValue();
        long answer = asked.get("answerTokens").longValue();
        double[] best = null;
        for (long batch = 1; batch <= model.largestBatch((double) prompt + answer); batch++) {
            ServingPoint point = model.point(batch, prompt, answer, Rates.UNKNOWN);
            double token = speculation == null ? point.decode().seconds()
                    : speculation.secondsPerToken(model, batch, prompt + answer / 2.0);
            double throughput = batch * answer / (point.prefill().seconds() + answer * token);
            if (point.firstTokenSeconds() <= asked.get("firstTokenLimit") && token <= asked.get("tokenLimit")
                    && (best == null || throughput > best[1] * (1 + 1e-9))) {
                best = new double[] {batch, throughput};
            }
        }
        return best;
    }

    /** Every group of 1, 2, 4 and 8, every batch: nothing that keeps the limits takes fewer devices. */
    @ParameterizedTest
    @CsvSource({"8b, 1000, 200, 2, 0.05, 5e8", "8b, 6000, 500, 2, 0.02, 5e8", "8b, 100, 50, 2, 0.012, 5e9",
        "70b, 1500, 300, 2, 0.05, 1e8", "70b, 1500, 300, 0.3, 0.05, 1e9", "70b, 200, 800, 2, 0.1, 1e10",
        "70b, 3000, 100, 2, 0.03, 1e6", "mamba, 4000, 200, 2, 0.02, 1e9", "13b, 500, 500, 2, 0.03, 1e9",
        "deepseek, 1000, 300, 3, 0.1, 1e9"})
    void nothingCheaperKeepsTheLimits(String model, double prompt, double answer, double first, double token,
            double perDay) {
        for (Speculation speculation : new Speculation[] {null, new Speculation(0.7, 4, 0.05)}) {
            Map<String, Double> asked = new HashMap<>(Map.of("promptTokens", prompt, "answerTokens", answer,
                    "firstTokenLimit", first, "tokenLimit", token, "tokensPerDay", perDay));
            if (speculation != null) {
                asked.put("acceptance", speculation.acceptance());
            }
            asked.putAll(H100);
            if (model.equals("deepseek")) {
                asked.put("memory", 288e9);
            }
            double fewest = Double.POSITIVE_INFINITY;
            double perToken = Double.POSITIVE_INFINITY;
            double[] cheapest = null;
            for (int tensor = 1; tensor <= 8; tensor *= 2) {
                int pipeline = 1;
                while (placed(model, asked, tensor, pipeline).largestBatch(prompt + answer) < 1) {
                    pipeline++;
                }
                double[] best = best(placed(model, asked, tensor, pipeline), asked, speculation);
                if (best != null) {
                    double devices = tensor * pipeline * ServingFleet.replicas(perDay, 0.8, best[1]);
                    double each = tensor * pipeline / best[1];
                    if (devices < fewest || devices == fewest && each < perToken * (1 - 1e-9)) {
                        fewest = devices;
                        perToken = each;
                        cheapest = new double[] {tensor, pipeline, best[0]};
                    }
                }
            }
            StrategyOutcome chosen = served(model, asked).evaluate();
            if (cheapest == null) {
                assertFalse(chosen.feasible());
            } else {
                assertTrue(chosen.feasible(), () -> chosen.violations().toString());
                assertEquals(fewest, chosen.graph().value("servingDevices"));
                assertEquals(cheapest[0], chosen.graph().value("serving.tensor"));
                assertEquals(cheapest[1], chosen.graph().value("serving.pipeline"));
                assertEquals(cheapest[2], chosen.graph().value("batch"));
            }
        }
    }

    /** Moving any input of the graph chooses anew: all follows as if the strategy were evaluated with that number. */
    @ParameterizedTest
    @ValueSource(strings = {"8b", "70b", "deepseek", "mamba", "13b"})
    void theChoiceFollowsItsInputs(String model) {
        Random random = new Random(7);
        Map<String, String> nodes = Map.ofEntries(Map.entry("promptTokens", "promptTokens"),
                Map.entry("answerTokens", "answerTokens"), Map.entry("tokensPerDay", "tokensPerDay"),
                Map.entry("firstTokenLimit", "firstTokenLimit"), Map.entry("tokenLimit", "tokenLimit"),
                Map.entry("deviceLimit", "deviceLimit"), Map.entry("powerLimit", "powerLimit"),
                Map.entry("peak", "serving.peak"), Map.entry("memory", "serving.memory"),
                Map.entry("bandwidth", "serving.bandwidth"), Map.entry("power", "serving.power"),
                Map.entry("serverRatio", "serving.serverRatio"), Map.entry("rentRate", "serving.rentRate"),
                Map.entry("compute", "serving.computeEfficiency"), Map.entry("busy", "serving.busy"),
                Map.entry("reached", "serving.bandwidthEfficiency"), Map.entry("cacheBits", "serving.cacheBits"),
                Map.entry("acceptance", "serving.acceptance"), Map.entry("draftCost", "serving.draftCost"));
        Map<String, Double> given = new HashMap<>(Map.of("deviceLimit", 64.0, "powerLimit", 60_000.0));
        for (int i = 0; i < 200; i++) {
            if (i == 100) {
                given.put("acceptance", 0.6);
            }
            Graph graph = served(model, given).evaluate().graph();
            Map<String, Double> moved = new HashMap<>(given);
            Map<String, double[]> columns = new HashMap<>();
            nodes.forEach((name, node) -> {
                if (graph.has(node) && random.nextInt(3) == 0) {
                    boolean share = Set.of("compute", "busy", "reached", "acceptance").contains(name);
                    double value = share ? 0.3 + 0.7 * random.nextDouble()
                            : Math.max(1, graph.value(node) * Math.pow(8, random.nextDouble() * 2 - 1));
                    if (Set.of("tokenLimit", "firstTokenLimit", "draftCost").contains(name)) {
                        value = graph.value(node) * Math.pow(8, random.nextDouble() * 2 - 1);
                    }
                    if (!name.equals("draftCost")) {
                        moved.put(name, value);
                        columns.put(node, new double[] {value});
                    }
                }
            });
            Graph again = served(model, moved).evaluate().graph();
            Batch swept = graph.evaluate(columns);
            for (String id : FOLLOWING) {
                assertEquals(again.value(id), swept.values(id)[0], 1e-12 * again.value(id),
                        () -> id + " of " + model + " with " + moved);
            }
        }
    }

    /** Whatever is taken away from the limits, the workload never gets dearer. */
    @Test
    void withoutALimitItIsNeverDearer() {
        for (String model : MODELS.keySet()) {
            Map<String, Double> limited = Map.of("firstTokenLimit", 0.5, "tokenLimit", 0.02);
            double all = served(model, limited).evaluate().graph().value("costPerMillionTokens");
            double token = served(model, Map.of("tokenLimit", 0.02)).evaluate().graph().value("costPerMillionTokens");
            double none = served(model, Map.of()).without("tokenLimit").without("firstTokenLimit").evaluate().graph()
                    .value("costPerMillionTokens");
            assertTrue(none <= token, model);
            assertTrue(token <= all || !served(model, limited).evaluate().feasible(), model);
        }
    }

    /**
     * One prompt is read when it comes: 1,000 tokens of Llama 3.1 8B are 1,000·F FLOP at 0.7 of 989.4 TFLOP/s, however
     * many sequences are answered at once; the prompts of all of them count in the throughput.
     */
    @Test
    void theFirstTokenWaitsForItsOwnPromptAlone() {
        Graph graph = served("8b", Map.of()).evaluate().graph();
        double forward = TokenFlop.of(MODELS.get("8b"), 1000).get(Convention.EXACT_CAUSAL).forward();
        double one = 1000 * forward / (0.7 * 989.4e12);
        assertEquals(1, graph.value("serving.devices"));
        assertEquals(one, graph.value("firstTokenSeconds"), 1e-9 * one);
        double batch = graph.value("batch");
        assertTrue(batch > 1);
        double throughput = batch * 200 / (batch * one + 200 * graph.value("serving.decode"));
        assertEquals(throughput, graph.value("serving.answeredPerSecond"), 1e-9 * throughput);
    }

    /** Two accelerators hold the model, four answer for less: without a batch to share, weights leave no room. */
    @Test
    void theFewestDevicesAreNotTheCheapest() {
        Map<String, Double> asked = Map.of("promptTokens", 1500.0, "answerTokens", 300.0, "tokensPerDay", 1e9);
        Graph graph = served("70b", asked).evaluate().graph();
        assertTrue(graph.value("serving.devices") > 2);
        Case two = served("70b", asked);
        StrategyInputs inputs = two.inputs();
        ServeInputs serve = (ServeInputs) inputs.steps().getLast();
        Graph fewest = Strategies.evaluate(new StrategyInputs(inputs.law(), List.of(inputs.steps().getFirst(),
                new ServeInputs(serve.device(), 2, 1, null, serve.cacheBits(), serve.computeEfficiency(),
                        serve.bandwidthEfficiency(), serve.busy(), null, null, null, null, null)),
                inputs.limits(), inputs.site(), inputs.workload(), inputs.constantOrigins())).graph();
        assertTrue(fewest.value("costPerMillionTokens") > 2 * graph.value("costPerMillionTokens"));
    }

    /** Groups divide the heads: 40 by 8, but 71 by none. */
    @Test
    void groupsDivideTheHeads() {
        ServingChoice odd = new ServingChoice(new ServingLoad(new Architecture(4544, 65_024, 4544, Head.TIED, 0,
                Norm.SCALE, true, true, 0, List.of(new LayerGroup(32, new Attention(71, 1, 64, false, false,
                        QueryKeyNorm.NONE, 0), new DenseFeedForward(18_176, false, false), 1)), List.of()), 450e9,
                LATENCY), 16, true, 8);
        ServingDemand tight = new ServingDemand(1000, 200, 16, 16, 16, 72e9, 700e12, 3e12, null, 0,
                Double.POSITIVE_INFINITY, 1e-6, 0, 1, Double.POSITIVE_INFINITY);
        assertEquals(1, odd.tensor(tight));
        ServingChoice even = new ServingChoice(new ServingLoad(MODELS.get("13b"), 450e9, LATENCY), 16, true, 8);
        assertEquals(8, even.tensor(tight), "no limit is kept: the fastest comes nearest");
        assertEquals(4, new ServingChoice(new ServingLoad(MODELS.get("13b"), 450e9, LATENCY), 16, true, 4)
                .tensor(tight), "within the node");
        assertEquals(1, new ServingChoice(new ServingLoad(MODELS.get("13b"), 0, LATENCY), 16, false, 8)
                .tensor(tight), "without a link");
    }
}
