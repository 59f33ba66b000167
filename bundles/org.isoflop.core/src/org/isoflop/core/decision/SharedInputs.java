package org.isoflop.core.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isoflop.analysis.decision.Alternative;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.DistilData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PruneData;
import org.isoflop.core.mapping.StudyData.QuantiseData;
import org.isoflop.core.mapping.StudyData.ServeData;
import org.isoflop.core.mapping.StudyData.StepData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.core.mapping.StudyData.UseModelData;

/**
 * Which numbers of different steps are one quantity. A study writes the utilisation of a run into every strategy that
 * has such a run; nobody means by that that it may turn out high in one of them and low in the next. Numbers are one
 * quantity if they are of the same feature of the same kind of step on the same accelerator, with the same value,
 * interval, status and source; a price or a loss is so of the same model alone.
 */
final class SharedInputs {

    private static final Pattern STEP = Pattern.compile("(.+)\\.steps\\[(\\d+)]\\.(.+)");
    private static final Pattern LAW_INPUT = Pattern.compile("lawInputs\\[(\\d+)].*");
    private static final List<String> OF_A_MODEL = List.of("assumedLoss", "lossIncrease", "price", "pricePerMillion");

    private final StudyData data;
    private final Map<String, StrategyData> strategies = new HashMap<>();

    /** What makes numbers one quantity. */
    private record Identity(Class<? extends StepData> kind, String accelerator, String model, String feature, Unit unit,
            double value, Spread spread, String status, String source) {
    }

    private SharedInputs(StudyData data, List<StrategyData> strategies) {
        this.data = data;
        strategies.forEach(strategy -> this.strategies.put(strategy.id(), strategy));
    }

    /** By the origin of an input the first origin of the same quantity, where that is another one. */
    static Map<String, String> of(StudyData data, List<StrategyData> strategies, List<Alternative> alternatives) {
        SharedInputs shared = new SharedInputs(data, strategies);
        Map<Identity, String> first = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        for (Alternative alternative : alternatives) {
            for (Node node : alternative.graph().nodes()) {
                shared.identity(node).ifPresent(identity -> {
                    String path = node.origin().path();
                    String known = first.putIfAbsent(identity, path);
                    if (known != null && !known.equals(path)) {
                        same.put(path, known);
                    }
                });
            }
        }
        return same;
    }

    private Optional<Identity> identity(Node node) {
        if (!node.isInput() || node.origin() == null || node.origin().path() == null) {
            return Optional.empty();
        }
        Matcher place = STEP.matcher(node.origin().path());
        if (!place.matches() || !strategies.containsKey(place.group(1))) {
            return Optional.empty();
        }
        List<StepData> steps = strategies.get(place.group(1)).steps();
        int position = Integer.parseInt(place.group(2));
        StepData step = steps.get(position);
        String feature = feature(step, place.group(3));
        String model = OF_A_MODEL.contains(feature) ? model(steps.subList(0, position + 1)) : null;
        return Optional.of(new Identity(step.getClass(), accelerator(step), model, feature, node.unit(), node.value(),
                node.spread(), node.origin().status(), node.origin().source()));
    }

    /** The feature; an input of a law goes by its symbol, wherever it stands in its list. */
    private static String feature(StepData step, String path) {
        Matcher place = LAW_INPUT.matcher(path);
        return step instanceof PretrainData pretrain && place.matches()
                ? "lawInputs " + pretrain.lawInputs().get(Integer.parseInt(place.group(1))).symbol()
                : path;
    }

    private String accelerator(StepData step) {
        if (step instanceof ServeData serve) {
            return serve.accelerator();
        }
        TrainingData training = step.training();
        return training == null ? null
                : Optional.ofNullable(training.accelerator())
                        .or(() -> data.findCluster(training.cluster()).map(ClusterData::accelerator)).orElse(null);
    }

    /** What the last step works on: the model named last, and the format it is quantised to. */
    private static String model(List<StepData> steps) {
        StringBuilder model = new StringBuilder();
        for (StepData step : steps) {
            switch (step) {
                case UseModelData use -> model.append(use.model());
                case PretrainData pretrain -> model.append(pretrain.model());
                case DistilData distil -> model.append(distil.model()).append(distil.teacher());
                case PruneData prune -> model.append(prune.model());
                case QuantiseData quantise -> model.append(quantise.format());
                default -> {
                    continue;
                }
            }
            model.append(' ');
        }
        return model.toString();
    }
}
