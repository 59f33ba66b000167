package org.isoflop.core.study;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.core.Messages;
import org.isoflop.core.Refusal;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Chart;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Paths;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.Severity;

/** What only the analysis can find wrong in a study: laws that cannot be asked, and views that do not exist. */
final class AnalysisChecks {

    private final String file;
    private final Locations locations;
    private final List<Finding> findings = new ArrayList<>();

    private AnalysisChecks(String file, Locations locations) {
        this.file = file;
        this.locations = locations;
    }

    static List<Finding> check(Study study, String file, Locations locations) {
        AnalysisChecks checks = new AnalysisChecks(file, locations);
        study.getLaws().forEach(checks::law);
        study.getCharts().forEach(checks::chart);
        return checks.findings;
    }

    private void law(ScalingLaw law) {
        LawData data = StudyMapper.law(law);
        if (data.problem() != null) {
            add(law, Literals.SCALING_LAW__FORM, "E_LAW_UNUSABLE",
                    locale -> Refusal.message(data.problem(), locale));
        }
    }

    private void chart(Chart chart) {
        if (chart.getView() != null && !Charts.all().contains(chart.getView())) {
            add(chart, Literals.CHART__VIEW, "E_NO_SUCH_VIEW", locale -> Messages.text(locale, "error.E_NO_SUCH_VIEW",
                    chart.getView(), String.join(", ", Charts.all())));
        }
    }

    private void add(EObject object, EStructuralFeature feature, String code, Finding.Sentence sentence) {
        findings.add(Finding.at(file, locations.of(object, feature), Paths.path(object, feature), Severity.ERROR,
                code, sentence));
    }
}
