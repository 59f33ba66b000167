package org.isoflop.analysis.serving;

import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
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
 * The times and the memory of a deployment. A step reads all weights once, embedding and head included, and of a
 * mixture only the experts that the batch touches. Devices of a tensor group share weights evenly and caches by
 * key-value heads: where there are more devices than heads, caches are copied. With a pipeline, a batch of b sequences
 * is p micro-batches of b/p on their way at once. Immutable.
 */
public final class ServingModel {

    private static final Set<Part> MATRICES = Set.of(Part.ATTENTION, Part.SSM, Part.MLP, Part.EXPERTS);
    private static final double ACTIVATION_BYTES = 2;

    private final Deployment deployment;
    private final Architecture architecture;
    private final long matrices;
    private final long others;
    private final double weightBytes;
    private final double expertBytes;
    private final double rate;
    private final double bandwidth;
    private final double linearFlop;

    /**
     * Prepares a deployment.
     *
     * @param deployment the model on its devices
     */
    public ServingModel(Deployment deployment) {
        this.deployment = deployment;
        architecture = deployment.architecture();
        Quantisation quantisation = deployment.quantisation();
        ParameterCounts counts = ParameterCounts.of(architecture);
        matrices = counts.parts().entrySet().stream().filter(entry -> MATRICES.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        others = counts.total() - matrices;
        weightBytes = (matrices * quantisation.matrixBits() + others * quantisation.otherBits()) / Byte.SIZE;
        expertBytes = counts.parts().getOrDefault(Part.EXPERTS, 0L) * quantisation.matrixBits() / Byte.SIZE;
        rate = deployment.accelerator().peak(deployment.precision()) * deployment.efficiency().compute()
                * deployment.devices();
        bandwidth = deployment.accelerator().bandwidth() * deployment.efficiency().bandwidth() * deployment.devices();
        linearFlop = TokenFlop.of(architecture, 1).get(Convention.EXACT_CAUSAL).forward() - attentionFlop(1) / 2;
    }

    /**
     * The deployment.
     *
     * @return as given
     */
    public Deployment deployment() {
        return deployment;
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
     * All weights.
     *
     * @return bytes over all devices
     */
    public double weightBytes() {
        return weightBytes;
    }

    /**
     * What is kept of one sequence, without copies.
     *
     * @param context tokens that it has
     * @return bytes of cache and state over all devices
     */
    public double cacheBytes(double context) {
        return cache(context, false);
    }

    /**
     * What devices keep of one sequence, with the copies of what they cannot divide.
     *
     * @param context tokens that it has
     * @return bytes of cache and state over all devices
     */
    public double heldBytes(double context) {
        return cache(context, true);
    }

    /**
     * The FLOP of one more token of one sequence.
     *
     * @param context tokens that it has
     * @return FLOP of a forward pass
     */
    public double tokenFlop(double context) {
        return linearFlop + attentionFlop(context);
    }

    /**
     * The weights of experts, if all are read.
     *
     * @return bytes; 0 for a model without experts
     */
    public double expertBytes() {
        return expertBytes;
    }

    private double cache(double context, boolean copies) {
        DomainException.positive(context, Sentence.of("node.context"));
        Quantisation quantisation = deployment.quantisation();
        double bits = 0;
        for (LayerGroup group : architecture.layers()) {
            Mixer mixer = group.mixer();
            double kept = mixer.slidingWindow().isPresent() ? Math.min(context, mixer.slidingWindow().getAsLong())
                    : context;
            double copied = copies ? Math.max(1, (double) deployment.tensor() / heads(mixer)) : 1;
            bits += group.count() * (mixer.cachedValues() * kept * quantisation.cacheBits() * copied
                    + (mixer.recurrentState() + mixer.convolutionState()) * quantisation.stateBits());
        }
        return bits / Byte.SIZE;
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
     * The memory of all devices that a batch takes.
     *
     * @param batch sequences
     * @param context tokens of each at the end
     * @return bytes of weights, caches and their copies
     * @throws DomainException if a number is not positive
     */
    public double memory(double batch, double context) {
        return weightBytes + DomainException.positive(batch, Sentence.of("node.batch")) * cache(context, true);
    }

    /**
     * The memory that weights and caches may fill.
     *
     * @return bytes over all devices
     */
    public double memoryLimit() {
        return deployment.accelerator().memoryBytes() * deployment.efficiency().memory() * deployment.devices();
    }

    /**
     * The largest batch that fits.
     *
     * @param context tokens of each sequence at the end
     * @return sequences; 0 if not even the weights and one sequence fit
     */
    public long largestBatch(double context) {
        double free = memoryLimit() - weightBytes;
        double each = cache(context, true);
        if (free < 0) {
            return 0;
        }
        return each == 0 ? Long.MAX_VALUE : (long) (free / each);
    }

    /**
     * The devices that a model needs at least: chips without HBM need hundreds.
     *
     * @param deployment a deployment whose numbers of devices do not matter
     * @param batch sequences
     * @param context tokens of each at the end
     * @return ⌈(weights + caches)/(memory of a device)⌉, without copies of caches
     */
    public static long devicesNeeded(Deployment deployment, double batch, double context) {
        ServingModel model = new ServingModel(deployment);
        double usable = deployment.accelerator().memoryBytes() * deployment.efficiency().memory();
        return (long) Math.ceil((model.weightBytes + batch * model.cacheBytes(context)) / usable);
    }

    /** The score and value products of one token with all before it. */
    private double attentionFlop(double context) {
        double flop = 0;
        for (LayerGroup group : architecture.layers()) {
            double window = group.mixer().slidingWindow().isPresent()
                    ? Math.min(context, group.mixer().slidingWindow().getAsLong())
                    : context;
            flop += group.count() * 2.0 * group.mixer().scoreWidth() * window;
        }
        return flop;
    }

    /** The bytes of weights that a step of so many tokens reads. */
    private double readBytes(double tokens) {
        double unread = 0;
        for (LayerGroup group : architecture.layers()) {
            if (group.feedForward() instanceof MixtureOfExperts mixture) {
                double expert = FeedForward.parameters(architecture.hiddenSize(), mixture.size(), mixture.gated(),
                        mixture.bias()) * deployment.quantisation().matrixBits() / Byte.SIZE;
                unread += group.count() * expert * (mixture.experts()
                        - Roofline.touchedExperts(mixture.experts(), mixture.activeExperts(), tokens));
            }
        }
        return weightBytes - unread;
    }

    /**
     * The share of a mixture's experts that a micro-batch of a step reads.
     *
     * @param batch sequences in the step
     * @return 1 for a model without experts
     */
    public double expertShare(double batch) {
        return expertBytes == 0 ? 1 : 1 - (weightBytes - readBytes(microBatch(batch))) / expertBytes;
    }

    /**
     * Reading a prompt: the time to the first token, without queueing.
     *
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return the step; 2·N tokens' FLOP each, and attention to what lies before, on the average over the prompt
     * @throws DomainException if a number is not positive, or the prompt is longer than what the model has learned
     */
    public ServingStep prefill(double batch, long prompt) {
        DomainException.positive(batch, Sentence.of("node.batch"));
        return step(prefillFlop(batch, prompt), prefillBytes(batch, prompt), microBatch(batch) * prompt,
                microBatches(batch));
    }

    /**
     * The FLOP of reading prompts, attention to what lies before each token included.
     *
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return FLOP of the forward pass over all of them
     */
    public double prefillFlop(double batch, long prompt) {
        return batch * prompt * TokenFlop.of(architecture, prompt).get(Convention.EXACT_CAUSAL).forward();
    }

    /**
     * The bytes that reading prompts moves: weights once for each micro-batch, and the caches that are written.
     *
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return bytes over all devices
     */
    public double prefillBytes(double batch, long prompt) {
        return readBytes(microBatch(batch) * prompt) * microBatches(batch) + batch * cache(prompt, true);
    }

    /**
     * The bytes that a pass over several tokens of each sequence moves.
     *
     * @param batch sequences, b
     * @param context tokens that each has already
     * @param tokens tokens of each in the pass
     * @return bytes over all devices
     */
    public double checkBytes(double batch, double context, int tokens) {
        return readBytes(microBatch(batch) * tokens) * microBatches(batch) + batch * cache(context, true);
    }

    /**
     * One token for each sequence of a batch.
     *
     * @param batch sequences, b
     * @param context tokens that each has already
     * @return the step that ends when every sequence has its token
     * @throws DomainException if a number is not positive
     */
    public ServingStep decode(double batch, double context) {
        return check(batch, context, 1);
    }

    /**
     * Several tokens at the end of each sequence in one pass, as speculative decoding checks its guesses.
     *
     * @param batch sequences, b
     * @param context tokens that each has already
     * @param tokens tokens of each in the pass
     * @return the step
     * @throws DomainException if a number is not positive
     */
    public ServingStep check(double batch, double context, int tokens) {
        DomainException.positive(batch, Sentence.of("node.batch"));
        DomainException.count(tokens, Sentence.of("node.guesses"));
        return step(batch * tokens * tokenFlop(context), checkBytes(batch, context, tokens),
                microBatch(batch) * tokens, microBatches(batch));
    }

    /** Sequences that pass a stage together. */
    private double microBatch(double batch) {
        return Math.max(batch / deployment.pipeline(), Math.min(batch, 1));
    }

    /**
     * The micro-batches that are on their way at once, which is how often weights are read until every sequence has its
     * token.
     *
     * @param batch sequences
     * @return 1 without a pipeline, at most as many as there are stages
     */
    public double microBatches(double batch) {
        return Math.ceil(batch / microBatch(batch) - 1e-9);
    }

    /**
     * With p stages, a token passes all of them one after the other, while the others work on other micro-batches:
     * until every sequence has its token takes p stage times, in which min(b, p) micro-batches move on. Work on all
     * devices at once is therefore stretched by p over the micro-batches that there are.
     */
    private ServingStep step(double flop, double bytes, double tokens, double passes) {
        double stretch = deployment.pipeline() / passes;
        return new ServingStep(flop / rate * stretch, bytes / bandwidth * stretch, communication(tokens),
                deployment.efficiency().overhead());
    }

    private double communication(double tokens) {
        double bytes = tokens * architecture.hiddenSize() * ACTIVATION_BYTES;
        double link = deployment.accelerator().linkBandwidth();
        int tensor = deployment.tensor();
        double reduce = tensor == 1 ? 0
                : 2 * architecture.layerCount()
                        * Math.max(2.0 * (tensor - 1) / tensor * bytes / link, deployment.latency());
        int stages = deployment.pipeline() - 1;
        double send = stages == 0 ? 0 : stages * Math.max(bytes / tensor / link, deployment.latency());
        return reduce + send;
    }

    /**
     * A point of the curve of throughput against batch size.
     *
     * @param batch sequences at once
     * @param prompt tokens of each prompt
     * @param output tokens of each answer
     * @param rates what the devices cost and draw
     * @return times, throughput, memory, money and energy
     * @throws DomainException if a number is not positive, or prompt and answer are longer than what the model has
     *        learned
     */
    public ServingPoint point(double batch, long prompt, long output, Rates rates) {
        DomainException.count(output, Sentence.of("node.output"));
        DomainException.count(prompt, Sentence.of("node.context"));
        TokenFlop.of(architecture, prompt > Long.MAX_VALUE - output ? Long.MAX_VALUE : prompt + output);
        ServingStep prefill = prefill(batch, prompt);
        ServingStep decode = decode(batch, prompt + output / 2.0);
        double memory = memory(batch, (double) prompt + output);
        return ServingPoint.of(this, batch, output, prefill, decode, memory, rates);
    }
}
