package org.isoflop.analysis.strategy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.serving.ServingNodes;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.serving.Speculation;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.strategy.ServingDemandNodes.Part;
import org.isoflop.analysis.unit.Unit;

/** Serving a model on accelerators by the roofline: as many copies as the workload takes, for its life. */
final class ServeStep {

    /** What a step without these measures has no answer for. */
    private static final List<String> MEASURES = List.of("servingDevices", "batch", "tokensPerSecond",
            "tokensPerSecondPerUser", "firstTokenSeconds", "servingMemory", "costPerMillionTokens",
            "energyPerMillionTokens", "costLife", "energyLife", "carbonPerMillionTokens", "carbonLife",
            "carbonMarketBasedPerMillionTokens", "carbonMarketBasedLife");
    private static final String LLM_ANALYSIS = "llm-analysis, inference defaults";
    private static final double USUAL_BITS = 16;
    private static final double SPARSE = 2;
    private static final double LATENCY = 8e-6;
    private static final int NODE = 8;
    private static final Set<Part> HELD = EnumSet.of(Part.PROMPT, Part.ANSWER, Part.MATRIX_BITS, Part.OTHER_BITS,
            Part.CACHE_BITS, Part.MEMORY, Part.MEMORY_SHARE, Part.BATCH);
    private static final Set<Part> TIMED = EnumSet.of(Part.PROMPT, Part.ANSWER, Part.MATRIX_BITS, Part.OTHER_BITS,
            Part.CACHE_BITS, Part.MEMORY, Part.MEMORY_SHARE, Part.PEAK, Part.PEAK_SHARE, Part.BANDWIDTH,
            Part.BANDWIDTH_SHARE, Part.ACCEPTANCE, Part.GUESSES, Part.DRAFT_COST, Part.TOKEN_LIMIT);

    private final Chain chain;
    private final Scope scope;
    private final State state;
    private final ServeInputs given;
    private Node rate;
    private Node busy;
    private PowerNodes power;

    private ServeStep(Chain chain, Scope scope, State state, ServeInputs given) {
        this.chain = chain;
        this.scope = scope;
        this.state = state;
        this.given = given;
    }

    static void run(Chain chain, Scope scope, State state, ServeInputs given) {
        Sentence missing = new ServeStep(chain, scope, state, given).run();
        if (missing != null) {
            MEASURES.forEach(measure -> chain.ledger().missing(measure, missing));
        }
    }

    private Sentence run() {
        ScenarioNodes scenario = chain.scenario();
        if (state.architecture() == null) {
            return Sentence.of("reason.servedArchitecture");
        }
        if (scenario.prompt() == null || scenario.answer() == null) {
            return Sentence.of("reason.workload");
        }
        Accelerator plain = LayoutMemory.accelerator(given.device());
        if (plain == null) {
            return Sentence.of("reason.servedDevice");
        }
        Map<String, Node> nodes = new HashMap<>();
        nodes.put("output", scenario.answer());
        nodes.put("prompt", prompt());
        Node peak = peak(nodes);
        Accelerator accelerator = new Accelerator(plain.name(), plain.memoryBytes(), plain.bandwidth(),
                Map.of(given.device().precision(), peak.value()), plain.linkBandwidth(), plain.power());
        nodes.put("bandwidth", scope.input("bandwidth", "W", Unit.BYTES_PER_SECOND, given.device().bandwidth()));
        Efficiency efficiency = efficiency(nodes);
        Quantisation bits = bits(nodes);
        ServingModel model = new ServingModel(new Deployment(state.architecture(), accelerator,
                given.tensor() == null ? 1 : given.tensor(), given.pipeline() == null ? 1 : given.pipeline(),
                given.device().precision(), bits, efficiency, LATENCY));
        Node memory = scope.input("memory", "B_d", Unit.BYTES, given.device().memory());
        Node share = scope.usual("memoryShare", "u_B", Unit.ONE, efficiency.memory(), LLM_ANALYSIS);
        Speculation speculation = speculation(nodes);
        power = new PowerNodes(chain, scope, given.device());
        busy = busy();
        copy(model, nodes, memory, share);
        Node devices = nodes.get("devices");
        ServingNodes.Served served = ServingNodes.add(scope.graph(), model, speculation, nodes);
        assumptions();
        measures(nodes, served, scope.derived("usableMemory", "B_u", Unit.BYTES, "{0}*{1}*{2}",
                List.of(devices, memory, share), v -> v[0] * v[1] * v[2], null));
        Node energy = energy(devices, served);
        money(devices, served, energy);
        chain.serves(new ServedModel(copyOf(model.deployment(), nodes, speculation),
                Math.round(nodes.get("prompt").value()), Math.max(1, Math.round(nodes.get("output").value())),
                nodes.get("batch").value(), rates()));
        return null;
    }

    private Rates rates() {
        double usdPerHour = rate == null ? Double.NaN : rate.value();
        return power.mean() == null
                ? new Rates(usdPerHour, Double.NaN, 1)
                : new Rates(usdPerHour, power.mean().value(), chain.scenario().pue().value());
    }

    /** The model on the devices that were chosen for it. */
    private static ServingModel copyOf(Deployment deployment, Map<String, Node> nodes, Speculation speculation) {
        return new ServingModel(new Deployment(deployment.architecture(), deployment.accelerator(),
                (int) nodes.get("tensor").value(), (int) nodes.get("pipeline").value(), deployment.precision(),
                deployment.quantisation(), deployment.efficiency(), deployment.latency()), speculation);
    }

    private Node prompt() {
        Node plain = chain.scenario().prompt();
        Node extra = scope.input("extraPromptTokens", "s_x", Unit.TOKENS, given.extraPromptTokens(),
                Domain.NOT_NEGATIVE);
        Node virtual = state.virtual();
        if (extra == null && virtual == null) {
            return plain;
        }
        if (extra != null && virtual != null) {
            return scope.derived("prompt", "s_p", Unit.TOKENS, "{0} + {1} + {2}", List.of(plain, extra, virtual),
                    v -> v[0] + v[1] + v[2], null);
        }
        return scope.derived("prompt", "s_p", Unit.TOKENS, "{0} + {1}",
                List.of(plain, extra == null ? virtual : extra), v -> v[0] + v[1], null);
    }

    private Node peak(Map<String, Node> nodes) {
        Node peak = scope.input("peak", "P", Unit.FLOP_PER_SECOND, given.device().peak());
        if (state.sparse()) {
            peak = scope.derived("sparsePeak", "P_s", Unit.FLOP_PER_SECOND, "2*{0}", List.of(peak),
                    v -> SPARSE * v[0], null);
        }
        nodes.put("peak", peak);
        return peak;
    }

    private Efficiency efficiency(Map<String, Node> nodes) {
        Efficiency usual = Efficiency.USUAL;
        Node compute = given.computeEfficiency() == null
                ? scope.usual("computeEfficiency", "eta_P", Unit.ONE, usual.compute(), LLM_ANALYSIS)
                : scope.input("computeEfficiency", "eta_P", Unit.ONE, given.computeEfficiency(), Domain.SHARE);
        Node bandwidth = given.bandwidthEfficiency() == null
                ? scope.usual("bandwidthEfficiency", "eta_W", Unit.ONE, usual.bandwidth(), LLM_ANALYSIS)
                : scope.input("bandwidthEfficiency", "eta_W", Unit.ONE, given.bandwidthEfficiency(), Domain.SHARE);
        nodes.put("computeEfficiency", compute);
        nodes.put("bandwidthEfficiency", bandwidth);
        chain.cite(LLM_ANALYSIS, "assumption.efficiency", compute.value(), bandwidth.value());
        return new Efficiency(compute.value(), bandwidth.value(), usual.memory(), 0);
    }

    private Quantisation bits(Map<String, Node> nodes) {
        State.Weights weights = state.weights();
        double matrix = USUAL_BITS;
        double other = USUAL_BITS;
        if (weights != null) {
            if (weights.bits() != null) {
                matrix = weights.bits().value();
                nodes.put("bits", weights.bits());
            }
            if (weights.otherBits() != null) {
                other = weights.otherBits().value();
                nodes.put("otherBits", weights.otherBits());
            }
            nodes.put("cacheBits", weights.cacheBits());
        }
        if (given.cacheBits() != null) {
            nodes.put("cacheBits", scope.input("cacheBits", "q_c", Unit.ONE, given.cacheBits()));
        }
        double cache = nodes.get("cacheBits") == null ? USUAL_BITS : nodes.get("cacheBits").value();
        return new Quantisation(weights == null || weights.format() == null ? "" : weights.format(), matrix, other,
                cache, USUAL_BITS);
    }

    private Speculation speculation(Map<String, Node> nodes) {
        if (given.acceptance() == null && given.guesses() == null && given.draftCost() == null) {
            return null;
        }
        if (given.acceptance() == null || given.guesses() == null || given.draftCost() == null) {
            throw new StrategyException(Sentence.of("strategy.speculation"));
        }
        Node acceptance = scope.input("acceptance", "a", Unit.ONE, given.acceptance(), Domain.FRACTION);
        Node cost = scope.input("draftCost", "k", Unit.ONE, given.draftCost(), Domain.NOT_NEGATIVE);
        nodes.put("acceptance", acceptance);
        nodes.put("guesses", scope.chosen("guesses", "g", Unit.ONE, given.guesses()));
        nodes.put("draftCost", cost);
        return new Speculation(acceptance.value(), given.guesses(), cost.value());
    }

    /** How a copy is spread and how many sequences it takes: as the step says, else as the workload asks. */
    private void copy(ServingModel model, Map<String, Node> nodes, Node memory, Node share) {
        Map<Part, Node> parts = parts(nodes, memory, share);
        if (given.batch() != null) {
            Node batch = scope.input("batch", "b", Unit.ONE, given.batch(), Domain.AT_LEAST_ONE);
            nodes.put("batch", batch);
            parts.put(Part.BATCH, batch);
        }
        ClusterInputs cluster = given.device().cluster();
        ServingChoice choice = new ServingChoice(model.load(), USUAL_BITS,
                model.deployment().accelerator().linkBandwidth() > 0,
                cluster == null || cluster.devicesPerNode() == null ? NODE : cluster.devicesPerNode());
        Node tensor;
        Node pipeline;
        if (given.tensor() == null && given.pipeline() == null) {
            ServingDemandNodes all = new ServingDemandNodes(parts, EnumSet.allOf(Part.class), USUAL_BITS);
            tensor = scope.solved("tensor", "n_t", Unit.ONE, Sentence.of("condition.tensor"), all.nodes(),
                    v -> choice.tensor(all.read(v)), null);
            ServingDemandNodes held = new ServingDemandNodes(parts, HELD, USUAL_BITS);
            int last = held.nodes().size();
            pipeline = scope.solved("pipeline", "p", Unit.ONE, Sentence.of("condition.pipeline"),
                    with(held.nodes(), tensor), v -> choice.pipeline(held.read(v), (int) v[last]), null);
            chain.assume("assumption.placement", tensor.value(), pipeline.value());
        } else {
            tensor = scope.chosen("tensor", "n_t", Unit.ONE, model.deployment().tensor());
            pipeline = scope.chosen("pipeline", "p", Unit.ONE, model.deployment().pipeline());
        }
        nodes.put("tensor", tensor);
        nodes.put("pipeline", pipeline);
        nodes.put("devices", scope.derived("devices", "n", Unit.DEVICES, "{0}*{1}", List.of(tensor, pipeline),
                v -> v[0] * v[1], null));
        if (given.batch() == null) {
            ServingDemandNodes timed = new ServingDemandNodes(parts, TIMED, USUAL_BITS);
            int last = timed.nodes().size();
            Node batch = scope.solved("batch", "b", Unit.ONE, Sentence.of("condition.batch"),
                    with(timed.nodes(), tensor, pipeline),
                    v -> choice.batch(timed.read(v), (int) v[last], (int) v[last + 1]), null);
            nodes.put("batch", batch);
            chain.assume("assumption.batch", batch.value());
        }
    }

    private static List<Node> with(List<Node> nodes, Node... more) {
        return Stream.concat(nodes.stream(), Stream.of(more)).toList();
    }

    private Map<Part, Node> parts(Map<String, Node> nodes, Node memory, Node share) {
        ScenarioNodes scenario = chain.scenario();
        Map<Part, Node> parts = new EnumMap<>(Part.class);
        parts.put(Part.PROMPT, nodes.get("prompt"));
        parts.put(Part.ANSWER, nodes.get("output"));
        parts.put(Part.MATRIX_BITS, nodes.get("bits"));
        parts.put(Part.OTHER_BITS, nodes.get("otherBits"));
        parts.put(Part.CACHE_BITS, nodes.get("cacheBits"));
        parts.put(Part.MEMORY, memory);
        parts.put(Part.MEMORY_SHARE, share);
        parts.put(Part.PEAK, nodes.get("peak"));
        parts.put(Part.PEAK_SHARE, nodes.get("computeEfficiency"));
        parts.put(Part.BANDWIDTH, nodes.get("bandwidth"));
        parts.put(Part.BANDWIDTH_SHARE, nodes.get("bandwidthEfficiency"));
        parts.put(Part.ACCEPTANCE, nodes.get("acceptance"));
        parts.put(Part.GUESSES, nodes.get("guesses"));
        parts.put(Part.DRAFT_COST, nodes.get("draftCost"));
        parts.put(Part.FIRST_TOKEN_LIMIT, scenario.firstTokenLimit());
        parts.put(Part.TOKEN_LIMIT, scenario.tokenLimit());
        parts.put(Part.TOKENS_PER_DAY, scenario.perDay());
        parts.put(Part.BUSY, busy);
        parts.put(Part.DEVICE_LIMIT, scenario.deviceLimit());
        if (scenario.powerLimit() != null && power.highest() != null) {
            parts.put(Part.POWER_LIMIT, scenario.powerLimit());
            parts.put(Part.POWER, power.highest());
            parts.put(Part.PUE, scenario.pue());
        }
        parts.values().removeIf(Objects::isNull);
        return parts;
    }

    private void assumptions() {
        if (state.weights() == null || state.weights().bits() == null) {
            chain.assume("assumption.plainWeights");
        }
        if (state.adapted() && state.virtual() == null) {
            chain.assume("assumption.merged");
        }
        chain.assume("assumption.noQueue");
    }

    private void measures(Map<String, Node> nodes, ServingNodes.Served served, Node usable) {
        ScenarioNodes scenario = chain.scenario();
        Ledger ledger = chain.ledger();
        chain.limit("memory", served.memory(), usable);
        chain.limit("firstTokenLimit", served.firstToken(), scenario.firstTokenLimit());
        chain.limit("tokenLimit", served.token(), scenario.tokenLimit());
        ledger.add("batch", nodes.get("batch"));
        ledger.add("tokensPerSecond", served.answeredPerSecond());
        ledger.add("tokensPerSecondPerUser", served.tokensPerSecondPerUser());
        ledger.add("firstTokenSeconds", served.firstToken());
        ledger.add("servingMemory", served.memory());
        Node replicas = scenario.perDay() == null
                ? scope.chosen("replicas", "c_r", Unit.ONE, 1)
                : scope.solved("replicas", "n_r", Unit.ONE, Sentence.of("condition.replicas"),
                        List.of(scenario.perDay(), busy, served.answeredPerSecond()),
                        v -> ServingFleet.replicas(v[0], v[1], v[2]), null);
        ledger.add("servingDevices", scope.derived("servingDevices", "n_s", Unit.DEVICES, "{0}*{1}",
                List.of(nodes.get("devices"), replicas), v -> v[0] * v[1], null));
    }

    private Node busy() {
        if (given.busy() != null) {
            return scope.input("busy", "u_b", Unit.ONE, given.busy(), Domain.SHARE);
        }
        chain.assume("assumption.busy");
        return scope.usual("busy", "u_b", Unit.ONE, 1, null);
    }

    /** The energy of a million tokens, while devices answer. */
    private Node energy(Node devices, ServingNodes.Served served) {
        Node fleet = chain.ledger().parts("servingDevices").getLast();
        if (power.highest() == null) {
            chain.ledger().missing("peakPower", Sentence.of("reason.power"));
        } else {
            chain.ledger().add("peakPower", power.peak(fleet));
        }
        if (power.mean() == null) {
            List.of("energyPerMillionTokens", "energyLife", "carbonPerMillionTokens", "carbonLife",
                    "carbonMarketBasedPerMillionTokens", "carbonMarketBasedLife").forEach(measure -> chain.ledger()
                            .missing(measure, Sentence.of("reason.power")));
            return null;
        }
        power.assumptions();
        chain.assume("assumption.idle");
        Node energy = scope.derived("energyPerMillion", "Q_M", Unit.JOULES, "{0}*{1}*{2} / {3}*1000000",
                List.of(power.mean(), devices, chain.scenario().pue(), served.answeredPerSecond()),
                v -> ServingPoint.joulesPerMillion(v[0], v[1], v[2], v[3]), null);
        chain.ledger().add("energyPerMillionTokens", energy);
        return energy;
    }

    private void money(Node devices, ServingNodes.Served served, Node energy) {
        Payment payment = Machines.payment(chain, given.payment(), given.device(), true);
        Node price = scope.input("purchasePrice", "p_d", Unit.USD, given.device().purchasePrice());
        Node rent = scope.input("rentRate", "r", Unit.USD_PER_HOUR, given.device().rentRate());
        Node fleet = chain.ledger().parts("servingDevices").getLast();
        switch (payment) {
            case RENT -> rate = rent == null ? null : withExtras(rent);
            case OWN -> rate = price == null ? null : TrainingRun.owned(chain, scope, given.device(), price);
            case BUY -> {
                if (price != null) {
                    chain.ledger().add("costOneOff", scope.derived("cost.purchase", "K_p", Unit.USD, "{0}*{1}",
                            List.of(fleet, price), v -> TrainingCost.purchase(v[0], v[1]), null));
                }
            }
            case null -> {
            }
        }
        boolean bought = payment == Payment.BUY && price != null;
        if (rate == null && !bought) {
            Sentence why = Sentence.of("reason.servingPrice");
            List.of("costPerMillionTokens", "costLife").forEach(measure -> chain.ledger().missing(measure, why));
            if (payment == Payment.BUY) {
                chain.ledger().missing("costOneOff", why);
            }
            return;
        }
        Node machines = rate == null ? null : machines(devices, fleet, served);
        Node electricity = payment == Payment.RENT ? null : electricity(energy);
        if (machines == null && electricity == null) {
            chain.ledger().missing("costPerMillionTokens", Sentence.of("reason.electricity"));
            chain.ledger().missing("costLife", Sentence.of("reason.electricity"));
        }
        if (machines != null) {
            chain.ledger().add("costPerMillionTokens", machines);
        }
        if (electricity != null) {
            chain.ledger().add("costPerMillionTokens", electricity);
        }
    }

    private Node withExtras(Node rent) {
        Node extras = chain.scenario().extras();
        return extras == null ? rent
                : scope.derived("rentWithExtras", "r_x", Unit.USD_PER_HOUR, "{0}*(1 + {1})", List.of(rent, extras),
                        v -> RunningCost.rent(1, v[0], v[1]), null);
    }

    /** Copies are paid for day and night where the tokens of a day are known, else as long as they answer. */
    private Node machines(Node devices, Node fleet, ServingNodes.Served served) {
        Node perDay = chain.scenario().perDay();
        if (perDay != null) {
            return scope.derived("cost.machines", "K_c", Unit.USD_PER_MILLION_TOKENS, "{0}*{1}*24 / {2}*1000000",
                    List.of(fleet, rate, perDay), v -> ServingFleet.usdPerMillion(v[0], v[1], v[2]), null);
        }
        return scope.derived("cost.machines", "K_c", Unit.USD_PER_MILLION_TOKENS, "{0}*{1} / ({2}*{3}*3600)*1000000",
                List.of(rate, devices, served.answeredPerSecond(), busy),
                v -> ServingPoint.usdPerMillion(v[0], v[1], v[2] * v[3]), null);
    }

    private Node electricity(Node energy) {
        Node tariff = chain.scenario().tariff();
        if (energy == null || tariff == null) {
            chain.assume("assumption.noElectricity");
            return null;
        }
        return scope.derived("cost.electricity", "K_l", Unit.USD_PER_MILLION_TOKENS, "{0} / 3600000*{1}",
                List.of(energy, tariff), v -> RunningCost.electricity(v[0], v[1]), null);
    }
}
