package org.isoflop.analysis.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.energy.PowerModel;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.facts.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money against published costs (golden cases, sections 5 and 7). */
class CostTest {

    private static final double A100_OVERHEAD = 1.66;
    private static final double OTHER_OVERHEAD = 1.64;

    /** DeepSeek-V3: 2.664 + 0.119 + 0.005 million H800-hours at 2 USD are 5.576 million. */
    @Test
    void deepSeekCostWhatItSays() {
        double hours = 2.664e6 + 0.119e6 + 0.005e6;
        assertEquals(2.788e6, hours, 1);
        assertEquals(5.576e6, TrainingCost.rent(hours, 2), 1);
        assertEquals(TrainingCost.rent(hours, 2), RunningCost.rent(hours, 2, 0), 1e-6);
        assertEquals(1.4 * TrainingCost.rent(hours, 2), RunningCost.rent(hours, 2, 0.4), 1e-3);
    }

    /**
     * Epoch AI, model_costs_updated.csv, amortised hardware and energy in million USD (±5 %): 2.053, 73.4, 68.8, 52.3.
     * The short form takes the price at market, no depreciation before the run, and the tariff of the year. Grok-3
     * (507) is left out: its chips and hours are not published.
     */
    @ParameterizedTest
    @CsvSource({"Llama-2-70B, A100, 15000, 0.4, 2.03, 0.75, 0.0806, 2.053, 2.04",
        "Llama-3.1-405B, H100, 31250, 0.7, 1.82, 0.75, 0.0771, 73.4, 74.3",
        "GPT-4, A100, 15000, 0.4, 2.03, 0.75, 0.0806, 68.8, 67.5",
        "Gemini 1.0 Ultra (Bard Advanced), TPU, 5167, 0.192, 1.56, 0.43, 0.0806, 52.3, 52.3"})
    void amortisedCostsAreThoseOfEpoch(String model, String chip, double price, double kilowatts, double ratio,
            double load, double tariff, double published, double ours) {
        double hours = Facts.model(model, "chip_hours");
        Ownership owned = new Ownership(price, 0, chip.equals("A100") ? A100_OVERHEAD : OTHER_OVERHEAD);
        double energy = Energy.joules(hours, PowerModel.server(1000 * kilowatts, ratio, load).mean(), 1.1);
        double millions = (hours * owned.usdPerHour() + RunningCost.electricity(energy, tariff)) / 1e6;
        assertEquals(published, millions, 0.05 * published);
        assertEquals(ours, millions, 0.005 * ours);
    }

    /** 0.14 decades of value a year are 32.2 % of it, and the price falls to 72 % in a year. */
    @Test
    void hardwareLosesAThirdAYear() {
        assertEquals(0.322, Ownership.usdPerHour(1) * 8766, 0.0005);
        assertEquals(0.724, new Ownership(1, 1, 1).value() / new Ownership(1, 0, 1).value(), 0.001);
        assertEquals(100.0 / 81, new Ownership(1, 0, 1).value(), 1e-12);
    }

    /** Staff of 29 to 49 % of the whole adds 41 to 96 % to the rest. */
    @Test
    void staffIsAShareOfTheWhole() {
        assertEquals(0.29, RunningCost.staff(71, 0.29) / (71 + RunningCost.staff(71, 0.29)), 1e-12);
        assertEquals(0.961, RunningCost.staff(1, 0.49), 0.0005);
        assertEquals(0, RunningCost.staff(1, 0));
        assertThrows(DomainException.class, () -> RunningCost.staff(1, 1));
    }

    /** Computed: 8B adapted with 10⁹ tokens against 70B as it is: 385,308,002 tokens by FLOP. */
    @Test
    void smallModelsPayOffAfterSoManyTokens() {
        double small = ParameterCounts.of(Architectures.llama31With8b()).total();
        double large = ParameterCounts.of(Architectures.llama(80, 8192, 64, 8, 28_672, 128_256)).total();
        assertEquals(385_308_002.0, RunningCost.breakEvenTokens(6 * small * 1e9, 2 * large, 2 * small), 0.5);
        assertEquals(Double.POSITIVE_INFINITY, RunningCost.breakEvenTokens(1, 1, 1));
    }

    /** Price/(rent − running): 30,000 USD against 2.95 USD/h and 0.1 of one's own. */
    @Test
    void buyingPaysAfterSoManyHours() {
        double hours = RunningCost.hoursToBuy(30_000, 2.95, 0.1);
        assertEquals(30_000 + 0.1 * hours, 2.95 * hours, 1e-6);
        assertEquals(Double.POSITIVE_INFINITY, RunningCost.hoursToBuy(30_000, 0.1, 0.1));
        assertEquals(2 * hours, RunningCost.hoursToBuy(60_000, 2.95, 0.1), 1e-6);
    }

    /** Doubling a price doubles its money. */
    @Test
    void moneyIsProportional() {
        assertEquals(2 * RunningCost.rent(1000, 2, 0.3), RunningCost.rent(1000, 4, 0.3), 1e-9);
        assertEquals(2 * new Ownership(15_000, 1, 1.66).usdPerHour(), new Ownership(30_000, 1, 1.66).usdPerHour(),
                1e-12);
        assertEquals(2 * RunningCost.electricity(1e9, 0.08), RunningCost.electricity(1e9, 0.16), 1e-9);
        assertThrows(DomainException.class, () -> RunningCost.rent(0, 2, 0));
        assertThrows(DomainException.class, () -> new Ownership(15_000, 0, 0.9));
        assertThrows(DomainException.class, () -> RunningCost.electricity(1, -0.1));
    }

    private static Price price(Price.Kind kind, double usd, String date, String provider) {
        return new Price(kind, usd, LocalDate.parse(date), provider);
    }

    /** H100, hardware.csv: what was asked when. No price is taken from the future, and none is without its date. */
    @Test
    void pricesHoldFromTheirDate() {
        PriceHistory history = new PriceHistory(List.of(
                price(Price.Kind.RENT_ON_DEMAND, 2.95, "2026-05-01", "median of 37"),
                price(Price.Kind.RENT_ON_DEMAND, 12.29, "2025-03-01", "AWS"),
                price(Price.Kind.RENT_ON_DEMAND, 2.69, "2026-03-01", "RunPod"),
                price(Price.Kind.BUY, 31_250, "2025-03-01", null)));
        assertEquals(LocalDate.parse("2025-03-01"), history.prices().getFirst().date());
        assertEquals("median of 37", history.prices().getLast().provider());
        assertEquals(2.69, history.at(Price.Kind.RENT_ON_DEMAND, LocalDate.parse("2026-04-30")).orElseThrow().usd());
        assertEquals(2.95, history.at(Price.Kind.RENT_ON_DEMAND, LocalDate.parse("2026-05-01")).orElseThrow().usd());
        assertTrue(history.at(Price.Kind.RENT_ON_DEMAND, LocalDate.parse("2025-02-28")).isEmpty());
        assertTrue(history.at(Price.Kind.RENT_RESERVED, LocalDate.parse("2030-01-01")).isEmpty());
        assertEquals(LocalDate.parse("2025-03-01"),
                history.at(Price.Kind.BUY, LocalDate.parse("2030-01-01")).orElseThrow().date());
        List<Price> range = history.range(Price.Kind.RENT_ON_DEMAND, LocalDate.parse("2025-01-01"),
                LocalDate.parse("2026-12-31"));
        assertEquals(List.of(2.69, 12.29), range.stream().map(Price::usd).toList());
        assertEquals(1, history.range(Price.Kind.BUY, LocalDate.MIN, LocalDate.MAX).size());
        assertThrows(NullPointerException.class, () -> new Price(Price.Kind.BUY, 1, null, "nobody"));
        assertThrows(DomainException.class, () -> price(Price.Kind.BUY, 0, "2026-05-01", null));
    }
}
