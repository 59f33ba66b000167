package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Extrapolation;
import org.isoflop.analysis.law.FormulaForm;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawVariable;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.law.Step;
import org.isoflop.analysis.law.SurfaceForm;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * Pretraining. Compute is 6·N·D if both are given, else the given compute, else what the devices deliver in the given
 * time, else what the money rents, else the compute budget. What is open of N and D follows from C = 6·N·D and the
 * law's optimum.
 */
public final class Pretrain {

    private static final String SIX_ND =
            "Kaplan et al. 2020, arXiv:2001.08361, \u00a72.1; Hoffmann et al. 2022, arXiv:2203.15556";
    private static final String UTILISATION = "Chowdhery et al. 2022, arXiv:2204.02311, app. B";
    private static final double TOLERANCE = 1e-9;

    /** Names of a law's lines in the graph; the others are {@code law.} and their symbol. */
    private static final Map<String, String> IDS = Map.of("N", "parameters", "D", "tokens", "U", "uniqueTokens", "C",
            "compute", "L", "loss", "L_N", "loss.parameters", "L_D", "loss.tokens", "D_e", "effectiveTokens", "N_e",
            "effectiveParameters");

    private static final Set<String> VARIABLES = Set.of("N", "D", "U", "C");

    private final PretrainInputs given;
    private final Law law;
    private final Graph.Builder graph = new Graph.Builder();
    private final Map<String, Node> bySymbol = new HashMap<>();
    /** Constants, inputs and lines of the law: its symbols are its own and may be those of a strategy too. */
    private final Map<String, Node> ofLaw = new HashMap<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private Node parameters;
    private Node tokens;
    private Node unique;
    private Node peak;
    private Node utilisation;
    private Node devices;
    private Node duration;
    private Node rentRate;
    private Node moneyBudget;
    private boolean ownCompute;

    private Pretrain(PretrainInputs given) {
        this.given = given;
        this.law = given.law();
    }

    /**
     * Evaluates a pretraining step.
     *
     * @param inputs what is known
     * @return its graph, violations, assumptions and extrapolations
     * @throws StrategyException if a number is outside its domain or too little is given; says what could be
     * @throws org.isoflop.analysis.law.UnanswerableException if the law cannot answer
     */
    public static PretrainResult evaluate(PretrainInputs inputs) {
        return new Pretrain(inputs).run();
    }

    private PretrainResult run() {
        if (law != null) {
            law.constants().forEach((symbol, value) -> ofLaw.put(symbol,
                    graph.input("law." + symbol, Sentence.of("node.constant", symbol, law.id()), symbol, Unit.ONE,
                            value, given.constantOrigins().getOrDefault(symbol,
                                    new Origin(law.id() + ".constants." + symbol, null, null)))));
            for (LawVariable input : law.form().ownInputs()) {
                Double value = law.inputs().get(input.key());
                if (value != null) {
                    ofLaw.put(input.key(), graph.input("law." + input.key(), input, input.key(), Unit.ONE, value,
                            new Origin(law.id() + ".inputs." + input.key(), null, null)));
                }
            }
        }
        parameters = input(given.parameters(), "parameters", "N", Unit.PARAMETERS);
        tokens = input(given.tokens(), "tokens", "D", Unit.TOKENS);
        unique = input(given.uniqueTokens(), "uniqueTokens", "U", Unit.TOKENS);
        devices = input(given.devices(), "devices", "n", Unit.DEVICES);
        peak = input(given.peak(), "peak", "P", Unit.FLOP_PER_SECOND);
        utilisation = input(given.utilisation(), "utilisation", "MFU", Unit.ONE);
        if (utilisation != null && utilisation.value() > 1) {
            throw new StrategyException(
                    Sentence.of("strategy.utilisation", new Amount(utilisation.value(), Unit.ONE)));
        }
        duration = input(given.duration(), "duration", "t", Unit.SECONDS);
        rentRate = input(given.rentRate(), "rentRate", "r", Unit.USD_PER_HOUR);
        Node price = input(given.purchasePrice(), "purchasePrice", "p", Unit.USD);
        moneyBudget = input(given.moneyBudget(), "moneyBudget", "M", Unit.USD);
        Node computeBudget = input(given.computeBudget(), "computeBudget", "C_max", Unit.FLOP);
        Node deadline = input(given.deadline(), "deadline", "t_max", Unit.SECONDS);
        Payment payment = payment();
        Node compute = compute(payment, computeBudget);
        bySymbol.put("C", compute);
        allocate(compute);
        derived("tokensPerParameter", "d", Unit.TOKENS_PER_PARAMETER, "D / N", List.of(tokens, parameters),
                v -> v[0] / v[1], "Hoffmann et al. 2022, arXiv:2203.15556");
        if (unique != null) {
            derived("epochs", "e", Unit.EPOCHS, "max(D / U, 1)", List.of(tokens, unique), v -> Math.max(v[0] / v[1], 1),
                    "Muennighoff et al. 2023, arXiv:2305.16264");
        }
        loss();
        Node seconds = time(compute);
        Node cost = cost(payment, price);
        violation("moneyBudget", cost, moneyBudget);
        violation("computeBudget", compute, computeBudget);
        violation("deadline", seconds, deadline);
        violation("duration", seconds, duration);
        assumptions.addFirst(ownCompute
                ? new Assumption(Sentence.of("assumption.ownCompute", law.id()), law.form().source())
                : new Assumption(Sentence.of("assumption.sixND"), SIX_ND));
        if (utilisation != null && given.utilisation().origin() != null
                && ("assumed".equals(given.utilisation().origin().status())
                        || "estimated".equals(given.utilisation().origin().status()))) {
            assumptions.add(new Assumption(
                    Sentence.of("assumption.utilisation", new Amount(utilisation.value(), Unit.ONE)), UTILISATION));
        }
        return new PretrainResult(graph.build(), violations, assumptions, extrapolations(compute));
    }

    private Node input(Input input, String id, String symbol, Unit unit) {
        if (input == null) {
            return null;
        }
        if (!(input.value() > 0) || Double.isInfinite(input.value())) {
            throw new StrategyException(
                    Sentence.of("domain.positive", Sentence.of("node." + id), Double.toString(input.value())));
        }
        Node node = graph.input(id, Sentence.of("node." + id), symbol, unit, input.value(), input.origin());
        bySymbol.put(symbol, node);
        return node;
    }

    private Node derived(String id, String symbol, Unit unit, String formula, List<Node> inputs,
            ToDoubleFunction<double[]> function, String source) {
        Node node = graph.derived(id, Sentence.of("node." + id), symbol, unit, formula, inputs, function, source);
        if (Double.isNaN(node.value()) || Double.isInfinite(node.value())) {
            throw new StrategyException(Sentence.of("strategy.range", node.label()));
        }
        return node;
    }

    private Payment payment() {
        if (given.payment() != null) {
            return given.payment();
        }
        if (given.rentRate() != null && given.purchasePrice() != null && given.devices() != null) {
            assumptions.add(new Assumption(Sentence.of("assumption.rent"), null));
        }
        if (given.rentRate() != null) {
            return Payment.RENT;
        }
        return given.purchasePrice() != null ? Payment.BUY : null;
    }

    private Node compute(Payment payment, Node computeBudget) {
        if (parameters != null && tokens != null) {
            if (given.compute() != null) {
                assumptions.add(new Assumption(
                        Sentence.of("assumption.computeUnused", new Amount(given.compute().value(), Unit.FLOP)), null));
            }
            return derived("compute", "C", Unit.FLOP, "6*N*D", List.of(parameters, tokens),
                    v -> TrainingCost.trainingFlop(v[0], v[1]), SIX_ND);
        }
        if (given.compute() != null) {
            return input(given.compute(), "compute", "C", Unit.FLOP);
        }
        if (devices != null && peak != null && utilisation != null && duration != null) {
            return derived("compute", "C", Unit.FLOP, "n*P*MFU*t", List.of(devices, peak, utilisation, duration),
                    v -> TrainingCost.deliveredFlop(v[0], v[1], v[2], v[3]), UTILISATION);
        }
        if (moneyBudget != null && payment == Payment.RENT && rentRate != null && peak != null && utilisation != null) {
            return derived("compute", "C", Unit.FLOP, "M / r*3600*P*MFU", List.of(moneyBudget, rentRate, peak,
                    utilisation), v -> TrainingCost.rentedFlop(v[0], v[1], v[2], v[3]), UTILISATION);
        }
        if (computeBudget != null) {
            return derived("compute", "C", Unit.FLOP, "C_max", List.of(computeBudget), v -> v[0], null);
        }
        throw new StrategyException(Sentence.of("strategy.compute"));
    }

    private void allocate(Node compute) {
        if (parameters != null && tokens != null) {
            return;
        }
        if (parameters != null) {
            tokens = quotient("tokens", "D", Unit.TOKENS, "C / (6*N)", compute, parameters);
        } else if (tokens != null) {
            parameters = quotient("parameters", "N", Unit.PARAMETERS, "C / (6*D)", compute, tokens);
        } else if (law == null || !law.answers().contains(Answer.ALLOCATION)) {
            throw law == null
                    ? new StrategyException(Sentence.of("strategy.law"))
                    : new StrategyException(Sentence.of("strategy.allocation", law.id()));
        } else if (law.form() instanceof SurfaceForm surface) {
            if (surface.allocationSteps().isEmpty() || law.knowsRepetition() && unique != null) {
                solve(surface, compute);
            } else {
                steps(surface.allocationSteps(), surface.source());
            }
            parameters = bySymbol.get("N");
            tokens = surface.countsCompute()
                    ? tokens(surface, compute)
                    : quotient("tokens", "D", Unit.TOKENS, "C / (6*N)", compute, parameters);
        } else {
            steps(law.form() instanceof FormulaForm form ? form.allocationSteps() : law.form().steps(),
                    law.form().source());
            parameters = bySymbol.get("N");
            tokens = bySymbol.get("D");
        }
        bySymbol.put("N", parameters);
        bySymbol.put("D", tokens);
    }

    private Node quotient(String id, String symbol, Unit unit, String formula, Node compute, Node other) {
        return derived(id, symbol, unit, formula, List.of(compute, other), v -> TrainingCost.quotient(v[0], v[1]),
                SIX_ND);
    }

    private void solve(SurfaceForm surface, Node compute) {
        List<Node> inputs = constants(surface);
        int constants = inputs.size();
        inputs.add(compute);
        if (unique != null && law.knowsRepetition()) {
            inputs.add(unique);
        }
        boolean limited = inputs.size() > constants + 1;
        Node node = graph.solved("parameters", Sentence.of("node.parameters"), "N", Unit.PARAMETERS,
                Sentence.of(limited ? "condition.optimum" : "condition.optimum.free"), inputs,
                v -> surface.optimalParameters(v, v[constants],
                        limited ? v[constants + 1] : Double.POSITIVE_INFINITY),
                surface.source());
        if (Double.isNaN(node.value()) || Double.isInfinite(node.value())) {
            throw new StrategyException(Sentence.of("law.noOptimum", law.id(),
                    new Amount(compute.value(), Unit.FLOP)));
        }
        bySymbol.put("N", node);
    }

    private Node tokens(SurfaceForm surface, Node compute) {
        ownCompute = true;
        List<Node> inputs = constants(surface);
        int constants = inputs.size();
        inputs.add(compute);
        inputs.add(parameters);
        return graph.solved("tokens", Sentence.of("node.tokens"), "D", Unit.TOKENS,
                Sentence.of("condition.budget"), inputs,
                v -> surface.tokensOf(v, v[constants + 1], v[constants]), surface.source());
    }

    /** The constants of a form and then its own inputs, as its methods take them. */
    private List<Node> constants(SurfaceForm surface) {
        List<Node> nodes = new ArrayList<>();
        surface.constants().forEach(symbol -> nodes.add(ofLaw.get(symbol)));
        for (LawVariable input : surface.ownInputs()) {
            Node node = ofLaw.get(input.key());
            if (node == null) {
                throw missing(input);
            }
            nodes.add(node);
        }
        return nodes;
    }

    private StrategyException missing(LawVariable input) {
        return new StrategyException(Sentence.of("law.input.missing", law.id(), input.key(), input));
    }

    private void steps(List<Step> steps, String source) {
        for (Step step : steps) {
            List<Node> inputs = step.inputs().stream().map(this::symbol).toList();
            Localised label = step.label();
            Node known = ofLaw.getOrDefault(step.symbol(), bySymbol.get(step.symbol()));
            if (known != null && known.formula() != null) {
                continue;
            }
            Node node = graph.derived(IDS.getOrDefault(step.symbol(), "law." + step.symbol()), label, step.symbol(),
                    step.unit(), step.formula(), inputs, step.function(), source);
            if (Double.isNaN(node.value()) || Double.isInfinite(node.value())) {
                throw new StrategyException(Sentence.of("strategy.range", label));
            }
            if (VARIABLES.contains(step.symbol())) {
                bySymbol.put(step.symbol(), node);
            } else {
                ofLaw.put(step.symbol(), node);
            }
        }
    }

    private Node symbol(String symbol) {
        return ofLaw.containsKey(symbol) ? ofLaw.get(symbol) : bySymbol.get(symbol);
    }

    private void loss() {
        if (law == null || !law.answers().contains(Answer.LOSS)) {
            return;
        }
        if (!law.missingInputs().isEmpty()) {
            throw missing(law.missingInputs().getFirst());
        }
        if (law.knowsRepetition()) {
            if (unique == null) {
                assumptions.add(new Assumption(Sentence.of("assumption.allUnique"), null));
                bySymbol.put("U", derived("uniqueTokens", "U", Unit.TOKENS, "D", List.of(tokens), v -> v[0],
                        law.form().source()));
            }
        } else if (unique != null && tokens.value() > unique.value() * (1 + TOLERANCE)) {
            violations.add(new Violation("uniqueTokens", tokens.value(), unique.value(),
                    tokens.value() / unique.value(),
                    Unit.TOKENS));
            assumptions.add(new Assumption(Sentence.of("assumption.lossOfUnique", law.id()), law.form().source()));
        }
        if (law.counting().parameters() != ParameterCount.TOTAL) {
            assumptions.add(new Assumption(Sentence.of("assumption.counting", law.id(),
                    Sentence.of("count." + law.counting().parameters().key())), law.form().source()));
        }
        steps(law.form().steps(), law.form().source());
    }

    private Node time(Node compute) {
        if (peak == null || utilisation == null) {
            return null;
        }
        Node deviceSeconds = derived("deviceSeconds", "s", Unit.SECONDS, "C / (P*MFU)",
                List.of(compute, peak, utilisation), v -> TrainingCost.deviceSeconds(v[0], v[1], v[2]), UTILISATION);
        bySymbol.put("h", derived("deviceHours", "h", Unit.DEVICE_HOURS, "s / 3600", List.of(deviceSeconds),
                v -> TrainingCost.deviceHours(v[0]), null));
        return devices == null
                ? null
                : derived("seconds", "T", Unit.SECONDS, "s / n", List.of(deviceSeconds, devices),
                        v -> TrainingCost.seconds(v[0], v[1]), UTILISATION);
    }

    private Node cost(Payment payment, Node price) {
        Node hours = bySymbol.get("h");
        if (payment == Payment.BUY && price != null && devices != null) {
            return derived("costOneOff", "K", Unit.USD, "n*p", List.of(devices, price),
                    v -> TrainingCost.purchase(v[0], v[1]), null);
        }
        if (payment == Payment.RENT && rentRate != null && hours != null) {
            return derived("costOneOff", "K", Unit.USD, "h*r", List.of(hours, rentRate),
                    v -> TrainingCost.rent(v[0], v[1]), null);
        }
        if (payment != null || moneyBudget != null) {
            assumptions.add(new Assumption(Sentence.of("assumption.noCost"), null));
        }
        return null;
    }

    private void violation(String constraint, Node value, Node limit) {
        if (value != null && limit != null && value.value() > limit.value() * (1 + TOLERANCE)) {
            violations.add(new Violation(constraint, value.value(), limit.value(), value.value() / limit.value(),
                    value.unit()));
        }
    }

    private List<Extrapolation> extrapolations(Node compute) {
        return law == null
                ? List.of()
                : law.extrapolates(new Point(parameters.value(), tokens.value(),
                        unique == null ? Double.NaN : unique.value(), compute.value()));
    }
}
