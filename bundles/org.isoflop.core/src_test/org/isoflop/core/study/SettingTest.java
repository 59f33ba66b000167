package org.isoflop.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;

import org.isoflop.core.CoreException;
import org.isoflop.model.Accelerator;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Payment;
import org.isoflop.model.Peak;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Status;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;

class SettingTest {

    private static final IsoflopFactory FACTORY = IsoflopFactory.eINSTANCE;

    private final Study study = study();

    private static Study study() {
        Study study = FACTORY.createStudy();
        Accelerator chip = FACTORY.createAccelerator();
        chip.setId("chip");
        Peak peak = FACTORY.createPeak();
        peak.setPrecision("bf16");
        Quantity throughput = FACTORY.createQuantity();
        throughput.setValue(312e12);
        throughput.setLow(300e12);
        throughput.setHigh(320e12);
        throughput.setStatus(Status.PUBLISHED);
        peak.setThroughput(throughput);
        chip.getPeaks().add(peak);
        study.getAccelerators().add(chip);
        ScalingLaw law = FACTORY.createScalingLaw();
        law.setId("law");
        study.getLaws().add(law);
        Scenario scenario = FACTORY.createScenario();
        scenario.setId("scenario");
        Strategy strategy = FACTORY.createStrategy();
        strategy.setId("strategy");
        Pretrain step = FACTORY.createPretrain();
        step.setAccelerator(chip);
        strategy.getSteps().add(step);
        scenario.getStrategies().add(strategy);
        study.getScenarios().add(scenario);
        return study;
    }

    private void set(String text) {
        Setting.parse(text).apply(study);
    }

    @Test
    void aNumberIsReadInItsUnitAndIsThenAnAssumption() {
        set("chip.peaks[0].throughput = 1 PFLOP/s");
        Quantity throughput = study.getAccelerators().getFirst().getPeaks().getFirst().getThroughput();
        assertEquals(1e15, throughput.getValue());
        assertNull(throughput.getLow());
        assertEquals(Status.ASSUMED, throughput.getStatus());
        set("strategy.steps[0].tokens=1.4T");
        Pretrain step = (Pretrain) study.getScenarios().getFirst().getStrategies().getFirst().getSteps().getFirst();
        assertEquals(1.4e12, step.getTokens().getValue());
        set("strategy.steps[0].tokens=");
        assertNull(step.getTokens());
        set("chip.peaks[0].throughput.high=2 PFLOP/s");
        assertEquals(2e15, throughput.getHigh());
    }

    @Test
    void choicesReferencesAndTexts() {
        set("strategy.steps[0].payment=rent");
        set("scenario.law=law");
        set("scenario.start=2026-01");
        set("scenario.name=Another");
        Pretrain step = (Pretrain) study.getScenarios().getFirst().getStrategies().getFirst().getSteps().getFirst();
        assertEquals(Payment.RENT, step.getPayment());
        assertEquals("law", study.getScenarios().getFirst().getLaw().getId());
        assertEquals("2026-01", study.getScenarios().getFirst().getStart());
        assertEquals("Another", study.getScenarios().getFirst().getName().get(Locale.ENGLISH));
        set("strategy.steps[0].accelerator=");
        assertNull(step.getAccelerator());
    }

    /** What cannot be set is refused in one sentence that says what was expected. */
    @Test
    void hostileSettingsAreRefused() {
        Map<String, String> refused = Map.ofEntries(Map.entry("nothing", "E_SET_FORM"), Map.entry("=3", "E_SET_FORM"),
                Map.entry("nobody.power=3", "E_SET_ID"), Map.entry("chip=3", "E_SET_WHOLE"),
                Map.entry("chip.weight=3", "E_SET_PATH"), Map.entry("chip.power=3 kg", "E_SET_NUMBER"),
                Map.entry("chip.peaks=3", "E_SET_LIST"), Map.entry("chip.peaks[0]=3", "E_SET_WHOLE"),
                Map.entry("chip.peaks[7].throughput=3", "E_SET_PATH"),
                Map.entry("scenario.workload.life=3 days", "E_SET_ABSENT"),
                Map.entry("scenario.law=chip", "E_SET_REFERENCE"),
                Map.entry("strategy.steps[0].payment=gold", "E_SET_CHOICE"));
        refused.forEach((text, code) -> {
            CoreException refusal = assertThrows(CoreException.class, () -> set(text), text);
            assertEquals(code, refusal.code(), text);
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
                assertFalse(refusal.message(locale).isBlank());
                assertFalse(refusal.message(locale).contains("{"), refusal.message(locale));
            }
        });
        assertTrue(assertThrows(CoreException.class, () -> set("chip.weight=3")).message(Locale.ENGLISH)
                .contains("bandwidth"));
    }
}
