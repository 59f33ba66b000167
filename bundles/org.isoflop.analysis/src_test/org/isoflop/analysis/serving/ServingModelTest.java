package org.isoflop.analysis.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.ServingState.Bits;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.facts.Facts;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Serving against the figures of other tools (golden cases, section 6) and against what must always hold. */
class ServingModelTest {

    private static final Efficiency LLM_ANALYSIS = new Efficiency(0.7, 0.9, 1, 0);
    private static final Rates FREE = new Rates(0, 0, 1);
    private static final double LATENCY = 8e-6;

    private static Accelerator a100() {
        return Facts.accelerator("A100 SXM 80GB");
    }

    private static Accelerator h100() {
        return Facts.accelerator("H100 SXM5 80GB");
    }

    private static Architecture llama(int size) {
        return switch (size) {
            case 7 -> Architectures.llama7b();
            case 13 -> Architectures.llama13b();
            case 33 -> Architectures.llama33b();
            default -> Architectures.llama65b();
        };
    }

    private static ServingModel model(Architecture architecture, Accelerator accelerator, int tensor,
            Quantisation quantisation, Precision precision, Efficiency efficiency) {
        return new ServingModel(new Deployment(architecture, accelerator, tensor, 1, precision, quantisation,
                efficiency, LATENCY));
    }

    /**
     * llm-analysis, A100 of 80 GB, one prompt of 512: milliseconds of prefill and of a token, ideal and at 0.7 and 0.9.
     */
    @ParameterizedTest
    @CsvSource({"7, 1, 22.41, 6.73, 31.89, 7.48", "13, 1, 43.1, 12.94, 61.38, 14.38",
        "33, 1, 107.74, 32.36, 153.6, 35.95", "65, 2, 113.33, 33.85, 159.47, 37.47"})
    void timesAreThoseOfLlmAnalysis(int size, int tensor, double prefill, double decode, double slowPrefill,
            double slowDecode) {
        ServingModel ideal = model(llama(size), a100(), tensor, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL);
        ServingModel real = model(llama(size), a100(), tensor, Quantisation.BF16, Precision.BF16, LLM_ANALYSIS);
        assertEquals(prefill, 1000 * ideal.prefill(1, 512).seconds(), 0.03 * prefill);
        assertEquals(decode, 1000 * ideal.decode(1, 512).seconds(), 0.03 * decode);
        assertEquals(slowPrefill, 1000 * real.prefill(1, 512).seconds(), 0.03 * slowPrefill);
        assertEquals(slowDecode, 1000 * real.decode(1, 512).seconds(), 0.03 * slowDecode);
        assertEquals(Bound.COMPUTE, ideal.prefill(1, 512).bound());
        assertEquals(Bound.MEMORY, ideal.decode(1, 512).bound());
    }

    /**
     * llm-analysis, LLaMA 7B: 4-bit weights read faster and compute as before; 8-bit weights and activations do both.
     */
    @Test
    void quantisationHelpsDecodeAndOnlyWholeQuantisationPrefill() {
        ServingModel four = model(llama(7), a100(), 1, Quantisation.W4, Precision.BF16, Efficiency.IDEAL);
        ServingModel eight = model(llama(7), a100(), 1, Quantisation.W8_KV8, Precision.INT8, Efficiency.IDEAL);
        assertEquals(1.99, 1000 * four.decode(1, 512).seconds(), 0.03 * 1.99);
        assertEquals(1.977, 1000 * four.decode(1, 512).seconds(), 0.001);
        assertEquals(3.43, 1000 * eight.decode(1, 512).seconds(), 0.03 * 3.43);
        assertEquals(3.499, 1000 * eight.decode(1, 512).seconds(), 0.001);
        assertEquals(22.41, 1000 * four.prefill(1, 512).seconds(), 0.03 * 22.41);
        assertEquals(11.4, 1000 * eight.prefill(1, 512).seconds(), 0.05 * 11.4);
    }

    /** The floor of a token is reading all weights: 2·N/W = 6.61 ms for LLaMA 7B on A100. */
    @Test
    void weightsAreTheFloor() {
        ServingModel model = model(llama(7), a100(), 1, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL);
        assertEquals(6.61, 1000 * model.weightBytes() / a100().bandwidth(), 0.005);
        assertEquals(6.74, 1000 * model.decode(1, 512).seconds(), 0.005);
    }

    /**
     * llm-analysis, Llama 2 70B on two A100 at 0.7 and 0.9, prompts and answers of 512 tokens, 2.21 USD an hour (±10
     * %).
     */
    @ParameterizedTest
    @CsvSource({"1, 25.44, 0.0480", "32, 608.08, 0.0017"})
    void throughputAndPriceAreThoseOfLlmAnalysis(double batch, double tokensPerSecond, double usdPerThousand) {
        ServingModel model = model(Architectures.llama2With70b(), a100(), 2, Quantisation.BF16, Precision.BF16,
                LLM_ANALYSIS);
        ServingPoint point = model.point(batch, 512, 512, new Rates(2.21, 400, 1));
        assertEquals(tokensPerSecond, point.answeredPerSecond(), 0.1 * tokensPerSecond);
        assertEquals(usdPerThousand, point.usdPerMillion() / 1000, 0.1 * usdPerThousand);
    }

    /** GenZ, TPU of 300 TFLOP/s and 1200 GB/s at 0.8: the product to queries, keys and values of Llama 2 7B. */
    @Test
    void singleProductsAreThoseOfGenZ() {
        double bytes = 2.0 * 4096 * 3 * 4096;
        double binary = 1200.0 * (1 << 30) * 0.8;
        assertEquals(0.09766e-3, Roofline.seconds(2.0 * 4096 * 3 * 4096, bytes, 240e12, binary), 0.00001e-3);
        assertEquals(0.069, 1 - Roofline.seconds(0, bytes, 240e12, binary) / Roofline.seconds(0, bytes, 240e12,
                1200e9 * 0.8), 0.0005);
        assertEquals(0.42950e-3, Roofline.seconds(1024 * 2.0 * 4096 * 3 * 4096, bytes, 240e12, binary), 0.00001e-3);
    }

    /** Computed: Llama 3.1 8B on H100 with 2048 tokens, 2.95 USD an hour and 700 W. */
    @ParameterizedTest
    @CsvSource({"1, 205, 3.99, 948", "64, 6450, 0.127, 30", "512, 11174, 0.073, 17"})
    void batchingSavesMoneyAndEnergy(double batch, double throughput, double usd, double wattHours) {
        ServingModel model = model(Architectures.llama31With8b(), h100(), 1, Quantisation.BF16, Precision.BF16,
                Efficiency.IDEAL);
        ServingStep step = model.decode(batch, 2048);
        double perSecond = batch / step.seconds();
        assertEquals(throughput, perSecond, 0.001 * throughput);
        assertEquals(usd, ServingPoint.usdPerMillion(2.95, 1, perSecond), 0.01 * usd);
        assertEquals(wattHours, ServingPoint.joulesPerMillion(700, 1, 1, perSecond) / 3600, 0.03 * wattHours);
        assertEquals(Bound.MEMORY, step.bound(), "the cache is read as well, so no batch is limited by computing");
    }

    /** b* = I*·bytes/2: 153 for A100 and 295 for H100 in bf16, half of that with 8-bit weights. */
    @Test
    void criticalBatchesAreThoseOfTheRidge() {
        assertEquals(153, Roofline.criticalBatch(a100().ridge(Precision.BF16), 2), 0.5);
        assertEquals(295, Roofline.criticalBatch(h100().ridge(Precision.BF16), 2), 0.5);
    }

    /** Computed: DeepSeek-V3 touches 8, 102 and 222 of 256 experts with 1, 16 and 64 tokens. */
    @Test
    void batchesTouchMoreExperts() {
        assertEquals(8, Roofline.touchedExperts(256, 8, 1), 1e-9);
        assertEquals(102, Roofline.touchedExperts(256, 8, 16), 0.5);
        assertEquals(222, Roofline.touchedExperts(256, 8, 64), 0.6);
        assertEquals(4, Roofline.touchedExperts(4, 4, 7));
        ServingModel model = model(Architectures.deepSeek(), Facts.accelerator("H200 SXM 141GB"), 8,
                Quantisation.W8_KV8, Precision.FP8, Efficiency.IDEAL);
        assertEquals(8.0 / 256, model.expertShare(1), 1e-9);
        assertTrue(model.expertShare(64) > 0.86 && model.expertShare(10_000) <= 1);
        assertEquals(1, model(llama(7), a100(), 1, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL)
                .expertShare(1));
    }

    /** llm-analysis reads all experts for a single token; ours must not. */
    @Test
    void oneTokenDoesNotReadAllExperts() {
        ServingModel model = model(Architectures.deepSeek(), Facts.accelerator("H200 SXM 141GB"), 8,
                Quantisation.W8_KV8, Precision.FP8, Efficiency.IDEAL);
        double all = model.weightBytes() / (8 * 4.8e12);
        assertTrue(model.decode(1, 512).memory() < 0.1 * all);
        assertNotEquals(all, model.decode(64, 512).memory(), 0.05 * all);
    }

    /** Leviathan et al. 2023: 2.38 tokens and 1.91 times as fast; 4.69 tokens with 0.9. */
    @Test
    void speculationPaysAsPublished() {
        assertEquals(2.38, new Speculation(0.6, 5, 0.05).tokens(), 0.005);
        assertEquals(1.91, new Speculation(0.6, 5, 0.05).speedUp(), 0.01);
        assertEquals(4.69, new Speculation(0.9, 5, 0.05).tokens(), 0.005);
        assertEquals(6, new Speculation(1, 5, 0).tokens());
        assertEquals(1, new Speculation(0, 5, 0).tokens());
        assertTrue(new Speculation(0, 5, 0.05).speedUp() < 1);
        assertThrows(DomainException.class, () -> new Speculation(1.1, 5, 0));
        ServingModel model = model(llama(7), a100(), 1, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL);
        Speculation speculation = new Speculation(0.6, 5, 0.05);
        double plain = model.decode(1, 512).seconds();
        assertEquals(plain / speculation.speedUp(), speculation.secondsPerToken(model, 1, 512), 1e-6);
        double busy = model.decode(400, 16).seconds();
        assertTrue(speculation.secondsPerToken(model, 400, 16) > busy, "limited by computing, guesses cost time");
    }

    /** The state of the architecture, to the byte. */
    @Test
    void cachesAreThoseOfTheArchitecture() {
        for (Architecture architecture : List.of(llama(7), Architectures.deepSeek(), Architectures.codestralMamba(),
                Architectures.llama31With8b())) {
            ServingModel model = model(architecture, h100(), 8, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL);
            ServingState state = ServingState.of(architecture, 4096, 1, new Bits(16, 16, 16));
            assertEquals(state.cacheBytes() + state.stateBytes(), model.cacheBytes(4096), 1e-6 * model.cacheBytes(
                    4096));
        }
    }

    /** Caches are divided by key-value heads at most: latent attention is copied to every device. */
    @Test
    void cachesAreCopiedWhereHeadsAreFew() {
        ServingModel latent = model(Architectures.deepSeek(), h100(), 8, Quantisation.BF16, Precision.BF16,
                Efficiency.IDEAL);
        assertEquals(8 * latent.cacheBytes(4096), latent.memory(1, 4096) - latent.weightBytes(), 10);
        ServingModel grouped = model(Architectures.llama31With8b(), h100(), 8, Quantisation.BF16, Precision.BF16,
                Efficiency.IDEAL);
        assertEquals(grouped.cacheBytes(4096), grouped.memory(1, 4096) - grouped.weightBytes(), 10);
    }

    /** Throughput grows with the batch, a user's falls; the knee is where the next sequence brings a tenth. */
    @Test
    void theCurveHasItsKnee() {
        ServingModel model = model(Architectures.llama31With8b(), h100(), 1, Quantisation.BF16, Precision.BF16,
                Efficiency.USUAL);
        ServingCurve curve = ServingCurve.of(model, 1024, 256, 2048, new Rates(2.95, 700, 1.2));
        for (int i = 1; i < curve.points().size(); i++) {
            ServingPoint before = curve.points().get(i - 1);
            ServingPoint point = curve.points().get(i);
            assertTrue(point.batch() > before.batch());
            assertTrue(point.tokensPerSecond() >= before.tokensPerSecond());
            assertTrue(point.tokensPerSecondPerUser() <= before.tokensPerSecondPerUser());
            assertTrue(point.usdPerMillion() <= before.usdPerMillion());
            assertTrue(point.answeredUsdPerMillion() > point.usdPerMillion());
            assertTrue(point.memoryBytes() > before.memoryBytes());
            assertTrue(before.fits() || !point.fits());
        }
        assertEquals(1, curve.points().getFirst().batch());
        assertEquals(2048, curve.points().getLast().batch());
        assertTrue(curve.largestFitting() <= model.largestBatch(1280));
        assertTrue(curve.knee() > 1 && curve.knee() < 2048);
        double first = 1 / model.decode(1, 1152).seconds();
        assertTrue(gain(model, curve.knee()) < 0.1 * first && gain(model, curve.knee() - 1) >= 0.1 * first);
        assertEquals(0, ServingCurve.of(model, 1024, 256, 4, FREE).knee(), "the curve ends before");
        ServingPoint last = curve.points().getLast();
        assertEquals(model.prefill(1, 1024).seconds(), last.firstTokenSeconds(), "a prompt is read when it comes");
        assertEquals(2048 * 256 / (model.prefill(2048, 1024).seconds() + 256 * last.decode().seconds()),
                last.answeredPerSecond(), 1e-9 * last.answeredPerSecond(), "those of all count in the throughput");
    }

    private static double gain(ServingModel model, double batch) {
        return (batch + 1) / model.decode(batch + 1, 1152).seconds() - batch / model.decode(batch, 1152).seconds();
    }

    /** With next to no cache computing limits at last, and the knee is the critical batch. */
    @Test
    void withoutACacheTheKneeIsTheRidge() {
        ServingModel model = model(llama(7), a100(), 1, Quantisation.BF16, Precision.BF16, Efficiency.IDEAL);
        double critical = Roofline.criticalBatch(a100().ridge(Precision.BF16), 2);
        ServingCurve curve = ServingCurve.of(model, 1, 1, 1024, FREE);
        assertEquals(critical, curve.knee(), 0.05 * critical);
        assertEquals(Bound.COMPUTE, model.decode(200, 1).bound());
    }

    /** Chips without HBM: hundreds are needed, each token is fast, and what does not fit is said. */
    @Test
    void chipsWithoutHbmNeedHundreds() {
        Accelerator lpu = Facts.accelerator("Groq LPU v1");
        Architecture seventy = Architectures.llama2With70b();
        Quantisation eight = Quantisation.W8_KV8;
        Deployment alone = new Deployment(seventy, lpu, 1, 1, Precision.INT8, eight, Efficiency.USUAL, 0);
        assertFalse(new ServingModel(alone).point(1, 512, 512, FREE).fits());
        assertEquals(0, new ServingModel(alone).largestBatch(1024));
        long devices = ServingModel.devicesNeeded(alone, 1, 1024);
        assertTrue(devices > 300 && devices < 400, () -> devices + " devices");
        Deployment rack = new Deployment(seventy, lpu, 8, (int) Math.ceilDiv(devices, 8L), Precision.INT8, eight,
                Efficiency.USUAL, 1e-6);
        ServingPoint fast = new ServingModel(rack).point(1, 512, 512, FREE);
        assertTrue(fast.fits());
        ServingPoint slow = model(seventy, h100(), 2, eight, Precision.INT8, Efficiency.USUAL).point(1, 512, 512, FREE);
        assertTrue(fast.tokensPerSecondPerUser() > 2 * slow.tokensPerSecondPerUser());
    }

    /**
     * Stages work on other sequences meanwhile: throughput grows with the stages, the time of a token does not fall.
     */
    @Test
    void pipelinesRaiseThroughputNotSpeed() {
        Deployment one = new Deployment(llama(7), a100(), 1, 1, Precision.BF16, Quantisation.BF16, Efficiency.IDEAL, 0);
        Deployment four = new Deployment(llama(7), a100(), 1, 4, Precision.BF16, Quantisation.BF16, Efficiency.IDEAL,
                0);
        double single = new ServingModel(one).decode(1, 512).seconds();
        assertEquals(single, new ServingModel(four).decode(1, 512).seconds(), 0.01 * single);
        assertEquals(single, new ServingModel(four).decode(4, 512).seconds(), 0.01 * single);
        assertEquals(4, new ServingModel(four).deployment().devices());
    }

    /** More bandwidth, memory or fewer bits never hurt; doubling a price doubles what is paid. */
    @Test
    void betterIsNeverWorse() {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            Accelerator chip = new Accelerator("chip", 1e9 * (1 + random.nextInt(200)), 1e12 * (1 + random.nextInt(8)),
                    Map.of(Precision.BF16, 1e14 * (1 + random.nextInt(20))), 300e9, 500);
            Accelerator better = new Accelerator("better", 2 * chip.memoryBytes(), 2 * chip.bandwidth(),
                    Map.of(Precision.BF16, 2 * chip.peak(Precision.BF16)), 600e9, 500);
            Architecture architecture = random.nextBoolean() ? llama(7) : Architectures.deepSeek();
            int tensor = 1 << random.nextInt(4);
            double batch = 1 + random.nextInt(300);
            Rates rates = new Rates(random.nextDouble(1, 5), 500, 1.1);
            ServingPoint now = model(architecture, chip, tensor, Quantisation.BF16, Precision.BF16, Efficiency.USUAL)
                    .point(batch, 512, 128, rates);
            ServingPoint then = model(architecture, better, tensor, Quantisation.BF16, Precision.BF16, Efficiency.USUAL)
                    .point(batch, 512, 128, rates);
            ServingPoint fewer = model(architecture, chip, tensor, Quantisation.W4, Precision.BF16, Efficiency.USUAL)
                    .point(batch, 512, 128, rates);
            ServingPoint dearer = model(architecture, chip, tensor, Quantisation.BF16, Precision.BF16, Efficiency.USUAL)
                    .point(batch, 512, 128, new Rates(2 * rates.usdPerHour(), 1000, 1.1));
            assertTrue(then.fits() || !now.fits());
            assertTrue(then.answerSeconds() <= now.answerSeconds());
            assertTrue(fewer.answerSeconds() <= now.answerSeconds() && fewer.memoryBytes() < now.memoryBytes());
            assertEquals(2 * now.usdPerMillion(), dearer.usdPerMillion(), 1e-9 * dearer.usdPerMillion());
            assertEquals(2 * now.answeredUsdPerMillion(), dearer.answeredUsdPerMillion(),
                    1e-9 * dearer.answeredUsdPerMillion());
            assertEquals(2 * now.joulesPerMillion(), dearer.joulesPerMillion(), 1e-9 * dearer.joulesPerMillion());
        }
    }

    /** Sizes of quantised files, in bits for each weight (llama.cpp, README, Llama 2 7B); MXFP4 is 0.53125 bytes. */
    @Test
    void quantisationsHaveTheirBits() {
        assertEquals(0.53125, Quantisation.MXFP4.matrixBits() / 8);
        assertEquals(4.84, Quantisation.Q4_K_M.matrixBits());
        assertEquals(8.5, Quantisation.Q8_0.matrixBits());
        assertEquals(4.127, Quantisation.NF4.matrixBits());
        assertThrows(DomainException.class, () -> Quantisation.of("none", 0));
    }

    /** What is unknown stays unknown: nothing costs or draws zero because nobody said what it does. */
    @Test
    void unknownRatesGiveUnknownMoneyAndEnergy() {
        ServingPoint point = model(llama(7), a100(), 1, Quantisation.BF16, Precision.BF16, Efficiency.USUAL).point(8,
                512, 128, Rates.UNKNOWN);
        assertTrue(Double.isNaN(point.usdPerMillion()) && Double.isNaN(point.answeredUsdPerMillion()));
        assertTrue(Double.isNaN(point.joulesPerMillion()) && Double.isNaN(point.answeredJoulesPerMillion()));
        assertTrue(point.tokensPerSecond() > 0);
        assertThrows(DomainException.class, () -> new Rates(-1, 700, 1));
    }

    @Test
    void deploymentsThatCannotBeAreRefused() {
        Accelerator laptop = Facts.accelerator("Apple M4 Max 128GB (40-core GPU)");
        assertThrows(DomainException.class, () -> new Deployment(llama(7), laptop, 2, 1, Precision.BF16,
                Quantisation.BF16, Efficiency.IDEAL, 0));
        assertThrows(DomainException.class, () -> new Deployment(llama(7), a100(), 1, 33, Precision.BF16,
                Quantisation.BF16, Efficiency.IDEAL, 0));
        assertThrows(DomainException.class, () -> Deployment.single(llama(7), a100(), new Efficiency(1.2, 1, 1, 0)));
        assertThrows(DomainException.class, () -> new Rates(1, 700, 0.9));
        Architecture encoder = new Architecture(64, 100, 64, Head.NONE, 0, Norm.SCALE, true, false, 0,
                Architectures.gpt(2, 64, 4, 100).layers(), List.of());
        assertThrows(DomainException.class, () -> Deployment.single(encoder, a100(), Efficiency.IDEAL));
        ServingModel model = new ServingModel(Deployment.single(llama(7), a100(), Efficiency.IDEAL));
        assertThrows(DomainException.class, () -> model.decode(0, 512));
        assertThrows(DomainException.class, () -> model.decode(1, 0));
        assertThrows(DomainException.class, () -> model.point(1, 512, 0, FREE));
        Architecture learned = new Architecture(64, 100, 64, Head.TIED, 512, Norm.SCALE, true, true, 512,
                Architectures.gpt(2, 64, 4, 100).layers(), List.of());
        ServingModel positions = new ServingModel(Deployment.single(learned, a100(), Efficiency.IDEAL));
        assertTrue(positions.point(1, 256, 256, FREE).fits());
        assertThrows(DomainException.class, () -> positions.point(1, 256, 257, FREE));
        assertThrows(DomainException.class, () -> positions.point(1, Long.MAX_VALUE, 257, FREE));
        assertThrows(DomainException.class, () -> Roofline.touchedExperts(8, 9, 1));
    }
}
