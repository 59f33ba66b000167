package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.junit.jupiter.api.Test;

/** Parameters and tokens for training and serving together, within what may be spent on training. */
class LifetimeTest {

    private static final double DAY = 86_400;
    private static final Map<String, Double> H100 = Map.of("peak", 989.4e12, "rentRate", 2.0);
    private static final Law WRITTEN = new Law("written", LawForm.of(List.of(new Formula("L", Localised.verbatim("L"),
            LawUnit.ONE, Expression.parse("E + A/N^a + B/D^b"))), List.of()),
            Map.of("E", 1.69, "A", 406.4, "a", 0.34, "B", 410.7, "b", 0.28),
            new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");

    /** 5e8 tokens of answers a day for a year, five tokens of prompts for each: T = 6·1.825e11 = 1.095e12. */
    private static Case workload(Law law) {
        return Case.of(law).with("promptTokens", 1000).with("answerTokens", 200).with("tokensPerDay", 5e8)
                .with("life", 365 * DAY);
    }

    private static Case forLife(Case scenario, Double duration) {
        TrainingInputs training = Case.training(null, Case.device("h100", H100), 1000.0, 0.4, Payment.RENT);
        return scenario.then(new PretrainInputs(training, null, null, null, Case.input("t", duration), Aim.LIFETIME,
                null, null, null, Map.of()));
    }

    /**
     * On 1e22 FLOP: 6·N·D is the whole budget, and along the curve of equal loss no other pair takes less over training
     * and serving. By the law of Hoffmann (α 0.34, β 0.28) that is αA/N^α = (1 + T/(3D))·βB/D^β.
     */
    @Test
    void aComputeBudgetIsSpentAndKept() {
        StrategyOutcome result = forLife(workload(Laws.ROUNDED).with("computeBudget", 1e22), null).evaluate();
        Graph graph = result.graph();
        assertEquals(1e22, graph.value("compute"), 1e12);
        assertTrue(result.feasible(), () -> result.violations().toString());
        double n = graph.value("parameters");
        double d = graph.value("tokens");
        double served = 1.095e12;
        assertEquals(0.34 * 406.4 / Math.pow(n, 0.34), (1 + served / (3 * d)) * 0.28 * 410.7 / Math.pow(d, 0.28), 1e-9);
        double loss = graph.value("loss");
        assertEquals(Laws.ROUNDED.loss(n, d), loss, 1e-12);
        assertEquals(Laws.ROUNDED.optimum(graph.value("referenceCompute")).loss(), loss, 1e-12);
        double life = 6 * n * d + 2 * n * served;
        for (double times : new double[] {0.9, 0.99, 1.01, 1.1}) {
            double other = Laws.ROUNDED.tokensFor(n * times, loss);
            assertTrue(6 * n * times * other + 2 * n * times * served > life, "times " + times);
        }
        assertTrue(n < Laws.ROUNDED.optimum(1e22).parameters());
        assertTrue(loss > Laws.ROUNDED.optimum(1e22).loss(), "what serving saves costs loss");
    }

    /** 20,000 USD rent 10,000 device-hours at 2 USD: 1.4247e22 FLOP at 40 % of 989.4 TFLOP/s. */
    @Test
    void aMoneyBudgetIsSpentAndKept() {
        StrategyOutcome result = forLife(workload(Laws.ROUNDED).with("moneyBudget", 20_000), null).evaluate();
        assertEquals(1e4 * 3600 * 989.4e12 * 0.4, result.graph().value("compute"), 1e13);
        assertEquals(20_000, result.graph().value("costOneOff"), 1e-5);
        assertTrue(result.feasible(), () -> result.violations().toString());
    }

    /** 1,000 devices for 30 days: the run ends on the day, whether the step or the scenario sets it. */
    @Test
    void aTimeIsSpentAndKept() {
        for (StrategyOutcome result : List.of(forLife(workload(Laws.ROUNDED), 30 * DAY).evaluate(),
                forLife(workload(Laws.ROUNDED).with("deadline", 30 * DAY), null).evaluate())) {
            assertEquals(30 * DAY, result.graph().value("seconds"), 1e-3);
            assertTrue(result.feasible(), () -> result.violations().toString());
        }
    }

    /** The step’s own compute is that of the optimal model whose loss is to be reached: training takes more of it. */
    @Test
    void theComputeOfTheStepIsAReference() {
        StrategyOutcome result = workload(Laws.ROUNDED).then(Case.pretrain(
                Case.training(null, Case.device("h100", H100), 1000.0, 0.4, Payment.RENT), null, 1e22, Aim.LIFETIME))
                .evaluate();
        assertEquals(Laws.ROUNDED.optimum(1e22).loss(), result.graph().value("loss"), 1e-12);
        double published = Laws.ROUNDED.optimum(1e22, Double.NaN, 1.095e12).compute();
        assertEquals(published, result.graph().value("compute"), 1e-9 * published);
        assertTrue(published > 1.1e22, () -> "it takes " + published);
    }

    /** Every form of surface spends the budget, also where repeated tokens are worth less; more is never worse. */
    @Test
    void everyFormSpendsTheBudgetAndMoreIsNeverWorse() {
        for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF, Laws.KAPLAN_JOINT, WRITTEN)) {
            for (double unique : new double[] {1e11, 1e15}) {
                double last = Double.POSITIVE_INFINITY;
                for (double budget = 1e20; budget < 1e24; budget *= 10) {
                    Case scenario = workload(law).with("computeBudget", budget);
                    if (law.knowsRepetition()) {
                        scenario.with("uniqueTokens", unique);
                    }
                    StrategyOutcome result = forLife(scenario, null).evaluate();
                    String what = law.id() + " at " + budget;
                    assertEquals(1, result.graph().value("compute") / budget, 1e-9, what);
                    assertTrue(result.feasible(), what);
                    assertTrue(result.graph().value("loss") < last, what);
                    last = result.graph().value("loss");
                }
            }
        }
        Graph known = forLife(workload(Laws.ROUNDED).with("computeBudget", 1e22), null).evaluate().graph();
        Graph written = forLife(workload(WRITTEN).with("computeBudget", 1e22), null).evaluate().graph();
        assertEquals(1, written.value("parameters") / known.value("parameters"), 1e-6);
    }

    /** Where nothing is served there is no life to choose for. */
    @Test
    void withoutAWorkloadItIsRefused() {
        assertTrue(assertThrows(StrategyException.class,
                () -> forLife(Case.of(Laws.ROUNDED).with("computeBudget", 1e22), null).evaluate())
                .message(Locale.ENGLISH).contains("tokens per day"));
    }
}
