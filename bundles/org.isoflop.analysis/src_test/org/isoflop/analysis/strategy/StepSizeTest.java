package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.facts.Architectures;
import org.junit.jupiter.api.Test;

/** The memory of training is that of a step of about four million tokens, on any number of accelerators. */
class StepSizeTest {

    private static final Map<String, Double> H100 = Map.of("peak", 989.4e12, "memory", 80e9, "bandwidth", 3.35e12,
            "link", 900e9);

    /** Llama 3.1 405B on 14,000 H100 does not need 14,000 sequences, 57 million tokens, in a step. */
    @Test
    void manyDevicesDoNotMakeTheStepLarger() {
        Architecture llama = Architectures.llama(126, 16_384, 128, 8, 53_248, 128_256);
        for (double devices : new double[] {6_000, 14_000, 16_384}) {
            StrategyOutcome result = new Case().then(new PretrainInputs(
                    Case.training(15.6e12, Case.device("h100", H100), devices, 0.4, null),
                    Case.model("llama-3.1-405b", llama), null, null, null, Aim.TRAINING, null, null, null, Map.of()))
                    .evaluate();
            Object[] said = result.assumptions().stream()
                    .filter(one -> one.sentence().key().equals("assumption.layout")).findFirst().orElseThrow()
                    .sentence()
                    .arguments().toArray();
            double tokens = ((Number) said[2]).doubleValue() * ((Number) said[3]).doubleValue();
            assertEquals(devices, ((Number) said[0]).doubleValue());
            assertEquals(1, tokens / (4 << 20), 0.25, devices + " accelerators");
            assertTrue(result.feasible(), () -> result.violations().toString());
        }
    }
}
