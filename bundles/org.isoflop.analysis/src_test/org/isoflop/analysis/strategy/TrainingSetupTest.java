package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.RunClass;
import org.isoflop.analysis.training.TrainingSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a training step may choose: the class of its run, the recipe, its sequences and its batch. */
class TrainingSetupTest {

    private static final Map<String, Double> H100 = Map.of("peak", 989.4e12, "memory", 80e9, "bandwidth", 3.35e12,
            "link", 900e9, "power", 700.0);

    private static TrainingInputs training(Double devices, RunClass runs, TrainingSetup setup) {
        return new TrainingInputs(Case.input("step.tokens", 2e11), null, Case.device("h100", H100),
                Case.input("step.devices", devices), null, null, runs, setup);
    }

    private static StrategyOutcome llama8b(TrainingInputs training) {
        return new Case().then(new PretrainInputs(training, Case.model("own", Architectures.llama31With8b()), null,
                null, null, Aim.TRAINING, null, null, null, Map.of())).evaluate();
    }

    private static List<String> assumptions(StrategyOutcome outcome) {
        return outcome.assumptions().stream().map(one -> one.text(Locale.ENGLISH)).toList();
    }

    /** 8,030,261,248 parameters, 2e11 tokens: 9.636e21 FLOP; at .428 of 64·989.4e12 FLOP/s 355,562 s. */
    @Test
    void withoutAUtilisationThatOfTheClassIsAssumedWithItsRange() {
        StrategyOutcome outcome = llama8b(training(64.0, null, TrainingSetup.USUAL));
        Node utilisation = outcome.graph().node("utilisation");
        assertEquals(0.428, utilisation.value());
        assertEquals(0.139, utilisation.spread().low());
        assertEquals(0.514, utilisation.spread().high());
        assertEquals("assumed", utilisation.origin().status());
        assertEquals(RunClass.WHOLE_RUNS.source(), utilisation.origin().source());
        assertEquals(6 * 8_030_261_248.0 * 2e11 / (64 * 989.4e12 * 0.428), outcome.measure("seconds").orElseThrow(),
                1e-3);
        assertEquals(355_562, outcome.measure("seconds").orElseThrow(), 1);
        assertTrue(assumptions(outcome).stream().anyMatch(text -> text.contains("whole runs of dense models")
                && text.contains("0.428") && text.contains("0.139 (Llama 3.1 8B)")
                && text.contains("0.514 (LLaMA 13B)")), () -> assumptions(outcome).toString());
    }

    @Test
    void theClassThatIsChosenHolds() {
        StrategyOutcome outcome = llama8b(training(64.0, RunClass.MIXTURES_OF_EXPERTS, TrainingSetup.USUAL));
        assertEquals(0.28, outcome.graph().value("utilisation"), 1e-12);
        assertEquals(0.35, llama8b(training(1.0, null, TrainingSetup.USUAL)).graph().value("utilisation"), 1e-12);
    }

    @Test
    void aUtilisationThatIsGivenRules() {
        StrategyOutcome outcome = llama8b(new TrainingInputs(Case.input("step.tokens", 2e11), null,
                Case.device("h100", H100), Case.input("step.devices", 64.0), Case.input("step.utilisation", 0.4), null,
                RunClass.SINGLE_DEVICE, TrainingSetup.USUAL));
        assertEquals(0.4, outcome.graph().value("utilisation"));
        assertNull(outcome.graph().node("utilisation").spread());
    }

    /** Without a peak there is no time, whatever the class. */
    @Test
    void aClassIsNoPeak() {
        StrategyOutcome outcome = llama8b(new TrainingInputs(Case.input("step.tokens", 2e11), null,
                Case.device("h100", Map.of("memory", 80e9)), Case.input("step.devices", 64.0), null, null));
        assertTrue(outcome.measure("seconds").isEmpty());
        assertEquals("reason.time", Objects.requireNonNull(outcome.reasons().get("seconds")).key());
    }

    /** On one device all states lie there: bytes of the recipe for each of 8,030,261,248 parameters, and 1 GB, 5 %. */
    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theRecipeSaysTheBytes(Recipe recipe) {
        StrategyOutcome outcome = llama8b(training(1.0, null, new TrainingSetup(recipe, 2048, null)));
        double parameters = ParameterCounts.of(Architectures.llama31With8b()).total();
        double states = outcome.graph().value("layout.memory.weights")
                + outcome.graph().value("layout.memory.gradients") + outcome.graph().value("layout.memory.optimizer");
        assertEquals(recipe.bytes().total() * parameters, states, 1e-6 * states + 1);
        double other = outcome.graph().value("layout.memory.activations") + outcome.graph().value(
                "layout.memory.logits");
        assertEquals((states + other + 1e9) / 0.95, outcome.measure("memoryBytesPerDevice").orElseThrow(), 1);
        assertEquals(recipe, outcome.layout().recipe());
        assertEquals(2048, outcome.layout().context());
        assertEquals(2048, outcome.layout().sequences());
        assertEquals(!recipe.verified(), assumptions(outcome).stream().anyMatch(text -> text.contains("unverified")));
    }

    /** A step of 1e6 tokens in sequences of 8192 is 122 of them; four copies take 30 or 31 each, eight 15. */
    @Test
    void theBatchIsRoundedForItsCopies() {
        StrategyOutcome outcome = llama8b(training(8.0, null, new TrainingSetup(null, 8192, 1e6)));
        ChosenLayout chosen = outcome.layout();
        assertEquals(8192, chosen.context());
        assertEquals(8, chosen.layout().devices());
        assertEquals(0, chosen.sequences() % chosen.layout().data());
        assertEquals(122, chosen.sequences(), 122 / 4.0);
    }

    /** 1,000 devices divide no 1,024 sequences, but 125 copies on 8 devices each take 8. */
    @Test
    void aThousandDevicesHaveALayout() {
        ChosenLayout chosen = llama8b(training(1000.0, null, TrainingSetup.USUAL)).layout();
        assertTrue(chosen.fits());
        assertEquals(1000, chosen.layout().devices());
        assertEquals(1024, chosen.sequences(), 256);
    }

    /** States of Llama 2 7B alone are 18·6.738e9 = 121 GB: two H100 hold 60.6 GB each, one does not hold them. */
    @Test
    void memoryAsksForRoomForTheRuntime() {
        Case two = new Case().then(new PretrainInputs(training(2.0, null, TrainingSetup.USUAL), Case.model("own",
                Architectures.llama7b()), null, null, null, Aim.TRAINING, null, null, null, Map.of()));
        StrategyOutcome outcome = two.evaluate();
        Node memory = outcome.graph().node("layout.memory");
        assertEquals(1e9, outcome.graph().value("layout.memory.reserve"));
        assertEquals(0.05, outcome.graph().value("layout.fragmentation"));
        assertTrue(memory.label().text(Locale.ENGLISH).contains(outcome.layout().layout().text(Locale.ENGLISH)));
        StrategyOutcome one = new Case().then(new PretrainInputs(training(1.0, null, TrainingSetup.USUAL),
                Case.model("own", Architectures.llama7b()), null, null, null, Aim.TRAINING, null, null, null,
                Map.of())).evaluate();
        assertFalse(one.layout().fits());
        assertEquals(List.of("memory"), one.violations().stream().map(Violation::constraint).toList());
        assertTrue(assumptions(one).stream().anyMatch(text -> text.contains("no layout fits on 1 accelerator;")),
                () -> assumptions(one).toString());
    }
}
