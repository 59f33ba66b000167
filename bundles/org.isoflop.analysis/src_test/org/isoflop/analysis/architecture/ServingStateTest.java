package org.isoflop.analysis.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.architecture.ServingState.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caches and states to the byte; values by model cards, vLLM and Hugging Face where these print them. */
class ServingStateTest {

    private static final Bits HALF = new Bits(16, 16, 16);

    @ParameterizedTest
    @CsvSource({"Llama-2-7B, 524288, 4096, 2147483648", "Llama-2-70B, 327680, 131072, 42949672960",
        "Llama-3.1-8B, 131072, 131072, 17179869184", "Qwen2.5-7B, 57344, 4096, 234881024",
        "Qwen3-0.6B, 114688, 40960, 4697620480", "Phi-3(.5)-mini, 393216, 4096, 1610612736",
        "gpt2, 36864, 1024, 37748736", "GPT-3 175B, 4718592, 2048, 9663676416",
        "SmolLM(2)-135M, 23040, 4096, 94371840", "Gemma-2B, 18432, 4096, 75497472",
        "DeepSeek-V3/R1, 70272, 163840, 11513364480", "Jamba-v0.1, 16384, 262144, 4294967296",
        "Falcon-Mamba-7B, 0, 4096, 0", "Codestral-Mamba-7B, 0, 4096, 0"})
    void cachesAreExact(String model, long perToken, long context, long bytes) {
        ServingState state = ServingState.of(Golden.row(model).architecture(), context, 1, HALF);
        assertEquals(perToken, state.bytesPerToken());
        assertEquals(bytes, state.cacheBytes());
    }

    /**
     * The cookbook of EleutherAI (827ee3b) prints 1 GiB for Llama 2 7B and 2 GiB for Llama 3.1 8B: it leaves the values
     * out, and in the second case keeps keys for every head.
     */
    @Test
    void theErrorsOfTheCookbookAreNotOurs() {
        long gibibyte = 1L << 30;
        Architecture llama2 = Golden.row("Llama-2-7B").architecture();
        assertEquals(2 * gibibyte, ServingState.of(llama2, 4096, 1, HALF).cacheBytes());
        Architecture llama3 = Golden.row("Llama-3.1-8B").architecture();
        long bytes = ServingState.of(llama3, 8192, 1, HALF).cacheBytes();
        assertEquals(gibibyte, bytes);
        Architecture everyHead = Samples.with(llama3, Head.UNTIED, List.of(new LayerGroup(32,
                Samples.attention(32, 32, 128, 0), llama3.layers().getFirst().feedForward(), 2)));
        assertEquals(2 * gibibyte, ServingState.of(everyHead, 8192, 1, HALF).cacheBytes() / 2);
    }

    @ParameterizedTest
    @CsvSource({"Falcon-Mamba-7B, 16, 20971520", "Falcon-Mamba-7B, 32, 37748736", "Codestral-Mamba-7B, 16, 139460608",
        "Jamba-v0.1, 16, 9175040", "Llama-2-7B, 16, 0"})
    void statesAreExact(String model, long recurrentBits, long bytes) {
        Architecture architecture = Golden.row(model).architecture();
        Bits bits = new Bits(16, recurrentBits, 16);
        assertEquals(bytes, ServingState.of(architecture, 4096, 1, bits).stateBytes());
        assertEquals(7 * bytes, ServingState.of(architecture, 1, 7, bits).stateBytes());
    }

    /** The path that unfolds latent attention keeps 71 times as much. */
    @Test
    void latentAttentionUnfoldedIsMuchLarger() {
        ServingState state = ServingState.of(Golden.row("DeepSeek-V3/R1").architecture(), 4096, 1, HALF);
        assertEquals(4_997_120, state.expandedBytesPerToken());
        ServingState plain = ServingState.of(Golden.row("Llama-2-7B").architecture(), 4096, 1, HALF);
        assertEquals(plain.bytesPerToken(), plain.expandedBytesPerToken());
    }

    /** Gemma 3 27B: 10 layers see all of 131072 tokens, 52 the last 1024: 10.40625 GiB instead of 62. */
    @Test
    void windowsStopGrowing() {
        Architecture gemma = Samples.of(5376, new LayerGroup(10, Samples.attention(32, 16, 128, 0), null, 4),
                new LayerGroup(52, Samples.attention(32, 16, 128, 1024), null, 4));
        ServingState state = ServingState.of(gemma, 131_072, 1, HALF);
        assertEquals((long) (10.40625 * (1L << 30)), state.cacheBytes());
        assertEquals(62L << 30, state.bytesPerToken() * 131_072);
        Architecture mistral = Samples.of(4096, new LayerGroup(32, Samples.attention(32, 8, 128, 4096), null, 2));
        assertEquals(1L << 29, ServingState.of(mistral, 131_072, 1, HALF).cacheBytes());
        assertEquals(1L << 29, ServingState.of(mistral, 4096, 1, HALF).cacheBytes());
    }

    /** gpt-oss 120B: 73728 bytes a token as vLLM counts them. */
    @Test
    void bytesForATokenCountEveryLayer() {
        Architecture oss = Samples.of(2880, new LayerGroup(18, Samples.attention(64, 8, 64, 128), null, 2),
                new LayerGroup(18, Samples.attention(64, 8, 64, 0), null, 2));
        assertEquals(73_728, ServingState.of(oss, 4096, 1, HALF).bytesPerToken());
    }

    @Test
    void bitsScaleAndRoundUpToBytes() {
        Architecture smol = Golden.row("SmolLM(2)-135M").architecture();
        assertEquals(46_080, ServingState.of(smol, 1, 1, new Bits(32, 16, 16)).bytesPerToken());
        Architecture odd = Samples.of(8, new LayerGroup(1, Samples.attention(1, 1, 1, 0), null, 0));
        assertEquals(1, ServingState.of(odd, 1, 1, new Bits(3, 16, 16)).cacheBytes());
        assertEquals(3, ServingState.of(odd, 4, 1, new Bits(5, 16, 16)).bytesPerToken() + 1);
        assertThrows(DomainException.class, () -> new Bits(0, 16, 16));
        assertThrows(DomainException.class, () -> new Bits(65, 16, 16));
    }

    @Test
    void cachesGrowWithContextAndBatch() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            Architecture architecture = Samples.random(random, Head.TIED);
            long context = 2 + random.nextInt(2000);
            ServingState one = ServingState.of(architecture, context, 1, HALF);
            assertEquals(5 * one.cacheBytes(), ServingState.of(architecture, context, 5, HALF).cacheBytes());
            assertTrue(ServingState.of(architecture, context - 1, 1, HALF).cacheBytes() <= one.cacheBytes());
            assertTrue(one.cacheBytes() <= one.bytesPerToken() * context);
        }
    }

    @Test
    void anEncoderKeepsNothing() {
        Architecture encoder = new Architecture(64, 1000, 64, Head.NONE, 512, Norm.SCALE_AND_SHIFT, false, false, 512,
                Samples.gpt(2, 64, 4, 1000).layers(), List.of());
        assertEquals(new ServingState(0, 0, 0, 0), ServingState.of(encoder, 512, 1, HALF));
        assertThrows(DomainException.class, () -> ServingState.of(encoder, 513, 1, HALF));
        assertThrows(DomainException.class, () -> ServingState.of(encoder, 512, 0, HALF));
    }
}
