package org.isoflop.analysis.training;

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
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.facts.Facts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory of training against published figures (golden cases, section 3) and against what must always hold. */
class TrainingMemoryTest {

    private static final double GIB = 1L << 30;

    private static double states(double parameters, Recipe recipe, int tensor, int pipeline, int data, ZeroStage zero) {
        return ModelStates.of(parameters, recipe.bytes(), tensor, pipeline, data, zero).total();
    }

    /** Rajbhandari et al. 2020, figure 1: 7.5B parameters, K = 12, 64 devices. */
    @ParameterizedTest
    @CsvSource({"NONE, 120", "OPTIMIZER, 31.40625", "GRADIENTS, 16.640625", "PARAMETERS, 1.875"})
    void zeroDividesAsPublished(ZeroStage zero, double gigabytes) {
        assertEquals(gigabytes, states(7.5e9, Recipe.MIXED_16, 1, 1, 64, zero) / 1e9, 0.01);
    }

    /** Computed: the states of Llama 2 7B by two recipes. */
    @Test
    void recipesDiffer() {
        assertEquals(100.41, states(6_738_415_616.0, Recipe.MIXED_16, 1, 1, 1, ZeroStage.NONE) / GIB, 0.005);
        assertEquals(112.96, states(6_738_415_616.0, Recipe.MIXED_32, 1, 1, 1, ZeroStage.NONE) / GIB, 0.005);
        Map<Recipe, Double> totals = Map.of(Recipe.FP32, 16.0, Recipe.MIXED_16, 16.0, Recipe.MIXED_32, 18.0,
                Recipe.ADAM_8BIT, 10.0, Recipe.MUON, 14.0, Recipe.LION, 8.0, Recipe.ADAFACTOR, 4.0);
        totals.forEach((recipe, total) -> assertEquals(total, recipe.bytes().total(), recipe.key()));
        assertEquals(Recipe.values().length, totals.size());
    }

    /**
     * accelerate's estimate for mixed precision, 8 bytes, is the largest part and not the sum: half of what is needed.
     */
    @Test
    void theLargestPartIsNotTheSum() {
        assertEquals(2 * 8, Recipe.MIXED_16.bytes().total());
    }

    /** LLaMA 65B, t = 8 and p = 8: an even split of 16-bit weights; the 2,078,801,920 of an old example are stale. */
    @Test
    void weightsSplitEvenly() {
        double parameters = ParameterCounts.of(Architectures.llama65b()).total();
        double weights = ModelStates.of(parameters, Recipe.MIXED_16.bytes(), 8, 8, 1, ZeroStage.NONE).weights();
        assertEquals(2_040_176_896.0, weights);
        assertNotEquals(2_078_801_920.0, weights);
    }

    /** Copies are n/(t·p): dividing by all devices after t·p, as the EleutherAI cookbook does, counts twice. */
    @Test
    void tensorAndPipelineAreNotCountedTwice() {
        ModelStates states = ModelStates.of(70e9, Recipe.MIXED_16.bytes(), 8, 2, 4, ZeroStage.OPTIMIZER);
        assertEquals(70e9 / 16 * 12 / 4, states.optimizer(), 1);
        assertNotEquals(70e9 / 16 * 12 / 64, states.optimizer(), 1);
    }

    private static double layer(long hidden, long heads, double context, int tensor, boolean sequence,
            Recomputation recomputation) {
        return ActivationBytes.of(Architectures.gpt(1, hidden, heads, 1), true).perToken(context, tensor, sequence,
                recomputation);
    }

    /** Korthikanti et al. 2022, table 2, term by term. */
    @ParameterizedTest
    @CsvSource({"4096, 32, 2048, 1", "12288, 96, 2048, 8", "20480, 128, 1024, 4"})
    void layersOfGptKeepWhatIsPublished(long h, long a, double s, int t) {
        double core = 5 * a * s / h;
        assertEquals(h * (10 + 24.0 / t + core / t), layer(h, a, s, t, false, Recomputation.NONE), 1e-6 * h);
        assertEquals(h * (34 + core) / t, layer(h, a, s, t, true, Recomputation.NONE), 1e-6 * h);
        assertEquals(h * (10 + 24.0 / t), layer(h, a, s, t, false, Recomputation.SELECTIVE), 1e-6 * h);
        assertEquals(34.0 * h / t, layer(h, a, s, t, true, Recomputation.SELECTIVE), 1e-6 * h);
        assertEquals(2.0 * h, layer(h, a, s, t, false, Recomputation.FULL), 1e-6 * h);
    }

    private static TrainingJob job(Architecture architecture, long context, long batch, StateBytes states,
            boolean dropout) {
        return new TrainingJob(architecture, context, batch, states, dropout, false, 0, 0);
    }

    private static LayoutModel model(TrainingJob job, int devices) {
        Cluster cluster = new Cluster(Facts.accelerator("A100 SXM 80GB"), devices, 8, 25e9, 8e-6);
        return new LayoutModel(job, cluster, Precision.BF16, 1);
    }

    /** h = 4096, 32 heads and layers, s = 8192: 380.1, 36.5 and 14.03 GB with the layer at work. */
    @ParameterizedTest
    @CsvSource({"NONE, 380.1", "SELECTIVE, 36.5", "FULL, 14.03"})
    void recomputationSavesAsPublished(Recomputation recomputation, double gigabytes) {
        LayoutModel model = model(job(Architectures.gpt(32, 4096, 32, 1), 8192, 1, Recipe.MIXED_16.bytes(), true), 1);
        double kept = model.memory(new Layout(1, 1, 1, 1, 1, false, ZeroStage.NONE, recomputation)).activations();
        assertEquals(gigabytes, kept / 1e9, 0.05);
    }

    /**
     * Korthikanti et al. 2022, figure 7: per cent of what tensor parallelism alone keeps (t = 8); closed form ±0.15.
     */
    @ParameterizedTest
    @CsvSource({"6144, 64, 66.84, 49.42, 16.18, 7.64", "12288, 96, 62.04, 56.53, 18.49, 8.71",
        "20480, 128, 58.31, 62.04, 20.27, 9.42", "25600, 160, 58.31, 62.04, 20.27, 9.42"})
    void sharesOfActivationsAreThoseOfFigure7(long h, long a, double sequence, double selective, double both,
            double full) {
        double base = layer(h, a, 2048, 8, false, Recomputation.NONE);
        assertEquals(sequence, 100 * layer(h, a, 2048, 8, true, Recomputation.NONE) / base, 0.15);
        assertEquals(selective, 100 * layer(h, a, 2048, 8, false, Recomputation.SELECTIVE) / base, 0.15);
        assertEquals(both, 100 * layer(h, a, 2048, 8, true, Recomputation.SELECTIVE) / base, 0.15);
        assertEquals(full, 100 * layer(h, a, 2048, 8, false, Recomputation.FULL) / base, 0.15);
    }

    /**
     * Korthikanti et al. 2022, figure 1, GiB for each device: states of 18 bytes for the parameters of layers alone,
     * activations with none recomputed, and with sequence parallelism and selective recomputation.
     */
    @ParameterizedTest
    @CsvSource({"48, 6144, 64, 1, 4, 1, 45.56, 59.25, 9.56", "96, 12288, 96, 8, 1, 3, 45.56, 66.84, 12.35",
        "105, 20480, 128, 35, 1, 3, 31.64, 114.02, 23.08", "128, 25600, 160, 64, 1, 1, 32.96, 131.25, 26.56"})
    void memoryIsThatOfFigure1(long layers, long h, long a, int p, int b, int v, double states, double none,
            double both) {
        Architecture gpt = Architectures.gpt(layers, h, a, 51_200);
        double parameters = 12.0 * layers * h * h;
        assertEquals(states, states(parameters, Recipe.MIXED_32, 8, p, 1, ZeroStage.NONE) / GIB, 0.01);
        LayoutModel model = model(job(gpt, 2048, 64L * p * b, Recipe.MIXED_32.bytes(), true), 8 * p);
        Layout plain = new Layout(8, p, 1, v, b, false, ZeroStage.NONE, Recomputation.NONE);
        Layout saving = new Layout(8, p, 1, v, b, true, ZeroStage.NONE, Recomputation.SELECTIVE);
        assertEquals(none, model.memory(plain).activations() / GIB, 0.01);
        assertEquals(both, model.memory(saving).activations() / GIB, 0.01);
        assertEquals(states, model.memory(plain).states().total() / GIB, 0.1 * states);
    }

    /**
     * EleutherAI cookbook, calc_transformer_mem.py for a model of 6.75B: 28.50 + 12.57 + 25.14 + 75.41 = 141.62 GiB.
     */
    @Test
    void theCookbooksExampleIsMet() {
        ModelStates states = ModelStates.of(6.7475e9, Recipe.MIXED_32.bytes(), 1, 1, 1, ZeroStage.NONE);
        double activations = 32 * 2048 * layer(4096, 32, 2048, 1, false, Recomputation.NONE);
        assertEquals(28.50, activations / GIB, 0.005);
        assertEquals(12.57, states.weights() / GIB, 0.005);
        assertEquals(25.14, states.gradients() / GIB, 0.005);
        assertEquals(75.41, states.optimizer() / GIB, 0.005);
        assertEquals(141.62, (activations + states.total()) / GIB, 0.02);
    }

    /** A single device holds every parameter once, whether the head is tied or not. */
    @Test
    void aSingleDeviceHoldsTheWholeModel() {
        for (Architecture architecture : List.of(Architectures.llama7b(), Architectures.gpt(12, 768, 12, 50_257),
                Architectures.deepSeek(), Architectures.codestralMamba())) {
            LayoutModel model = model(job(architecture, 512, 1, Recipe.MIXED_32.bytes(), false), 1);
            TrainingMemory memory = model.memory(new Layout(1, 1, 1, 1, 1, false, ZeroStage.NONE,
                    Recomputation.FULL));
            double parameters = ParameterCounts.of(architecture).total();
            assertEquals(18 * parameters, memory.states().total(), 1e-9 * parameters);
        }
    }

    /** Fused attention keeps what selective recomputation keeps. */
    @Test
    void fusedAttentionKeepsNoScores() {
        TrainingJob job = new TrainingJob(Architectures.llama7b(), 4096, 8, Recipe.MIXED_32.bytes(), false, true, 0, 0);
        TrainingJob plain = new TrainingJob(Architectures.llama7b(), 4096, 8, Recipe.MIXED_32.bytes(), false, false, 0,
                0);
        Layout none = new Layout(1, 1, 1, 1, 1, false, ZeroStage.NONE, Recomputation.NONE);
        Layout selective = new Layout(1, 1, 1, 1, 1, false, ZeroStage.NONE, Recomputation.SELECTIVE);
        assertEquals(model(plain, 1).memory(selective), model(job, 1).memory(none));
        assertTrue(model(plain, 1).memory(none).total() > model(job, 1).memory(none).total());
    }

    /** Logits in 16 and 32 bits: 6·s·b·V, which dominates small models with large vocabularies. */
    @Test
    void logitsCountWholly() {
        Architecture small = Architectures.llama(16, 1024, 8, 8, 2816, 256_000);
        LayoutModel model = model(job(small, 4096, 4, Recipe.MIXED_32.bytes(), false), 1);
        Layout layout = new Layout(1, 1, 1, 1, 4, false, ZeroStage.NONE, Recomputation.FULL);
        assertEquals(6.0 * 4096 * 4 * 256_000, model.memory(layout).logits());
        assertTrue(model.memory(layout).logits() > model.memory(layout).states().total());
    }

    @Test
    void fragmentationAndReserveAddUp() {
        TrainingJob job = new TrainingJob(Architectures.llama7b(), 2048, 1, Recipe.MIXED_32.bytes(), false, true, 1e9,
                0.1);
        Layout layout = new Layout(1, 1, 1, 1, 1, false, ZeroStage.NONE, Recomputation.FULL);
        TrainingMemory memory = model(job, 1).memory(layout);
        assertEquals(0.1 * memory.total(), memory.lost(), 1);
        assertEquals(1e9, memory.reserve());
        assertThrows(DomainException.class, () -> new TrainingJob(Architectures.llama7b(), 2048, 1,
                Recipe.MIXED_32.bytes(), false, true, 0, 1));
    }

    /** More tensor parallelism, more stages of ZeRO, sequence parallelism and recomputation never take more memory. */
    @Test
    void sharingNeverTakesMore() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            long heads = 8L << random.nextInt(3);
            Architecture gpt = Architectures.gpt(4L * (1 + random.nextInt(8)), 128 * heads, heads, 32_000);
            LayoutModel model = model(job(gpt, 512L << random.nextInt(4), 64, Recipe.MIXED_32.bytes(), true), 64);
            int t = 2 << random.nextInt(2);
            Recomputation kept = Recomputation.values()[random.nextInt(2)];
            double one = total(model, new Layout(1, 1, 8, 1, 1, false, ZeroStage.NONE, kept));
            double tensor = total(model, new Layout(t, 1, 8, 1, 1, false, ZeroStage.NONE, kept));
            double sequence = total(model, new Layout(t, 1, 8, 1, 1, true, ZeroStage.NONE, kept));
            double zero = total(model, new Layout(t, 1, 8, 1, 1, true, ZeroStage.OPTIMIZER, kept));
            double two = total(model, new Layout(t, 1, 8, 1, 1, true, ZeroStage.GRADIENTS, kept));
            double more = total(model, new Layout(t, 1, 8, 1, 2, true, ZeroStage.GRADIENTS, kept));
            assertTrue(one > tensor && tensor > sequence && sequence > zero && zero > two && two < more);
        }
    }

    private static double total(LayoutModel model, Layout layout) {
        assertTrue(model.valid(layout));
        return model.memory(layout).total();
    }

    @Test
    void layoutsThatMakeNoSenseAreRefused() {
        LayoutModel model = model(job(Architectures.llama2With70b(), 4096, 128, Recipe.MIXED_32.bytes(), false), 64);
        assertTrue(model.valid(new Layout(8, 8, 1, 5, 1, true, ZeroStage.NONE, Recomputation.NONE)));
        assertFalse(model.valid(new Layout(16, 4, 1, 1, 1, true, ZeroStage.NONE, Recomputation.NONE)), "beyond a node");
        assertFalse(model.valid(new Layout(8, 8, 1, 4, 1, true, ZeroStage.NONE, Recomputation.NONE)), "10 layers / 4");
        assertFalse(model.valid(new Layout(8, 8, 2, 1, 1, true, ZeroStage.NONE, Recomputation.NONE)), "128 devices");
        assertFalse(model.valid(new Layout(1, 8, 8, 1, 1, true, ZeroStage.NONE, Recomputation.NONE)), "t = 1");
        assertFalse(model.valid(new Layout(8, 4, 2, 1, 1, true, ZeroStage.PARAMETERS, Recomputation.NONE)), "ZeRO 3");
        assertFalse(model.valid(new Layout(8, 8, 1, 1, 1, true, ZeroStage.OPTIMIZER, Recomputation.NONE)), "d = 1");
        assertFalse(model.valid(new Layout(8, 1, 8, 1, 3, true, ZeroStage.NONE, Recomputation.NONE)), "16 / 3");
        assertFalse(model.valid(new Layout(3, 1, 1, 1, 1, true, ZeroStage.NONE, Recomputation.NONE)), "64 heads / 3");
        assertThrows(DomainException.class,
                () -> model.plan(new Layout(3, 1, 1, 1, 1, true, ZeroStage.NONE, Recomputation.NONE)));
    }
}
