package org.isoflop.core.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Alternative;
import org.isoflop.analysis.decision.Decision;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.decision.LawConstants;
import org.isoflop.analysis.decision.MonteCarlo;
import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.Returns;
import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.decision.Tornado;
import org.isoflop.core.Messages;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.DatasetData;
import org.isoflop.core.mapping.StudyData.GridData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.StrategyData;

/**
 * A scenario as a decision between those of its strategies that could be evaluated. What is sought: with a loss goal
 * the least money that reaches it, else the least loss, and of equal losses the least money.
 */
public final class ScenarioDecision {

    /** The seed of all draws; another one gives other draws of the same distribution. */
    public static final long SEED = 1;

    private static final int MOST_SHARERS = 3;

    private final StudyData data;
    private final ScenarioResult result;
    private final List<StrategyResult> strategies;
    private final Decision decision;
    private final Set<String> elements;

    private ScenarioDecision(StudyData data, ScenarioResult result) {
        this.data = data;
        this.result = result;
        elements = elements(data, result.scenario());
        strategies = result.evaluated();
        List<LawConstants> laws = laws();
        List<Alternative> alternatives = strategies.stream().map(one -> one.alternative(laws)).toList();
        decision = new Decision(alternatives, result.objectives(),
                SharedInputs.of(data, result.scenario().strategies(), alternatives));
    }

    /**
     * Makes a decision of a scenario.
     *
     * @param data
     *            the study
     * @param result
     *            what its strategies come to
     * @return the decision; without alternatives if no strategy could be evaluated
     */
    public static ScenarioDecision of(StudyData data, ScenarioResult result) {
        return new ScenarioDecision(data, result);
    }

    private List<LawConstants> laws() {
        List<LawConstants> laws = new ArrayList<>();
        for (LawData law : data.laws()) {
            if (law.law() != null) {
                boolean main = law.id().equals(result.scenario().law());
                laws.add(LawConstants.of(law.law(), main ? LawConstants.PREFIX : LawConstants.PREFIX + law.id() + "."));
            }
        }
        return laws;
    }

    /**
     * Returns the results that the decision is made of.
     *
     * @return of the scenario, refused strategies included
     */
    public ScenarioResult result() {
        return result;
    }

    /**
     * Returns the strategies that take part.
     *
     * @return in the order of the alternatives
     */
    public List<StrategyResult> strategies() {
        return strategies;
    }

    /**
     * Returns the alternatives and what is sought.
     *
     * @return the decision
     */
    public Decision decision() {
        return decision;
    }

    /**
     * Finds a strategy.
     *
     * @param id
     *            its id, or null
     * @return its position among the alternatives; the winner's if there is none of that id, or else the first; −1
     *         without alternatives
     */
    public int position(String id) {
        for (int i = 0; i < strategies.size(); i++) {
            if (strategies.get(i).strategy().id().equals(id)) {
                return i;
            }
        }
        return strategies.isEmpty() ? -1 : Math.max(0, decision.winner());
    }

    /**
     * Returns the measures that at least one strategy has.
     *
     * @return in the order of a table
     */
    public List<Measure> measures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> strategies.stream().anyMatch(one -> one.measure(measure.id()).isPresent()))
                .toList();
    }

    /**
     * Draws all that is uncertain.
     *
     * @param cancelled
     *            asked often
     * @return intervals of all measures and shares of wins
     * @throws CancellationException
     *             if it was cancelled
     */
    public Draws draws(BooleanSupplier cancelled) {
        return MonteCarlo.of(SEED).run(decision, measures().stream().map(Measure::id).toList(), cancelled);
    }

    /**
     * Moves every uncertain factor alone, and the law among those that the scenario names.
     *
     * @param position
     *            of the strategy whose measure is looked at
     * @param measure
     *            one of its measures
     * @param cancelled
     *            asked often
     * @return what moves the measure, the widest bar first
     * @throws CancellationException
     *             if it was cancelled
     */
    public Tornado tornado(int position, Measure measure, BooleanSupplier cancelled) {
        return Tornado.of(decision, position, measure.id(), underLaws(), cancelled);
    }

    /** The decision under each law that the scenario names, its own first. */
    private Map<String, Decision> underLaws() {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        ScenarioData scenario = result.scenario();
        if (scenario.law() != null) {
            decisions.put(scenario.law(), decision);
        }
        for (String law : scenario.otherLaws()) {
            if (data.findLaw(law).filter(one -> one.law() != null).isPresent()) {
                decisions.computeIfAbsent(law,
                        id -> new ScenarioDecision(data, Evaluation.under(data, scenario.id(), id)).decision);
            }
        }
        return decisions;
    }

    /**
     * Returns the strategies that have a quantity of their steps in common.
     *
     * @param input
     *            an input of the decision
     * @return at least two, in the order of the alternatives; empty for what belongs to one strategy, and for what
     *         stands in the study but once, such as a price
     */
    public List<StrategyResult> sharing(Factor.Input input) {
        List<StrategyResult> sharing = input.places().stream().map(Factor.Place::alternative).distinct().sorted()
                .map(strategies::get).toList();
        return sharing.size() > 1 && input.path().startsWith(sharing.getFirst().strategy().id() + ".steps[")
                ? sharing
                : List.of();
    }

    /**
     * Names whose an input is that strategies share.
     *
     * @param input
     *            an input of the decision
     * @param name
     *            names a strategy
     * @param locale
     *            language
     * @return some names, or that it is all strategies; empty where they do not share it
     */
    public Optional<String> sharers(Factor.Input input, Function<StrategyResult, String> name, Locale locale) {
        List<StrategyResult> sharing = sharing(input);
        if (sharing.isEmpty()) {
            return Optional.empty();
        }
        if (sharing.size() == strategies.size()) {
            return Optional.of(Messages.text(locale, "decision.input.all"));
        }
        String names = sharing.stream().limit(MOST_SHARERS).map(name)
                .collect(Collectors.joining(Messages.text(locale, "decision.input.list")));
        return Optional.of(Messages.text(locale, "decision.input.some", names,
                Math.max(0, sharing.size() - MOST_SHARERS)));
    }

    /**
     * Says what an input is and whose.
     *
     * @param input
     *            an input of the decision
     * @param locale
     *            the language
     * @return its label, with the name of the strategies or of the element that it belongs to unless that is the
     *         scenario itself
     */
    public String name(Factor.Input input, Locale locale) {
        String label = input.label().text(locale);
        String owner = input.path().replaceFirst("[./].*$", "");
        return owner.equals(result.scenario().id()) ? label
                : Messages.text(locale, "decision.input", label,
                        sharers(input, one -> data.nameOf(one.strategy().id(), locale), locale)
                                .orElseGet(() -> data.nameOf(owner, locale)));
    }

    /**
     * Finds where the winner changes while one input moves.
     *
     * @param cancelled
     *            asked often
     * @return one result for each input on which what is sought or a limit depends; those without a tipping point too
     * @throws CancellationException
     *             if it was cancelled
     */
    public List<TippingPoints> tippingPoints(BooleanSupplier cancelled) {
        Set<String> matters = new LinkedHashSet<>();
        for (Alternative alternative : decision.alternatives()) {
            List<String> nodes = new ArrayList<>(decision.objectives().stream().map(Objective::measure).toList());
            alternative.limits().forEach(limit -> {
                nodes.add(limit.measure());
                nodes.add(limit.node());
            });
            nodes.stream().filter(node -> node != null && alternative.graph().has(node))
                    .flatMap(node -> alternative.graph().inputsOf(node).stream())
                    .forEach(node -> matters.add(alternative.id() + "/" + node.id()));
        }
        List<TippingPoints> found = new ArrayList<>();
        for (Factor.Input input : decision.inputs()) {
            if (isGiven(input) && input.places().stream().anyMatch(place -> matters.contains(
                    decision.alternatives().get(place.alternative()).id() + "/" + place.node()))) {
                TippingPoints.around(decision, input, cancelled).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Asks what more of each input of a strategy still buys.
     *
     * @param position
     *            of the strategy
     * @param measure
     *            the measure that is looked at
     * @return one answer for each input above zero that the measure follows from
     */
    public List<Returns> returns(int position, Measure measure) {
        Alternative alternative = decision.alternatives().get(position);
        if (!alternative.graph().has(measure.id())) {
            return List.of();
        }
        Set<String> from = new LinkedHashSet<>();
        alternative.graph().inputsOf(measure.id()).forEach(node -> from.add(node.id()));
        Objective objective = new Objective(measure.id(), measure.sense());
        return new Decision(List.of(alternative), List.of(objective)).inputs().stream()
                .filter(input -> isGiven(input) && !isMeasure(input, measure) && input.value() > 0
                        && input.places().stream().anyMatch(place -> from.contains(place.node())))
                .map(input -> Returns.of(alternative, input.path(), objective,
                        money(alternative).orElse(Measure.COST).id(), Returns.THRESHOLD))
                .toList();
    }

    /**
     * Whether somebody gave an input in the study as a number that may be another one: not what the program chose, nor
     * what was counted from an architecture.
     */
    private boolean isGiven(Factor.Input input) {
        int dot = input.path().indexOf('.');
        return dot > 0 && elements.contains(input.path().substring(0, dot))
                && !input.path().endsWith(".architecture");
    }

    /**
     * Tells whether an input is the measure itself: a loss that somebody assumes.
     *
     * @param input
     *            an input
     * @param measure
     *            what is looked at
     * @return true if it tells nothing to move the one and to look at the other
     */
    public static boolean isMeasure(Factor.Input input, Measure measure) {
        return measure == Measure.LOSS && input.path().endsWith(".assumedLoss");
    }

    private static Set<String> elements(StudyData data, ScenarioData scenario) {
        return Stream.of(Stream.of(scenario.id()), scenario.strategies().stream().map(StrategyData::id),
                data.models().stream().map(ModelData::id), data.datasets().stream().map(DatasetData::id),
                data.accelerators().stream().map(AcceleratorData::id), data.clusters().stream().map(ClusterData::id),
                data.grids().stream().map(GridData::id), data.sites().stream().map(SiteData::id),
                data.laws().stream().map(LawData::id))
                .flatMap(ids -> ids).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The money that a strategy costs: over the life where something is served, else once. */
    private static Optional<Measure> money(Alternative alternative) {
        return List.of(Measure.COST_LIFE, Measure.COST).stream()
                .filter(measure -> alternative.graph().has(measure.id())).findFirst();
    }

    /**
     * Returns what a strategy costs.
     *
     * @param position
     *            of the strategy
     * @return over the life where something is served, else once, in US dollars; 0 if nothing says so
     */
    public double cost(int position) {
        Alternative alternative = decision.alternatives().get(position);
        return money(alternative).map(measure -> alternative.graph().value(measure.id())).orElse(0.0);
    }

    /**
     * Returns the measure of money that the strategies can be compared by.
     *
     * @return over the life if a strategy has it, else once
     */
    public Measure money() {
        return measures().contains(Measure.COST_LIFE) ? Measure.COST_LIFE : Measure.COST;
    }
}
