package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Working;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.analysis.law.ParameterCount;
import org.junit.jupiter.api.Test;

class PretrainTest {

    private static final Law OWN = law(List.of(line("C_max", "P/N^s"), line("L", "n + C_max + h/D^T")), List.of(),
            Map.of("n", 1.69, "P", 406.4, "s", 0.34, "h", 410.7, "T", 0.28));
    private static final Law COUNTED = law(List.of(line("L", "n + P/N^s + h/D^T"), line("C", "8*N*D")), List.of(),
            Map.of("n", 1.69, "P", 406.4, "s", 0.34, "h", 410.7, "T", 0.28));

    private static Formula line(String symbol, String expression) {
        return new Formula(symbol, Localised.verbatim(symbol), LawUnit.ONE, Expression.parse(expression));
    }

    private static Law law(List<Formula> lines, List<org.isoflop.analysis.law.Input> inputs,
            Map<String, Double> constants) {
        return new Law("own", LawForm.of(lines, inputs), constants,
                new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");
    }

    /** Inputs by name, so that a test says only what it gives. */
    private static final class Given {

        private final Map<String, Input> values = new HashMap<>();
        private Law law = Laws.ROUNDED;
        private Payment payment;

        Given with(String name, double value) {
            return with(name, value, "published");
        }

        Given with(String name, double value, String status) {
            values.put(name, new Input(value, new Origin("step." + name, "a source", status)));
            return this;
        }

        Given law(Law one) {
            law = one;
            return this;
        }

        Given pays(Payment one) {
            payment = one;
            return this;
        }

        StrategyInputs inputs() {
            DeviceInputs device = new DeviceInputs("chip", Precision.BF16, values.get("peak"), null, null, null, null,
                    null, null, null, null, null, values.get("purchasePrice"), values.get("rentRate"), null, null);
            TrainingInputs training = new TrainingInputs(values.get("tokens"), null, device, values.get("devices"),
                    values.get("utilisation"), payment);
            LimitInputs limits = new LimitInputs(values.get("moneyBudget"), values.get("computeBudget"),
                    values.get("deadline"), values.get("uniqueTokens"), null, null, null, null, null);
            return new StrategyInputs(law, List.of(new PretrainInputs(training, null, values.get("parameters"),
                    values.get("compute"), values.get("duration"), Aim.TRAINING, null, null, null, Map.of())), limits);
        }

        StrategyOutcome evaluate() {
            return Strategies.evaluate(inputs());
        }
    }

    private static Given h100(Given given) {
        return given.with("devices", 10_000).with("peak", 989.4e12).with("utilisation", 0.4, "assumed");
    }

    private static List<Given> examples() {
        List<Given> examples = new ArrayList<>();
        for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF, Laws.KAPLAN_JOINT, Laws.APPROACH_1, OWN, COUNTED)) {
            examples.add(h100(new Given().law(law)).with("duration", 7776000).with("purchasePrice", 30_000));
            examples.add(new Given().law(law).with("computeBudget", 5.76e23).with("uniqueTokens", 1e15));
            examples.add(new Given().law(law).with("parameters", 70e9).with("compute", 5.88e23));
            examples.add(new Given().law(law).with("tokens", 1.4e12).with("compute", 5.88e23));
        }
        for (Law law : List.of(Laws.KAPLAN_N, Laws.KAPLAN_D, Laws.KAPLAN_C, Laws.MUENNIGHOFF)) {
            examples.add(h100(new Given().law(law)).with("parameters", 70e9).with("tokens", 1.4e12)
                    .with("uniqueTokens", 3e11).with("rentRate", 2.5));
        }
        examples.add(new Given().law(Laws.MUENNIGHOFF).with("compute", 1e24).with("uniqueTokens", 1e11));
        examples.add(new Given().law(Laws.MUENNIGHOFF).with("parameters", 400e9).with("tokens", 1e12)
                .with("uniqueTokens", 1e11));
        return examples;
    }

    /** Golden: C = 6·N·D and the loss of GPT-3 under Hoffmann's rounded constants (2.002288). */
    @Test
    void knownModel() {
        StrategyOutcome result = new Given().with("parameters", 175e9).with("tokens", 300e9).evaluate();
        assertEquals(3.15e23, result.graph().value("compute"), 1e10);
        assertEquals(2.002288, result.graph().value("loss"), 1e-6);
        assertEquals(1.7142857, result.graph().value("tokensPerParameter"), 1e-6);
        assertTrue(result.feasible());
        assertTrue(result.measure("costOneOff").isEmpty());
        assertTrue(result.assumptions().stream().anyMatch(a -> a.text(Locale.ENGLISH).contains("6·N·D")));
    }

    /** 10,000 H100 (989.4 TFLOP/s) at 30,000 USD for 90 days at MFU 0.4. */
    @Test
    void tenThousandDevices() {
        StrategyOutcome result = h100(new Given()).with("duration", 7776000).with("purchasePrice", 30_000)
                .with("moneyBudget", 3e8).evaluate();
        Graph graph = result.graph();
        double c = 10_000 * 989.4e12 * 0.4 * 7776000;
        assertEquals(c, graph.value("compute"), 1e-12 * c);
        assertEquals(3e8, graph.value("costOneOff"));
        assertEquals(7776000, graph.value("seconds"), 1e-6);
        assertEquals(10_000 * 2160, graph.value("deviceHours"), 1e-5);
        Optimum optimum = Laws.ROUNDED.optimum(c);
        assertEquals(optimum.parameters(), graph.value("parameters"), 1e-11 * optimum.parameters());
        assertEquals(optimum.tokens(), graph.value("tokens"), 1e-11 * optimum.tokens());
        assertEquals(optimum.loss(), graph.value("loss"), 1e-12);
        assertTrue(result.feasible(), () -> result.violations().toString());
        assertTrue(result.assumptions().stream().anyMatch(a -> a.sentence().key().equals("assumption.utilisation")));
    }

    @Test
    void moneyThatRentsIsSpentWhole() {
        StrategyOutcome result = new Given().with("peak", 312e12).with("utilisation", 0.5).with("rentRate", 2)
                .with("moneyBudget", 1e6).evaluate();
        assertEquals(1e6 / 2 * 3600 * 312e12 * 0.5, result.graph().value("compute"));
        assertEquals(1e6, result.graph().value("costOneOff"), 1e-6);
        assertTrue(result.feasible());
    }

    @Test
    void limitsThatAreNotKeptAreViolationsWithTheirRatio() {
        StrategyOutcome result = h100(new Given()).with("parameters", 405e9).with("tokens", 15.6e12)
                .with("purchasePrice", 30_000).with("moneyBudget", 1e8).with("computeBudget", 1e25)
                .with("deadline", 86400).with("duration", 172800).with("uniqueTokens", 1e12).evaluate();
        Map<String, Violation> byName = new HashMap<>();
        result.violations().forEach(violation -> byName.put(violation.constraint(), violation));
        assertEquals(5, byName.size());
        assertEquals(3, byName.get("moneyBudget").ratio(), 1e-12);
        assertEquals(3.7908, byName.get("computeBudget").ratio(), 1e-12);
        assertEquals(15.6, byName.get("uniqueTokens").ratio(), 1e-12);
        double seconds = 6 * 405e9 * 15.6e12 / (989.4e12 * 0.4 * 10_000);
        assertEquals(seconds / 86400, byName.get("deadline").ratio(), 1e-12);
        assertEquals(seconds / 172800, byName.get("duration").ratio(), 1e-12);
        assertFalse(result.feasible());
        assertEquals("It costs 300M\u202fUSD, 3 times the budget of 100M\u202fUSD.",
                byName.get("moneyBudget").text(Locale.ENGLISH));
        byName.values().forEach(violation -> assertFalse(violation.text(Locale.FRENCH).contains("{")));
    }

    @Test
    void aLawThatKnowsRepetitionHasEpochsInsteadOfAViolation() {
        StrategyOutcome result = new Given().law(Laws.MUENNIGHOFF).with("compute", 1e24).with("uniqueTokens", 1e11)
                .evaluate();
        Optimum optimum = Laws.MUENNIGHOFF.optimum(1e24, 1e11);
        assertEquals(optimum.parameters(), result.graph().value("parameters"));
        assertEquals(optimum.loss(), result.graph().value("loss"));
        assertEquals(optimum.epochs(), result.graph().value("epochs"), 1e-9);
        assertTrue(result.graph().value("effectiveTokens") < result.graph().value("tokens"));
        assertTrue(result.feasible());
        assertNotNull(result.graph().node("parameters").condition());
    }

    @Test
    void aPublishedAllocationHasNoLoss() {
        StrategyOutcome result = new Given().law(Laws.APPROACH_1).with("computeBudget", 5.76e23).evaluate();
        assertEquals(Laws.APPROACH_1.optimum(5.76e23).parameters(), result.graph().value("parameters"));
        assertEquals(Laws.APPROACH_1.optimum(5.76e23).tokens(), result.graph().value("tokens"));
        assertTrue(result.measure("loss").isEmpty());
    }

    /** The symbols of a law are its own, even where a strategy uses the same for devices, peak, time and price. */
    @Test
    void aFormInFormulasPlansLikeAnyOther() {
        Given given = h100(new Given()).with("duration", 7776000).with("purchasePrice", 30_000);
        StrategyOutcome known = given.law(Laws.ROUNDED).evaluate();
        StrategyOutcome own = given.law(OWN).evaluate();
        for (String measure : List.of("parameters", "tokens", "loss", "costOneOff", "compute")) {
            double value = known.graph().value(measure);
            assertEquals(value, own.graph().value(measure), 1e-10 * value, measure);
        }
        StrategyOutcome counted = given.law(COUNTED).evaluate();
        double compute = counted.graph().value("compute");
        assertEquals(COUNTED.optimum(compute).tokens(), counted.graph().value("tokens"), 1e-9 * compute);
        assertEquals(COUNTED.optimum(compute).loss(), counted.graph().value("loss"), 1e-12);
        assertTrue(counted.assumptions().stream().anyMatch(a -> a.sentence().key().equals("assumption.ownCompute")));
        Law open = law(List.of(line("L", "1 + x/N + 1/D")), List.of(new org.isoflop.analysis.law.Input("x",
                Localised.verbatim("x"), LawUnit.ONE, Double.NaN, null)), Map.of());
        for (String missing : List.of("compute", "parameters")) {
            StrategyException refusal = assertThrows(StrategyException.class,
                    () -> new Given().law(open).with(missing, 1e20).with("tokens", 1e10).evaluate());
            assertTrue(refusal.message(Locale.ENGLISH).contains("needs a value for x"));
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(assertThrows(StrategyException.class, () -> new Given().evaluate()).message(Locale.ENGLISH)
                .contains("compute budget"));
        assertTrue(assertThrows(StrategyException.class,
                () -> new Given().law(Laws.KAPLAN_N).with("compute", 1e20).evaluate()).message(Locale.ENGLISH)
                .contains("kaplan-n"));
        assertThrows(StrategyException.class, () -> new Given().law(null).with("compute", 1e20).evaluate());
        assertThrows(StrategyException.class, () -> new Given().with("moneyBudget", 1e6).evaluate());
        StrategyOutcome noPrice = new Given().with("compute", 1e20).pays(Payment.RENT).evaluate();
        assertTrue(noPrice.assumptions().stream().anyMatch(a -> a.sentence().key().equals("assumption.noCost")));
    }

    @Test
    void numbersOutsideTheirDomainAreRefused() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            StrategyException refusal = assertThrows(StrategyException.class,
                    () -> new Given().with("parameters", bad).with("tokens", 1e9).evaluate());
            assertTrue(refusal.message(Locale.ENGLISH).startsWith("Parameters:"));
        }
        assertTrue(assertThrows(StrategyException.class, () -> new Given().with("compute", 1e20).with("utilisation",
                1.7)
                .evaluate()).message(Locale.ENGLISH).contains("1.7"));
        assertThrows(StrategyException.class,
                () -> new Given().with("parameters", 1e200).with("tokens", 1e200).evaluate());
    }

    @Test
    void whatWasAmbiguousIsSaid() {
        StrategyOutcome result = h100(new Given()).with("parameters", 70e9).with("tokens", 1.4e12).with("compute", 1e24)
                .with("purchasePrice", 30_000).with("rentRate", 2.5).evaluate();
        List<String> keys = result.assumptions().stream().map(a -> a.sentence().key()).toList();
        assertTrue(keys.contains("assumption.computeUnused"));
        assertTrue(keys.contains("assumption.rent"));
        assertEquals(result.graph().value("deviceHours") * 2.5, result.graph().value("costOneOff"));
    }

    /** Every printed formula with its printed numbers gives the printed value, rel 1e-9. */
    @Test
    void everyWorkingCanBeRecomputed() {
        int formulas = 0;
        for (Given example : examples()) {
            Graph graph = example.evaluate().graph();
            for (Node node : graph.nodes()) {
                Working working = graph.working(node.id());
                if (working.formula() != null) {
                    double value = Expression.parse(working.numbers()).evaluate(Map.of());
                    assertEquals(working.value(), value, 1e-9 * Math.abs(working.value()),
                            () -> working.id() + ": " + working.formula() + " = " + working.numbers());
                    formulas++;
                } else {
                    assertTrue(working.origin() != null ^ working.condition() != null, working::id);
                }
                assertFalse(working.label().text(Locale.FRENCH).isBlank());
            }
        }
        assertTrue(formulas > 150, "many formulas were checked");
    }

    /** Sweeping an input over an array gives what evaluating the strategy again gives. */
    @Test
    void sweepsAgreeWithSingleEvaluations() {
        double[] parameters = {1e9, 7e9, 70e9, 400e9};
        for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF, Laws.KAPLAN_JOINT, OWN)) {
            Given given = new Given().law(law).with("parameters", 70e9).with("compute", 5.88e23).with("uniqueTokens",
                    1e14);
            double[] losses = given.evaluate().graph().evaluate(Map.of("parameters", parameters)).values("loss");
            double[] single = new double[parameters.length];
            for (int i = 0; i < single.length; i++) {
                single[i] = given.with("parameters", parameters[i]).evaluate().graph().value("loss");
            }
            assertArrayEquals(single, losses);
        }
        double[] budgets = {1e20, 1e22, 1e24, 1e26};
        Given limited = new Given().law(Laws.MUENNIGHOFF).with("compute", 1e24).with("uniqueTokens", 1e11);
        double[] optima = limited.evaluate().graph().evaluate(Map.of("compute", budgets)).values("parameters");
        for (int i = 0; i < budgets.length; i++) {
            assertEquals(Laws.MUENNIGHOFF.optimum(budgets[i], 1e11).parameters(), optima[i]);
        }
    }
}
