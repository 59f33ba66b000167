package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.law.Laws;
import org.junit.jupiter.api.Test;

/** Published worked examples through whole strategies. */
class PublishedStrategiesTest {

    private static final double DAY = 86_400;
    private static final double MEGAWATT_HOUR = 3.6e9;

    private static StrategyOutcome pretrained(Case scenario, DeviceInputs device, double parameters, double tokens,
            double devices, double utilisation, Payment payment) {
        return scenario.then(Case.pretrain(Case.training(tokens, device, devices, utilisation, payment), parameters,
                null, Aim.TRAINING)).evaluate();
    }

    /**
     * Sardana et al. 2024 (golden G11): the quality of a compute-optimal 30B at 5e12 tokens of inference: 16.4B on
     * 3.27T, 16 % less. The reference 30B is the optimum of 6·30e9·1.5559e12 FLOP.
     */
    @Test
    void overTrainedForInference() {
        Case scenario = Case.of(Laws.LATEX).with("tokensPerDay", 5e12).with("life", DAY)
                .then(Case.pretrain(TrainingInputs.UNKNOWN, null, 6 * 30e9 * 1.5559e12, Aim.LIFETIME));
        StrategyOutcome result = scenario.evaluate();
        double n = result.graph().value("parameters");
        double d = result.graph().value("tokens");
        assertEquals(1.6412e10, n, 1e-3 * n);
        assertEquals(3.265e12, d, 1e-3 * d);
        double whole = 6 * n * d + 2 * n * 5e12;
        assertEquals(4.8564e23, whole, 1e-3 * whole);
        assertEquals(5.8006e23, 6 * 30e9 * 1.5559e12 + 2 * 30e9 * 5e12, 1e-3 * 5.8e23);
        assertEquals(result.graph().value("targetLoss"), result.graph().value("loss"), 1e-9);
    }

    /** De Vries 2023 (golden G11): 0.75, 0.5, 0.3 of the optimal size take 1.37127, 2.41565, 6.85216 of its tokens. */
    @Test
    void smallerModelsForTheSameLoss() {
        double budget = 1e23;
        StrategyOutcome best = Case.of(Laws.LATEX)
                .then(Case.pretrain(TrainingInputs.UNKNOWN, null, budget, Aim.TRAINING)).evaluate();
        double n = best.graph().value("parameters");
        double d = best.graph().value("tokens");
        double[] sizes = {0.75, 0.5, 0.3};
        double[] data = {1.37127, 2.41565, 6.85216};
        double[] overhead = {2.846, 20.782, 105.565};
        for (int i = 0; i < sizes.length; i++) {
            StrategyOutcome small = Case.of(Laws.LATEX).with("lossGoal", best.graph().value("loss"))
                    .then(Case.pretrain(TrainingInputs.UNKNOWN, sizes[i] * n, null, Aim.TRAINING)).evaluate();
            assertEquals(data[i], small.graph().value("tokens") / d, 1e-4 * data[i]);
            assertEquals(overhead[i], 100 * (small.graph().value("compute") / budget - 1), 1e-3 * overhead[i]);
            assertTrue(small.feasible());
        }
    }

    /**
     * Llama 2 70B by Epoch (cost.md §5): 1,720,320 hours of A100 that cost 15,000 USD, server over chip 2.03 at 0.75 of
     * 400 W, PUE 1.1, 0.0806 USD/kWh: 2.053M USD within 5 %.
     */
    @Test
    void llama2ByItsOwners() {
        double flop = 6 * 68_976_648_192.0 * 2e12;
        double utilisation = flop / (1_720_320 * 3600.0 * 312e12);
        DeviceInputs a100 = Case.device("a100", Map.of("peak", 312e12, "power", 400.0, "serverRatio", 2.03,
                "purchasePrice", 15_000.0));
        StrategyOutcome result = pretrained(new Case().with("pue", 1.1).with("electricityPrice", 0.0806), a100,
                68_976_648_192.0, 2e12, 2000, utilisation, Payment.OWN);
        assertEquals(1_720_320, result.graph().value("deviceHours"), 1e-3);
        assertEquals(2.053e6, result.graph().value("costOneOff"), 0.05 * 2.053e6);
    }

    /** Llama 2 70B by its card: 688.1 MWh at 400 W and 291.42 t at 423.4 g/kWh. */
    @Test
    void llama2ByItsCard() {
        double flop = 6 * 68_976_648_192.0 * 2e12;
        DeviceInputs a100 = Case.device("a100", Map.of("peak", 312e12, "power", 400.0));
        StrategyOutcome result = pretrained(new Case().with("intensity", 423.4), a100, 68_976_648_192.0, 2e12, 2000,
                flop / (1_720_320 * 3600.0 * 312e12), null);
        assertEquals(688.128 * MEGAWATT_HOUR, result.graph().value("energy"), 1e-6 * 688 * MEGAWATT_HOUR);
        assertEquals(291.42e6, result.graph().value("carbon"), 0.001 * 291.42e6);
    }

    /** Llama 3.1 405B by its card: 30.84M hours of H100 at 700 W, 8,930 t by location and 0 t by market. */
    @Test
    void llama31ByPlaceAndByMarket() {
        double flop = 6 * 405_853_388_800.0 * 15.6e12;
        DeviceInputs h100 = Case.device("h100", Map.of("peak", 989.4e12, "power", 700.0));
        StrategyOutcome result = pretrained(new Case().with("intensity", 413.66).with("marketIntensity", 0), h100,
                405_853_388_800.0, 15.6e12, 16_384, flop / (30.84e6 * 3600.0 * 989.4e12), null);
        assertEquals(8930e6, result.graph().value("carbon"), 0.001 * 8930e6);
        assertEquals(0, result.graph().value("carbonMarketBased"));
    }

    /** GPT-3 (Patterson et al. 2021): 14.8 days, 1,287 MWh and 552 t by measured power of 330 W and a PUE of 1.1. */
    @Test
    void gpt3() {
        DeviceInputs v100 = Case.device("v100", Map.of("peak", 125e12, "measuredPower", 330.0, "power", 300.0));
        StrategyOutcome result = pretrained(new Case().with("pue", 1.1).with("intensity", 429), v100, 175e9, 300e9,
                10_000, 0.197, null);
        assertEquals(14.8, result.graph().value("seconds") / DAY, 0.01 * 14.8);
        assertEquals(1287 * MEGAWATT_HOUR, result.graph().value("energy"), 0.01 * 1287 * MEGAWATT_HOUR);
        assertEquals(552.1e6, result.graph().value("carbon"), 0.01 * 552.1e6);
        assertEquals(10_000 * 330 * 1.1, result.graph().value("peakPower"), 1e-6);
    }

    /** DeepSeek-V3: 2.788M H800-hours at 2 USD are 5.576M USD. */
    @Test
    void deepSeekV3() {
        double flop = 6 * 37_552_297_472.0 * 14.8e12;
        DeviceInputs h800 = Case.device("h800", Map.of("peak", 989.4e12, "rentRate", 2.0));
        TrainingInputs training = Case.training(14.8e12, h800, 2048.0, flop / (2.788e6 * 3600 * 989.4e12), null);
        StrategyOutcome result = new Case().then(new PretrainInputs(training,
                Case.model("deepseek-v3", Architectures.deepSeek()), null, null, null, Aim.TRAINING, null, null, null,
                Map.of())).evaluate();
        assertEquals(671_026_419_200.0, result.graph().value("parameters"));
        assertEquals(37_552_297_472.0, result.graph().value("activeParameters"));
        assertEquals(flop, result.graph().value("compute"), 1e-12 * flop);
        assertEquals(5.576e6, result.graph().value("costOneOff"), 1);
    }

    /** LoRA: r = 16 beside all seven matrices of Llama 2 7B are 39,976,960 parameters; of Llama 3.1 8B 41,943,040. */
    @Test
    void adapters() {
        for (Map.Entry<String, Double> expected : Map.of("llama-2-7b", 39_976_960.0, "llama-3.1-8b", 41_943_040.0)
                .entrySet()) {
            StrategyOutcome result = new Case()
                    .then(Case.use(Case.model(expected.getKey(), expected.getKey().contains("8b")
                            ? Architectures.llama31With8b()
                            : Architectures.llama7b())))
                    .then(Case.tune(Case.training(1e8, DeviceInputs.UNKNOWN, null, null, null), Tuning.LORA, 16))
                    .evaluate();
            assertEquals(expected.getValue(), result.graph().value("trainableParameters"));
        }
    }

    /** QLoRA: the frozen weights of Llama 2 7B take 3.60 GiB (cost.md §3). */
    @Test
    void quantisedAdapters() {
        DeviceInputs a100 = Case.device("a100", Map.of("peak", 312e12, "memory", 80e9, "bandwidth", 2.039e12));
        StrategyOutcome result = new Case().then(Case.use(Case.model("llama-2-7b", Architectures.llama7b())))
                .then(Case.tune(Case.training(1e8, a100, 1.0, 0.3, null), Tuning.QLORA, 16)).evaluate();
        assertEquals(3.60, result.graph().value("step2.frozenBytes") / (1L << 30), 0.005);
        double memory = result.graph().value("memoryBytesPerDevice");
        double states = result.graph().value("step2.frozenBytes") + 39_976_960.0 * 18;
        assertTrue(memory > states && memory < 80e9);
    }

    /** 8B tuned on 1e9 tokens against 70B as it is: even after 385,308,002 tokens of inference (cost.md §7). */
    @Test
    void breakEvenOfASmallTunedModel() {
        double small = 8_030_261_248.0;
        double large = 70_553_706_496.0;
        StrategyOutcome result = new Case().then(Case.use(Case.model("llama-3.1-8b", Architectures.llama31With8b())))
                .then(Case.tune(Case.training(1e9, DeviceInputs.UNKNOWN, null, null, null), Tuning.FULL, null))
                .evaluate();
        assertEquals(6 * small * 1e9, result.graph().value("compute"), 1);
        assertEquals(385_308_002, RunningCost.breakEvenTokens(result.graph().value("compute"), 2 * large, 2 * small),
                1);
    }

    /** SmolLM-135M at 20 tokens for a parameter on an M4 Max, 18.4 TFLOP/s at 30 %: 109 hours. */
    @Test
    void oneLaptop() {
        DeviceInputs laptop = Case.device("m4-max", Map.of("peak", 18.4e12));
        StrategyOutcome result = pretrained(new Case(), laptop, 134_515_008, 20 * 134_515_008.0, 1, 0.3, null);
        assertEquals(109, result.graph().value("seconds") / 3600, 1);
        assertEquals(2.17e18, result.graph().value("compute"), 0.01e18);
    }

    /** Llama 3.1 8B on an H100, 2,048 tokens, as the data sheet says: 205 tokens/s alone, 6,450 with 64 sequences. */
    @Test
    void servingByTheRoofline() {
        DeviceInputs h100 = Case.device("h100", Map.of("peak", 989.4e12, "memory", 80e9, "bandwidth", 3.35e12, "power",
                700.0, "rentRate", 2.95));
        for (double[] golden : new double[][] {{1, 205, 3.99, 948}, {64, 6450, 0.127, 30}}) {
            StrategyOutcome result = new Case().with("promptTokens", 2047).with("answerTokens", 2)
                    .then(Case.use(Case.model("llama-3.1-8b", Architectures.llama31With8b())))
                    .then(new ServeInputs(h100, 1, 1, Case.input("b", golden[0]), null, Case.input("c", 1.0),
                            Case.input("w", 1.0), null, null, null, null, null, null))
                    .evaluate();
            double rate = result.graph().value("serving.tokensPerSecond");
            assertEquals(golden[1], rate, 0.005 * golden[1]);
            assertEquals(golden[2], 2.95 / 3600 / rate * 1e6, 0.01 * golden[2]);
            assertEquals(golden[3], 700 / rate / 3600 * 1e6, 0.02 * golden[3]);
        }
    }
}
