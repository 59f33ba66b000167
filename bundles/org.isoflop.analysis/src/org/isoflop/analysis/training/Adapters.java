package org.isoflop.analysis.training;

import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.ParameterCounts;

/** Low-rank adapters (LoRA; Hu et al. 2021, arXiv:2106.09685) and the memory of training them. */
public final class Adapters {

    /** A matrix of a layer that an adapter can stand beside. */
    public enum Target {
        /** Projection to queries. */
        QUERY,
        /** Projection to keys. */
        KEY,
        /** Projection to values. */
        VALUE,
        /** Projection back from attention. */
        OUTPUT,
        /** Gate of the feed-forward. */
        GATE,
        /** Entrance of the feed-forward. */
        UP,
        /** Exit of the feed-forward. */
        DOWN
    }

    private Adapters() {
    }

    /**
     * The parameters of one adapter: r·(in + out).
     *
     * @param rank r
     * @param in width that the matrix takes
     * @param out width that it gives
     * @return the number
     * @throws DomainException if a size is not positive or the number does not fit into 63 bits
     */
    public static long parameters(long rank, long in, long out) {
        DomainException.count(rank, Sentence.of("node.rank"));
        DomainException.count(in, Sentence.of("node.width"));
        DomainException.count(out, Sentence.of("node.width"));
        try {
            return Math.multiplyExact(rank, Math.addExact(in, out));
        } catch (ArithmeticException e) {
            throw new DomainException(Sentence.of("architecture.tooLarge"));
        }
    }

    /**
     * The trainable parameters of adapters in all layers. Keys and values of grouped-query attention are narrower than
     * queries; the scale α changes nothing.
     *
     * @param architecture the model: attention and dense feed-forwards
     * @param rank r
     * @param targets the matrices that have an adapter
     * @return the number, exact
     * @throws DomainException if a layer has none of the targets, such as attention of a state space, or the rank is
     *         not positive
     */
    public static long parameters(Architecture architecture, long rank, Set<Target> targets) {
        long sum = 0;
        for (LayerGroup group : architecture.layers()) {
            for (Target target : targets) {
                sum += group.count() * parameters(group, architecture.hiddenSize(), rank, target);
            }
        }
        return sum;
    }

    private static long parameters(LayerGroup group, long hidden, long rank, Target target) {
        long width = switch (target) {
            case QUERY, OUTPUT -> group.mixer() instanceof Attention a ? a.heads() * a.headSize() : 0;
            case KEY, VALUE -> group.mixer() instanceof Attention a ? a.keyValueHeads() * a.headSize() : 0;
            case GATE -> group.feedForward() instanceof DenseFeedForward f && f.gated() ? f.size() : 0;
            case UP, DOWN -> group.feedForward() instanceof DenseFeedForward f ? f.size() : 0;
        };
        if (width == 0) {
            throw new DomainException(Sentence.of("training.target", target.name()));
        }
        return parameters(rank, hidden, width);
    }

    /**
     * The bytes of frozen weights whose matrices are quantised (QLoRA; Dettmers et al. 2023, arXiv:2305.14314):
     * matrices of layers in the given bits, all else in 16.
     *
     * @param architecture the model
     * @param bits of a value of a matrix, 4.127 for NF4 with double quantisation, 4.5 without
     * @return bytes
     * @throws DomainException if the bits are not positive
     */
    public static double frozenBytes(Architecture architecture, double bits) {
        DomainException.positive(bits, Sentence.of("node.bits"));
        ParameterCounts counts = ParameterCounts.of(architecture);
        long matrices = counts.parts().entrySet().stream()
                .filter(entry -> Set.of(Part.ATTENTION, Part.SSM, Part.MLP, Part.EXPERTS).contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        return matrices * bits / Byte.SIZE + (counts.total() - matrices) * 2.0;
    }

    /**
     * The memory of training adapters: frozen weights, states of the adapters, and the activations of the full depth,
     * since gradients must flow through the frozen layers too.
     *
     * @param frozen bytes of the frozen weights
     * @param adapters trainable parameters
     * @param states bytes of each of these
     * @param activations bytes that are kept for the backward pass, logits included
     * @param reserve bytes that the runtime takes
     * @return bytes
     * @throws DomainException if a number is outside its domain
     */
    public static double memory(double frozen, double adapters, StateBytes states, double activations,
            double reserve) {
        return DomainException.positive(frozen, Sentence.of("node.frozenBytes"))
                + DomainException.positive(adapters, Sentence.of("node.adapters")) * states.total()
                + DomainException.notNegative(activations, Sentence.of("node.activations"))
                + DomainException.notNegative(reserve, Sentence.of("node.reserve"));
    }
}
