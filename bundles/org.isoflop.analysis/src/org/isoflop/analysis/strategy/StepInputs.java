package org.isoflop.analysis.strategy;

/** What is known about one step of a strategy; null stands for "not given" in all of them. */
public sealed interface StepInputs permits PretrainInputs, UseModelInputs, FineTuneInputs, ContinueInputs, DistilInputs,
        PruneInputs, QuantiseInputs, ServeInputs {
}
