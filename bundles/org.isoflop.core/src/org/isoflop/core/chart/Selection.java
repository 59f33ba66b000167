package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.model.Text;

/** What a chart shows of a study, and the words it shows it in. */
record Selection(ChartData chart, Focus focus, StudyData data, List<LawData> laws, List<ModelData> models,
        List<Double> budgets, Locale locale, BooleanSupplier cancelled) {

    /** How many sentences may say that a law is not drawn, and how many laws one sentence names. */
    private static final int MOST_NOTES = 2;
    private static final int MOST_NAMES = 3;

    static Selection of(StudyData data, ChartData chart, Focus focus, Locale locale, BooleanSupplier cancelled) {
        List<LawData> laws = distinct(data.laws().stream().filter(law -> law.law() != null)
                .filter(law -> shows(chart.laws(), focus.laws(), law.id())), LawData::id);
        List<ModelData> models = distinct(data.models().stream()
                .filter(model -> shows(chart.models(), focus.models(), model.id())), ModelData::id);
        List<Double> budgets = chart.budgets().stream()
                .filter(budget -> budget >= Axes.SMALLEST && budget <= Axes.LARGEST).sorted().distinct().toList();
        return new Selection(chart, focus, data, laws, models, budgets, locale, cancelled);
    }

    /** Returns the accelerators of the chart: those that it names or that are looked at, or else all. */
    List<AcceleratorData> accelerators() {
        return distinct(data.accelerators().stream()
                .filter(one -> shows(chart.accelerators(), focus.accelerators(), one.id())), AcceleratorData::id);
    }

    /** Returns the models that are looked at, or else all of the chart. */
    List<ModelData> lookedAtModels() {
        List<ModelData> focused = focusedModels();
        return focused.isEmpty() ? models : focused;
    }

    /** Returns the accelerators that are looked at, or else all of the chart. */
    List<AcceleratorData> lookedAtAccelerators() {
        List<AcceleratorData> all = accelerators();
        List<AcceleratorData> focused = all.stream().filter(one -> focus.accelerators().contains(one.id())).toList();
        return focused.isEmpty() ? all : focused;
    }

    /** Returns the clusters of the chart: those that it names or that are looked at, or else all. */
    List<ClusterData> clusters() {
        return distinct(data.clusters().stream()
                .filter(one -> shows(chart.clusters(), focus.clusters(), one.id())), ClusterData::id);
    }

    /** Returns the clusters that are looked at, or else all of the chart. */
    List<ClusterData> lookedAtClusters() {
        List<ClusterData> all = clusters();
        List<ClusterData> focused = all.stream().filter(one -> focus.clusters().contains(one.id())).toList();
        return focused.isEmpty() ? all : focused;
    }

    /** Returns the scenario that the chart names or that is looked at, or else the first one of the study. */
    Optional<ScenarioData> scenario() {
        return Stream.concat(Stream.ofNullable(focus.scenario()), chart.scenarios().stream())
                .flatMap(id -> data.findScenario(id).stream()).findFirst()
                .or(() -> data.scenarios().stream().findFirst());
    }

    /** Returns the site of the scenario. */
    Optional<SiteData> site() {
        return scenario().map(ScenarioData::site)
                .flatMap(id -> data.sites().stream().filter(site -> id.equals(site.id())).findFirst());
    }

    private static boolean shows(List<String> chosen, List<String> focused, String id) {
        return chosen.isEmpty() || id != null && (chosen.contains(id) || focused.contains(id));
    }

    /** Leaves out elements without an id and those whose id another one has already. */
    private static <T> List<T> distinct(Stream<T> elements, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        elements.filter(element -> id.apply(element) != null)
                .forEach(element -> found.putIfAbsent(id.apply(element), element));
        return List.copyOf(found.values());
    }

    /** Ends the drawing if nobody wants it any more. */
    void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    String id() {
        return Objects.requireNonNullElse(chart.id(), chart.view());
    }

    String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    String show(double value, Unit unit) {
        return Quantities.format(value, unit, locale);
    }

    /** Returns a list of names, the first ones if they are many. */
    String names(List<String> names, int most) {
        String list = names.stream().limit(most).collect(Collectors.joining(text("chart.list")));
        return text("chart.names", list, Math.max(0, names.size() - most));
    }

    String name(Text name, String id) {
        return name == null || name.get(locale).isBlank() ? id : name.get(locale);
    }

    /** Returns the name of a law as the legend shows it; laws of the same name are told apart by their ids. */
    String name(LawData law) {
        String name = name(law.name(), law.id());
        boolean shared = laws.stream().anyMatch(other -> other != law && name(other.name(), other.id()).equals(name));
        return shared ? name + " (" + law.id() + ")" : name;
    }

    String title(String key) {
        return name(chart.name(), text(key));
    }

    /** Returns what the chart shows; an empty chart draws this sentence instead of curves. */
    String description(String key, List<Series> series) {
        if (series.isEmpty()) {
            return text("chart.no-laws");
        }
        return name(chart.description(), text(key));
    }

    /** Returns the laws that give a loss for each compute budget. */
    List<LawData> lawsOverCompute() {
        return laws.stream().filter(law -> law.law().answersLossOfCompute()).toList();
    }

    /** Returns the laws that give a loss for each pair of parameters and tokens, and the best pair for a compute. */
    List<LawData> surfaces() {
        return laws.stream()
                .filter(law -> law.law().answersLossOfModels() && law.law().answers().contains(Answer.ALLOCATION))
                .toList();
    }

    /** Returns the law of a chart that shows one: one that is looked at, or else the first. */
    Optional<LawData> single() {
        List<LawData> surfaces = surfaces();
        return surfaces.stream().filter(law -> focus.laws().contains(law.id())).findFirst()
                .or(() -> surfaces.stream().findFirst());
    }

    /** Returns the sentence by which law the curves are, and why not by the one that is looked at. */
    String singleNote(String key, LawData shown) {
        return laws.stream().filter(law -> focus.laws().contains(law.id()) && law != shown)
                .filter(law -> !focus.laws().contains(shown.id())).findFirst()
                .map(law -> text("chart.note.otherLaw", name(law), name(shown)))
                .orElseGet(() -> text(key, name(shown)));
    }

    /** Returns the models that stand out: those that are looked at. */
    List<ModelData> focusedModels() {
        return models.stream().filter(model -> focus.models().contains(model.id())).toList();
    }

    /** Returns the strategies of the scenario that is looked at. */
    Optional<ScenarioResult> focusedScenario() {
        return data.scenarios().stream()
                .filter(scenario -> focus.scenario() != null && focus.scenario().equals(scenario.id())).findFirst()
                .map(scenario -> Evaluation.evaluate(data, scenario.id()));
    }

    /** Returns the law of the scenario that is looked at, by which its strategies have their losses. */
    Optional<LawData> focusedLaw() {
        return data.findScenario(Objects.requireNonNullElse(focus.scenario(), ""))
                .flatMap(scenario -> data.findLaw(Objects.requireNonNullElse(scenario.law(), "")));
    }

    /**
     * Returns which of the laws chosen are not among those drawn, and why: a sentence for each that is looked at, and
     * one for each or all of the others.
     */
    List<String> notDrawn(List<LawData> drawn) {
        List<String> notes = new ArrayList<>();
        List<LawData> others = new ArrayList<>();
        for (LawData law : laws) {
            if (!drawn.contains(law)) {
                if (focus.laws().contains(law.id())) {
                    notes.add(notDrawn(law));
                } else {
                    others.add(law);
                }
            }
        }
        if (others.size() > MOST_NOTES) {
            String names = others.stream().limit(MOST_NAMES).map(this::name)
                    .collect(Collectors.joining(text("chart.list")));
            notes.add(text("chart.note.notDrawn.many", others.size(), names, others.size() - MOST_NAMES));
        } else {
            others.forEach(law -> notes.add(notDrawn(law)));
        }
        for (LawData law : data.laws()) {
            if (law.law() == null && law.id() != null && shows(chart.laws(), focus.laws(), law.id())) {
                notes.add(text("chart.note.broken", name(law.name(), law.id()),
                        Refusal.message(law.problem(), locale)));
            }
        }
        return notes;
    }

    private String notDrawn(LawData law) {
        List<Input> missing = law.law().missingInputs();
        return missing.isEmpty()
                ? text("chart.note.notDrawn", name(law), law.law().answersInWords().text(locale))
                : text("chart.note.notDrawn.input", name(law), missing.getFirst().symbol(),
                        missing.getFirst().text(locale));
    }

    /** Returns the budgets as lines across the chart. */
    List<Rule> budgetRules() {
        return budgets.stream().map(budget -> new Rule("budget." + budget, show(budget, Unit.FLOP),
                Orientation.VERTICAL, budget)).toList();
    }

    /** Returns the sentence that losses on different corpora are no common scale, if these laws need it. */
    List<String> corpusNotes(List<LawData> shown) {
        Set<String> corpora = new TreeSet<>();
        for (LawData law : shown) {
            corpora.add(law.corpus() == null ? text("chart.corpus.unknown") : law.corpus());
        }
        return corpora.size() < 2
                ? List.of()
                : List.of(text("chart.note.corpora", String.join(text("chart.list"), corpora)));
    }

    static double[] logSpaced(double low, double high, int count) {
        double[] values = new double[count];
        double lnLow = Math.log(low);
        double step = (Math.log(high) - lnLow) / (count - 1);
        for (int i = 1; i < count - 1; i++) {
            values[i] = Math.exp(lnLow + i * step);
        }
        values[0] = low;
        values[count - 1] = high;
        return values;
    }
}
