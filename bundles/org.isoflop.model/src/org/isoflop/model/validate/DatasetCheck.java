package org.isoflop.model.validate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.Dataset;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.TrainingStep;

/**
 * A dataset has no more unique tokens than tokens, and says how far text that a model wrote counts where a step trains
 * on it.
 */
final class DatasetCheck implements Check {

    @Override
    public void check(EObject object, Report report) {
        if (!(object instanceof Dataset dataset)) {
            return;
        }
        if (has(dataset.getTokens()) && has(dataset.getUniqueTokens())
                && dataset.getUniqueTokens().getValue() > dataset.getTokens().getValue()) {
            report.add(Severity.ERROR, "E_UNIQUE_TOKENS", dataset, Literals.DATASET__UNIQUE_TOKENS,
                    Shown.number(dataset.getUniqueTokens().getValue()), Shown.number(dataset.getTokens().getValue()));
        }
        if (has(dataset.getSyntheticShare()) && dataset.getSyntheticShare().getValue() > 0
                && !report.isRefused(dataset, Literals.DATASET__QUALITY_MULTIPLIER)) {
            Quantity multiplier = dataset.getQualityMultiplier();
            if (multiplier == null && isTrainedOn(dataset)) {
                report.add(Severity.ERROR, "E_NO_QUALITY_MULTIPLIER", dataset, Literals.DATASET__SYNTHETIC_SHARE);
            } else if (multiplier != null && multiplier.getLow() == null && multiplier.getHigh() == null) {
                report.add(Severity.WARNING, "W_QUALITY_INTERVAL", dataset, Literals.DATASET__QUALITY_MULTIPLIER);
            }
        }
    }

    private static boolean isTrainedOn(Dataset dataset) {
        return EcoreUtil.getRootContainer(dataset) instanceof Study study && study.getScenarios().stream()
                .flatMap(scenario -> scenario.getStrategies().stream())
                .flatMap(strategy -> strategy.getSteps().stream())
                .anyMatch(step -> step instanceof TrainingStep training && training.getDataset() == dataset);
    }

    private static boolean has(Quantity quantity) {
        return quantity != null && quantity.getValue() != null;
    }
}
