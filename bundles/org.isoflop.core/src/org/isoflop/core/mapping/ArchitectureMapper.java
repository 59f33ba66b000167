package org.isoflop.core.mapping;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Extra;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.Mixer;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.QueryKeyNorm;
import org.isoflop.core.CoreException;
import org.isoflop.model.Architecture;
import org.isoflop.model.ExtraParameters;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.annotation.Features;

/** Reads an architecture of a study into the record that is counted, with the defaults of the format. */
final class ArchitectureMapper {

    private static final long USUAL_NORMS = 2;

    private ArchitectureMapper() {
    }

    static ArchitectureData map(Architecture architecture) {
        try {
            org.isoflop.analysis.architecture.Architecture ready = ready(architecture);
            ParameterCounts.of(ready);
            return new ArchitectureData(ready, null);
        } catch (LocalisedException | CoreException e) {
            return new ArchitectureData(null, e);
        }
    }

    private static org.isoflop.analysis.architecture.Architecture ready(Architecture from) {
        long hidden = size(from, Literals.ARCHITECTURE__HIDDEN_SIZE);
        return new org.isoflop.analysis.architecture.Architecture(hidden,
                size(from, Literals.ARCHITECTURE__VOCABULARY_SIZE),
                sizeOr(from, Literals.ARCHITECTURE__EMBEDDING_SIZE, hidden),
                Head.valueOf(choice(from, Literals.ARCHITECTURE__HEAD)),
                sizeOr(from, Literals.ARCHITECTURE__LEARNED_POSITIONS, 0),
                Norm.valueOf(choice(from, Literals.ARCHITECTURE__NORM)),
                !Boolean.FALSE.equals(from.getFinalNorm()), !isTrue(from.getBidirectional()),
                sizeOr(from, Literals.ARCHITECTURE__CONTEXT, 0),
                from.getLayers().stream().map(ArchitectureMapper::group).toList(),
                from.getExtras().stream().map(ArchitectureMapper::extra).toList());
    }

    private static LayerGroup group(org.isoflop.model.LayerGroup from) {
        return new LayerGroup(size(from, Literals.LAYER_GROUP__COUNT), mixer(from.getMixer(), from),
                feedForward(from.getFeedForward()), sizeOr(from, Literals.LAYER_GROUP__NORMS, USUAL_NORMS));
    }

    private static Mixer mixer(org.isoflop.model.Mixer from, EObject owner) {
        return switch (from) {
            case org.isoflop.model.Attention attention -> attention(attention);
            case org.isoflop.model.LatentAttention latent -> new LatentAttention(
                    size(latent, Literals.LATENT_ATTENTION__HEADS),
                    sizeOr(latent, Literals.LATENT_ATTENTION__QUERY_RANK, 0),
                    size(latent, Literals.LATENT_ATTENTION__KEY_VALUE_RANK),
                    sizeOr(latent, Literals.LATENT_ATTENTION__ROTARY_SIZE, 0),
                    size(latent, Literals.LATENT_ATTENTION__PLAIN_SIZE),
                    size(latent, Literals.LATENT_ATTENTION__VALUE_SIZE), isTrue(latent.getBias()));
            case org.isoflop.model.Mamba1 mamba -> new Mamba1(size(mamba, Literals.MAMBA1__INNER_SIZE),
                    size(mamba, Literals.MAMBA1__STATE_SIZE), size(mamba, Literals.MAMBA1__CONVOLUTION),
                    size(mamba, Literals.MAMBA1__TIME_STEP_RANK), isTrue(mamba.getConvolutionBias()),
                    isTrue(mamba.getProjectionBias()), isTrue(mamba.getInnerNorms()));
            case org.isoflop.model.Mamba2 mamba -> new Mamba2(size(mamba, Literals.MAMBA2__INNER_SIZE),
                    size(mamba, Literals.MAMBA2__STATE_SIZE), size(mamba, Literals.MAMBA2__CONVOLUTION),
                    size(mamba, Literals.MAMBA2__HEADS), size(mamba, Literals.MAMBA2__GROUPS),
                    isTrue(mamba.getConvolutionBias()), isTrue(mamba.getProjectionBias()));
            case null -> throw missing(owner, Literals.LAYER_GROUP__MIXER);
            default -> throw new IllegalArgumentException(from.eClass().getName());
        };
    }

    private static Attention attention(org.isoflop.model.Attention from) {
        long heads = size(from, Literals.ATTENTION__HEADS);
        QueryKeyNorm norm = from.isSetQueryKeyNorm()
                ? QueryKeyNorm.valueOf(choice(from, Literals.ATTENTION__QUERY_KEY_NORM))
                : QueryKeyNorm.NONE;
        return new Attention(heads, sizeOr(from, Literals.ATTENTION__KEY_VALUE_HEADS, heads),
                size(from, Literals.ATTENTION__HEAD_SIZE), isTrue(from.getQueryKeyValueBias()),
                isTrue(from.getOutputBias()), norm, sizeOr(from, Literals.ATTENTION__WINDOW, 0));
    }

    private static FeedForward feedForward(org.isoflop.model.FeedForward from) {
        return switch (from) {
            case org.isoflop.model.DenseFeedForward dense -> new DenseFeedForward(
                    size(dense, Literals.DENSE_FEED_FORWARD__SIZE), isTrue(dense.getGated()), isTrue(dense.getBias()));
            case org.isoflop.model.MixtureOfExperts mixture -> mixture(mixture);
            case null -> null;
            default -> throw new IllegalArgumentException(from.eClass().getName());
        };
    }

    private static MixtureOfExperts mixture(org.isoflop.model.MixtureOfExperts from) {
        long size = size(from, Literals.MIXTURE_OF_EXPERTS__SIZE);
        long shared = sizeOr(from, Literals.MIXTURE_OF_EXPERTS__SHARED_EXPERTS, 0);
        return new MixtureOfExperts(size(from, Literals.MIXTURE_OF_EXPERTS__EXPERTS),
                size(from, Literals.MIXTURE_OF_EXPERTS__ACTIVE_EXPERTS), size,
                shared, shared == 0 ? 0 : sizeOr(from, Literals.MIXTURE_OF_EXPERTS__SHARED_SIZE, size), isTrue(from
                        .getGated()),
                isTrue(from.getBias()), isTrue(from.getRouterBias()));
    }

    private static Extra extra(ExtraParameters from) {
        if (from.getCount() == null || from.getCount().getValue() == null) {
            throw missing(from, Literals.EXTRA_PARAMETERS__COUNT);
        }
        double count = from.getCount().getValue();
        if (count != Math.rint(count) || Math.abs(count) > Long.MAX_VALUE) {
            throw new CoreException("E_ARCHITECTURE_WHOLE", label(Literals.EXTRA_PARAMETERS__COUNT));
        }
        return new Extra(Part.valueOf(choice(from, Literals.EXTRA_PARAMETERS__PART)), (long) count,
                Objects.requireNonNullElse(from.getReason(), ""));
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static long size(EObject object, EAttribute feature) {
        Integer size = (Integer) object.eGet(feature);
        if (size == null) {
            throw missing(object, feature);
        }
        return size;
    }

    private static long sizeOr(EObject object, EAttribute feature, long absent) {
        Integer size = (Integer) object.eGet(feature);
        return size == null ? absent : size;
    }

    /** The constant's name of a literal, which is the same in the model and in the analysis. */
    private static String choice(EObject object, EAttribute feature) {
        if (!object.eIsSet(feature)) {
            throw missing(object, feature);
        }
        return ((Enum<?>) object.eGet(feature)).name();
    }

    private static CoreException missing(EObject object, EStructuralFeature feature) {
        return new CoreException("E_ARCHITECTURE_MISSING", label(feature),
                (Localised) locale -> Features.label(object.eClass(), locale));
    }

    private static Localised label(EStructuralFeature feature) {
        return (Locale locale) -> Features.label(feature, locale);
    }
}
