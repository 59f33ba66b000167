package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ContinuePretrainingData;
import org.isoflop.core.mapping.StudyData.DistilData;
import org.isoflop.core.mapping.StudyData.FineTuneData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PruneData;
import org.isoflop.core.mapping.StudyData.StepData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.core.mapping.StudyData.UseModelData;
import org.isoflop.model.Tuning;

/** The steps of a study that train all parameters of a model. */
final class TrainedSteps {

    private TrainedSteps() {
    }

    static List<TrainingData> of(StudyData data, String model) {
        List<TrainingData> found = new ArrayList<>();
        data.scenarios().stream().flatMap(scenario -> scenario.strategies().stream())
                .forEach(strategy -> find(strategy, model, found));
        return found;
    }

    /** A step trains the model that it names, or the one that the steps before it left. */
    private static void find(StrategyData strategy, String model, List<TrainingData> found) {
        String current = null;
        for (StepData step : strategy.steps()) {
            current = switch (step) {
                case PretrainData pretrain -> pretrain.model();
                case UseModelData use -> use.model();
                case DistilData distil -> distil.model();
                case PruneData prune -> prune.model();
                default -> current;
            };
            TrainingData training = switch (step) {
                case PretrainData pretrain -> pretrain.training();
                case FineTuneData tune when tune.method() == null || tune.method() == Tuning.FULL -> tune.training();
                case ContinuePretrainingData more -> more.training();
                case DistilData distil -> distil.training();
                case PruneData prune when prune.training() != null && prune.training().tokens() != null ->
                    prune.training();
                default -> null;
            };
            if (training != null && current != null && Objects.equals(current, model)) {
                found.add(training);
            }
        }
    }
}
