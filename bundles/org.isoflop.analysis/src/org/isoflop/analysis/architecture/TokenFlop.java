package org.isoflop.analysis.architecture;

import java.util.EnumMap;
import java.util.Map;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The FLOP of one token, on the average over a sequence.
 *
 * @param forward FLOP of its forward pass
 * @param training FLOP of its forward and backward pass, and of what is recomputed where the convention counts that
 */
public record TokenFlop(double forward, double training) {

    private static final int GPT_FEED_FORWARD = 4;

    /**
     * Counts by every convention that holds for an architecture.
     *
     * @param architecture the architecture
     * @param context tokens in a sequence, s
     * @return the counts in the order of {@link Convention}; those of Korthikanti and Narayanan only for decoders of
     *         equal layers with multi-head attention of the width of the model and a plain feed-forward of 4·h
     * @throws DomainException if the context is not positive, or longer than the positions the model has learned
     */
    public static Map<Convention, TokenFlop> of(Architecture architecture, long context) {
        requireContext(architecture, context);
        ParameterCounts counts = ParameterCounts.of(architecture);
        double fullCore = 2.0 * architecture.sum(group -> group.mixer().scoreWidth()) * context;
        double core = core(architecture, context);
        double exact = 2.0 * multiplied(architecture, counts)
                + architecture.sum(group -> group.mixer().scanFlop()) + core;
        Map<Convention, TokenFlop> flop = new EnumMap<>(Convention.class);
        flop.put(Convention.SIX_N, sixN(counts));
        flop.put(Convention.KAPLAN, modelled(2.0 * counts.activeNonEmbedding() + fullCore / 2));
        TokenFlop palm = modelled(2.0 * counts.active() + fullCore);
        flop.put(Convention.PALM, palm);
        flop.put(Convention.PALM_SELECTIVE, new TokenFlop(palm.forward(), palm.training() + fullCore));
        flop.put(Convention.EXACT_CAUSAL, modelled(exact));
        flop.put(Convention.EXACT_CAUSAL_SELECTIVE, new TokenFlop(exact, 3 * exact + core));
        flop.put(Convention.EXACT_CAUSAL_FULL, new TokenFlop(exact, 4 * exact));
        if (isGpt(architecture)) {
            double h = architecture.hiddenSize();
            double square = architecture.layerCount() * h * h;
            double attention = context / h;
            double head = architecture.vocabularySize() / (architecture.layerCount() * h);
            double model = 72 * square * (1 + attention / 6 + head / 12);
            flop.put(Convention.KORTHIKANTI, new TokenFlop(model / 3, model));
            flop.put(Convention.KORTHIKANTI_SELECTIVE,
                    new TokenFlop(model / 3, 72 * square * (1 + attention / 3 + head / 12)));
            double recomputed = 96 * square * (1 + attention / 6 + head / 16);
            flop.put(Convention.NARAYANAN, new TokenFlop(recomputed / 4, recomputed));
        }
        return flop;
    }

    /**
     * Counts by 6·N alone, the one convention that needs no context.
     *
     * @param counts the parameters of a model
     * @return 2·N forward and 6·N in training, with the active parameters N
     */
    public static TokenFlop sixN(ParameterCounts counts) {
        return modelled(2.0 * counts.active());
    }

    /**
     * Utilisation from a measured throughput: MFU for a convention of what the model needs, HFU for one that counts
     * recomputation.
     *
     * @param tokensPerSecond training tokens a second, over all devices
     * @param devices number of devices
     * @param peak dense peak rate of one device, FLOP/s
     * @return the fraction of the peak that is used
     * @throws DomainException if a number is not positive and finite
     */
    public double utilisation(double tokensPerSecond, double devices, double peak) {
        DomainException.positive(tokensPerSecond, Sentence.of("size.tokensPerSecond"));
        DomainException.positive(devices, Sentence.of("size.devices"));
        DomainException.positive(peak, Sentence.of("size.peak"));
        return tokensPerSecond * training / (devices * peak);
    }

    private static TokenFlop modelled(double forward) {
        return new TokenFlop(forward, 3 * forward);
    }

    /**
     * Refuses a context that the model has not learned.
     *
     * @param architecture the architecture
     * @param context tokens in a sequence
     * @throws DomainException if it is not positive, or longer than the positions the model has learned
     */
    public static void requireContext(Architecture architecture, long context) {
        Exact.positive(context, "context");
        long positions = architecture.context() > 0 ? architecture.context() : architecture.learnedPositions();
        if (architecture.learnedPositions() > 0 && context > positions) {
            throw new DomainException(Sentence.of("architecture.positions", context, positions));
        }
    }

    /** The parameters that take part in one multiply-add for every token. */
    private static long multiplied(Architecture architecture, ParameterCounts counts) {
        long extras = architecture.extras().stream().mapToLong(Extra::count).sum();
        long head = architecture.head() == Head.NONE ? 0 : architecture.tokenEmbedding();
        return counts.activeNonEmbedding() - extras + head
                - architecture.sum(group -> group.mixer().scanParameters());
    }

    private static double core(Architecture architecture, long context) {
        double core = 0;
        for (LayerGroup group : architecture.layers()) {
            double window = Math.min(context, group.mixer().slidingWindow().orElse(context));
            double attended = architecture.causal() ? attended(window, context) : window;
            core += group.count() * 2.0 * group.mixer().scoreWidth() * attended;
        }
        return core;
    }

    /**
     * The tokens that a token of a causal model attends to, on the average over a sequence.
     *
     * @param window the most that it attends to, at most the context
     * @param context tokens in the sequence, s
     * @return w − w²/(2·s)
     */
    public static double attended(double window, double context) {
        return window - window * window / (2 * context);
    }

    private static boolean isGpt(Architecture architecture) {
        return architecture.causal() && architecture.layers().size() == 1
                && architecture.layers().getFirst() instanceof LayerGroup group
                && group.mixer() instanceof Attention attention && attention.window() == 0
                && attention.heads() == attention.keyValueHeads()
                && attention.heads() * attention.headSize() == architecture.hiddenSize()
                && group.feedForward() instanceof DenseFeedForward dense && !dense.gated()
                && dense.size() == GPT_FEED_FORWARD * architecture.hiddenSize();
    }
}
