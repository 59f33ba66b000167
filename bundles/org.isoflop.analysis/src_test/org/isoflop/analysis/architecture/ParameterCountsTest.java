package org.isoflop.analysis.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.isoflop.analysis.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts are exact: published totals to the last parameter, and identities that hold for any architecture. */
class ParameterCountsTest {

    static Stream<Golden> rows() {
        return Golden.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void publishedTotalsAreMetToTheLastParameter(Golden row) {
        ParameterCounts counts = ParameterCounts.of(row.architecture());
        assertEquals(row.total(), counts.total());
        assertEquals(row.active(), counts.active());
        assertEquals(row.total(), counts.parts().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void nothingIsLeftOutOfTheTable() {
        assertEquals(64, Golden.rows().size());
    }

    /** The table of non-embedding parameters in the model cards of Pythia (EleutherAI 2023). */
    @Test
    void nonEmbeddingParametersAreThoseOfPythia() {
        Map<String, Long> published = Map.of("Pythia-70M", 18_915_328L, "Pythia-160M", 85_056_000L, "Pythia-410M",
                302_311_424L, "Pythia-1B", 805_736_448L, "Pythia-1.4B", 1_208_602_624L, "Pythia-2.8B", 2_517_652_480L,
                "Pythia-6.9B", 6_444_163_072L);
        published.forEach((model, count) -> assertEquals(count, ParameterCounts.of(Golden.row(model).architecture())
                .nonEmbedding(), model));
    }

    /** What other tools print for the same configurations: a head that is always tied, one expert, no gate. */
    @Test
    void theErrorsOfOtherToolsAreNotOurs() {
        assertNotEquals(6_607_343_616L, ParameterCounts.of(Golden.row("Llama-2-7B").architecture()).total());
        assertNotEquals(7_504_924_672L, ParameterCounts.of(Golden.row("Llama-3.1-8B").architecture()).total());
        assertNotEquals(12_879_069_184L, ParameterCounts.of(Golden.row("Mixtral-8x7B").architecture()).active());
        assertNotEquals(12_873_633_792L, ParameterCounts.of(Golden.row("Mixtral-8x7B").architecture()).active());
    }

    /** Peers print 14,848 fewer active parameters for DeepSeek-V3: they leave the biases of its routers out. */
    @Test
    void routerBiasesOfDeepSeekAreCounted() {
        Architecture deepSeek = Golden.row("DeepSeek-V3/R1").architecture();
        List<LayerGroup> withoutBias = deepSeek.layers().stream().map(group -> new LayerGroup(group.count(),
                group.mixer(), group.feedForward() instanceof MixtureOfExperts mixture
                        ? new MixtureOfExperts(mixture.experts(), mixture.activeExperts(), mixture.size(),
                                mixture.sharedExperts(), mixture.sharedSize(), true, false, false)
                        : group.feedForward(), group.norms())).toList();
        assertEquals(37_552_282_624L, ParameterCounts.of(Samples.with(deepSeek, Head.UNTIED, withoutBias)).active());
        assertEquals(58 * 256, ParameterCounts.of(deepSeek).active() - 37_552_282_624L);
    }

    /**
     * The file of the weights of DeepSeek-V3 holds 684,531,386,000 numbers: a 62nd layer that predicts the token after
     * the next, with copies of embedding and head, a projection and three norms; and one scale for each block of 128
     * by 128 values of the matrices in 8 bit.
     */
    @Test
    void theFileOfDeepSeekHoldsOneLayerMoreAndScales() {
        Architecture deepSeek = Golden.row("DeepSeek-V3/R1").architecture();
        LayerGroup experts = deepSeek.layers().getLast();
        long h = deepSeek.hiddenSize();
        long attention = blocks(1536, h) + blocks(128 * 192, 1536) + blocks(576, h) + blocks(128 * 256, 512)
                + blocks(h, 128 * 128);
        long scales = 62 * attention + 3 * 3 * blocks(18_432, h) + 59 * 257 * 3 * blocks(2048, h);
        Architecture file = new Architecture(h, deepSeek.vocabularySize(), h, Head.UNTIED, 0, Norm.SCALE, true, true, 0,
                List.of(deepSeek.layers().getFirst(), new LayerGroup(59, experts.mixer(), experts.feedForward(), 2)),
                List.of(new Extra(Part.EMBEDDING, 2 * deepSeek.vocabularySize() * h, "copies of embedding and head"),
                        new Extra(Part.MLP, 2 * h * h, "projection of the 62nd layer"),
                        new Extra(Part.NORMS, 3 * h, "norms of the 62nd layer"),
                        new Extra(Part.MLP, scales, "scales of blocks")));
        assertEquals(684_531_386_000L, ParameterCounts.of(file).total());
        assertEquals(41_555_600, scales + 59 * 256, "in 32 bits: scales and router biases");
    }

    private static long blocks(long rows, long columns) {
        return Math.ceilDiv(rows, 128) * Math.ceilDiv(columns, 128);
    }

    /** The files of Llama 2 hold, for each layer, 64 frequencies of the rotary positions, which nothing learns. */
    @ParameterizedTest
    @CsvSource({"Llama-2-7B, 6738417664, 2048", "Llama-2-70B, 68976653312, 5120"})
    void filesOfLlamaHoldRotaryFrequencies(String model, long inFile, long frequencies) {
        Architecture llama = Golden.row(model).architecture();
        assertEquals(frequencies, llama.layerCount() * Golden.row(model).sizes().get("head_dim") / 2);
        assertEquals(inFile, ParameterCounts.of(llama).total() + frequencies);
    }

    /** The file of Falcon 7B holds its head a second time, though it is tied. */
    @Test
    void theFileOfFalconHoldsItsHeadTwice() {
        Architecture falcon = Golden.row("Falcon-7B").architecture();
        assertEquals(7_217_189_760L, ParameterCounts.of(Samples.with(falcon, Head.UNTIED, falcon.layers())).total());
    }

    /**
     * What the files of Gemma 3 hold beside text and projector is the same vision tower, SigLIP: patches of 14 by 14
     * in three colours and a bias as its vocabulary, 64 by 64 positions, 27 layers of 1152.
     */
    @ParameterizedTest
    @CsvSource({"Gemma-3-4B (text), 4300079472", "Gemma-3-12B (text), 12187325040", "Gemma-3-27B (text), 27432406640"})
    void filesOfGemmaHoldOneVisionTower(String model, long inFile) {
        LayerGroup layer = new LayerGroup(27, new Attention(16, 16, 72, true, true, QueryKeyNorm.NONE, 0),
                new DenseFeedForward(4304, false, true), 2);
        long tower = ParameterCounts.of(new Architecture(1152, 14 * 14 * 3 + 1, 1152, Head.NONE, 64 * 64,
                Norm.SCALE_AND_SHIFT, true, false, 64 * 64, List.of(layer), List.of())).total();
        assertEquals(416_866_032, tower);
        Architecture text = Golden.row(model).architecture();
        assertEquals(inFile, ParameterCounts.of(text).total() + 1152 * text.hiddenSize() + 1152 + tower);
    }

    /**
     * The cookbook of EleutherAI (827ee3b) prints 8.87 or 6.76 billion for Llama 2 7B and 8.06 for Llama 3.1 8B: it
     * learns positions that are rotary, and once takes the feed-forward as four times the hidden size.
     */
    @Test
    void theErrorsOfTheCookbookAreNotOurs() {
        Architecture llama2 = Golden.row("Llama-2-7B").architecture();
        Architecture llama3 = Golden.row("Llama-3.1-8B").architecture();
        LayerGroup group = llama2.layers().getFirst();
        LayerGroup fourfold = new LayerGroup(32, group.mixer(), new DenseFeedForward(4 * 4096, true, false), 2);
        double million = 1e6;
        assertEquals(8.87e9, learned(llama2, 4096, fourfold), 5 * million);
        assertEquals(6.76e9, learned(llama2, 4096, group), 5 * million);
        assertEquals(8.06e9, learned(llama3, 8192, llama3.layers().getFirst()), 5 * million);
        assertEquals(6.738e9, ParameterCounts.of(llama2).total(), million);
        assertEquals(8.030e9, ParameterCounts.of(llama3).total(), million);
    }

    private static long learned(Architecture rotary, long positions, LayerGroup group) {
        return ParameterCounts.of(new Architecture(rotary.hiddenSize(), rotary.vocabularySize(), rotary.embeddingSize(),
                rotary.head(), positions, rotary.norm(), true, true, positions, List.of(group), List.of())).total();
    }

    /**
     * PaLM (Chowdhery et al. 2022): 540.35 billion with multi-query attention and SwiGLU. The 428.6 billion that
     * calculon (caa4b11) prints are those of its layers with keys and values for every head and no gate.
     */
    @Test
    void palmHasItsPublishedSize() {
        Architecture palm = Samples.palm();
        assertEquals(540.35e9, ParameterCounts.of(palm).total(), 0.01e9);
        LayerGroup plain = new LayerGroup(118, Samples.attention(48, 48, 256, 0),
                new DenseFeedForward(73_728, false, false), 1);
        long calculon = ParameterCounts.of(Samples.with(palm, palm.head(), List.of(plain))).nonEmbedding();
        assertEquals(428.6e9, calculon, 0.005 * 428.6e9);
    }

    @Test
    void tyingTakesAwayExactlyTheHead() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            Architecture untied = Samples.random(random, Head.UNTIED);
            Architecture tied = Samples.with(untied, Head.TIED, untied.layers());
            assertEquals(untied.vocabularySize() * untied.hiddenSize(),
                    ParameterCounts.of(untied).total() - ParameterCounts.of(tied).total());
            assertEquals(ParameterCounts.of(tied).nonEmbedding(), ParameterCounts.of(untied).nonEmbedding());
        }
    }

    @Test
    void layersAddUpAndGroupingDoesNotMatter() {
        Random random = new Random(12);
        for (int i = 0; i < 200; i++) {
            Architecture architecture = Samples.random(random, Head.UNTIED);
            LayerGroup group = architecture.layers().getFirst();
            LayerGroup one = new LayerGroup(1, group.mixer(), group.feedForward(), group.norms());
            List<LayerGroup> apart = LongStream.range(0, group.count()).mapToObj(k -> one).toList();
            Architecture split = Samples.with(architecture, Head.UNTIED, apart);
            assertEquals(ParameterCounts.of(architecture), ParameterCounts.of(split));
            assertEquals(architecture.layerCount(), split.layerCount());
        }
    }

    @Test
    void aMixtureThatUsesAllItsExpertsIsAllActive() {
        Random random = new Random(13);
        for (int i = 0; i < 200; i++) {
            long experts = 1 + random.nextInt(64);
            long size = 1 + random.nextInt(4096);
            Architecture all = mixture(experts, experts, size);
            assertEquals(ParameterCounts.of(all).total(), ParameterCounts.of(all).active());
            Architecture one = mixture(experts, 1, size);
            assertEquals((experts - 1) * 3 * all.hiddenSize() * size,
                    ParameterCounts.of(one).total() - ParameterCounts.of(one).active());
        }
    }

    private static Architecture mixture(long experts, long active, long size) {
        return Samples.of(64, new LayerGroup(1, Samples.attention(4, 2, 16, 0),
                new MixtureOfExperts(experts, active, size, 0, 0, true, false, false), 2));
    }

    @Test
    void aNarrowEmbeddingIsProjectedInAndOut() {
        Architecture wide = Samples.of(64, new LayerGroup(2, Samples.attention(4, 4, 16, 0),
                new DenseFeedForward(256, false, true), 2));
        Architecture narrow = new Architecture(64, wide.vocabularySize(), 32, Head.TIED, 0, wide.norm(), true, true, 0,
                wide.layers(), List.of());
        assertEquals(wide.vocabularySize() * 32 - 2 * 32 * 64,
                ParameterCounts.of(Samples.with(wide, Head.TIED, wide.layers())).total()
                        - ParameterCounts.of(narrow).total());
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        LayerGroup huge = new LayerGroup(Integer.MAX_VALUE, Samples.attention(1L << 31, 1, 1L << 20, 0), null, 0);
        DomainException refused = assertThrows(DomainException.class,
                () -> ParameterCounts.of(Samples.of(1L << 31, huge)));
        assertEquals("The sizes are so large that a count does not fit into 63 bits.",
                refused.message(Locale.ENGLISH));
    }

    @Test
    void sizesThatCannotBeAreRefusedInWords() {
        assertEquals("heads: 32 cannot be divided evenly among 5 (key-value heads).",
                assertThrows(DomainException.class, () -> Samples.attention(32, 5, 128, 0)).message(Locale.ENGLISH));
        assertEquals("experts for each token: 9 is more than 8 (experts).", assertThrows(DomainException.class,
                () -> new MixtureOfExperts(8, 9, 1, 0, 0, true, false, false)).message(Locale.ENGLISH));
        assertEquals("taille cachée\u00a0: un nombre entier supérieur à zéro est attendu, et non 0.",
                assertThrows(DomainException.class, () -> Samples.of(0, new LayerGroup(1, Samples.attention(1, 1, 1, 0),
                        null, 0))).message(Locale.FRENCH));
        assertThrows(DomainException.class, () -> new Architecture(8, 8, 8, Head.TIED, 0, Norm.SCALE, true, true, 0,
                List.of(), List.of()));
    }
}
