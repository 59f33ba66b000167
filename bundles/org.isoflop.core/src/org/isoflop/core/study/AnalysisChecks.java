package org.isoflop.core.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.core.Messages;
import org.isoflop.core.Refusal;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.mapping.ArchitectureData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Chart;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.Severity;

/** What only the analysis can find wrong in a study: laws that cannot be asked,
 * architectures that cannot be counted or count otherwise than declared, and views that do not exist. */
final class AnalysisChecks {

    /** Why an architecture cannot be counted although nothing in it is wrong but what is missing or out of range. */
    private static final Set<String> FOUND_BY_VALIDATOR = Set.of("E_ARCHITECTURE_MISSING", "E_ARCHITECTURE_POSITIVE",
            "E_ARCHITECTURE_NEGATIVE", "E_ARCHITECTURE_NOLAYERS");

    private final String file;
    private final Locations locations;
    private final List<Finding> findings = new ArrayList<>();

    private AnalysisChecks(String file, Locations locations) {
        this.file = file;
        this.locations = locations;
    }

    static List<Finding> check(Study study, String file, Locations locations) {
        AnalysisChecks checks = new AnalysisChecks(file, locations);
        study.getModels().forEach(checks::model);
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

    private void model(LanguageModel model) {
        if (model.getArchitecture() == null) {
            return;
        }
        ArchitectureData data = StudyMapper.architecture(model.getArchitecture());
        if (data.problem() != null) {
            if (FOUND_BY_VALIDATOR.contains(Refusal.code(data.problem()))) {
                return;
            }
            add(model, Literals.LANGUAGE_MODEL__ARCHITECTURE, "E_ARCHITECTURE_UNUSABLE",
                    locale -> Refusal.message(data.problem(), locale));
            return;
        }
        ParameterCounts counts = ParameterCounts.of(data.architecture());
        declared(model, Literals.LANGUAGE_MODEL__PARAMETERS, model.getParameters(), counts.total());
        declared(model, Literals.LANGUAGE_MODEL__ACTIVE_PARAMETERS, model.getActiveParameters(), counts.active());
    }

    /** Warns if a declared number is not the count as it would be rounded. */
    private void declared(LanguageModel model, EReference feature, Quantity declared, long count) {
        if (declared == null || declared.getValue() == null || declared.getLow() != null && declared.getHigh() != null
                && declared.getLow() <= count && count <= declared.getHigh()) {
            return;
        }
        BigDecimal value = new BigDecimal(Double.toString(declared.getValue())).stripTrailingZeros();
        BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(value.precision(), RoundingMode.HALF_UP));
        if (rounded.compareTo(value) != 0) {
            findings.add(Finding.at(file, locations.of(model, feature), Paths.path(model, feature), Severity.WARNING,
                    "W_PARAMETERS_DIFFER",
                    (Finding.Sentence) locale -> Messages.text(locale, "error.W_PARAMETERS_DIFFER",
                            declared.getValue(), count)));
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
