package org.isoflop.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.law.Law;
import org.isoflop.core.CoreException;
import org.isoflop.core.Refusal;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.DatasetData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.model.Payment;
import org.isoflop.model.Status;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final LawData LAW = Catalog.law("hoffmann-2022-rounded").law();
    private static final double PEAK = 989.4e12;
    private static final double DAY = 86400;

    /** By hand: 10,000 × 989.4e12 FLOP/s × 0.4 × 90 d = 3.07742976e25 FLOP; 10,000 × 30,000 USD = 3e8 USD. */
    @Test
    void devicesAndTimeGiveComputeAndMoney() {
        StrategyResult result = evaluate(scenario(null, null, null, null,
                step(null, null, null, 10_000.0, 0.4, 90 * DAY, Payment.BUY, "bf16")));
        assertEquals(3.07742976e25, result.measure("compute").getAsDouble(), 1e13);
        assertEquals(3e8, result.measure("costOneOff").getAsDouble(), 1e-6);
        assertEquals(90 * DAY, result.measure("seconds").getAsDouble(), 1e-6);
        var optimum = LAW.law().optimum(3.07742976e25);
        assertEquals(optimum.parameters(), result.measure("parameters").getAsDouble(), 1e-12 * optimum.parameters());
        assertEquals(optimum.loss(), result.measure("loss").getAsDouble(), 1e-12);
        assertTrue(result.isFeasible());
    }

    /** By hand: 6 × 7e9 × 2e12 / (989.4e12 × 0.4) / 3600 × 3.00 USD = 176,874.87... USD. */
    @Test
    void rentIsDeviceHoursTimesTheLatestRate() {
        StrategyResult result = evaluate(scenario(null, null, null, null,
                step(7e9, 2e12, null, 512.0, 0.4, null, Payment.RENT, "bf16")));
        double hours = 6 * 7e9 * 2e12 / (PEAK * 0.4) / 3600;
        assertEquals(hours * 3.00, result.measure("costOneOff").getAsDouble(), 1e-6);
        assertTrue(result.assumptions().stream().anyMatch(assumption -> assumption.text(Locale.ENGLISH)
                .contains("2026-05") && assumption.text(Locale.ENGLISH).contains("somebody")));
    }

    @Test
    void limitsAreCheckedAndSaidByHowMuch() {
        StrategyResult result = evaluate(scenario(1e24, 1e8, 10 * DAY, null,
                step(null, null, null, 10_000.0, 0.4, 90 * DAY, Payment.BUY, "bf16")));
        assertFalse(result.isFeasible());
        assertEquals(List.of("moneyBudget", "computeBudget", "deadline"),
                result.result().violations().stream().map(violation -> violation.constraint()).toList());
        assertEquals(3, result.result().violations().getFirst().ratio(), 1e-12);
    }

    @Test
    void theSmallerLimitOnUniqueTokensHolds() {
        PretrainData step = PretrainData.of(figure(7e9), figure(2e12), null, "set", "chip", "bf16", figure(8),
                figure(0.4),
                null, null);
        StrategyResult result = evaluate(scenario(null, null, null, 5e11, step));
        assertEquals(4e11, result.measure("uniqueTokens").getAsDouble());
        assertEquals(5, result.measure("epochs").getAsDouble(), 1e-12);
        assertEquals("uniqueTokens", result.result().violations().getFirst().constraint());
    }

    @Test
    void theBestIsFeasibleAndHasTheLowestLoss() {
        PretrainData cheap = step(null, null, 1e22, 512.0, 0.4, null, Payment.RENT, "bf16");
        PretrainData dear = step(null, null, 1e24, 512.0, 0.4, null, Payment.RENT, "bf16");
        PretrainData lopsided = step(100e9, null, 1e22, 512.0, 0.4, null, Payment.RENT, "bf16");
        PretrainData tooDear = step(null, null, 1e26, 512.0, 0.4, null, Payment.RENT, "bf16");
        StudyData data = study(new ScenarioData("s", null, null, null, LAW.id(), null, figure(1e7), null, null,
                List.of(strategy("cheap", cheap), strategy("dear", dear), strategy("lopsided", lopsided),
                        strategy("too-dear", tooDear))));
        ScenarioResult result = Evaluation.evaluate(data, "s");
        assertEquals("dear", result.best().orElseThrow().strategy().id());
        assertEquals(List.of("cheap", "dear"),
                result.pareto().front().stream().map(strategy -> strategy.strategy().id()).toList());
    }

    @Test
    void whatCannotBeEvaluatedIsRefusedInWords() {
        StrategyResult nothing = evaluate(scenario(null, null, null, null,
                PretrainData.of(null, null, null, null, null, null, null, null, null, null)));
        assertNull(nothing.result());
        assertTrue(Refusal.isRefusal(nothing.refusal()));
        assertFalse(Refusal.message(nothing.refusal(), Locale.FRENCH).isBlank());
        StrategyResult wrongPeak = evaluate(scenario(null, null, null, null,
                step(null, null, null, 1.0, 0.4, DAY, null, "fp4")));
        assertEquals("E_NO_SUCH_PEAK", Refusal.code(wrongPeak.refusal()));
        ScenarioData empty = new ScenarioData("s", null, null, null, LAW.id(), null, null, null, null,
                List.of(new StrategyData("none", null, null, List.of())));
        assertEquals("E_ORDER_EMPTY",
                Refusal.code(Evaluation.evaluate(study(empty)).getFirst().strategies().getFirst().refusal()));
        assertThrows(CoreException.class, () -> Evaluation.evaluate(study(empty), "other"));
    }

    /** Doubling the price of a device doubles the money; more compute never gives a worse optimum. */
    @Test
    void invariants() {
        Law law = LAW.law();
        double last = Double.POSITIVE_INFINITY;
        for (double compute = 1e18; compute < 1e27; compute *= 1.7) {
            StrategyResult result = evaluate(scenario(null, null, null, null,
                    step(null, null, compute, 100.0, 0.4, null, Payment.RENT, "bf16")));
            double loss = result.measure("loss").getAsDouble();
            assertTrue(loss < last);
            assertEquals(law.lossAtOptimum(compute), loss, 1e-12);
            last = loss;
        }
    }

    private static StrategyResult evaluate(ScenarioData scenario) {
        return Evaluation.evaluate(study(scenario)).getFirst().strategies().getFirst();
    }

    private static StudyData study(ScenarioData scenario) {
        AcceleratorData chip = new AcceleratorData("chip", null, null,
                List.of(new PeakData("bf16", figure(PEAK)), new PeakData("fp8", figure(2 * PEAK))),
                List.of(new PriceData("2023-04", null, figure(30_000), null),
                        new PriceData("2026-05", "somebody", null, figure(3.00)),
                        new PriceData("2024-01", "another", null, figure(4.00))));
        return new StudyData("study", null, null, List.of(), List.of(), List.of(new DatasetData("set", null, null,
                figure(4e11))), List.of(chip), List.of(LAW), List.of(scenario), List.of());
    }

    private static ScenarioData scenario(Double compute, Double money, Double deadline, Double unique,
            PretrainData step) {
        return new ScenarioData("s", null, null, null, LAW.id(), figure(compute), figure(money), figure(deadline),
                figure(unique), List.of(strategy("one", step)));
    }

    private static StrategyData strategy(String id, PretrainData step) {
        return new StrategyData(id, null, null, List.of(step));
    }

    private static PretrainData step(Double parameters, Double tokens, Double compute, Double devices,
            Double utilisation, Double duration, Payment payment, String precision) {
        return PretrainData.of(figure(parameters), figure(tokens), figure(compute), null, "chip", precision,
                figure(devices), figure(utilisation), figure(duration), payment);
    }

    private static Figure figure(double value) {
        return figure(Double.valueOf(value));
    }

    private static Figure figure(Double value) {
        return value == null ? null : new Figure(value, null, null, null, null, Status.ASSUMED, null, null, "x.y");
    }
}
