package org.isoflop.core.mapping;

import static org.isoflop.core.mapping.StudyMapper.figure;
import static org.isoflop.core.mapping.StudyMapper.idOf;

import org.isoflop.core.mapping.StudyData.ContinuePretrainingData;
import org.isoflop.core.mapping.StudyData.DistilData;
import org.isoflop.core.mapping.StudyData.FineTuneData;
import org.isoflop.core.mapping.StudyData.LawArgumentData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PruneData;
import org.isoflop.core.mapping.StudyData.QuantiseData;
import org.isoflop.core.mapping.StudyData.ServeData;
import org.isoflop.core.mapping.StudyData.StepData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.core.mapping.StudyData.UseModelData;
import org.isoflop.model.ContinuePretraining;
import org.isoflop.model.Distil;
import org.isoflop.model.FineTune;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Prune;
import org.isoflop.model.Quantise;
import org.isoflop.model.Serve;
import org.isoflop.model.Step;
import org.isoflop.model.TrainingStep;
import org.isoflop.model.UseModel;

/** Reads the steps of a strategy. */
final class StepMapper {

    private StepMapper() {
    }

    static StepData map(Step step) {
        return switch (step) {
            case Pretrain pretrain -> pretrain(pretrain);
            case UseModel use -> new UseModelData(idOf(use.getModel()), figure(use.getPrice()),
                    figure(use.getPricePerMillion()));
            case FineTune tune -> new FineTuneData(training(tune), tune.isSetMethod() ? tune.getMethod() : null,
                    tune.getRank(), tune.getPromptTokens(), idOf(tune.getLaw()), figure(tune.getAssumedLoss()));
            case ContinuePretraining more -> new ContinuePretrainingData(training(more), figure(more.getReplay()),
                    idOf(more.getLaw()), figure(more.getAssumedLoss()));
            case Distil distil -> new DistilData(training(distil), idOf(distil.getTeacher()), idOf(distil.getModel()),
                    figure(distil.getParameters()), idOf(distil.getLaw()), figure(distil.getAssumedLoss()));
            case Prune prune -> new PruneData(training(prune), idOf(prune.getModel()), figure(prune.getKeep()),
                    prune.getSparse(), figure(prune.getAssumedLoss()));
            case Quantise quantise -> new QuantiseData(quantise.getFormat(), figure(quantise.getWeightBits()),
                    figure(quantise.getOtherBits()), figure(quantise.getCacheBits()),
                    figure(quantise.getLossIncrease()), idOf(quantise.getLaw()));
            case Serve serve -> serve(serve);
            default -> throw new IllegalArgumentException(step.eClass().getName());
        };
    }

    private static TrainingData training(TrainingStep step) {
        return new TrainingData(figure(step.getTokens()), idOf(step.getDataset()), idOf(step.getAccelerator()),
                idOf(step.getCluster()), step.getPrecision(), figure(step.getDevices()), figure(step.getUtilisation()),
                step.isSetPayment() ? step.getPayment() : null, step.isSetRunClass() ? step.getRunClass() : null,
                step.isSetRecipe() ? step.getRecipe() : null, step.getContext(), figure(step.getBatchTokens()));
    }

    private static PretrainData pretrain(Pretrain step) {
        return new PretrainData(training(step), figure(step.getParameters()), figure(step.getCompute()),
                figure(step.getDuration()), idOf(step.getModel()), step.isSetAllocation() ? step.getAllocation() : null,
                figure(step.getComputeEquivalentGain()), figure(step.getPutOff()), figure(step.getHalving()),
                step.getLawInputs().stream()
                        .map(input -> new LawArgumentData(input.getSymbol(), figure(input.getValue()))).toList(),
                figure(step.getAssumedLoss()));
    }

    private static ServeData serve(Serve step) {
        return new ServeData(idOf(step.getAccelerator()), step.getPrecision(), step.getTensor(), step.getPipeline(),
                figure(step.getBatch()), figure(step.getCacheBits()), figure(step.getComputeEfficiency()),
                figure(step.getBandwidthEfficiency()), figure(step.getBusy()), figure(step.getExtraPromptTokens()),
                figure(step.getAcceptance()), step.getGuesses(), figure(step.getDraftCost()),
                step.isSetPayment() ? step.getPayment() : null);
    }
}
