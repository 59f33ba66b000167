package org.isoflop.analysis.architecture;

import java.util.List;
import java.util.Random;

/** Architectures for tests. */
final class Samples {

    private static final long VOCABULARY = 1000;

    private Samples() {
    }

    static Attention attention(long heads, long keyValueHeads, long headSize, long window) {
        return new Attention(heads, keyValueHeads, headSize, false, false, QueryKeyNorm.NONE, window);
    }

    static Architecture of(long hidden, LayerGroup... layers) {
        return new Architecture(hidden, VOCABULARY, hidden, Head.UNTIED, 0, Norm.SCALE, true, true, 0, List.of(layers),
                List.of());
    }

    static Architecture with(Architecture other, Head head, List<LayerGroup> layers) {
        return new Architecture(other.hiddenSize(), other.vocabularySize(), other.embeddingSize(), head,
                other.learnedPositions(), other.norm(), other.finalNorm(), other.causal(), other.context(), layers,
                other.extras());
    }

    /** GPT: multi-head attention of the width of the model and a plain feed-forward of four times that. */
    static Architecture gpt(long layers, long hidden, long heads, long vocabulary) {
        LayerGroup group = new LayerGroup(layers, new Attention(heads, heads, hidden / heads, true, true,
                QueryKeyNorm.NONE, 0), new DenseFeedForward(4 * hidden, false, true), 2);
        return new Architecture(hidden, vocabulary, hidden, Head.TIED, 0, Norm.SCALE_AND_SHIFT, true, true, 0,
                List.of(group), List.of());
    }

    /** PaLM 540B (Chowdhery et al. 2022, table 1). */
    static Architecture palm() {
        LayerGroup group = new LayerGroup(118, attention(48, 1, 256, 0), new DenseFeedForward(73_728, true, false), 1);
        return new Architecture(18_432, 256_000, 18_432, Head.TIED, 0, Norm.SCALE, true, true, 2048, List.of(group),
                List.of());
    }

    static Architecture random(Random random, Head head) {
        long heads = 1L << random.nextInt(6);
        long size = 8L << random.nextInt(5);
        long hidden = 16L * (1 + random.nextInt(256));
        Mixer mixer = switch (random.nextInt(4)) {
            case 0 -> new Attention(heads, 1, size, random.nextBoolean(), random.nextBoolean(),
                    QueryKeyNorm.values()[random.nextInt(3)], random.nextInt(3) * 100);
            case 1 -> new LatentAttention(heads, random.nextInt(2) * 64, 32, 16, size, size, random.nextBoolean());
            case 2 -> new Mamba1(2 * hidden, 16, 4, 8, random.nextBoolean(), random.nextBoolean(),
                    random.nextBoolean());
            default -> new Mamba2(heads * size, 64, 4, heads, 1, random.nextBoolean(), random.nextBoolean());
        };
        FeedForward feedForward = random.nextBoolean()
                ? new DenseFeedForward(4 * hidden, random.nextBoolean(), random.nextBoolean())
                : new MixtureOfExperts(8, 2, hidden, random.nextInt(3), hidden, true, random.nextBoolean(),
                        random.nextBoolean());
        LayerGroup group = new LayerGroup(1 + random.nextInt(20), mixer, feedForward, random.nextInt(5));
        return new Architecture(hidden, VOCABULARY + random.nextInt(1000), hidden, head, random.nextInt(2) * 4096,
                Norm.values()[random.nextInt(3)], random.nextBoolean(), true, 0, List.of(group), List.of());
    }
}
