package org.isoflop.analysis.facts;

import java.util.List;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.QueryKeyNorm;

/** Models of the tests of training and serving, from their published configurations. */
public final class Architectures {

    private Architectures() {
    }

    /** A decoder with gated feed-forwards, RMSNorm and rotary positions. */
    public static Architecture llama(long layers, long hidden, long heads, long keyValueHeads, long feedForward,
            long vocabulary) {
        LayerGroup group = new LayerGroup(layers, new Attention(heads, keyValueHeads, hidden / heads, false, false,
                QueryKeyNorm.NONE, 0), new DenseFeedForward(feedForward, true, false), 2);
        return new Architecture(hidden, vocabulary, hidden, Head.UNTIED, 0, Norm.SCALE, true, true, 0, List.of(group),
                List.of());
    }

    /** Multi-head attention and a plain feed-forward of four times the width. */
    public static Architecture gpt(long layers, long hidden, long heads, long vocabulary) {
        LayerGroup group = new LayerGroup(layers, new Attention(heads, heads, hidden / heads, true, true,
                QueryKeyNorm.NONE, 0), new DenseFeedForward(4 * hidden, false, true), 2);
        return new Architecture(hidden, vocabulary, hidden, Head.TIED, 0, Norm.SCALE_AND_SHIFT, true, true, 0,
                List.of(group), List.of());
    }

    /** LLaMA and Llama 2 of 7B: 6,738,415,616 parameters. */
    public static Architecture llama7b() {
        return llama(32, 4096, 32, 32, 11_008, 32_000);
    }

    /** LLaMA of 13B. */
    public static Architecture llama13b() {
        return llama(40, 5120, 40, 40, 13_824, 32_000);
    }

    /** LLaMA of 33B. */
    public static Architecture llama33b() {
        return llama(60, 6656, 52, 52, 17_920, 32_000);
    }

    /** LLaMA of 65B. */
    public static Architecture llama65b() {
        return llama(80, 8192, 64, 64, 22_016, 32_000);
    }

    /** Llama 2 of 70B. */
    public static Architecture llama2With70b() {
        return llama(80, 8192, 64, 8, 28_672, 32_000);
    }

    /** Llama 3.1 of 8B. */
    public static Architecture llama31With8b() {
        return llama(32, 4096, 32, 8, 14_336, 128_256);
    }

    /** DeepSeek-V3: latent attention, 256 experts of which 8 are active. */
    public static Architecture deepSeek() {
        LatentAttention attention = new LatentAttention(128, 1536, 512, 64, 128, 128, false);
        return new Architecture(7168, 129_280, 7168, Head.UNTIED, 0, Norm.SCALE, true, true, 0,
                List.of(new LayerGroup(3, attention, new DenseFeedForward(18_432, true, false), 2),
                        new LayerGroup(58, attention,
                                new MixtureOfExperts(256, 8, 2048, 1, 2048, true, false, true), 2)),
                List.of());
    }

    /** Codestral Mamba 7B: a state space without attention. */
    public static Architecture codestralMamba() {
        return new Architecture(4096, 32_768, 4096, Head.UNTIED, 0, Norm.SCALE, true, true, 0,
                List.of(new LayerGroup(64, new Mamba2(8192, 128, 4, 128, 8, true, false), null, 1)), List.of());
    }
}
