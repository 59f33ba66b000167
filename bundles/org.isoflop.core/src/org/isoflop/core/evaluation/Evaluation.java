package org.isoflop.core.evaluation;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.strategy.Strategies;
import org.isoflop.analysis.strategy.StrategyOutcome;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.StrategyData;

/** Evaluates the scenarios of a study. */
public final class Evaluation {

    private final StudyData data;
    private final ScenarioData scenario;
    private final LawData law;

    private Evaluation(StudyData data, ScenarioData scenario) {
        this.data = data;
        this.scenario = scenario;
        this.law = scenario.law() == null ? null : data.findLaw(scenario.law()).orElse(null);
    }

    /**
     * Evaluates all scenarios.
     *
     * @param data
     *            the study
     * @return one result for each scenario, in the order of the study
     */
    public static List<ScenarioResult> evaluate(StudyData data) {
        return data.scenarios().stream().map(scenario -> new Evaluation(data, scenario).run()).toList();
    }

    /**
     * Evaluates one scenario.
     *
     * @param data
     *            the study
     * @param scenarioId
     *            id of one of its scenarios
     * @return its result
     * @throws CoreException
     *             if the study has no such scenario
     */
    public static ScenarioResult evaluate(StudyData data, String scenarioId) {
        return new Evaluation(data, scenario(data, scenarioId)).run();
    }

    /**
     * Evaluates one scenario as if it were answered with another law.
     *
     * @param data
     *            the study
     * @param scenarioId
     *            id of one of its scenarios
     * @param lawId
     *            id of the law
     * @return its result
     * @throws CoreException
     *             if the study has no such scenario
     */
    public static ScenarioResult under(StudyData data, String scenarioId, String lawId) {
        return new Evaluation(data, scenario(data, scenarioId).answeredBy(lawId)).run();
    }

    private static ScenarioData scenario(StudyData data, String scenarioId) {
        return data.findScenario(scenarioId).orElseThrow(() -> new CoreException("E_NO_SUCH_SCENARIO",
                scenarioId, String.join(", ", data.scenarios().stream().map(ScenarioData::id).toList())));
    }

    private ScenarioResult run() {
        return new ScenarioResult(scenario, law, scenario.strategies().stream().map(this::strategy).toList());
    }

    private StrategyResult strategy(StrategyData strategy) {
        List<Localised> assumptions = new ArrayList<>();
        try {
            StrategyOutcome result = Strategies
                    .evaluate(new StrategyReader(data, scenario, law, assumptions).read(strategy));
            List<Localised> all = new ArrayList<>(result.assumptions());
            assumptions.stream().distinct().forEach(all::add);
            return new StrategyResult(strategy, result, null, List.copyOf(all));
        } catch (LocalisedException | CoreException e) {
            return new StrategyResult(strategy, null, e, List.of());
        }
    }
}
