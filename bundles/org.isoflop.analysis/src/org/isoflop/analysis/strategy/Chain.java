package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Extrapolation;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.unit.Unit;

/** What the steps of one evaluation share: the graph, the scenario, and what they find out for the whole. */
final class Chain {

    private static final double TOLERANCE = 1e-9;
    private static final String WALEFFE = "Waleffe et al. 2024, arXiv:2406.07887";

    private final StrategyInputs given;
    private final Graph.Builder graph = new Graph.Builder();
    private final Map<String, Node> shared = new HashMap<>();
    private final Map<String, Map<String, Node>> constants = new HashMap<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final List<Extrapolation> extrapolations = new ArrayList<>();
    private final Map<String, Sentence> reasons = new LinkedHashMap<>();
    private final Ledger ledger = new Ledger();
    private final ScenarioNodes scenario;
    private ServedModel served;
    private ChosenLayout layout;

    Chain(StrategyInputs given) {
        this.given = given;
        scenario = new ScenarioNodes(given, root());
    }

    StrategyInputs given() {
        return given;
    }

    ScenarioNodes scenario() {
        return scenario;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The part of the graph that belongs to no step. */
    Scope root() {
        return new Scope(graph, shared);
    }

    /** The part of a step; an empty name for the only one. */
    Scope scope(String name, String ending) {
        return new Scope(graph.within(name, ending), shared);
    }

    /** The constants of a law that steps have used already, by symbol. */
    Map<String, Node> constants(Law law) {
        return constants.computeIfAbsent(law.id(), id -> new HashMap<>());
    }

    void assume(String key, Object... arguments) {
        cite(null, key, arguments);
    }

    void cite(String source, String key, Object... arguments) {
        Assumption assumption = new Assumption(Sentence.of(key, arguments), source);
        if (!assumptions.contains(assumption)) {
            assumptions.add(assumption);
        }
    }

    /** Keeps the layout of the step that takes most memory of a device. */
    void layout(ChosenLayout chosen) {
        if (layout == null || chosen.bytes() > layout.bytes()) {
            layout = chosen;
        }
    }

    /** How many limits are not kept so far. */
    int violations() {
        return violations.size();
    }

    void reason(String measure, Sentence why) {
        reasons.putIfAbsent(measure, why);
    }

    void extrapolates(List<Extrapolation> found) {
        found.stream().filter(one -> !extrapolations.contains(one)).forEach(extrapolations::add);
    }

    /** Notes a value above its limit. */
    void limit(String constraint, Node value, Node limit) {
        if (value != null && limit != null) {
            limit(new Limit(constraint, value.id(), Sense.LOWEST, limit.value(), limit.id()), value);
        }
    }

    /** Notes a value above a limit that does not move. */
    void limit(String constraint, Node value, double limit) {
        limit(new Limit(constraint, value.id(), Sense.LOWEST, limit), value);
    }

    private void limit(Limit limit, Node value) {
        limits.add(limit);
        if (value.value() > limit.bound() * (1 + TOLERANCE)) {
            violations.add(new Violation(limit.constraint(), value.value(), limit.bound(),
                    value.value() / limit.bound(), value.unit()));
        }
    }

    /** Why a law says nothing of a model: it was fitted on dense models, or counts what the model does not tell. */
    static Sentence silence(State state, Law law) {
        return state.hasExperts() && !law.knowsExperts()
                ? Sentence.of("reason.experts", law.id(), state.name())
                : Sentence.of("reason.counting", law.id());
    }

    /** The parameters of a model as a law counts them; null if that cannot be told or the law is not of its kind. */
    Node counted(Scope scope, State state, Law law) {
        if (state.hasExperts() && !law.knowsExperts()) {
            return null;
        }
        if (state.hasStateSpace()) {
            cite(WALEFFE, "assumption.stateSpace", law.id(), state.name());
        }
        ParameterCount count = law.counting().parameters();
        if (count == ParameterCount.TOTAL) {
            return state.parameters();
        }
        if (state.architecture() == null) {
            cite(law.form().source(), "assumption.counting", law.id(), Sentence.of("count." + count.key()));
            return state.parameters();
        }
        return switch (count) {
            case ACTIVE -> state.active();
            case NON_EMBEDDING -> scope.counted("nonEmbeddingParameters", "N_ne", Unit.PARAMETERS,
                    ParameterCounts.of(state.architecture()).nonEmbedding(), state.name() + ".architecture");
            default -> null;
        };
    }

    void serves(ServedModel model) {
        served = model;
    }

    StrategyOutcome outcome() {
        reasons.putAll(ledger.missing());
        if (scenario.marketIntensity() == null) {
            reasons.keySet().removeIf(measure -> measure.startsWith("carbonMarketBased"));
        }
        Graph built = graph.build();
        reasons.keySet().removeIf(built::has);
        return new StrategyOutcome(built, violations, assumptions, extrapolations, reasons, limits, layout, served);
    }
}
