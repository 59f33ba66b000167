package org.isoflop.model.validate;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

import org.eclipse.emf.ecore.EObject;

import org.isoflop.model.Study;

/**
 * Checks what a study itself shows: required features, domains, identifiers, intervals, dates, and numbers that
 * contradict each other. What only the file shows, {@code StudyReader} has found; what the forms of laws and the views
 * of charts ask for is checked by those who know them.
 */
public final class StudyValidator {

    private static final List<Check> CHECKS = List.of(
            new RequiredCheck(), new IdCheck(), new UniqueIdCheck(), new DomainCheck(), new IntervalCheck(),
            new DateCheck(), new ActiveParametersCheck(), new ModelComputeCheck(), new StepComputeCheck(),
            new UtilisationCheck(), new PrecisionCheck(), new PriceCheck(), new LawSourceCheck(),
            new VerificationCheck(), new ConstantCheck(), new FittedRangeCheck(), new PeakCheck(), new StrategyCheck(),
            new StepOrderCheck(), new StepContentCheck(), new WorkloadCheck(), new DeadlineCheck(), new DatasetCheck(),
            new DeliveryCheck(), new ScenarioCheck());

    private StudyValidator() {
    }

    /**
     * Checks a study.
     *
     * @param study the study
     * @param file the name of its file for the findings, or null
     * @param locations where things stand in the file, or {@link Locations#NONE}
     * @return the findings in the order of the file, those of one place by severity
     */
    public static List<Finding> validate(Study study, String file, Locations locations) {
        Report report = new Report(file, locations);
        check(study, report);
        for (Iterator<EObject> contents = study.eAllContents(); contents.hasNext();) {
            check(contents.next(), report);
        }
        return report.findings().stream().sorted(Comparator.comparingInt(Finding::line)
                .thenComparingInt(Finding::column).thenComparing(Finding::severity)).toList();
    }

    private static void check(EObject object, Report report) {
        CHECKS.forEach(check -> check.check(object, report));
    }
}
