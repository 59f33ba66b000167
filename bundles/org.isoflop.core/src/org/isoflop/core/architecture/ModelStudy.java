package org.isoflop.core.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Extra;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.Mixer;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.QueryKeyNorm;
import org.isoflop.core.CoreException;
import org.isoflop.core.Messages;
import org.isoflop.model.ExtraParameters;
import org.isoflop.model.Head;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Norm;
import org.isoflop.model.Part;
import org.isoflop.model.Quantity;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.Verification;

/** Puts an imported architecture into a study. */
public final class ModelStudy {

    private static final IsoflopFactory NEW = IsoflopFactory.eINSTANCE;
    private static final long USUAL_NORMS = 2;

    private ModelStudy() {
    }

    /**
     * Makes a study of one model.
     *
     * @param config
     *            the configuration of the model
     * @param name
     *            the name of model and study
     * @return the study
     * @throws CoreException
     *             if a size is too large for a study
     */
    public static Study of(ModelConfig config, String name) {
        Study study = NEW.createStudy();
        study.setId("study-" + Ids.slug(name));
        study.setName(Text.of(name));
        LanguageModel model = model(config);
        model.setId(Ids.slug(name));
        model.setName(Text.of(name));
        study.getModels().add(model);
        return study;
    }

    /**
     * Makes a study of several models. Each names its file as the source of its counts.
     *
     * @param models
     *            the configurations with their names and files
     * @param name
     *            the name of the study
     * @param readOn
     *            the day on which the files were read, as {@code yyyy-mm-dd}
     * @return the study, in which no two ids are the same
     * @throws CoreException
     *             if a size is too large for a study
     */
    public static Study of(List<NamedConfig> models, String name, String readOn) {
        Study study = NEW.createStudy();
        study.setId("study-" + Ids.slug(name));
        study.setName(Text.of(name));
        for (NamedConfig named : models) {
            LanguageModel model = model(named.config());
            model.setId(Ids.unique(named.name(), study));
            model.setName(Text.of(named.name()));
            study.getModels().add(model);
            Source source = NEW.createSource();
            source.setId(Ids.unique(model.getId() + "-config", study));
            source.setCitation(named.name() + ", " + named.file());
            source.setTitle(named.file());
            source.setReadOn(readOn);
            source.setVerification(Verification.PRIMARY);
            study.getSources().add(source);
            model.getParameters().setSource(source);
            if (model.getActiveParameters() != null) {
                model.getActiveParameters().setSource(source);
            }
        }
        return study;
    }

    /**
     * A configuration with what it is called.
     *
     * @param name
     *            the name of the model
     * @param file
     *            the name of the file, without its folder
     * @param config
     *            what the file says
     */
    public record NamedConfig(String name, String file, ModelConfig config) {
    }

    /**
     * Makes a model with an architecture and the counts that follow from it.
     *
     * @param config
     *            the configuration of the model
     * @return the model, without id and name
     * @throws CoreException
     *             if a size is too large for a study
     */
    public static LanguageModel model(ModelConfig config) {
        LanguageModel model = NEW.createLanguageModel();
        ParameterCounts counts = ParameterCounts.of(config.architecture());
        Map<String, String> description = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            description.put(locale.getLanguage(), description(config, locale));
        }
        model.setDescription(Text.of(description));
        model.setParameters(derived(counts.total()));
        if (counts.active() != counts.total()) {
            model.setActiveParameters(derived(counts.active()));
        }
        model.setArchitecture(architecture(config.architecture()));
        return model;
    }

    private static String description(ModelConfig config, Locale locale) {
        String family = Messages.text(locale, "config.description", config.family());
        String part = config.isTextPart() ? " " + Messages.text(locale, "config.textPart") : "";
        String filled = config.defaults().isEmpty() ? ""
                : " " + Messages.text(locale, "config.defaults", String.join(", ", config.defaults().stream()
                        .map(filledIn -> filledIn.field() + " = " + filledIn.value()).toList()));
        return family + part + filled;
    }

    private static Quantity derived(long value) {
        Quantity quantity = NEW.createQuantity();
        quantity.setValue((double) value);
        quantity.setStatus(Status.DERIVED);
        return quantity;
    }

    private static org.isoflop.model.Architecture architecture(Architecture from) {
        org.isoflop.model.Architecture to = NEW.createArchitecture();
        to.setHiddenSize(size(from.hiddenSize()));
        to.setVocabularySize(size(from.vocabularySize()));
        to.setEmbeddingSize(from.embeddingSize() == from.hiddenSize() ? null : size(from.embeddingSize()));
        to.setLearnedPositions(unlessZero(from.learnedPositions()));
        to.setContext(unlessZero(from.context()));
        to.setHead(Head.valueOf(from.head().name()));
        to.setNorm(Norm.valueOf(from.norm().name()));
        to.setFinalNorm(from.finalNorm() ? null : false);
        to.setBidirectional(from.causal() ? null : true);
        from.layers().forEach(group -> to.getLayers().add(group(group)));
        for (Extra extra : from.extras()) {
            ExtraParameters added = NEW.createExtraParameters();
            added.setPart(Part.valueOf(extra.part().name()));
            added.setCount(derived(extra.count()));
            added.setReason(extra.reason());
            to.getExtras().add(added);
        }
        return to;
    }

    private static org.isoflop.model.LayerGroup group(LayerGroup from) {
        org.isoflop.model.LayerGroup to = NEW.createLayerGroup();
        to.setCount(size(from.count()));
        to.setNorms(from.norms() == USUAL_NORMS ? null : size(from.norms()));
        to.setMixer(mixer(from.mixer()));
        if (from.feedForward() != null) {
            to.setFeedForward(feedForward(from.feedForward()));
        }
        return to;
    }

    private static org.isoflop.model.Mixer mixer(Mixer from) {
        return switch (from) {
            case Attention attention -> attention(attention);
            case LatentAttention latent -> latent(latent);
            case Mamba1 mamba -> {
                org.isoflop.model.Mamba1 to = NEW.createMamba1();
                to.setInnerSize(size(mamba.innerSize()));
                to.setStateSize(size(mamba.stateSize()));
                to.setConvolution(size(mamba.convolution()));
                to.setTimeStepRank(size(mamba.timeStepRank()));
                to.setConvolutionBias(ifTrue(mamba.convolutionBias()));
                to.setProjectionBias(ifTrue(mamba.projectionBias()));
                to.setInnerNorms(ifTrue(mamba.innerNorms()));
                yield to;
            }
            case Mamba2 mamba -> {
                org.isoflop.model.Mamba2 to = NEW.createMamba2();
                to.setInnerSize(size(mamba.innerSize()));
                to.setStateSize(size(mamba.stateSize()));
                to.setConvolution(size(mamba.convolution()));
                to.setHeads(size(mamba.heads()));
                to.setGroups(size(mamba.groups()));
                to.setConvolutionBias(ifTrue(mamba.convolutionBias()));
                to.setProjectionBias(ifTrue(mamba.projectionBias()));
                yield to;
            }
        };
    }

    private static org.isoflop.model.Attention attention(Attention from) {
        org.isoflop.model.Attention to = NEW.createAttention();
        to.setHeads(size(from.heads()));
        to.setKeyValueHeads(from.keyValueHeads() == from.heads() ? null : size(from.keyValueHeads()));
        to.setHeadSize(size(from.headSize()));
        to.setWindow(unlessZero(from.window()));
        to.setQueryKeyValueBias(ifTrue(from.queryKeyValueBias()));
        to.setOutputBias(ifTrue(from.outputBias()));
        if (from.queryKeyNorm() != QueryKeyNorm.NONE) {
            to.setQueryKeyNorm(org.isoflop.model.QueryKeyNorm.valueOf(from.queryKeyNorm().name()));
        }
        return to;
    }

    private static org.isoflop.model.LatentAttention latent(LatentAttention from) {
        org.isoflop.model.LatentAttention to = NEW.createLatentAttention();
        to.setHeads(size(from.heads()));
        to.setQueryRank(unlessZero(from.queryRank()));
        to.setKeyValueRank(size(from.keyValueRank()));
        to.setRotarySize(unlessZero(from.rotarySize()));
        to.setPlainSize(size(from.plainSize()));
        to.setValueSize(size(from.valueSize()));
        to.setBias(ifTrue(from.bias()));
        return to;
    }

    private static org.isoflop.model.FeedForward feedForward(FeedForward from) {
        return switch (from) {
            case DenseFeedForward dense -> {
                org.isoflop.model.DenseFeedForward to = NEW.createDenseFeedForward();
                to.setSize(size(dense.size()));
                to.setGated(ifTrue(dense.gated()));
                to.setBias(ifTrue(dense.bias()));
                yield to;
            }
            case MixtureOfExperts mixture -> {
                org.isoflop.model.MixtureOfExperts to = NEW.createMixtureOfExperts();
                to.setExperts(size(mixture.experts()));
                to.setActiveExperts(size(mixture.activeExperts()));
                to.setSize(size(mixture.size()));
                to.setSharedExperts(unlessZero(mixture.sharedExperts()));
                to.setSharedSize(mixture.sharedExperts() == 0 || mixture.sharedSize() == mixture.size() ? null
                        : size(mixture.sharedSize()));
                to.setGated(ifTrue(mixture.gated()));
                to.setBias(ifTrue(mixture.bias()));
                to.setRouterBias(ifTrue(mixture.routerBias()));
                yield to;
            }
        };
    }

    private static Boolean ifTrue(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }

    private static Integer unlessZero(long size) {
        return size == 0 ? null : size(size);
    }

    private static Integer size(long size) {
        if (size > Integer.MAX_VALUE) {
            throw new CoreException("E_SIZE_OF_STUDY", size, Integer.MAX_VALUE);
        }
        return (int) size;
    }
}
