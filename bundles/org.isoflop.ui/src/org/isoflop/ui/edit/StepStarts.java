package org.isoflop.ui.edit;

import java.util.Optional;

import org.isoflop.model.Accelerator;
import org.isoflop.model.ContinuePretraining;
import org.isoflop.model.Distil;
import org.isoflop.model.FineTune;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Prune;
import org.isoflop.model.Quantise;
import org.isoflop.model.Quantity;
import org.isoflop.model.Scenario;
import org.isoflop.model.Serve;
import org.isoflop.model.Step;
import org.isoflop.model.Study;
import org.isoflop.model.TrainingStep;
import org.isoflop.model.Tuning;
import org.isoflop.model.UseModel;

/** What a new step starts from: the first model and the first chip of the study, and numbers marked as assumed. */
final class StepStarts {

    private static final double PARAMETERS = 1e9;
    private static final double TOKENS = 20e9;
    private static final double TUNING_TOKENS = 1e8;
    private static final double MORE_TOKENS = 1e10;
    private static final double WEIGHT_BITS = 4;
    private static final double KEEP = 0.5;
    private static final int RANK = 16;

    private final Study study;

    StepStarts(Study study) {
        this.study = study;
    }

    void fill(Step step) {
        if (step instanceof TrainingStep training) {
            chip().ifPresent(chip -> {
                training.setAccelerator(chip);
                training.setPrecision(chip.getPeaks().getFirst().getPrecision());
            });
        }
        switch (step) {
            case Pretrain pretrain -> fill(pretrain);
            case UseModel use -> use.setModel(model());
            case FineTune tune -> fill(tune);
            case ContinuePretraining more -> more.setTokens(assumed(MORE_TOKENS));
            case Distil distil -> fill(distil);
            case Prune prune -> fill(prune);
            case Quantise quantise -> quantise.setWeightBits(assumed(WEIGHT_BITS));
            case Serve serve -> fill(serve);
            default -> throw new IllegalArgumentException(step.eClass().getName());
        }
    }

    private static void fill(Pretrain step) {
        Scenario scenario = (Scenario) step.eContainer().eContainer();
        if (scenario.getComputeBudget() == null) {
            step.setParameters(assumed(PARAMETERS));
            step.setTokens(assumed(TOKENS));
        }
    }

    private static void fill(FineTune step) {
        step.setTokens(assumed(TUNING_TOKENS));
        step.setMethod(Tuning.LORA);
        step.setRank(RANK);
    }

    private static void fill(Distil step) {
        step.setTokens(assumed(TOKENS));
        step.setParameters(assumed(PARAMETERS));
    }

    private static void fill(Prune step) {
        step.setTokens(assumed(MORE_TOKENS));
        step.setKeep(assumed(KEEP));
    }

    private void fill(Serve step) {
        chip().ifPresent(chip -> {
            step.setAccelerator(chip);
            step.setPrecision(chip.getPeaks().getFirst().getPrecision());
        });
    }

    private static Quantity assumed(double value) {
        return Starts.assumed(value);
    }

    private Optional<Accelerator> chip() {
        return study.getAccelerators().stream().filter(chip -> !chip.getPeaks().isEmpty()).findFirst();
    }

    private LanguageModel model() {
        return study.getModels().stream().findFirst().orElse(null);
    }
}
