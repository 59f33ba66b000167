package org.isoflop.analysis.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.facts.Facts;
import org.isoflop.analysis.training.TrainingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Energy, carbon and water against published accounts (golden cases, section 5). */
class EnergyTest {

    private static final double MWH = 3.6e9;
    private static final double TONNE = 1e6;

    /**
     * Patterson et al. 2021, table 4: chips, days, system watts and PUE (±2 %); the intensities that the paper nets.
     */
    @ParameterizedTest
    @CsvSource({"GPT-3, 10000, 14.8, 330, 1.10, 1287, 429, 552", "T5, 512, 20, 310, 1.12, 85.7, 545, 46.7",
        "Meena, 1024, 30, 289, 1.09, 232, , ", "GShard, 1024, 3.1, 288, 1.09, 24.1, 177, 4.3",
        "Switch, 1024, 27, 245, 1.10, 179, 330, 59.1"})
    void runsAreThoseOfPatterson(String model, double chips, double days, double watts, double pue,
            double megawattHours,
            Double intensity, Double tonnes) {
        double joules = Energy.joules(chips * days * 24, watts, pue);
        assertEquals(megawattHours, joules / MWH, 0.02 * megawattHours, model);
        if (tonnes != null) {
            assertEquals(tonnes, Energy.grams(joules, intensity) / TONNE, 0.02 * tonnes, model);
        }
    }

    /** LLMCarbon's account of GPT-3: 14.805 days, 1,289.8 MWh, 553.3 t (the paper prints 552.1). */
    @Test
    void gpt3IsThatOfLlmCarbon() {
        double flop = TrainingCost.trainingFlop(175e9, 300e9);
        double deviceSeconds = TrainingTime.deviceSeconds(flop, 125e12, 0.197);
        assertEquals(14.805, deviceSeconds / 10_000 / 86_400, 0.0005);
        double joules = Energy.joules(TrainingCost.deviceHours(deviceSeconds), 330, 1.1);
        assertEquals(1289.8, joules / MWH, 0.1);
        assertEquals(553.3, Energy.grams(joules, 429) / TONNE, 0.1);
    }

    /** Model cards: A100-hours at 0.4 kW and 0.4234 kg; H100-hours at 0.7 kW. */
    @ParameterizedTest
    @CsvSource({"184320, 73.7, 31.22", "368640, 147.5, 62.44", "1720320, 688.1, 291.42"})
    void llama2EmittedWhatItsCardSays(double hours, double megawattHours, double tonnes) {
        double joules = Energy.joules(hours, 400, 1);
        assertEquals(megawattHours, joules / MWH, 0.05);
        assertEquals(tonnes, Energy.grams(joules, 423.4) / TONNE, 0.002 * tonnes);
    }

    /** Llama 3.1: 11,390 t by location and none by market; 21,588 MWh for 405B; the cards imply 411 to 416 g/kWh. */
    @Test
    void locationAndMarketDiffer() {
        double joules = Energy.joules(30.84e6, 700, 1);
        assertEquals(21_588, joules / MWH, 0.5);
        Map.of(1.46e6, 420.0, 7.0e6, 2040.0, 30.84e6, 8930.0).forEach((hours, tonnes) -> {
            double implied = tonnes * TONNE / (Energy.joules(hours, 700, 1) / Energy.KILOWATT_HOUR);
            assertTrue(implied > 410.5 && implied < 416.5, () -> hours + " " + implied);
        });
        double all = Energy.joules(39.3e6, 700, 1);
        GridIntensity location = new GridIntensity("Meta", 2024, 414, Accounting.LOCATION_BASED,
                "Llama 3.1, model card");
        GridIntensity market = new GridIntensity("Meta", 2024, 0, Accounting.MARKET_BASED, "Llama 3.1, model card");
        assertEquals(11_390, Energy.grams(all, location.gramsPerKilowattHour()) / TONNE, 20);
        assertEquals(0, Energy.grams(all, market.gramsPerKilowattHour()));
    }

    /**
     * Luccioni et al. 2022, BLOOM: 433,196 kWh and 24.69 t at work, 14.6 t idle, 50.5 t with the 11.2 t of making GPUs
     * (150 kg each) and servers of eight (2500 kg), replaced after six years at 85 % of use.
     */
    @Test
    void bloomIsThatOfLuccioni() {
        double joules = Energy.joules(1_082_990, 400, 1);
        assertEquals(433_196, joules / Energy.KILOWATT_HOUR, 1);
        assertEquals(24.69, Energy.grams(joules, 57) / TONNE, 0.005);
        double idle = Energy.grams(256_646 * Energy.KILOWATT_HOUR, 57) / TONNE;
        assertEquals(14.6, idle, 0.05);
        double replaced = 6 * 365 * 24 * 0.85;
        double embodied = (Energy.embodiedGrams(150e3, 1_082_990, replaced)
                + Energy.embodiedGrams(2500e3, 1_082_990 / 8.0, replaced)) / TONNE;
        assertEquals(11.2, embodied, 0.05);
        assertEquals(50.5, Energy.grams(joules, 57) / TONNE + idle + embodied, 0.05);
    }

    /** Measured power comes before the server at its mean load, and that before design power. */
    @Test
    void strategiesTakeTheBestPowerThatIsKnown() {
        DevicePower all = new DevicePower(700, 1.82, PowerModel.GPU_LOAD, 650);
        assertEquals(EnergyMethod.MEASURED, all.taken());
        assertEquals(650, all.mean());
        DevicePower server = new DevicePower(700, 1.82, PowerModel.GPU_LOAD, 0);
        assertEquals(EnergyMethod.SERVER, server.taken());
        assertEquals(700 * 1.82 * 0.75, server.mean(), 1e-9);
        DevicePower design = new DevicePower(700, 0, PowerModel.GPU_LOAD, 0);
        assertEquals(EnergyMethod.DEVICE_TDP_SITE, design.taken());
        assertEquals(700, design.mean());
        for (DevicePower power : List.of(all, server, design)) {
            RunEnergy energy = power.millionTokens(2, 5000, 1.2);
            double taken = 2 * power.mean() * 1.2 / 5000 * 1e6;
            assertEquals(taken, energy.joules().get(power.taken()), 1e-9 * taken);
            assertEquals(energy.low(), 2 * 700 / 5000.0 * 1e6, 1e-6);
        }
        DevicePower unknown = new DevicePower(0, 1.82, PowerModel.GPU_LOAD, 0);
        assertFalse(unknown.isKnown());
        assertThrows(DomainException.class, () -> unknown.run(1, 1));
        assertThrows(DomainException.class, () -> new DevicePower(-1, 0, 0.75, 0));
    }

    /** Methods disagree, and the range says by how much: TDP alone, with the site, the whole server, measured. */
    @Test
    void methodsStandSideBySide() {
        double hours = Facts.model("Llama-3.1-405B", "chip_hours");
        RunEnergy energy = RunEnergy.of(hours, 700, 1.82, 0.75, 0, 1.1);
        assertEquals(3, energy.joules().size());
        assertEquals(21_588, energy.low() / MWH, 0.5);
        assertEquals(EnergyMethod.DEVICE_TDP, energy.joules().keySet().iterator().next());
        assertEquals(energy.high(), energy.joules().get(EnergyMethod.SERVER));
        assertEquals(1.82 * 0.75 * 1.1, energy.high() / energy.low(), 1e-12);
        RunEnergy measured = RunEnergy.of(hours, 0, 0, 0.75, 650, 1.1);
        assertEquals(measured.low(), measured.high());
        assertThrows(DomainException.class, () -> RunEnergy.of(hours, 0, 1.82, 0.75, 0, 1.1));
    }

    /**
     * A million tokens of 8B at a batch of 64: by the data sheet of an H100 and by the regression, a range of three.
     */
    @Test
    void tokensHaveARangeToo() {
        RunEnergy energy = RunEnergy.ofMillionTokens(1, 6450, 700, 1.82, 0.75, 0, 1.2, 8e9, 8e9);
        assertEquals(4, energy.joules().size());
        assertEquals(30, energy.joules().get(EnergyMethod.DEVICE_TDP) / 3600, 0.5);
        assertEquals(89.15, energy.high() / 3600, 0.05);
        assertEquals(energy.high(), energy.joules().get(EnergyMethod.REGRESSION));
        RunEnergy unknown = RunEnergy.ofMillionTokens(1, 6450, 0, 0, 0.75, 0, 1.2, 8e9, 8e9);
        assertEquals(unknown.low(), unknown.high());
        assertThrows(DomainException.class, () -> RunEnergy.ofMillionTokens(1, 6450, 0, 0, 0.75, 0, 1.2, 0, 0));
    }

    /** GPT-3: 330 W measured for each V100 of 300 W are 1.10 times the TDP, the server included. */
    @Test
    void serversDrawMoreThanTheirChips() {
        assertEquals(1.10, PowerModel.measured(330).mean() / 300, 1e-12);
        PowerModel server = PowerModel.server(700, 1.82, 0.75);
        assertEquals(700 * 1.82 * 0.75, server.mean(), 1e-9);
        assertEquals(525, server.watts() * server.load());
    }

    /** EcoLogits 0.9.1, PUE 1.2, answers of 1000 tokens; 8B needs 89.15 Wh for a million tokens. */
    @ParameterizedTest
    @CsvSource({"7e9, 1000, 0.08794, 1", "70e9, 1000, 0.65753, 4", "405e9, 1000, 9.1338, 16", "8e9, 1000000, 89.15, 1"})
    void answersAreThoseOfEcoLogits(double parameters, double tokens, double wattHours, double devices) {
        RequestEnergy request = RequestEnergy.of(parameters, parameters, tokens, 1.2);
        assertEquals(wattHours, request.joules() / 3600, 0.0006 * wattHours);
        assertEquals(devices, request.devices());
    }

    /** EcoLogits 0.8.2 said 3,768 Wh for a million tokens of 8B. */
    @Test
    void theFormerVersionIsNotOurs() {
        assertTrue(RequestEnergy.of(8e9, 8e9, 1e6, 1.2).joules() / 3600 < 0.03 * 3768);
    }

    /** EcoLogits multiplies the water of power plants by the PUE twice; once is right. */
    @Test
    void waterCountsThePueOnce() {
        double device = 1000 * Energy.KILOWATT_HOUR;
        assertEquals(1000 * (0.5 + 1.2 * 3), Energy.litres(device, 1.2, 0.5, 3), 1e-9);
        assertTrue(Energy.litres(device, 1.2, 0.5, 3) < 1.2 * 1000 * (0.5 + 1.2 * 3));
    }

    /** EcoLogits: 164 kg for a GPU and 5700 kg for a server of eight, over three years. */
    @Test
    void makingIsSharedOverTheLifetime() {
        double each = 164e3 + 5700e3 / 8;
        assertEquals(each, Energy.embodiedGrams(each, 3 * 8766, 3 * 8766), 1e-6);
        assertEquals(0, Energy.embodiedGrams(each, 0, 3 * 8766));
    }

    /** What a limit of power allows stays within it, and one more does not. */
    @Test
    void limitsForbidWhatTheyForbid() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            double limit = random.nextDouble(1e3, 1e9);
            double watts = random.nextDouble(100, 3000);
            double pue = random.nextDouble(1, 2);
            double devices = Energy.devicesUnder(limit, watts, pue);
            if (devices > 0) {
                assertTrue(Energy.sitePower(devices, watts, pue) <= limit * (1 + 1e-9));
            }
            assertTrue(Energy.sitePower(devices + 1, watts, pue) > limit * (1 - 1e-9));
        }
        assertEquals(10_000, Energy.devicesUnder(13.2e6, 1200, 1.1));
        assertEquals(0, Energy.devicesUnder(700, 700, 1.1));
    }

    /** Twice the hours, the power or the intensity are twice the energy and carbon. */
    @Test
    void everythingIsProportional() {
        double joules = Energy.joules(1000, 500, 1.1);
        assertEquals(2 * joules, Energy.joules(2000, 500, 1.1), 1e-3);
        assertEquals(2 * joules, Energy.joules(1000, 1000, 1.1), 1e-3);
        assertEquals(2 * Energy.grams(joules, 100), Energy.grams(joules, 200), 1e-6);
        assertThrows(DomainException.class, () -> Energy.joules(1000, 500, 0.99));
        assertThrows(DomainException.class, () -> Energy.joules(-1, 500, 1));
        assertThrows(DomainException.class, () -> Energy.grams(joules, -1));
        assertThrows(DomainException.class, () -> RequestEnergy.of(0, 7e9, 10, 1.2));
    }
}
