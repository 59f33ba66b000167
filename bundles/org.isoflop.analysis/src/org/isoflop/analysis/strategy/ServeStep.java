package org.isoflop.analysis.strategy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingCurve;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.serving.ServingNodes;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.serving.Speculation;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** Serving a model on accelerators by the roofline: as many copies as the workload takes, for its life. */
final class ServeStep {

    /** What a step without these measures has no answer for. */
    private static final List<String> MEASURES = List.of("servingDevices", "batch", "tokensPerSecond",
            "tokensPerSecondPerUser", "firstTokenSeconds", "servingMemory", "costPerMillionTokens",
            "energyPerMillionTokens", "costLife", "energyLife", "carbonLife");
    private static final String LLM_ANALYSIS = "llm-analysis, inference defaults";
    private static final double USUAL_BITS = 16;
    private static final double SPARSE = 2;
    private static final double LATENCY = 8e-6;
    private static final long LARGEST = 65_536;

    private final Chain chain;
    private final Scope scope;
    private final State state;
    private final ServeInputs given;
    private Node rate;
    private Node busy;

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
        double context = nodes.get("prompt").value() + scenario.answer().value();
        Placement placement = Placement.of(given, state.architecture(), accelerator, given.device().precision(),
                bits, efficiency, LATENCY, context);
        ServingModel model = new ServingModel(new Deployment(state.architecture(), accelerator, placement.tensor(),
                placement.pipeline(), given.device().precision(), bits, efficiency,
                placement.tensor() * placement.pipeline() > 1 ? LATENCY : 0));
        Node devices = scope.chosen("devices", "n", Unit.DEVICES, model.deployment().devices());
        nodes.put("devices", devices);
        nodes.put("pipeline", scope.chosen("pipeline", "p", Unit.ONE, placement.pipeline()));
        Speculation speculation = speculation(nodes);
        nodes.put("batch", batch(model, nodes, speculation));
        ServingNodes.Served served = ServingNodes.add(scope.graph(), model, speculation, nodes);
        assumptions(model);
        measures(model, nodes, served);
        Node energy = energy(devices, served);
        money(devices, served, energy);
        return null;
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
        double cache = USUAL_BITS;
        if (weights != null) {
            if (weights.bits() != null) {
                matrix = weights.bits().value();
                nodes.put("bits", weights.bits());
            }
            if (weights.otherBits() != null) {
                other = weights.otherBits().value();
                nodes.put("otherBits", weights.otherBits());
            }
            cache = weights.cacheBits() == null ? cache : weights.cacheBits().value();
        }
        if (given.cacheBits() != null) {
            cache = scope.input("cacheBits", "q_c", Unit.ONE, given.cacheBits()).value();
        }
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

    /** The batch that the step says, else the cheapest one that fits and keeps the limits of the workload. */
    private Node batch(ServingModel model, Map<String, Node> nodes, Speculation speculation) {
        if (given.batch() != null) {
            return scope.input("batch", "b", Unit.ONE, given.batch(), Domain.AT_LEAST_ONE);
        }
        long prompt = Math.round(nodes.get("prompt").value());
        long answer = Math.max(1, Math.round(nodes.get("output").value()));
        long largest = Math.min(LARGEST, model.largestBatch((double) prompt + answer));
        double batch = 1;
        if (largest > 1) {
            double first = limit(chain.scenario().firstTokenLimit());
            double token = limit(chain.scenario().tokenLimit());
            ServingCurve curve = ServingCurve.of(model, prompt, answer, largest, Rates.UNKNOWN);
            double context = prompt + answer / 2.0;
            Optional<ServingPoint> best = speculation == null
                    ? curve.cheapest(first, token)
                    : curve.points().stream().filter(point -> point.fits() && point.firstTokenSeconds() <= first
                            && speculation.secondsPerToken(model, point.batch(), context) <= token)
                            .max(Comparator.comparingDouble(point -> point.batch() * answer
                                    / (point.firstTokenSeconds() + answer
                                            * speculation.secondsPerToken(model, point.batch(), context))));
            batch = best.map(ServingPoint::batch).orElse(1.0);
        }
        chain.assume("assumption.batch", batch);
        return scope.chosen("batch", "b", Unit.ONE, batch);
    }

    private static double limit(Node node) {
        return node == null ? Double.POSITIVE_INFINITY : node.value();
    }

    private void assumptions(ServingModel model) {
        Deployment deployment = model.deployment();
        if (given.tensor() == null && given.pipeline() == null) {
            chain.assume("assumption.placement", deployment.tensor(), deployment.pipeline());
        }
        if (state.weights() == null || state.weights().bits() == null) {
            chain.assume("assumption.plainWeights");
        }
        if (state.adapted() && state.virtual() == null) {
            chain.assume("assumption.merged");
        }
        chain.assume("assumption.noQueue");
    }

    private void measures(ServingModel model, Map<String, Node> nodes, ServingNodes.Served served) {
        ScenarioNodes scenario = chain.scenario();
        Ledger ledger = chain.ledger();
        chain.limit("memory", served.memory(), model.memoryLimit());
        chain.limit("firstTokenLimit", served.firstToken(), scenario.firstTokenLimit());
        chain.limit("tokenLimit", served.token(), scenario.tokenLimit());
        ledger.add("batch", nodes.get("batch"));
        ledger.add("tokensPerSecond", served.answeredPerSecond());
        ledger.add("tokensPerSecondPerUser", served.tokensPerSecondPerUser());
        ledger.add("firstTokenSeconds", served.firstToken());
        ledger.add("servingMemory", served.memory());
        busy = busy();
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
        PowerNodes power = new PowerNodes(chain, scope, given.device());
        Node fleet = chain.ledger().parts("servingDevices").getLast();
        if (power.highest() == null) {
            chain.ledger().missing("peakPower", Sentence.of("reason.power"));
        } else {
            chain.ledger().add("peakPower", power.peak(fleet));
        }
        if (power.mean() == null) {
            List.of("energyPerMillionTokens", "energyLife", "carbonLife")
                    .forEach(measure -> chain.ledger().missing(measure, Sentence.of("reason.power")));
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
