package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.TokenFlop;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;

/**
 * Memory and time of any layout of one job on one kind of cluster. Layers count with their mean: a model whose layers
 * differ is taken as one whose layers do not. The memory is that of the fuller of the first stage, which holds the
 * embedding and most micro-batches, and the last, which holds the head and the logits. Experts are divided as the
 * tensors are. Immutable; the methods allocate nothing, so that millions of layouts can be tried.
 */
public final class LayoutModel {

    private static final double VALUE = 2;
    private static final double LOGIT_BYTES = 6;
    private static final int GATHERED_LAYERS = 2;

    private final TrainingJob job;
    private final Cluster cluster;
    private final ActivationBytes activations;
    private final long layers;
    private final double hidden;
    private final double context;
    private final double layerParameters;
    private final double embedding;
    private final double head;
    private final double layerFlop;
    private final double coreFlop;
    private final double headFlop;
    private final double rate;
    private final double peak;

    /**
     * Prepares a job.
     *
     * @param job what is trained
     * @param cluster the accelerators, their nodes and network
     * @param precision the format that is computed in
     * @param efficiency share of the peak that matrix products reach by themselves, above 0 and at most 1; what waits
     *        for other devices is counted apart, so it lies above any MFU
     * @throws DomainException if the accelerator has no such peak or a number is outside its domain
     */
    public LayoutModel(TrainingJob job, Cluster cluster, Precision precision, double efficiency) {
        DomainException.share(efficiency, Sentence.of("node.efficiency"));
        this.job = job;
        this.cluster = cluster;
        Architecture architecture = job.architecture();
        ParameterCounts counts = ParameterCounts.of(architecture);
        ActivationBytes all = ActivationBytes.of(architecture, job.dropout());
        activations = job.fusedAttention() ? all.fused() : all;
        layers = architecture.layerCount();
        hidden = architecture.hiddenSize();
        context = job.context();
        double table = (double) architecture.vocabularySize() * architecture.embeddingSize();
        embedding = table + (double) architecture.learnedPositions() * architecture.hiddenSize();
        head = architecture.head() == Head.NONE ? 0 : table;
        layerParameters = (double) counts.nonEmbedding() / layers;
        var flop = TokenFlop.of(architecture, job.context());
        double forward = flop.get(Convention.EXACT_CAUSAL).forward();
        coreFlop = (flop.get(Convention.EXACT_CAUSAL_SELECTIVE).training()
                - flop.get(Convention.EXACT_CAUSAL).training()) / layers;
        headFlop = 2 * head;
        layerFlop = (forward - headFlop) / layers;
        peak = cluster.accelerator().peak(precision);
        rate = peak * efficiency;
    }

    /**
     * The layers of a stage.
     *
     * @param pipeline stages p
     * @return those of the longest stage, ⌈L/p⌉
     */
    public long stageLayers(int pipeline) {
        return Math.ceilDiv(layers, pipeline);
    }

    /**
     * Whether each device of a tensor group can have an equal share of every layer: t divides heads, inner sizes and
     * feed-forwards, and divides or is a multiple of the key-value heads, which are copied in the second case.
     *
     * @param tensor t
     * @return false if something would have to be cut within a head
     */
    public boolean divides(int tensor) {
        return job.architecture().layers().stream().allMatch(group -> divides(group, tensor));
    }

    private static boolean divides(LayerGroup group, int tensor) {
        boolean mixer = switch (group.mixer()) {
            case Attention attention -> attention.heads() % tensor == 0 && (attention.keyValueHeads() % tensor == 0
                    || tensor % attention.keyValueHeads() == 0);
            case LatentAttention latent -> latent.heads() % tensor == 0;
            case Mamba1 mamba -> mamba.innerSize() % tensor == 0;
            case Mamba2 mamba -> mamba.heads() % tensor == 0;
        };
        return mixer && switch (group.feedForward()) {
            case null -> true;
            case DenseFeedForward dense -> dense.size() % tensor == 0;
            case MixtureOfExperts mixture -> mixture.experts() % tensor == 0 || mixture.size() % tensor == 0;
        };
    }

    /**
     * Whether a layout makes sense for the job on a cluster of its size: it divides layers and batch, has links where
     * it sends, and does not ask for what no training program offers: sequence parallelism without tensor parallelism,
     * interleaving without equal stages or with micro-batches that do not fill them, ZeRO without copies, or its stages
     * 2 and 3 in a pipeline.
     *
     * @param layout the layout
     * @return true if it can be run, memory apart
     */
    public boolean valid(Layout layout) {
        int tensor = layout.tensor();
        int pipeline = layout.pipeline();
        if (layout.devices() > cluster.devices() || tensor > cluster.devicesPerNode() || pipeline > layers
                || !divides(tensor) || !linked(tensor, tensor * (long) pipeline, layout.devices())
                || job.globalBatch() % ((long) layout.data() * layout.microBatch()) != 0) {
            return false;
        }
        return validStages(layout) && (tensor > 1 || !layout.sequenceParallel())
                && (layout.data() > 1 || layout.zero() == ZeroStage.NONE)
                && (pipeline == 1 || layout.zero().stage() < ZeroStage.GRADIENTS.stage());
    }

    private boolean validStages(Layout layout) {
        int pipeline = layout.pipeline();
        if (layout.interleave() == 1) {
            return true;
        }
        return pipeline > 1 && layers % pipeline == 0 && layers / pipeline % layout.interleave() == 0
                && job.globalBatch() / ((long) layout.data() * layout.microBatch()) % pipeline == 0;
    }

    /** Whether there are links for the groups that send to one another. */
    boolean linked(int tensor, long model, long devices) {
        return (tensor == 1 || cluster.bandwidth(tensor) > 0) && (model == tensor || cluster.bandwidth(model) > 0)
                && (devices == model || cluster.bandwidth(devices) > 0);
    }

    /**
     * The memory of the fullest device.
     *
     * @param layout a valid layout
     * @return its parts
     */
    public TrainingMemory memory(Layout layout) {
        int tensor = layout.tensor();
        int pipeline = layout.pipeline();
        boolean first = firstIsFuller(layout.interleave(), tensor, pipeline, layout.data(), layout.microBatch(),
                layout.sequenceParallel(), layout.zero(), layout.recomputation());
        double held = (first ? firstParameters(pipeline) : lastParameters(pipeline)) / tensor;
        StateBytes bytes = job.states();
        ModelStates states = new ModelStates(
                bytes.weights() * held / ModelStates.weightShare(layout.zero(), layout.data()),
                bytes.gradients() * held / ModelStates.gradientShare(layout.zero(), layout.data()),
                bytes.optimizer() * held / ModelStates.optimizerShare(layout.zero(), layout.data()));
        double kept = kept(first, layout.interleave(), tensor, pipeline, layout.data(), layout.microBatch(),
                layout.sequenceParallel(), layout.recomputation());
        double logits = pipeline == 1 || !first ? logits(tensor, layout.microBatch()) : 0;
        double gathered = gathered(tensor, layout.data(), layout.zero());
        double used = states.total() + gathered + kept + logits + job.reserve();
        return new TrainingMemory(states, gathered, kept, logits, job.reserve(), lost(used));
    }

    private double lost(double used) {
        return used * (1 / (1 - job.fragmentation()) - 1);
    }

    /** The bytes of the fullest device, without an object for each layout. */
    double bytes(int interleave, int tensor, int pipeline, int data, int microBatch, boolean sequenceParallel,
            ZeroStage zero, Recomputation recomputation) {
        boolean first = firstIsFuller(interleave, tensor, pipeline, data, microBatch, sequenceParallel, zero,
                recomputation);
        double used = stage(first, interleave, tensor, pipeline, data, microBatch, sequenceParallel, zero,
                recomputation) + gathered(tensor, data, zero) + job.reserve();
        return used / (1 - job.fragmentation());
    }

    private boolean firstIsFuller(int interleave, int tensor, int pipeline, int data, int microBatch,
            boolean sequenceParallel, ZeroStage zero, Recomputation recomputation) {
        return pipeline == 1 || stage(true, interleave, tensor, pipeline, data, microBatch, sequenceParallel, zero,
                recomputation) >= stage(false, interleave, tensor, pipeline, data, microBatch, sequenceParallel, zero,
                        recomputation);
    }

    private double stage(boolean first, int interleave, int tensor, int pipeline, int data, int microBatch,
            boolean sequenceParallel, ZeroStage zero, Recomputation recomputation) {
        double held = (first ? firstParameters(pipeline) : lastParameters(pipeline)) / tensor;
        StateBytes bytes = job.states();
        double states = held * (bytes.weights() / ModelStates.weightShare(zero, data)
                + bytes.gradients() / ModelStates.gradientShare(zero, data)
                + bytes.optimizer() / ModelStates.optimizerShare(zero, data));
        return states + kept(first, interleave, tensor, pipeline, data, microBatch, sequenceParallel, recomputation)
                + (pipeline == 1 || !first ? logits(tensor, microBatch) : 0);
    }

    private double firstParameters(int pipeline) {
        double ownHead = pipeline == 1 && job.architecture().head() == Head.UNTIED ? head : 0;
        return stageLayers(pipeline) * layerParameters + embedding + ownHead;
    }

    /** The last stage of a pipeline keeps a copy of a tied embedding. */
    private double lastParameters(int pipeline) {
        return lastLayers(pipeline) * layerParameters + head;
    }

    private long lastLayers(int pipeline) {
        return layers / pipeline;
    }

    /**
     * Activations: a first stage keeps those of min(m, p) micro-batches, with 1 + (p − 1)/(p·v) times as many layers
     * where it interleaves; a last stage those of one. Full recomputation adds the layer at work.
     */
    private double kept(boolean first, int interleave, int tensor, int pipeline, int data, int microBatch,
            boolean sequenceParallel, Recomputation recomputation) {
        double tokens = microBatch * context;
        double perLayer = activations.perToken(context, tensor, sequenceParallel, recomputation) * tokens;
        double inFlight;
        if (first) {
            long micro = job.globalBatch() / ((long) data * microBatch);
            inFlight = stageLayers(pipeline) * Math.min(micro, pipeline)
                    * (interleave > 1 ? 1 + (pipeline - 1.0) / (pipeline * (double) interleave) : 1);
        } else {
            inFlight = lastLayers(pipeline);
        }
        double working = recomputation == Recomputation.FULL
                ? activations.perToken(context, tensor, sequenceParallel, Recomputation.NONE) * tokens
                : 0;
        return perLayer * inFlight + working;
    }

    private double logits(int tensor, int microBatch) {
        return head == 0 ? 0 : LOGIT_BYTES * microBatch * context * job.architecture().vocabularySize() / tensor;
    }

    private double gathered(int tensor, int data, ZeroStage zero) {
        return zero == ZeroStage.PARAMETERS && data > 1
                ? GATHERED_LAYERS * layerParameters * job.states().weights() / tensor
                : 0;
    }

    /**
     * The time of a step.
     *
     * @param layout a valid layout
     * @return its parts
     */
    public StepTime time(Layout layout) {
        int tensor = layout.tensor();
        int pipeline = layout.pipeline();
        int data = layout.data();
        int microBatch = layout.microBatch();
        long micro = job.globalBatch() / ((long) data * microBatch);
        double compute = microCompute(tensor, pipeline, microBatch, layout.recomputation());
        double reduce = microTensor(tensor, pipeline, microBatch, layout.recomputation());
        double send = microPipeline(tensor, pipeline, layout.interleave(), microBatch);
        double bubble = (pipeline - 1.0) / layout.interleave() * (compute + reduce + send);
        return new StepTime(micro * compute, micro * reduce, micro * send, bubble,
                exposedData(tensor, pipeline, data, micro, compute, layout.zero()),
                optimizer(tensor, pipeline, data, layout.zero()));
    }

    /** The seconds of a step, without an object for each layout. */
    double seconds(int interleave, int tensor, int pipeline, int data, int microBatch, ZeroStage zero,
            Recomputation recomputation) {
        long micro = job.globalBatch() / ((long) data * microBatch);
        double compute = microCompute(tensor, pipeline, microBatch, recomputation);
        double reduce = microTensor(tensor, pipeline, microBatch, recomputation);
        double send = microPipeline(tensor, pipeline, interleave, microBatch);
        double bubble = (pipeline - 1.0) / interleave * (compute + reduce + send);
        return micro * compute + micro * reduce + micro * send + bubble
                + exposedData(tensor, pipeline, data, micro, compute, zero) + optimizer(tensor, pipeline, data, zero);
    }

    /** The slowest stage has the most layers, and the head as well where all stages have as many. */
    private double microCompute(int tensor, int pipeline, int microBatch, Recomputation recomputation) {
        boolean withHead = layers % pipeline == 0;
        double forward = stageLayers(pipeline) * layerFlop + (withHead ? headFlop : 0);
        double executed = switch (recomputation) {
            case NONE -> 3 * forward;
            case SELECTIVE -> 3 * forward + stageLayers(pipeline) * coreFlop;
            case FULL -> 4 * forward;
        };
        return microBatch * context * executed / (tensor * rate);
    }

    /** Two all-reduces a layer forward and two backward; recomputing all repeats those of the forward pass. */
    private double microTensor(int tensor, int pipeline, int microBatch, Recomputation recomputation) {
        if (tensor == 1) {
            return 0;
        }
        int passes = recomputation == Recomputation.FULL ? 6 : 4;
        return stageLayers(pipeline) * passes * Collectives.allReduce(microBatch * context * hidden * VALUE, tensor,
                cluster.bandwidth(tensor), cluster.latency());
    }

    /** Each piece of a stage sends once forward and once backward. */
    private double microPipeline(int tensor, int pipeline, int interleave, int microBatch) {
        return pipeline == 1 ? 0
                : 2 * interleave * (cluster.latency() + microBatch * context * hidden * VALUE
                        / (tensor * cluster.bandwidth((long) tensor * pipeline)));
    }

    /**
     * Sums of gradients and collected weights among d copies. Stages 0 and 1 of ZeRO send once a step and hide behind
     * the backward pass of one micro-batch; stages 2 and 3 send for each micro-batch and hide behind its passes.
     */
    private double exposedData(int tensor, int pipeline, int data, long micro, double compute, ZeroStage zero) {
        if (data == 1) {
            return 0;
        }
        double held = firstParameters(pipeline) / tensor;
        double bandwidth = cluster.bandwidth((long) tensor * pipeline * data);
        double latency = cluster.latency();
        double gradients = Collectives.scatter(job.states().gradients() * held, data, bandwidth, latency);
        double weights = Collectives.scatter(job.states().weights() * held, data, bandwidth, latency);
        double backward = 2.0 / 3 * compute;
        return switch (zero) {
            case NONE -> Math.max(2 * gradients - backward, 0);
            case OPTIMIZER -> Math.max(gradients - backward, 0) + weights;
            case GRADIENTS -> micro * Math.max(gradients - backward, 0) + weights;
            case PARAMETERS -> micro * Math.max(gradients + 2 * weights - compute, 0);
        };
    }

    /** Gradients and states are read, states and weights written. */
    private double optimizer(int tensor, int pipeline, int data, ZeroStage zero) {
        StateBytes bytes = job.states();
        double held = firstParameters(pipeline) / tensor / ModelStates.optimizerShare(zero, data);
        return held * (bytes.gradients() + 2 * bytes.optimizer() + bytes.weights())
                / cluster.accelerator().bandwidth();
    }

    /**
     * A layout with memory, time and cost.
     *
     * @param layout a valid layout
     * @return the plan
     * @throws DomainException if the layout is not valid
     */
    public Plan plan(Layout layout) {
        if (!valid(layout)) {
            throw new DomainException(Sentence.of("training.layout"));
        }
        StepTime time = time(layout);
        double deviceSeconds = layout.devices() * time.total() / job.tokensPerStep();
        double needed = 3 * (layers * layerFlop + headFlop);
        return new Plan(layout, memory(layout), time, needed / (peak * deviceSeconds), deviceSeconds);
    }

    /**
     * What is trained.
     *
     * @return the job
     */
    public TrainingJob job() {
        return job;
    }

    Cluster cluster() {
        return cluster;
    }

    long layers() {
        return layers;
    }
}
