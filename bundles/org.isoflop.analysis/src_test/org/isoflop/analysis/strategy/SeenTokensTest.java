package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.isoflop.analysis.facts.Architectures;
import org.junit.jupiter.api.Test;

/** Tokens are those that the steps train on; tokens per parameter those that the final model has seen in all. */
class SeenTokensTest {

    private static final double LLAMA = 8_030_261_248.0;
    private static final ModelInputs KNOWN = new ModelInputs("known", Architectures.llama31With8b(), null, null,
            Case.input("known.tokens", 15e12), null);

    private static TrainingInputs training(String name, double tokens) {
        return new TrainingInputs(Case.input(name, tokens), null, DeviceInputs.UNKNOWN, null, null, null);
    }

    private static FineTuneInputs lora(String name, double tokens) {
        return Case.tune(training(name, tokens), Tuning.LORA, 16);
    }

    private static void sees(double trained, double ratio, StepInputs... steps) {
        Case strategy = new Case();
        for (StepInputs step : steps) {
            strategy.then(step);
        }
        StrategyOutcome result = strategy.evaluate();
        assertEquals(trained > 0, result.measure("tokens").isPresent(), "nothing is trained, no tokens are shown");
        assertEquals(trained, result.measure("tokens").orElse(0), 1e-9 * trained);
        assertEquals(ratio, result.graph().value("tokensPerParameter"), 1e-9 * ratio);
    }

    /** 15e12/8.03e9 = 1,868 tokens a parameter, however the strategy goes on. */
    @Test
    void everyChain() {
        QuantiseInputs quantise = new QuantiseInputs("Q4_K_M", null, null, null, null, null);
        sees(0, 15e12 / LLAMA, Case.use(KNOWN));
        sees(0, 15e12 / LLAMA, Case.use(KNOWN), quantise);
        sees(3e8, (15e12 + 3e8) / LLAMA, Case.use(KNOWN), lora("a", 3e8));
        sees(2e9 + 3e8, (15e12 + 2e9 + 3e8) / LLAMA, Case.use(KNOWN),
                new ContinueInputs(training("b", 2e9), null, null, null), lora("a", 3e8), quantise);
        PruneInputs half = new PruneInputs(TrainingInputs.UNKNOWN, null, Case.input("keep", 0.5), false, null);
        sees(0, 15e12 / (LLAMA / 2), Case.use(KNOWN), half);
        PruneInputs recovered = new PruneInputs(training("r", 1e11), null, Case.input("keep", 0.5), false, null);
        sees(1e11, (15e12 + 1e11) / (LLAMA / 2), Case.use(KNOWN), recovered);
        sees(1e11, 100, Case.use(KNOWN),
                new DistilInputs(training("d", 1e11), null, null, Case.input("student", 1e9), null, null));
        sees(2e11, 20, new PretrainInputs(training("p", 2e11), null, Case.input("n", 1e10), null, null, Aim.TRAINING,
                null, null, null, Map.of()));
        sees(2e11 + 3e8, (2e11 + 3e8) / 1e10,
                new PretrainInputs(training("p", 2e11), null, Case.input("n", 1e10), null, null, Aim.TRAINING,
                        null, null, null, Map.of()),
                lora("a", 3e8));
    }

    /** Without the tokens of the model there is no ratio, and the tuning tokens do not pass for them. */
    @Test
    void unknownTokensHaveNoRatio() {
        StrategyOutcome result = new Case().then(Case.use(Case.model("m", Architectures.llama31With8b())))
                .then(lora("a", 3e8)).evaluate();
        assertEquals(3e8, result.graph().value("tokens"));
        assertTrue(result.measure("tokensPerParameter").isEmpty());
        assertEquals("reason.seenTokens", result.reasons().get("tokensPerParameter").key());
    }
}
