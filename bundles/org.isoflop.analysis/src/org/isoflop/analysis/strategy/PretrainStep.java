package org.isoflop.analysis.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.FormulaForm;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.SurfaceForm;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * Pretraining. Compute is 6·N·D if both are given, else the given compute, else what the devices deliver in the given
 * time, else the least that reaches the loss goal, else what the money rents, else the compute budget, else what the
 * devices deliver until the deadline. What is open of N and D follows from C = 6·N·D and the law’s optimum, or from the
 * loss and the tokens that will be served.
 */
final class PretrainStep {

    static final String SIX_ND = "Kaplan et al. 2020, arXiv:2001.08361, \u00a72.1; Hoffmann et al. 2022, "
            + "arXiv:2203.15556";
    private static final String SARDANA = "Sardana et al. 2024, arXiv:2401.00448, eq. 2";
    private static final String MUENNIGHOFF = "Muennighoff et al. 2023, arXiv:2305.16264";
    private static final String HO = "Ho et al. 2024, arXiv:2403.05812";

    private final Chain chain;
    private final Scope scope;
    private final PretrainInputs given;
    private final Law law;
    private final LawNodes lawNodes;
    private final Sentence silence;
    private final Machines machines;
    private final Map<String, Node> variables = new HashMap<>();
    private State model;
    private Node parameters;
    private Node used;
    private Node tokens;
    private Node unique;
    private Node compute;
    private Node gain;
    private Node wait;
    private Node quality;
    private boolean ownCompute;
    private boolean reference;

    private PretrainStep(Chain chain, Scope scope, PretrainInputs given) {
        this.chain = chain;
        this.scope = scope;
        this.given = given;
        Law asked = chain.given().law();
        if (asked == null && !given.lawInputs().isEmpty()) {
            throw new StrategyException(Sentence.of("strategy.lawInputs"));
        }
        silence = asked != null && given.model() != null && given.model().hasExperts() && !asked.knowsExperts()
                ? Sentence.of("reason.experts", asked.id(), given.model().id())
                : null;
        law = silence == null ? asked : null;
        lawNodes = law == null ? null : LawNodes.of(chain, scope, law, given.lawInputs());
        machines = new Machines(chain, scope, given.training(),
                given.model() == null ? null : given.model().architecture(), size(given));
    }

    private static Double size(PretrainInputs given) {
        Input size = given.model() == null ? given.parameters() : given.model().parameters();
        return size == null ? null : size.value();
    }

    static State run(Chain chain, Scope scope, PretrainInputs given) {
        return new PretrainStep(chain, scope, given).run();
    }

    private State run() {
        built();
        TrainingInputs training = given.training();
        tokens = scope.input("tokens", "D", Unit.TOKENS, training.tokens());
        unique = scope.input("uniqueTokens", "U", Unit.TOKENS, uniqueTokens());
        Node duration = scope.input("duration", "t", Unit.SECONDS, given.duration());
        gains();
        quality = DataNodes.quality(chain, scope, training.data());
        decide(duration);
        variables.put("N", parameters);
        variables.put("D", tokens);
        variables.put("C", compute);
        chain.ledger().add("tokens", tokens);
        if (unique != null) {
            chain.ledger().add("epochs", scope.derived("epochs", "e_p", Unit.EPOCHS, "max({0} / {1}, 1)",
                    List.of(tokens, unique), v -> Math.max(v[0] / v[1], 1), MUENNIGHOFF));
        }
        if (ownCompute) {
            chain.cite(law.form().source(), "assumption.ownCompute", law.id());
        } else {
            chain.cite(SIX_ND, "assumption.sixND");
        }
        Node loss = loss();
        Node seconds = TrainingRun.add(chain, scope, training, machines, compute, wait);
        chain.limit("duration", seconds, duration);
        if (model != null && model.architecture() != null) {
            LayoutMemory.add(chain, scope, machines, model.architecture());
        } else {
            chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
        }
        if (lawNodes != null) {
            lawNodes.extrapolates(parameters, tokens, unique, compute);
        }
        State built = model == null
                ? new State(null, null, parameters, parameters, tokens, null, null, null, false, false, null, null)
                : model.withTokens(tokens);
        return loss == null
                ? TransferLoss.assumed(chain, scope, built, given.assumedLoss(), noLoss())
                : built.with(loss, null);
    }

    private Sentence noLoss() {
        if (silence != null) {
            return silence;
        }
        return law == null ? Sentence.of("reason.law") : Sentence.of("reason.noLossLaw", law.id());
    }

    /** The architecture that is trained, if there is one, and the parameters as the law counts them. */
    private void built() {
        if (given.model() == null) {
            parameters = scope.input("parameters", "N", Unit.PARAMETERS, given.parameters());
            used = parameters;
            return;
        }
        model = ModelNodes.of(chain, scope, given.model());
        if (given.parameters() != null) {
            throw new StrategyException(Sentence.of("strategy.twoSizes", given.model().id()));
        }
        used = model.active();
        parameters = law == null ? model.parameters() : chain.counted(scope, model, law);
        if (parameters == null) {
            throw new StrategyException(Sentence.of("strategy.counting", law.id(),
                    Sentence.of("count." + law.counting().parameters().key())));
        }
        if (used != model.parameters()) {
            chain.cite(SIX_ND, "assumption.active");
        }
    }

    private Input uniqueTokens() {
        Input ofScenario = chain.given().limits().uniqueTokens();
        DataInputs data = given.training().data();
        Input ofData = data == null ? null : data.uniqueTokens();
        if (ofScenario == null || ofData == null) {
            return ofScenario == null ? ofData : ofScenario;
        }
        return ofScenario.value() <= ofData.value() ? ofScenario : ofData;
    }

    /** What algorithms, pipelines and waiting multiply the compute by. */
    private void gains() {
        Node own = scope.input("gain", "g_c", Unit.ONE, given.gain());
        wait = scope.input("putOff", "w", Unit.SECONDS, given.putOff(), Domain.NOT_NEGATIVE);
        if (given.halving() != null && wait == null) {
            throw new StrategyException(Sentence.of("strategy.halving"));
        }
        Node halving = scope.input("halving", "t_h", Unit.SECONDS, given.halving());
        gain = own;
        if (halving != null) {
            Node progress = scope.derived("progress", "g_a", Unit.ONE, "2^({0} / {1})", List.of(wait, halving),
                    v -> progress(v[0], v[1]), HO);
            chain.cite(HO, "assumption.progress");
            gain = own == null ? progress
                    : scope.derived("gainWhole", "g", Unit.ONE, "{0}*{1}", List.of(own, progress), v -> v[0] * v[1],
                            HO);
        }
    }

    /**
     * What waiting multiplies compute by, if progress halves the compute that a loss takes again and again.
     *
     * @param wait seconds
     * @param halving seconds in which it halves
     * @return 2^(wait/halving)
     */
    static double progress(double wait, double halving) {
        return Math.pow(2, wait / halving);
    }

    private void decide(Node duration) {
        if (parameters != null && tokens != null) {
            if (given.compute() != null) {
                chain.assume("assumption.computeUnused", new Amount(given.compute().value(), Unit.FLOP));
            }
            compute = scope.derived("compute", "C", Unit.FLOP, "6*{0}*{1}", List.of(used, tokens),
                    v -> TrainingCost.trainingFlop(v[0], v[1]), SIX_ND);
            return;
        }
        boolean lifetime = given.aim() == Aim.LIFETIME;
        Node goal = chain.scenario().lossGoal();
        reference = lifetime && parameters == null && tokens == null;
        boolean own = given.compute() != null;
        compute = !own ? null
                : reference ? scope.input("referenceCompute", "C_0", Unit.FLOP, given.compute())
                        : scope.input("compute", "C", Unit.FLOP, given.compute());
        if (compute == null && duration != null && machines.deliver()) {
            compute = reference ? machines.delivered("trainingBudget", "C_b", duration)
                    : machines.delivered("compute", "C", duration);
        }
        boolean plain = gain == null && quality == null && tokens == null;
        if (compute == null && goal != null && plain && law != null && law.form() instanceof SurfaceForm surface) {
            reach(surface, goal, lifetime);
            return;
        }
        if (compute == null) {
            compute = reference ? budget("trainingBudget", "C_b") : budget("compute", "C");
        }
        if (reference) {
            if (!plain) {
                throw new StrategyException(Sentence.of("strategy.lifetimeWithGain"));
            }
            SurfaceForm surface = surface();
            reach(surface, target(surface, own ? compute : reference(surface, compute)), true);
            return;
        }
        variables.put("C", compute);
        allocate();
    }

    /** What the limits allow to be spent; for a lifetime that is not yet the compute, which comes of the pair. */
    private Node budget(String id, String symbol) {
        Node money = chain.scenario().moneyBudget();
        if (money != null && machines.payment() == Payment.RENT && machines.rentRate() != null
                && machines.peak() != null && machines.utilisation() != null) {
            return scope.derived(id, symbol, Unit.FLOP, "{0} / {1}*3600*{2}*{3}",
                    List.of(money, machines.rentRate(), machines.peak(), machines.utilisation()),
                    v -> TrainingCost.rentedFlop(v[0], v[1], v[2], v[3]), Machines.UTILISATION);
        }
        if (chain.scenario().computeBudget() != null) {
            return scope.derived(id, symbol, Unit.FLOP, "{0}",
                    List.of(chain.scenario().computeBudget()), v -> v[0], null);
        }
        if (chain.scenario().deadline() != null && machines.deliver()) {
            return machines.delivered(id, symbol, chain.scenario().deadline());
        }
        throw new StrategyException(Sentence.of("strategy.compute"));
    }

    private SurfaceForm surface() {
        if (law == null) {
            throw new StrategyException(Sentence.of("strategy.law"));
        }
        if (law.form() instanceof SurfaceForm surface) {
            return surface;
        }
        throw new StrategyException(Sentence.of("strategy.lifetime", law.id()));
    }

    /** The compute of the model whose loss the model for the lifetime reaches when it is trained on a budget. */
    private Node reference(SurfaceForm surface, Node budget) {
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(budget);
        inputs.add(served());
        boolean limited = limited(inputs);
        try {
            return scope.solved("referenceCompute", "C_0", Unit.FLOP, Sentence.of("condition.reference"), inputs,
                    v -> surface.referenceCompute(v, v[constants],
                            limited ? v[constants + 2] : Double.POSITIVE_INFINITY, v[constants + 1]),
                    SARDANA);
        } catch (StrategyException e) {
            throw new StrategyException(
                    Sentence.of("law.noOptimum", law.id(), new Amount(budget.value(), Unit.FLOP)));
        }
    }

    /** The tokens that pass through the model over its life. */
    private Node served() {
        Node served = chain.scenario().processed();
        if (served == null) {
            throw new StrategyException(Sentence.of("strategy.lifetimeWorkload"));
        }
        return served;
    }

    /** The loss of the compute-optimal model, which another one is to reach. */
    private Node target(SurfaceForm surface, Node budget) {
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(budget);
        boolean limited = limited(inputs);
        return scope.solved("targetLoss", "L_0", Unit.NATS_PER_TOKEN, Sentence.of("condition.targetLoss"), inputs,
                v -> surface.optimalLoss(v, v[constants], limited ? v[constants + 1] : Double.POSITIVE_INFINITY),
                surface.source());
    }

    private boolean limited(List<Node> inputs) {
        if (unique == null || !law.knowsRepetition()) {
            return false;
        }
        inputs.add(unique);
        return true;
    }

    /** N and D that reach a loss at least compute over training, and over serving too for the lifetime. */
    private void reach(SurfaceForm surface, Node loss, boolean lifetime) {
        if (parameters == null) {
            List<Node> inputs = lawNodes.constants(surface);
            int constants = inputs.size();
            inputs.add(loss);
            if (lifetime) {
                inputs.add(served());
                chain.cite(SARDANA, "assumption.lifetime");
            }
            int count = inputs.size();
            boolean limited = limited(inputs);
            parameters = goal(loss, () -> scope.solved("parameters", "N", Unit.PARAMETERS,
                    Sentence.of(lifetime ? "condition.lifetime" : "condition.goal"), inputs,
                    v -> surface.cheapestParameters(v, v[constants],
                            limited ? v[count] : Double.POSITIVE_INFINITY, lifetime ? v[constants + 1] : 0),
                    lifetime ? SARDANA : surface.source()));
            used = parameters;
        }
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(loss);
        inputs.add(parameters);
        boolean limited = limited(inputs);
        tokens = goal(loss, () -> scope.solved("tokens", "D", Unit.TOKENS, Sentence.of("condition.tokensFor"), inputs,
                v -> surface.tokensFor(v, v[constants + 1], v[constants],
                        limited ? v[constants + 2] : Double.POSITIVE_INFINITY),
                surface.source()));
        compute = scope.derived("compute", "C", Unit.FLOP, "6*{0}*{1}", List.of(used, tokens), v -> TrainingCost
                .trainingFlop(v[0], v[1]), SIX_ND);
    }

    private Node goal(Node loss, Supplier<Node> solve) {
        try {
            return solve.get();
        } catch (StrategyException e) {
            throw new StrategyException(
                    Sentence.of("strategy.goal", law.id(), new Amount(loss.value(), Unit.NATS_PER_TOKEN)));
        }
    }

    private void allocate() {
        if (parameters != null) {
            tokens = quotient("tokens", "D", Unit.TOKENS, used);
        } else if (tokens != null) {
            parameters = quotient("parameters", "N", Unit.PARAMETERS, tokens);
            used = parameters;
        } else if (law == null || !law.answers().contains(Answer.ALLOCATION)) {
            throw law == null
                    ? new StrategyException(Sentence.of("strategy.law"))
                    : new StrategyException(Sentence.of("strategy.allocation", law.id()));
        } else if (law.form() instanceof SurfaceForm surface) {
            if (surface.allocationSteps().isEmpty() || law.knowsRepetition() && unique != null) {
                solve(surface);
            } else {
                if (quality != null) {
                    variables.put("C", scope.derived("worthCompute", "C_q", Unit.FLOP, "{0}*{1}",
                            List.of(compute, quality), v -> v[0] * v[1], null));
                }
                lawNodes.lines(surface.allocationSteps(), variables);
                parameters = variables.get("N");
            }
            used = parameters;
            tokens = surface.countsCompute() ? tokens(surface) : quotient("tokens", "D", Unit.TOKENS, used);
        } else {
            lawNodes.requireInputs();
            lawNodes.lines(law.form() instanceof FormulaForm form ? form.allocationSteps() : law.form().steps(),
                    variables);
            parameters = variables.get("N");
            used = parameters;
            tokens = variables.get("D");
        }
    }

    private Node quotient(String id, String symbol, Unit unit, Node other) {
        return scope.derived(id, symbol, unit, "{0} / (6*{1})", List.of(compute, other),
                v -> TrainingCost.quotient(v[0], v[1]), SIX_ND);
    }

    /**
     * N of least loss. What tokens are worth and what algorithms gain scale N, D and U of the loss, not those of C: so
     * it is the optimum of scaled compute and unique tokens, scaled back.
     */
    private void solve(SurfaceForm surface) {
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(compute);
        boolean limited = limited(inputs);
        int scales = inputs.size();
        boolean worth = quality != null;
        boolean gained = gain != null;
        if (worth) {
            inputs.add(quality);
        }
        if (gained) {
            inputs.add(gain);
        }
        Sentence plain = Sentence.of(limited ? "condition.optimum" : "condition.optimum.free");
        Sentence scaled = Sentence.of(limited ? "condition.optimum.worth" : "condition.optimum.free.worth");
        try {
            parameters = scope.solved("parameters", "N", Unit.PARAMETERS,
                    worth || gained ? scaled : plain, inputs,
                    v -> {
                        double unlimited = Double.POSITIVE_INFINITY;
                        double q = worth ? v[scales] : 1;
                        double g = gained ? v[worth ? scales + 1 : scales] : 1;
                        double growth = gained ? surface.growth(v, v[constants], g) : 1;
                        return surface.optimalParameters(v, v[constants] * q * g,
                                limited ? v[constants + 1] * q * g / growth : unlimited) / growth;
                    }, surface.source());
        } catch (StrategyException e) {
            throw new StrategyException(
                    Sentence.of("law.noOptimum", law.id(), new Amount(compute.value(), Unit.FLOP)));
        }
    }

    private Node tokens(SurfaceForm surface) {
        ownCompute = true;
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(compute);
        inputs.add(parameters);
        return scope.solved("tokens", "D", Unit.TOKENS, Sentence.of("condition.budget"), inputs,
                v -> surface.tokensOf(v, v[constants + 1], v[constants]), surface.source());
    }

    private Node loss() {
        if (law == null || !law.answers().contains(Answer.LOSS)) {
            return null;
        }
        lawNodes.requireInputs();
        DataInputs data = given.training().data();
        if (DataNodes.qualityUnknown(data)) {
            throw new StrategyException(Sentence.of("strategy.quality", data.id()));
        }
        worth();
        if (!progressed()) {
            return null;
        }
        repetition();
        if (law.counting().parameters() != ParameterCount.TOTAL && model == null) {
            chain.cite(law.form().source(), "assumption.counting", law.id(),
                    Sentence.of("count." + law.counting().parameters().key()));
        }
        return lawNodes.lines(law.form().steps(), variables);
    }

    /** Tokens in tokens of the law’s corpus. */
    private void worth() {
        if (quality == null) {
            return;
        }
        variables.put("D", scope.derived("worthTokens", "D_q", Unit.TOKENS, "{0}*{1}", List.of(tokens, quality),
                v -> v[0] * v[1], null));
        if (unique != null) {
            variables.put("U", scope.derived("worthUniqueTokens", "U_q", Unit.TOKENS, "{0}*{1}",
                    List.of(unique, quality), v -> v[0] * v[1], null));
        }
    }

    /** N and D that the gain stands for: along the law’s optimum, so that 6·N·D grows by the gain. */
    private boolean progressed() {
        if (gain == null) {
            return true;
        }
        if (law.form().inputs().contains(Variable.COMPUTE)) {
            variables.put("C", effective());
            return true;
        }
        if (!(law.form() instanceof SurfaceForm surface)) {
            chain.reason("loss", Sentence.of("reason.gain", law.id()));
            return false;
        }
        effective();
        List<Node> inputs = lawNodes.constants(surface);
        int constants = inputs.size();
        inputs.add(compute);
        inputs.add(gain);
        Node growth = scope.solved("growth", "eta", Unit.ONE, Sentence.of("condition.growth"), inputs,
                v -> surface.growth(v, v[constants], v[constants + 1]), surface.source());
        variables.put("N", scope.derived("gainedParameters", "N_g", Unit.PARAMETERS, "{0}*{1}",
                List.of(parameters, growth), v -> v[0] * v[1], HO));
        Node worth = variables.get("D");
        variables.put("D", scope.derived("gainedTokens", "D_g", Unit.TOKENS, "{0}*{1} / {2}",
                List.of(worth, gain, growth), v -> v[0] * v[1] / v[2], HO));
        if (unique != null) {
            Node limit = variables.getOrDefault("U", unique);
            variables.put("U", scope.derived("gainedUniqueTokens", "U_g", Unit.TOKENS, "{0}*{1} / {2}",
                    List.of(limit, gain, growth), v -> v[0] * v[1] / v[2], HO));
        }
        return true;
    }

    private Node effective() {
        chain.assume("assumption.gain");
        return scope.derived("effectiveCompute", "C_g", Unit.FLOP, "{0}*{1}", List.of(compute, gain),
                v -> v[0] * v[1], HO);
    }

    private void repetition() {
        if (unique != null) {
            variables.putIfAbsent("U", unique);
        }
        if (law.knowsRepetition()) {
            if (unique == null) {
                chain.assume("assumption.allUnique");
                variables.put("U", scope.derived("uniqueTokens", "U", Unit.TOKENS, "{0}",
                        List.of(variables.get("D")), v -> v[0], law.form().source()));
            } else {
                chain.cite(law.form().source(), "assumption.epochs", law.id());
            }
        } else if (unique != null) {
            int before = chain.violations();
            chain.limit("uniqueTokens", tokens, unique);
            if (chain.violations() > before) {
                chain.cite(law.form().source(), "assumption.lossOfUnique", law.id());
            }
        }
    }
}
