package org.isoflop.analysis.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.Mixer;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.TokenFlop;

/**
 * What serving a model multiplies, reads, keeps and sends, for any number of devices, bits, batch and context. What
 * follows from the architecture alone is computed once, so that a draw costs a few multiplications. Arguments are
 * positive and finite, which callers check. Immutable.
 */
public final class ServingLoad {

    private static final Set<Part> MATRICES = Set.of(Part.ATTENTION, Part.SSM, Part.MLP, Part.EXPERTS);
    private static final double ACTIVATION_BYTES = 2;

    private final Architecture architecture;
    private final double link;
    private final double latency;
    private final long matrices;
    private final long others;
    private final long experts;
    private final double linearFlop;
    private final double stateValues;
    private final Attending[] attending;
    private final Mixture[] mixtures;

    /** Layers that attend alike, with the widths of all of them together. */
    private record Attending(double window, double heads, double scoreWidth, double cachedValues) {

        Attending and(Attending other) {
            return new Attending(window, heads, scoreWidth + other.scoreWidth, cachedValues + other.cachedValues);
        }
    }

    /** Layers with the same mixture, with the parameters that one expert has in all of them together. */
    private record Mixture(double experts, double active, double expertParameters) {
    }

    /**
     * Prepares a model.
     *
     * @param architecture the model, a decoder
     * @param linkBandwidth bytes/s between devices in one direction; 0 for devices without a link
     * @param latency least seconds of a transfer between devices
     */
    public ServingLoad(Architecture architecture, double linkBandwidth, double latency) {
        this.architecture = architecture;
        this.latency = latency;
        link = linkBandwidth;
        ParameterCounts counts = ParameterCounts.of(architecture);
        matrices = counts.parts().entrySet().stream().filter(entry -> MATRICES.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        others = counts.total() - matrices;
        experts = counts.parts().getOrDefault(Part.EXPERTS, 0L);
        Map<Attending, Attending> alike = new LinkedHashMap<>();
        for (LayerGroup group : architecture.layers()) {
            Mixer mixer = group.mixer();
            if (mixer.scoreWidth() > 0 || mixer.cachedValues() > 0) {
                double window = mixer.slidingWindow().isPresent() ? mixer.slidingWindow().getAsLong()
                        : Double.POSITIVE_INFINITY;
                alike.merge(new Attending(window, heads(mixer), 0, 0), new Attending(window, heads(mixer),
                        group.count() * (double) mixer.scoreWidth(), group.count() * (double) mixer.cachedValues()),
                        Attending::and);
            }
        }
        attending = alike.values().toArray(Attending[]::new);
        mixtures = architecture.layers().stream().filter(group -> group.feedForward() instanceof MixtureOfExperts)
                .map(group -> mixture(group, (MixtureOfExperts) group.feedForward())).toArray(Mixture[]::new);
        stateValues = architecture.layers().stream().mapToDouble(group -> group.count()
                * (double) (group.mixer().recurrentState() + group.mixer().convolutionState())).sum();
        linearFlop = TokenFlop.of(architecture, 1).get(Convention.EXACT_CAUSAL).forward() - attention(1) / 2;
    }

    private Mixture mixture(LayerGroup group, MixtureOfExperts mixture) {
        return new Mixture(mixture.experts(), mixture.activeExperts(), group.count() * (double) FeedForward
                .parameters(architecture.hiddenSize(), mixture.size(), mixture.gated(), mixture.bias()));
    }

    /** Among how many devices the cache of a layer can be divided. */
    private static long heads(Mixer mixer) {
        return switch (mixer) {
            case Attention attention -> attention.keyValueHeads();
            case LatentAttention latent -> 1;
            case Mamba1 mamba -> mamba.innerSize();
            case Mamba2 mamba -> mamba.heads();
        };
    }

    /**
     * The model.
     *
     * @return as given
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * The parameters of matrices in layers, which quantisation is about.
     *
     * @return the number
     */
    public long matrixParameters() {
        return matrices;
    }

    /**
     * All others: embedding, head, norms, routers.
     *
     * @return the number
     */
    public long otherParameters() {
        return others;
    }

    /**
     * The parameters of experts.
     *
     * @return the number; 0 for a model without experts
     */
    public long expertParameters() {
        return experts;
    }

    /**
     * All weights.
     *
     * @param matrixBits bits of a value of the matrices in layers
     * @param otherBits bits of all others
     * @return bytes over all devices
     */
    public double weightBytes(double matrixBits, double otherBits) {
        return (matrices * matrixBits + others * otherBits) / Byte.SIZE;
    }

    /**
     * What devices keep of one sequence, with the copies of what they cannot divide.
     *
     * @param context tokens that it has
     * @param cacheBits bits of a value of the key-value cache
     * @param stateBits bits of a value of a recurrent state
     * @param tensor devices that share each layer; with 1 nothing is copied
     * @return bytes of cache and state over all devices
     */
    public double heldBytes(double context, double cacheBits, double stateBits, double tensor) {
        double bits = stateValues * stateBits;
        for (Attending one : attending) {
            bits += one.cachedValues * Math.min(context, one.window) * cacheBits * Math.max(1, tensor / one.heads);
        }
        return bits / Byte.SIZE;
    }

    /**
     * The FLOP of one more token of one sequence.
     *
     * @param context tokens that it has
     * @return FLOP of a forward pass
     */
    public double tokenFlop(double context) {
        return linearFlop + attention(context);
    }

    /** The score and value products of one token with all before it. */
    private double attention(double context) {
        double flop = 0;
        for (Attending one : attending) {
            flop += 2 * one.scoreWidth * Math.min(context, one.window);
        }
        return flop;
    }

    /**
     * The FLOP of reading one prompt, attention to what lies before each token included.
     *
     * @param prompt its tokens
     * @return FLOP of the forward pass
     */
    public double promptFlop(double prompt) {
        double flop = linearFlop;
        for (Attending one : attending) {
            flop += 2 * one.scoreWidth * TokenFlop.attended(Math.min(prompt, one.window), prompt);
        }
        return prompt * flop;
    }

    /**
     * The share of a mixture's experts that a pass reads.
     *
     * @param tokens tokens of the pass
     * @return 1 for a model without experts
     */
    public double expertShare(double tokens) {
        return experts == 0 ? 1 : 1 - unread(tokens) / experts;
    }

    /** The parameters of experts that no token of a pass chooses. */
    private double unread(double tokens) {
        double unread = 0;
        for (Mixture one : mixtures) {
            unread += one.expertParameters * (one.experts - Roofline.touched(one.experts, one.active, tokens));
        }
        return unread;
    }

    private double readBytes(double tokens, double weightBytes, double matrixBits) {
        return weightBytes - unread(tokens) * matrixBits / Byte.SIZE;
    }

    /**
     * Sequences that pass a stage together.
     *
     * @param batch sequences
     * @param pipeline stages
     * @return the batch over the stages, at least a sequence if there is one
     */
    public static double microBatch(double batch, double pipeline) {
        return Math.max(batch / pipeline, Math.min(batch, 1));
    }

    /**
     * The micro-batches that are on their way at once, which is how often weights are read until every sequence has its
     * token.
     *
     * @param batch sequences
     * @param pipeline stages
     * @return 1 without a pipeline, at most as many as there are stages
     */
    public static double microBatches(double batch, double pipeline) {
        return Math.ceil(batch / microBatch(batch, pipeline) - 1e-9);
    }

    /**
     * The bytes that reading prompts moves: weights once for each micro-batch, and the caches that are written.
     *
     * @param on the devices
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return bytes over all devices
     */
    public double prefillBytes(Replica on, double batch, double prompt) {
        return readBytes(microBatch(batch, on.pipeline()) * prompt, on.weightBytes(), on.matrixBits())
                * microBatches(batch, on.pipeline())
                + batch * heldBytes(prompt, on.cacheBits(), on.stateBits(), on.tensor());
    }

    /**
     * The bytes that a pass over several tokens of each sequence moves.
     *
     * @param on the devices
     * @param batch sequences, b
     * @param context tokens that each has already
     * @param tokens tokens of each in the pass
     * @return bytes over all devices
     */
    public double passBytes(Replica on, double batch, double context, double tokens) {
        return readBytes(microBatch(batch, on.pipeline()) * tokens, on.weightBytes(), on.matrixBits())
                * microBatches(batch, on.pipeline())
                + batch * heldBytes(context, on.cacheBits(), on.stateBits(), on.tensor());
    }

    /**
     * Reading prompts together.
     *
     * @param on the devices
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return the step that ends when all are read
     */
    public ServingStep prefill(Replica on, double batch, double prompt) {
        return step(on, batch * promptFlop(prompt), prefillBytes(on, batch, prompt), batch, prompt);
    }

    /**
     * Several tokens at the end of each sequence in one pass.
     *
     * @param on the devices
     * @param batch sequences, b
     * @param context tokens that each has already
     * @param tokens tokens of each in the pass: 1 for decoding, more where guesses are checked
     * @return the step that ends when every sequence is through
     */
    public ServingStep pass(Replica on, double batch, double context, double tokens) {
        return step(on, batch * tokens * tokenFlop(context), passBytes(on, batch, context, tokens), batch, tokens);
    }

    /**
     * With p stages, a token passes all of them one after the other, while the others work on other micro-batches:
     * until every sequence has its token takes p stage times, in which min(b, p) micro-batches move on. Work on all
     * devices at once is therefore stretched by p over the micro-batches that there are.
     */
    private ServingStep step(Replica on, double flop, double bytes, double batch, double tokens) {
        double stretch = on.pipeline() / microBatches(batch, on.pipeline()) / on.devices();
        return new ServingStep(flop / on.rate() * stretch, bytes / on.bandwidth() * stretch,
                communication(microBatch(batch, on.pipeline()) * tokens, on.tensor(), on.pipeline()), on.overhead());
    }

    /**
     * The seconds of sending between devices.
     *
     * @param tokens tokens that pass together
     * @param tensor devices that share each layer
     * @param pipeline stages
     * @return two all-reduces in each layer, and a transfer between stages
     */
    public double communication(double tokens, double tensor, double pipeline) {
        double bytes = tokens * architecture.hiddenSize() * ACTIVATION_BYTES;
        double reduce = tensor == 1 ? 0
                : 2 * architecture.layerCount() * Math.max(2 * (tensor - 1) / tensor * bytes / link, latency);
        double send = pipeline == 1 ? 0 : (pipeline - 1) * Math.max(bytes / tensor / link, latency);
        return reduce + send;
    }

    /**
     * Refuses contexts that the model has not learned.
     *
     * @param context tokens of prompt and answer
     * @return the tokens
     * @throws org.isoflop.analysis.DomainException if that is more than its learned positions
     */
    public double learned(double context) {
        TokenFlop.requireContext(architecture, (long) Math.ceil(context));
        return context;
    }
}
