package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Architecture;
import org.isoflop.model.Distil;
import org.isoflop.model.FineTune;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Prune;
import org.isoflop.model.Quantise;
import org.isoflop.model.Quantity;
import org.isoflop.model.Serve;
import org.isoflop.model.TrainingStep;
import org.isoflop.model.Tuning;

/** A step says all that it needs, and nothing that it would not use. */
final class StepContentCheck implements Check {

    /** What is left where two of four weights are zero. */
    private static final double SPARSE = 0.5;

    @Override
    public void check(EObject object, Report report) {
        if (object instanceof TrainingStep step) {
            training(step, report);
        }
        switch (object) {
            case FineTune step -> fineTune(step, report);
            case Distil step -> distil(step, report);
            case Prune step -> prune(step, report);
            case Quantise step -> quantise(step, report);
            case Serve step -> serve(step, report);
            case Pretrain step -> pretrain(step, report);
            default -> {
            }
        }
    }

    private static void training(TrainingStep step, Report report) {
        boolean given = has(step.getUtilisation())
                || step.getCluster() != null && has(step.getCluster().getUtilisation());
        if (step.isSetRunClass() && given) {
            report.add(Severity.WARNING, "W_RUN_CLASS_UNUSED", step, Literals.TRAINING_STEP__RUN_CLASS);
        }
        if (step.getContext() != null && has(step.getBatchTokens())
                && step.getBatchTokens().getValue() < step.getContext()) {
            report.add(Severity.ERROR, "E_BATCH_TOKENS", step, Literals.TRAINING_STEP__BATCH_TOKENS,
                    Shown.number(step.getBatchTokens().getValue()), Shown.number(step.getContext()));
        }
        if (step instanceof Pretrain pretrain && pretrain.getModel() != null && step.getContext() != null) {
            longer(pretrain.getModel().getArchitecture(), step, report);
        }
    }

    private static void longer(Architecture architecture, TrainingStep step, Report report) {
        if (architecture != null && architecture.getContext() != null
                && step.getContext() > architecture.getContext()) {
            report.add(Severity.WARNING, "W_CONTEXT", step, Literals.TRAINING_STEP__CONTEXT,
                    Shown.number(step.getContext()), Shown.number(architecture.getContext()));
        }
    }

    private static void fineTune(FineTune step, Report report) {
        boolean adapters = step.getMethod() == Tuning.LORA || step.getMethod() == Tuning.QLORA;
        boolean prompt = step.getMethod() == Tuning.PROMPT;
        if (adapters && step.getRank() == null && !report.isRefused(step, Literals.FINE_TUNE__RANK)) {
            report.add(Severity.ERROR, "E_NO_RANK", step);
        } else if (!adapters && step.getRank() != null) {
            report.add(Severity.WARNING, "W_RANK_UNUSED", step, Literals.FINE_TUNE__RANK);
        }
        if (prompt && step.getPromptTokens() == null && !report.isRefused(step, Literals.FINE_TUNE__PROMPT_TOKENS)) {
            report.add(Severity.ERROR, "E_NO_PROMPT_TOKENS", step);
        } else if (!prompt && step.getPromptTokens() != null) {
            report.add(Severity.WARNING, "W_PROMPT_TOKENS_UNUSED", step, Literals.FINE_TUNE__PROMPT_TOKENS);
        }
    }

    private static void distil(Distil step, Report report) {
        if (step.getModel() == null && step.getParameters() == null
                && !report.isRefused(step, Literals.DISTIL__MODEL)
                && !report.isRefused(step, Literals.DISTIL__PARAMETERS)) {
            report.add(Severity.ERROR, "E_NO_STUDENT", step);
        } else if (step.getModel() != null && step.getParameters() != null) {
            report.add(Severity.WARNING, "W_STUDENT_TWICE", step, Literals.DISTIL__PARAMETERS);
        }
    }

    private static void prune(Prune step, Report report) {
        boolean sparse = Boolean.TRUE.equals(step.getSparse());
        if (step.getModel() == null && step.getKeep() == null && !sparse
                && !report.isRefused(step, Literals.PRUNE__MODEL) && !report.isRefused(step, Literals.PRUNE__KEEP)) {
            report.add(Severity.ERROR, "E_NOTHING_PRUNED", step);
        } else if (step.getModel() != null && step.getKeep() != null) {
            report.add(Severity.WARNING, "W_PRUNED_TWICE", step, Literals.PRUNE__KEEP);
        } else if (sparse && has(step.getKeep()) && step.getKeep().getValue() != SPARSE) {
            report.add(Severity.WARNING, "W_SPARSE_HALF", step, Literals.PRUNE__KEEP,
                    Shown.number(step.getKeep().getValue()));
        }
    }

    private static void quantise(Quantise step, Report report) {
        if (step.getWeightBits() == null && step.getFormat() == null && step.getOtherBits() == null
                && step.getCacheBits() == null
                && !report.isRefused(step, Literals.QUANTISE__WEIGHT_BITS)
                && !report.isRefused(step, Literals.QUANTISE__OTHER_BITS)
                && !report.isRefused(step, Literals.QUANTISE__CACHE_BITS)) {
            report.add(Severity.ERROR, "E_NO_BITS", step);
        }
    }

    private static void serve(Serve step, Report report) {
        boolean some = step.getAcceptance() != null || step.getGuesses() != null || step.getDraftCost() != null;
        boolean all = step.getAcceptance() != null && step.getGuesses() != null && step.getDraftCost() != null;
        if (some && !all && !report.isRefused(step, Literals.SERVE__ACCEPTANCE)
                && !report.isRefused(step, Literals.SERVE__GUESSES)
                && !report.isRefused(step, Literals.SERVE__DRAFT_COST)) {
            report.add(Severity.ERROR, "E_HALF_SPECULATION", step);
        }
    }

    private static void pretrain(Pretrain step, Report report) {
        if (has(step.getPutOff()) && step.getPutOff().getValue() > 0 && step.getHalving() == null
                && !report.isRefused(step, Literals.PRETRAIN__HALVING)) {
            report.add(Severity.ERROR, "E_NO_HALVING", step, Literals.PRETRAIN__PUT_OFF);
        }
    }

    private static boolean has(Quantity quantity) {
        return quantity != null && quantity.getValue() != null;
    }
}
