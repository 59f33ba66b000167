package org.isoflop.ui.edit;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.model.Architecture;
import org.isoflop.model.Attention;
import org.isoflop.model.DenseFeedForward;
import org.isoflop.model.ExtraParameters;
import org.isoflop.model.FeedForward;
import org.isoflop.model.Head;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LatentAttention;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.Mamba1;
import org.isoflop.model.Mamba2;
import org.isoflop.model.Mixer;
import org.isoflop.model.MixtureOfExperts;
import org.isoflop.model.Norm;
import org.isoflop.model.Part;

/**
 * What the parts of a new architecture start from: the shape of a small model of the Llama kind, so that it can be
 * counted at once; sizes follow the width of the model.
 */
final class ArchitectureStarts {

    private static final int HIDDEN = 2048;
    private static final int VOCABULARY = 128_256;
    private static final int CONTEXT = 131_072;
    private static final int LAYERS = 16;
    private static final int HEAD = 64;
    private static final int GROUPED = 4;
    private static final int FEED_FORWARD = 4;
    private static final int STATES = 16;
    private static final int STATES_OF_HEADS = 128;
    private static final int CONVOLUTION = 4;
    private static final int EXPERTS = 8;
    private static final int ACTIVE = 2;
    private static final int PARAMETERS = 1_000_000;

    private ArchitectureStarts() {
    }

    static void fill(Architecture architecture) {
        architecture.setHiddenSize(HIDDEN);
        architecture.setVocabularySize(VOCABULARY);
        architecture.setContext(CONTEXT);
        architecture.setHead(Head.TIED);
        architecture.setNorm(Norm.SCALE);
        LayerGroup layers = IsoflopFactory.eINSTANCE.createLayerGroup();
        architecture.getLayers().add(layers);
        fill(layers);
    }

    static void fill(LayerGroup layers) {
        layers.setCount(LAYERS);
        Attention attention = IsoflopFactory.eINSTANCE.createAttention();
        layers.setMixer(attention);
        fill(attention);
        DenseFeedForward feedForward = IsoflopFactory.eINSTANCE.createDenseFeedForward();
        layers.setFeedForward(feedForward);
        fill(feedForward);
    }

    static void fill(Mixer mixer) {
        int hidden = hidden(mixer);
        int heads = Math.max(1, hidden / HEAD);
        switch (mixer) {
            case Attention attention -> {
                attention.setHeads(heads);
                attention.setKeyValueHeads(heads % GROUPED == 0 ? heads / GROUPED : heads);
                attention.setHeadSize(HEAD);
            }
            case LatentAttention latent -> {
                latent.setHeads(heads);
                latent.setKeyValueRank(4 * HEAD);
                latent.setRotarySize(HEAD / 2);
                latent.setPlainSize(HEAD);
                latent.setValueSize(HEAD);
            }
            case Mamba1 mamba -> {
                mamba.setInnerSize(2 * hidden);
                mamba.setStateSize(STATES);
                mamba.setConvolution(CONVOLUTION);
                mamba.setTimeStepRank(Math.ceilDiv(hidden, STATES));
                mamba.setConvolutionBias(true);
            }
            case Mamba2 mamba -> {
                mamba.setInnerSize(2 * heads * HEAD);
                mamba.setStateSize(STATES_OF_HEADS);
                mamba.setConvolution(CONVOLUTION);
                mamba.setHeads(2 * heads);
                mamba.setGroups(1);
                mamba.setConvolutionBias(true);
            }
            default -> throw new IllegalArgumentException(mixer.eClass().getName());
        }
    }

    static void fill(FeedForward feedForward) {
        int hidden = hidden(feedForward);
        switch (feedForward) {
            case DenseFeedForward dense -> {
                dense.setSize(FEED_FORWARD * hidden);
                dense.setGated(true);
            }
            case MixtureOfExperts mixture -> {
                mixture.setExperts(EXPERTS);
                mixture.setActiveExperts(ACTIVE);
                mixture.setSize(hidden);
                mixture.setGated(true);
            }
            default -> throw new IllegalArgumentException(feedForward.eClass().getName());
        }
    }

    static void fill(ExtraParameters extra) {
        extra.setPart(Part.EMBEDDING);
        extra.setCount(Starts.assumed(PARAMETERS));
        extra.setReason(Names.of(extra));
    }

    private static int hidden(EObject part) {
        EObject owner = part;
        while (owner != null && !(owner instanceof Architecture)) {
            owner = owner.eContainer();
        }
        Integer hidden = owner == null ? null : ((Architecture) owner).getHiddenSize();
        return hidden == null || hidden < 1 || hidden > Integer.MAX_VALUE / FEED_FORWARD ? HIDDEN : hidden;
    }
}
