package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Contents;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Refusal;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.ScenarioData;

/** What the charts of one scenario have in common: its decision, its words, and what they say under the chart. */
final class Deciding {

    private static final int MOST_NAMES = 6;

    private final Selection selection;
    private final ScenarioData scenario;
    private final ScenarioDecision decision;

    private Deciding(Selection selection, ScenarioData scenario) {
        this.selection = selection;
        this.scenario = scenario;
        decision = ScenarioDecision.of(selection.data(), Evaluation.evaluate(selection.data(), scenario.id()));
    }

    /** The scenario of a chart as a decision; empty without a scenario that has a strategy with a result. */
    static Optional<Deciding> of(Selection selection) {
        return selection.scenario().filter(scenario -> scenario.id() != null)
                .map(scenario -> new Deciding(selection, scenario))
                .filter(deciding -> !deciding.decision.strategies().isEmpty());
    }

    ScenarioDecision decision() {
        return decision;
    }

    ScenarioData scenario() {
        return scenario;
    }

    /** The strategy that a chart of one strategy looks at: the one that it names, or else the winner. */
    int position() {
        return decision.position(selection.chart().strategies().stream().findFirst().orElse(null));
    }

    /** The measure that a chart of one strategy looks at; empty if the strategy has none that is asked for first. */
    Optional<Measure> measure(int position) {
        return Measure.find(selection.chart().across()).filter(one -> has(position, one))
                .or(() -> Stream.concat(sought(), Stream.of(Measure.LOSS, decision.money(), Measure.COST,
                        Measure.COMPUTE)).filter(one -> has(position, one)).findFirst());
    }

    /** What decides between the strategies comes first. */
    private Stream<Measure> sought() {
        return decision.decision().objectives().stream()
                .flatMap(objective -> Measure.find(objective.measure()).stream());
    }

    private boolean has(int position, Measure measure) {
        return decision.strategies().get(position).measure(measure.id()).isPresent();
    }

    String name(int alternative) {
        return name(decision.strategies().get(alternative));
    }

    String name(StrategyResult strategy) {
        return selection.name(strategy.strategy().name(), strategy.strategy().id());
    }

    /** The name of a strategy, or that none is feasible. */
    String winner(String id) {
        return decision.strategies().stream().filter(one -> one.strategy().id().equals(id)).findFirst()
                .map(this::name).orElseGet(() -> selection.text("chart.decide.nobody"));
    }

    /** The title of the chart with the name of the scenario. */
    String title(String key, Object... arguments) {
        String own = selection.text(key, arguments);
        return selection.name(selection.chart().name(), selection.text("chart.decide.title", own,
                selection.name(scenario.name(), scenario.id())));
    }

    /** Why strategies are missing. */
    List<String> refused() {
        List<String> notes = new ArrayList<>();
        for (StrategyResult strategy : decision.result().strategies()) {
            if (strategy.result() == null) {
                notes.add(selection.text("chart.note.broken", name(strategy),
                        Refusal.message(strategy.refusal(), selection.locale())));
            }
        }
        return notes;
    }

    /** What intervals of some measures hold, and where the draws come from. */
    List<String> contents(Draws draws, List<Measure> measures) {
        Map<String, String> inputs = new TreeMap<>();
        Map<String, String> laws = new TreeMap<>();
        for (int a = 0; a < decision.strategies().size(); a++) {
            for (Measure measure : measures) {
                Contents contents = decision.decision().contents(a, measure.id());
                contents.laws().forEach(law -> laws.put(law.id(), selection.text("chart.factor.law", law(law.id()))));
                contents.inputs().forEach(input -> inputs.put(input.path(), name(input)));
            }
        }
        List<String> names = new ArrayList<>(laws.values());
        names.addAll(inputs.values());
        if (names.isEmpty()) {
            return List.of(selection.text("chart.note.certain"));
        }
        String list = names.stream().limit(MOST_NAMES).collect(Collectors.joining(selection.text("chart.list")));
        return List.of(selection.text("chart.note.contents", level(draws.level()), list,
                Math.max(0, names.size() - MOST_NAMES)),
                selection.text("chart.note.draws", draws.size(), draws.generator(), String.valueOf(draws.seed())));
    }

    String level(double level) {
        return Quantities.format(100 * level, Unit.ONE, selection.locale());
    }

    /** The name of a law. */
    String law(String id) {
        return selection.data().nameOf(id, selection.locale());
    }

    /** The name of an input with the element that it belongs to, unless that is the scenario. */
    String name(Factor.Input input) {
        return decision.name(input, selection.locale());
    }

    /** Which of some inputs move together in several strategies; empty if none does. */
    List<String> together(Stream<Factor.Input> inputs) {
        List<String> names = inputs.filter(input -> !decision.sharing(input).isEmpty()).map(this::name).distinct()
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(selection.text("chart.note.together",
                        names.stream().limit(MOST_NAMES).collect(Collectors.joining(selection.text("chart.list"))),
                        Math.max(0, names.size() - MOST_NAMES)));
    }

    /** Which uncertain inputs move together in several strategies. */
    List<String> together() {
        return together(decision.decision().inputs().stream().filter(input -> input.spread() != null));
    }

    /** An empty chart that says what is missing. */
    static Plot nothing(Selection selection, String view) {
        Axis none = Axis.of("", Unit.ONE, Scale.LINEAR, 0, 1, TickLabels.PLAIN, selection.locale());
        return new Plot(selection.id(), selection.title("chart." + view + ".title"),
                selection.text("chart.no-decision"), none, none, List.of(), List.of(), List.of(), List.of(),
                refusals(selection));
    }

    private static List<String> refusals(Selection selection) {
        return selection.scenario().filter(scenario -> scenario.id() != null)
                .map(scenario -> new Deciding(selection, scenario).refused()).orElse(List.of());
    }
}
