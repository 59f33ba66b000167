package org.isoflop.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Accelerator;
import org.isoflop.model.FineTune;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Payment;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.Severity;
import org.isoflop.model.validate.StudyValidator;
import org.junit.jupiter.api.Test;

class TuningQuestionTest {

    private static final double YEAR = 365 * 86_400.0;

    private final LanguageModel model = (LanguageModel) Catalog.copy(Kind.MODELS, "llama-3.1-8b");
    private final Accelerator chip = (Accelerator) Catalog.copy(Kind.HARDWARE, "h100-sxm5-80gb");
    private final ScalingLaw law = (ScalingLaw) Catalog.copy(Kind.LAWS, "besiroglu-2024-huber");

    private Scenario scenario(double served) {
        return new TuningQuestion(model, 1e9, chip, Payment.RENT, served, YEAR).scenario(law);
    }

    /** The scenario in one study with all that it refers to. */
    private static Study study(Scenario scenario) {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        study.setId("study");
        study.getScenarios().add(scenario);
        study.getDatasets().add(scenario.getStrategies().get(1).getSteps().stream()
                .filter(FineTune.class::isInstance).map(FineTune.class::cast)
                .findFirst().orElseThrow().getDataset());
        return study;
    }

    private ScenarioResult evaluate(Scenario scenario) {
        Study study = study(scenario);
        study.getModels().add(model);
        study.getAccelerators().add(chip);
        study.getLaws().add(law);
        assertEquals(List.of(), StudyValidator.validate(study, null, Locations.NONE).stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
        return Evaluation.evaluate(StudyMapper.map(study), scenario.getId());
    }

    @Test
    void everyStrategyIsEvaluated() {
        ScenarioResult result = evaluate(scenario(1e8));
        assertEquals(5, result.strategies().size());
        for (StrategyResult strategy : result.strategies()) {
            assertNull(strategy.refusal(), () -> strategy.strategy().id() + ": " + strategy.refusal());
            assertTrue(strategy.measure("costLife").isPresent(), strategy.strategy().id());
        }
    }

    /** 6·N·D of the whole model, 4·N·D and less than 6·N·D with frozen weights; a prompt trains nothing. */
    @Test
    void trainingCostsWhatItShould() {
        ScenarioResult result = evaluate(scenario(1e8));
        double parameters = model.getParameters().getValue();
        double[] compute = IntStream.range(0, 5)
                .mapToDouble(i -> result.strategies().get(i).measure("compute").orElse(0)).toArray();
        assertEquals(0, compute[0]);
        assertTrue(compute[1] >= 4 * parameters * 1e9 * 0.99 && compute[1] < 0.75 * compute[2], "LoRA");
        assertEquals(6 * parameters * 1e9, compute[2], 0.01 * compute[2]);
        assertEquals(compute[2] / 0.9, compute[3], 1e-6 * compute[3]);
        assertEquals(6 * parameters * 20 * parameters, compute[4], 0.01 * compute[4]);
    }

    /** The longer prompt costs nothing once, and more with every answer. */
    @Test
    void aLongerPromptCostsMoreTheMoreIsServed() {
        ScenarioResult result = evaluate(scenario(1e9));
        StrategyResult prompt = result.strategies().getFirst();
        StrategyResult lora = result.strategies().get(1);
        assertTrue(prompt.measure("costOneOff").orElse(0) < lora.measure("costOneOff").getAsDouble());
        assertTrue(prompt.measure("costPerMillionTokens").getAsDouble() > lora.measure("costPerMillionTokens")
                .getAsDouble());
    }

    @Test
    void allThatWasNotAskedIsMarkedAsAssumed() {
        Scenario scenario = scenario(1e8);
        for (var contents = scenario.eAllContents(); contents.hasNext();) {
            EObject object = contents.next();
            if (object instanceof Quantity quantity) {
                assertEquals(Status.ASSUMED, quantity.getStatus());
            }
        }
        assertNotNull(scenario.getQuestion().get(Locale.FRENCH));
    }
}
