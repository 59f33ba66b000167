package org.isoflop.ui.strategy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.Sentence;
import org.isoflop.core.comparison.Comparison;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.model.Scenario;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.form.FieldHost;
import org.isoflop.ui.form.ValueEditing;
import org.isoflop.ui.form.ValueEditing.Place;

/** The table of strategies without its control: its rows, and the text of each cell. Belongs to the UI thread. */
final class Sheet {

    private static final String NONE = "–";
    private static final String WAITING = "…";
    private static final String DIFFERENT = " ≠";

    private final FieldHost host;
    private final Scenario scenario;
    private final Comparison comparison;

    Sheet(FieldHost host, Scenario scenario, Comparison comparison) {
        this.host = host;
        this.scenario = scenario;
        this.comparison = comparison;
    }

    Scenario scenario() {
        return scenario;
    }

    List<Strategy> strategies() {
        return scenario.getStrategies();
    }

    /** The rows that stand at the left: the verdict, the groups of measures, the steps. */
    List<Row> roots() {
        List<Row> roots = new ArrayList<>(List.of(new Row.Verdict()));
        for (Measure.Group group : Measure.Group.values()) {
            if (!measures(group).isEmpty()) {
                roots.add(new Row.Results(group));
            }
        }
        roots.addAll(steps());
        return roots;
    }

    /** The rows below a row. */
    List<? extends Row> below(Row row) {
        return switch (row) {
            case Row.Results results -> measures(results.group());
            case Row.Taken taken -> said(taken);
            default -> List.of();
        };
    }

    private List<Row.Result> measures(Measure.Group group) {
        return comparison == null ? List.of()
                : comparison.rows().stream().filter(row -> row.group() == group)
                        .map(row -> new Row.Result(row.measure())).toList();
    }

    private List<Row.Taken> steps() {
        Set<Row.Taken> steps = new LinkedHashSet<>();
        for (Strategy strategy : strategies()) {
            for (Step step : strategy.getSteps()) {
                steps.add(new Row.Taken(step.eClass(), number(strategy, step)));
            }
        }
        return List.copyOf(steps);
    }

    private static int number(Strategy strategy, Step step) {
        return strategy.getSteps().stream().filter(other -> other.eClass() == step.eClass()).toList().indexOf(step);
    }

    private List<Row.Said> said(Row.Taken taken) {
        List<Row.Said> rows = new ArrayList<>();
        for (EStructuralFeature feature : taken.type().getEAllStructuralFeatures()) {
            if (ValueEditing.isEditable(feature) && IntStream.range(0, strategies().size())
                    .mapToObj(column -> step(taken, column)).anyMatch(step -> step != null && step.eIsSet(feature))) {
                rows.add(new Row.Said(taken, feature));
            }
        }
        return rows;
    }

    /** The step of a strategy that a row stands for, or null. */
    Step step(Row.Taken taken, int column) {
        List<Step> steps = strategies().get(column).getSteps().stream()
                .filter(step -> step.eClass() == taken.type()).toList();
        return taken.number() < steps.size() ? steps.get(taken.number()) : null;
    }

    /** The value of the study that a cell shows, or null. */
    Place place(Row row, int column) {
        if (row instanceof Row.Said said && column < strategies().size()) {
            Step step = step(said.step(), column);
            return step == null ? null : new Place(step, said.feature());
        }
        return null;
    }

    /** What a strategy comes to, or null as long as that is not known. */
    StrategyResult result(int column) {
        int index = index(column);
        return index < 0 ? null : comparison.result().strategies().get(index);
    }

    private int index(int column) {
        if (comparison == null || column >= strategies().size()) {
            return -1;
        }
        String id = strategies().get(column).getId();
        return IntStream.range(0, comparison.result().strategies().size())
                .filter(i -> Objects.equals(id, comparison.result().strategies().get(i).strategy().id())).findFirst()
                .orElse(-1);
    }

    /** The name of a row, with a mark if the strategies differ in it. */
    String name(Row row) {
        String name = switch (row) {
            case Row.Verdict verdict -> Messages.text("strategies.limits");
            case Row.Results results -> results.group().text(locale());
            case Row.Result result -> result.measure().text(locale());
            case Row.Taken taken -> taken.number() == 0 ? Features.label(taken.type(), locale())
                    : Features.label(taken.type(), locale()) + " " + (taken.number() + 1);
            case Row.Said said -> Names.label(said.feature());
        };
        return IntStream.range(0, strategies().size()).anyMatch(column -> differs(row, column)) ? name + DIFFERENT
                : name;
    }

    /** The text of a cell. */
    String text(Row row, int column) {
        return switch (row) {
            case Row.Verdict verdict -> index(column) < 0 ? WAITING : comparison.verdict(index(column), locale());
            case Row.Results results -> "";
            case Row.Result result -> text(result, column);
            case Row.Taken taken -> step(taken, column) == null ? NONE : Messages.text("strategies.taken");
            case Row.Said said -> place(said, column) == null ? NONE : value(said, column);
        };
    }

    private String text(Row.Result result, int column) {
        int index = index(column);
        if (index < 0) {
            return WAITING;
        }
        Comparison.Row row = row(result);
        String text = row.text(index, locale());
        String difference = row.difference(index, locale());
        String shown = difference.isEmpty() ? text : Messages.text("strategies.difference", text, difference);
        return isBest(result, column) ? Messages.text("strategies.best", shown) : shown;
    }

    private Comparison.Row row(Row.Result result) {
        return comparison.rows().stream().filter(row -> row.measure() == result.measure()).findFirst().orElseThrow();
    }

    private String value(Row.Said said, int column) {
        Place place = place(said, column);
        return place.owner().eIsSet(place.feature()) ? ValueEditing.text(host, place) : "";
    }

    /** Whether a cell has the best value of its row. */
    boolean isBest(Row row, int column) {
        return row instanceof Row.Result result && index(column) >= 0 && row(result).best().contains(index(column));
    }

    /** Whether a cell says something else than that of the first strategy that says something. */
    boolean differs(Row row, int column) {
        return switch (row) {
            case Row.Result result -> index(column) >= 0 && row(result).differs(index(column));
            case Row.Verdict verdict -> result(0) != null && result(column) != null
                    && result(0).isFeasible() != result(column).isFeasible();
            case Row.Taken taken -> (step(taken, 0) == null) != (step(taken, column) == null);
            case Row.Said said -> !text(said, 0).equals(text(said, column));
            default -> false;
        };
    }

    /** Why a cell is as it is. */
    String tip(Row row, int column) {
        Place place = place(row, column);
        if (place != null) {
            return ValueEditing.help(host, place);
        }
        return row instanceof Row.Result result ? reason(result, column) : null;
    }

    /** Why a strategy does not have a measure, or null. */
    String reason(Row.Result row, int column) {
        StrategyResult result = result(column);
        Sentence reason = result == null || result.result() == null ? null
                : result.result().reasons().get(row.measure().id());
        return reason == null ? null : reason.text(locale());
    }

    private static Locale locale() {
        return Locale.getDefault();
    }
}
