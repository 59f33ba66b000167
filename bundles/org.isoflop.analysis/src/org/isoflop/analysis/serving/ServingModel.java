package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The times and the memory of a deployment. A step reads all weights once, embedding and head included, and of a
 * mixture only the experts that the batch touches. Devices of a tensor group share weights evenly and caches by
 * key-value heads: where there are more devices than heads, caches are copied. With a pipeline, a batch of b sequences
 * is p micro-batches of b/p on their way at once. Immutable.
 */
public final class ServingModel {

    private final Deployment deployment;
    private final ServingLoad load;
    private final Replica replica;
    private final Speculation speculation;

    /**
     * Prepares a deployment that decodes token by token.
     *
     * @param deployment the model on its devices
     */
    public ServingModel(Deployment deployment) {
        this(deployment, null);
    }

    /**
     * Prepares a deployment.
     *
     * @param deployment the model on its devices
     * @param speculation how a small model guesses ahead; null without
     */
    public ServingModel(Deployment deployment, Speculation speculation) {
        this.deployment = deployment;
        this.speculation = speculation;
        load = new ServingLoad(deployment.architecture(), deployment.accelerator().linkBandwidth(),
                deployment.latency());
        Quantisation bits = deployment.quantisation();
        Efficiency efficiency = deployment.efficiency();
        replica = new Replica(deployment.tensor(), deployment.pipeline(),
                load.weightBytes(bits.matrixBits(), bits.otherBits()), bits.matrixBits(), bits.cacheBits(),
                bits.stateBits(), deployment.accelerator().peak(deployment.precision()) * efficiency.compute(),
                deployment.accelerator().bandwidth() * efficiency.bandwidth(), efficiency.overhead());
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
     * What the model takes on any devices.
     *
     * @return its load
     */
    public ServingLoad load() {
        return load;
    }

    /**
     * All weights.
     *
     * @return bytes over all devices
     */
    public double weightBytes() {
        return replica.weightBytes();
    }

    /**
     * What is kept of one sequence, without copies.
     *
     * @param context tokens that it has
     * @return bytes of cache and state over all devices
     * @throws DomainException if the number is not positive
     */
    public double cacheBytes(double context) {
        return held(context, 1);
    }

    private double held(double context, int tensor) {
        return load.heldBytes(DomainException.positive(context, Sentence.of("node.context")), replica.cacheBits(),
                replica.stateBits(), tensor);
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
        return replica.weightBytes() + DomainException.positive(batch, Sentence.of("node.batch"))
                * held(context, replica.tensor());
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
        double free = memoryLimit() - replica.weightBytes();
        double each = held(context, replica.tensor());
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
        return (long) Math.ceil((model.weightBytes() + batch * model.cacheBytes(context)) / usable);
    }

    /**
     * The share of a mixture's experts that a micro-batch of a step reads.
     *
     * @param batch sequences in the step
     * @return 1 for a model without experts
     */
    public double expertShare(double batch) {
        return load.expertShare(ServingLoad.microBatch(batch, replica.pipeline()));
    }

    /**
     * Reading prompts together. With one prompt this is the time to its first token, without queueing.
     *
     * @param batch prompts at once, b
     * @param prompt tokens of each, s
     * @return the step; 2·N tokens' FLOP each, and attention to what lies before, on the average over the prompt
     * @throws DomainException if a number is not positive, or the prompt is longer than what the model has learned
     */
    public ServingStep prefill(double batch, long prompt) {
        DomainException.positive(batch, Sentence.of("node.batch"));
        return load.prefill(replica, batch, load.learned(prompt));
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
        DomainException.positive(context, Sentence.of("node.context"));
        DomainException.count(tokens, Sentence.of("node.guesses"));
        return load.pass(replica, batch, context, tokens);
    }

    /**
     * The time between two tokens of a sequence, guesses included.
     *
     * @param batch sequences, b
     * @param context tokens that each has already
     * @return seconds on the average
     * @throws DomainException if a number is not positive
     */
    public double secondsPerToken(double batch, double context) {
        return speculation == null
                ? decode(batch, context).seconds()
                : speculation.secondsPerToken(this, batch, context);
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
        load.learned((double) prompt + output);
        ServingStep prefill = prefill(batch, prompt);
        double context = prompt + output / 2.0;
        double memory = memory(batch, (double) prompt + output);
        return ServingPoint.of(this, batch, output, prefill(1, prompt).seconds(), prefill, decode(batch, context),
                secondsPerToken(batch, context), memory, rates);
    }
}
