package org.isoflop.analysis.training;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.MixtureOfExperts;

/**
 * What one layer keeps of each token for the backward pass, in 16 bits. For the layers of GPT with dropout the sum is
 * s·b·h·(10 + 24/t + 5·nₕ·s/(h·t)), and (34 + 5·nₕ·s/h)/t with sequence parallelism (Korthikanti et al. 2022,
 * arXiv:2205.05198, table 2); other layers are summed up in the same way.
 *
 * @param whole bytes that tensor parallelism does not divide: inputs of norms and matrices, masks on the width of the
 *        model
 * @param divided bytes that it divides: queries, keys, values, what the feed-forward keeps inside
 * @param score bytes for each token attended to, which it divides as well: the scores of attention
 * @param input bytes of the input alone, which is what full recomputation keeps
 */
public record ActivationBytes(double whole, double divided, double score, double input) {

    private static final double VALUE = 2;
    private static final double MASK = 1;
    private static final double ROUTER_VALUE = 4;

    /**
     * The mean over the layers of an architecture.
     *
     * @param architecture the architecture
     * @param dropout whether masks of dropout are kept, and the scores before it
     * @return the bytes of one layer
     */
    public static ActivationBytes of(Architecture architecture, boolean dropout) {
        double whole = 0;
        double divided = 0;
        double score = 0;
        for (LayerGroup group : architecture.layers()) {
            ActivationBytes one = of(group, architecture.hiddenSize(), dropout);
            whole += group.count() * one.whole;
            divided += group.count() * one.divided;
            score += group.count() * one.score;
        }
        double layers = architecture.layerCount();
        return new ActivationBytes(whole / layers, divided / layers, score / layers,
                VALUE * architecture.hiddenSize());
    }

    private static ActivationBytes of(LayerGroup group, double hidden, boolean dropout) {
        double mask = dropout ? MASK * hidden : 0;
        double whole = VALUE * hidden * group.norms() + VALUE * hidden + mask;
        double divided = 0;
        double score = 0;
        switch (group.mixer()) {
            case Attention attention -> {
                divided += VALUE * (2 * attention.heads() + 2 * attention.keyValueHeads()) * attention.headSize();
                score = scores(attention.heads(), dropout);
            }
            case LatentAttention latent -> {
                whole += VALUE * (latent.queryRank() + latent.keyValueRank() + latent.rotarySize());
                divided += VALUE * latent.heads()
                        * (2 * (latent.plainSize() + latent.rotarySize()) + 2 * latent.valueSize());
                score = scores(latent.heads(), dropout);
            }
            case Mamba1 mamba -> divided += stateSpace(mamba.innerSize(), mamba.stateSize());
            case Mamba2 mamba -> divided += stateSpace(mamba.innerSize(), mamba.groups() * mamba.stateSize());
        }
        switch (group.feedForward()) {
            case null -> {
            }
            case DenseFeedForward dense -> {
                whole += VALUE * hidden + mask;
                divided += inside(dense.size(), dense.gated());
            }
            case MixtureOfExperts mixture -> {
                whole += VALUE * hidden * (1 + mixture.activeExperts()) + mask + ROUTER_VALUE * mixture.experts();
                divided += inside((double) mixture.activeExperts() * mixture.size()
                        + (double) mixture.sharedExperts() * mixture.sharedSize(), mixture.gated());
            }
        }
        return new ActivationBytes(whole, divided, score, VALUE * hidden);
    }

    /** The softmax; with dropout also its mask and what comes out of it. */
    private static double scores(double heads, boolean dropout) {
        return heads * (dropout ? 2 * VALUE + MASK : VALUE);
    }

    /** Before and after the activation; a gate adds a third. */
    private static double inside(double size, boolean gated) {
        return VALUE * size * (gated ? 3 : 2);
    }

    /** The two halves of the input, after the convolution, the time step, the output; the states are computed again. */
    private static double stateSpace(double inner, double states) {
        return VALUE * (5 * inner + 2 * states);
    }

    /**
     * What one layer keeps of one token.
     *
     * @param context tokens in a sequence, s
     * @param tensor tensor parallelism t
     * @param sequenceParallel whether all is divided by t
     * @param recomputation what is not kept
     * @return bytes on one device
     */
    public double perToken(double context, int tensor, boolean sequenceParallel, Recomputation recomputation) {
        int share = sequenceParallel ? tensor : 1;
        if (recomputation == Recomputation.FULL) {
            return input / share;
        }
        double scores = recomputation == Recomputation.SELECTIVE ? 0 : score * context;
        return whole / share + (divided + scores) / tensor;
    }

    /**
     * The same with fused attention, which never writes its scores (Dao et al. 2022).
     *
     * @return the bytes without scores
     */
    public ActivationBytes fused() {
        return new ActivationBytes(whole, divided, 0, input);
    }
}
