package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;

/**
 * A model or a strategy as a point of a chart.
 *
 * @param name
 *            its name
 * @param parameters
 *            N
 * @param tokens
 *            D
 * @param compute
 *            C in FLOP
 * @param loss
 *            nats per token, NaN where it is not known
 */
record Placed(String name, double parameters, double tokens, double compute, double loss) {

    private static final int SELECTED_COLOUR = 3;
    private static final int STRATEGY_COLOUR = 6;

    /** A model by its total parameters, its tokens and its compute, which is 6ND where none is given. */
    static Optional<Placed> of(Selection selection, ModelData model, LawData law) {
        Double parameters = Figures.positive(model.parameters());
        Double tokens = Figures.positive(model.tokens());
        if (parameters == null || tokens == null) {
            return Optional.empty();
        }
        Double given = Figures.positive(model.compute());
        double compute = given == null ? 6 * parameters * tokens : given;
        double loss = law == null ? Double.NaN : Answers.orGap(() -> law.law().loss(parameters, tokens));
        return compute >= Axes.SMALLEST && compute <= Axes.LARGEST
                ? Optional.of(new Placed(selection.name(model.name(), model.id()), parameters, tokens, compute, loss))
                : Optional.empty();
    }

    /** The loss of a model that was seen on the corpus of a law. */
    static Optional<Double> observed(ModelData model, LawData law) {
        return model.observedLosses().stream()
                .filter(observed -> observed.corpus() != null && Objects.equals(observed.corpus(), law.corpus()))
                .map(ObservedLossData::loss).filter(loss -> loss != null && loss.value() != null)
                .map(loss -> loss.value()).findFirst();
    }

    /** The strategies of a scenario that come to a compute. */
    static List<Placed> of(Selection selection, ScenarioResult result) {
        List<Placed> points = new ArrayList<>();
        for (StrategyResult strategy : result.strategies()) {
            double compute = strategy.measure(Measure.COMPUTE.id()).orElse(Double.NaN);
            if (compute >= Axes.SMALLEST && compute <= Axes.LARGEST) {
                points.add(new Placed(selection.name(strategy.strategy().name(), strategy.strategy().id()),
                        strategy.measure(Measure.PARAMETERS.id()).orElse(Double.NaN),
                        strategy.measure(Measure.TOKENS.id()).orElse(Double.NaN), compute,
                        strategy.measure(Measure.LOSS.id()).orElse(Double.NaN)));
            }
        }
        return points;
    }

    /** The models that are looked at, one group each. */
    static List<Series> selected(List<Placed> models, ToDoubleFunction<Placed> x) {
        List<Series> series = new ArrayList<>();
        for (Placed model : models) {
            series.add(new Series("selected." + series.size(), model.name(), model.name(),
                    new double[] {x.applyAsDouble(model)}, new double[] {model.loss()}, Line.NONE, Marker.DIAMOND,
                    SELECTED_COLOUR, List.of(model.name())));
        }
        return series;
    }

    /** The strategies of a scenario as one group. */
    static List<Series> strategies(Selection selection, List<Placed> strategies, ToDoubleFunction<Placed> x) {
        if (strategies.isEmpty()) {
            return List.of();
        }
        String group = selection.text("chart.strategies");
        return List.of(new Series("strategies", group, group, strategies.stream().mapToDouble(x).toArray(),
                strategies.stream().mapToDouble(Placed::loss).toArray(), Line.NONE, Marker.SQUARE, STRATEGY_COLOUR,
                strategies.stream().map(Placed::name).toList()));
    }

    /** Lines at the compute of models and strategies that are looked at. */
    static List<Rule> rules(Selection selection) {
        List<Placed> points = new ArrayList<>();
        selection.focusedModels().forEach(model -> of(selection, model, null).ifPresent(points::add));
        selection.focusedScenario().ifPresent(result -> points.addAll(of(selection, result)));
        List<Rule> rules = new ArrayList<>();
        for (Placed point : points) {
            boolean drawn = selection.budgets().stream().anyMatch(budget -> near(budget, point.compute()))
                    || rules.stream().anyMatch(rule -> near(rule.position(), point.compute()));
            if (!drawn) {
                rules.add(new Rule("selected." + rules.size(), point.name(), Orientation.VERTICAL, point.compute()));
            }
        }
        return rules;
    }

    static boolean near(double left, double right) {
        return Math.abs(Math.log(left / right)) < 0.01;
    }

    /** Sentences for the models that are looked at but have no point. */
    static List<String> missing(Selection selection) {
        return selection.focusedModels().stream().filter(model -> of(selection, model, null).isEmpty())
                .map(model -> selection.text("chart.note.noPoint", selection.name(model.name(), model.id()))).toList();
    }
}
