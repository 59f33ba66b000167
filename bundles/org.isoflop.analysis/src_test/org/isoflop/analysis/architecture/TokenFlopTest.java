package org.isoflop.analysis.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;

import org.isoflop.analysis.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FLOP per token by each convention, against published numbers and against identities. */
class TokenFlopTest {

    private static double training(Architecture architecture, long context, Convention convention) {
        return TokenFlop.of(architecture, context).get(convention).training();
    }

    /** Recomputed independently from the configuration of Llama 3.1 8B, at a context of 8192. */
    @Test
    void conventionsStandSideBySide() {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Golden.row("Llama-3.1-8B").architecture(), 8192);
        assertEquals(48_181_567_488.0, flop.get(Convention.SIX_N).training());
        assertEquals(61_066_469_376.0, flop.get(Convention.PALM).training());
        assertEquals(51_471_998_976.0, flop.get(Convention.EXACT_CAUSAL).training());
        assertEquals(48.32e9, flop.get(Convention.KAPLAN).training(), 0.005e9);
        assertEquals(4.0 / 3, flop.get(Convention.EXACT_CAUSAL_FULL).training()
                / flop.get(Convention.EXACT_CAUSAL).training(), 1e-15);
        assertFalse(flop.containsKey(Convention.NARAYANAN));
        flop.forEach((convention, count) -> assertEquals(convention.recomputes(),
                count.training() > 3 * count.forward() * (1 + 1e-12), convention.name()));
    }

    /** Korthikanti et al. 2022 and Narayanan et al. 2021, GPT-3 with a vocabulary of 51200: per token, and 300e9. */
    @Test
    void gptIsCountedAsMegatronCounts() {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Samples.gpt(96, 12_288, 96, 51_200), 2048);
        assertEquals(1.076443e12, flop.get(Convention.KORTHIKANTI).training(), 1e6);
        assertEquals(3.2293e23, 300e9 * flop.get(Convention.KORTHIKANTI).training(), 0.00005e23);
        assertEquals(4.3020e23, 300e9 * flop.get(Convention.NARAYANAN).training(), 0.00005e23);
        assertEquals(322.18e21, 300e9 * flop.get(Convention.KORTHIKANTI).training(), 0.003 * 322.18e21, "cookbook");
        assertEquals(429.44e21, 300e9 * flop.get(Convention.NARAYANAN).training(), 0.003 * 429.44e21, "cookbook");
        assertEquals(flop.get(Convention.PALM).training(), flop.get(Convention.KORTHIKANTI).training(),
                0.001 * flop.get(Convention.PALM).training());
    }

    /** Two experts are active, not one: 15.29 GFLOP, which another tool prints, is wrong. */
    @Test
    void mixtralUsesTwoExperts() {
        double forward = TokenFlop.of(Golden.row("Mixtral-8x7B").architecture(), 2048).get(Convention.PALM).forward();
        assertEquals(26.6e9, forward, 0.3e9);
        assertNotEquals(15.29e9, forward, 1e9);
    }

    /** PaLM (Chowdhery et al. 2022, table 3): 238.3 thousand tokens a second on 6144 TPU v4. */
    @Test
    void palmHasItsPublishedUtilisation() {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Samples.palm(), 2048);
        assertEquals(0.457, flop.get(Convention.SIX_N).utilisation(238.3e3, 6144, 275e12), 0.001);
        assertEquals(0.462, flop.get(Convention.PALM).utilisation(238.3e3, 6144, 275e12), 0.001);
    }

    /**
     * PaLM, table 3: 57.8 % of the peak with what it recomputed. That is more than the attention core again and less
     * than the whole forward pass again: three quarters of it.
     */
    @Test
    void palmRecomputedSome() {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Samples.palm(), 2048);
        TokenFlop palm = flop.get(Convention.PALM);
        double selective = flop.get(Convention.PALM_SELECTIVE).utilisation(238.3e3, 6144, 275e12);
        double whole = new TokenFlop(palm.forward(), palm.training() + palm.forward()).utilisation(238.3e3, 6144,
                275e12);
        assertTrue(selective < 0.578 && 0.578 < whole, selective + " " + whole);
        double most = new TokenFlop(palm.forward(), palm.training() + 0.75 * palm.forward()).utilisation(238.3e3, 6144,
                275e12);
        assertEquals(0.578, most, 0.001);
    }

    /** 6·N needs no context, and is what it is for any. */
    @Test
    void sixNNeedsNoContext() {
        for (Golden row : Golden.rows()) {
            Architecture architecture = row.architecture();
            assertEquals(TokenFlop.of(architecture, 512).get(Convention.SIX_N),
                    TokenFlop.sixN(ParameterCounts.of(architecture)), row.model());
        }
    }

    /** PaLM, table 3: MT-NLG 530B, 65.43 thousand tokens a second on 2240 A100. */
    @Test
    void mtNlgHasItsPublishedUtilisation() {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Samples.gpt(105, 20_480, 128, 51_200), 2048);
        assertEquals(0.297, flop.get(Convention.SIX_N).utilisation(65.43e3, 2240, 312e12), 0.001);
        assertEquals(0.302, flop.get(Convention.PALM).utilisation(65.43e3, 2240, 312e12), 0.001);
    }

    /** Megatron-LM, README: model and hardware FLOP utilisation at a context of 2048, both rounded to 0.1. */
    @ParameterizedTest
    @CsvSource({"48, 6144, 64, 41.5, 43.7, 42.2", "96, 12288, 96, 51.4, 52.8, 51.9",
        "105, 20480, 128, 56.0, 57.0, 56.3", "128, 25600, 160, 56.3, 57.0, 56.5"})
    void hardwareUtilisationIsThatOfMegatron(long layers, long hidden, long heads, double mfu, double hfu,
            double attentionAgain) {
        Map<Convention, TokenFlop> flop = TokenFlop.of(Samples.gpt(layers, hidden, heads, 51_200), 2048);
        assertEquals(hfu, mfu * flop.get(Convention.KORTHIKANTI_SELECTIVE).training()
                / flop.get(Convention.KORTHIKANTI).training(), 0.1);
        assertEquals(attentionAgain, mfu * flop.get(Convention.PALM_SELECTIVE).training()
                / flop.get(Convention.PALM).training(), 0.06);
    }

    /** Korthikanti et al. 2022: the overhead of selective recomputation for layers of h = 4096. */
    @ParameterizedTest
    @CsvSource({"8192, 0.0833", "2048, 0.0256"})
    void selectiveRecomputationCostsWhatIsPublished(long context, double overhead) {
        Architecture gpt = Samples.gpt(32, 4096, 32, 1);
        assertEquals(overhead, training(gpt, context, Convention.PALM_SELECTIVE) / training(gpt, context,
                Convention.PALM) - 1, 0.0001);
    }

    /** Megatron-LM counts a Mamba-2 layer as 2h(2d + 2GN + H) + 7dN + 2dh forward. */
    @Test
    void stateSpacesAreCountedAsMegatronCounts() {
        Architecture codestral = Golden.row("Codestral-Mamba-7B").architecture();
        double layer = 2.0 * 4096 * (2 * 8192 + 2 * 8 * 128 + 128) + 7.0 * 8192 * 128 + 2.0 * 8192 * 4096;
        double expected = 64 * layer + 2.0 * 4096 * 32_768;
        assertEquals(expected, TokenFlop.of(codestral, 4096).get(Convention.EXACT_CAUSAL).forward(), 0.001 * expected);
        assertEquals(TokenFlop.of(codestral, 4096), TokenFlop.of(codestral, 131_072));
    }

    @Test
    void aWindowNeverCostsMoreAndMeetsFullAttentionAtItsEdge() {
        LayerGroup windowed = new LayerGroup(2, Samples.attention(8, 8, 16, 1000), null, 1);
        LayerGroup whole = new LayerGroup(2, Samples.attention(8, 8, 16, 0), null, 1);
        double before = 0;
        for (long context = 1; context < 5000; context += 37) {
            double flop = training(Samples.of(128, windowed), context, Convention.EXACT_CAUSAL);
            double full = training(Samples.of(128, whole), context, Convention.EXACT_CAUSAL);
            assertTrue(context <= 1000 ? flop == full : flop < full);
            assertTrue(flop > before);
            before = flop;
        }
    }

    @Test
    void tyingDoesNotChangeWhatIsComputed() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            Architecture untied = Samples.random(random, Head.UNTIED);
            Architecture tied = Samples.with(untied, Head.TIED, untied.layers());
            assertEquals(training(untied, 1024, Convention.EXACT_CAUSAL), training(tied, 1024,
                    Convention.EXACT_CAUSAL));
        }
    }

    @Test
    void positionsThatWereNotLearnedAreRefused() {
        Architecture gpt2 = Golden.row("gpt2").architecture();
        assertTrue(TokenFlop.of(gpt2, 1024).containsKey(Convention.NARAYANAN));
        assertThrows(DomainException.class, () -> TokenFlop.of(gpt2, 1025));
        assertThrows(DomainException.class, () -> TokenFlop.of(gpt2, 0));
        assertThrows(DomainException.class, () -> new TokenFlop(1, 3).utilisation(0, 1, 1));
        assertThrows(DomainException.class, () -> new TokenFlop(1, 3).utilisation(1, Double.NaN, 1));
    }
}
