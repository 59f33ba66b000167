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

    /** PaLM (Chowdhery et al. 2022): 540.35 billion with multi-query attention and SwiGLU. */
    @Test
    void palmHasItsPublishedSize() {
        assertEquals(540.35e9, ParameterCounts.of(Samples.palm()).total(), 0.01e9);
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
