package org.isoflop.analysis.training;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.graph.Spread;

/**
 * A class of training runs with the utilisations that were observed in it. A range is that of the runs named and
 * nothing more: where published runs disagree, both ends are stated.
 */
public enum RunClass implements Localised {

    /** Steps as they run, measured: dense models on hundreds to thousands of accelerators. */
    MEASURED_STEPS("measuredSteps", List.of(new Observed("Megatron-LM 22B", 0.415, "Megatron-LM, README"),
            new Observed("Megatron-LM 1T", 0.563, "Megatron-LM, README"),
            new Observed("PaLM 540B", 0.462, "Chowdhery et al. 2022, arXiv:2204.02311, table 3"),
            new Observed("MT-NLG 530B", 0.302, "Chowdhery et al. 2022, arXiv:2204.02311, table 3"),
            new Observed("Llama 3.1 405B, 16k GPUs", 0.41, "Grattafiori et al. 2024, arXiv:2407.21783"),
            new Observed("Llama 3.1 405B, context 131k", 0.38, "Grattafiori et al. 2024, arXiv:2407.21783"))),
    /** Published hours of dense models of 7B and more, with restarts, evaluations and all. */
    WHOLE_RUNS("wholeRuns", List.of(new Observed("LLaMA 7B", 0.437, "Touvron et al. 2023, arXiv:2302.13971"),
            new Observed("LLaMA 13B", 0.514, "Touvron et al. 2023, arXiv:2302.13971"),
            new Observed("Llama 2 70B", 0.428, "Touvron et al. 2023, arXiv:2307.09288"),
            new Observed("BLOOM 176B", 0.318, "Luccioni et al. 2022, arXiv:2211.02001"),
            new Observed("Falcon 180B", 0.480, "Almazrouei et al. 2023, arXiv:2311.16867"),
            new Observed("Llama 3.1 8B", 0.139, "Llama 3.1, model card"),
            new Observed("Llama 3.1 405B", 0.346, "Llama 3.1, model card"))),
    /** Published hours of small dense models. */
    SMALL_MODELS("smallModels", List.of(new Observed("Pythia 70M", 0.221, "Biderman et al. 2023, arXiv:2304.01373"),
            new Observed("Pythia 1B", 0.336, "Biderman et al. 2023, arXiv:2304.01373"),
            new Observed("Pythia 12B", 0.263, "Biderman et al. 2023, arXiv:2304.01373"),
            new Observed("SmolLM3 3B", 0.262, "SmolLM3, model card"))),
    /** Published hours of mixtures of experts, against the bf16 peak. */
    MIXTURES_OF_EXPERTS("mixturesOfExperts",
            List.of(new Observed("DeepSeek-V2", 0.209, "DeepSeek-AI 2024, arXiv:2405.04434"),
                    new Observed("DeepSeek-V3", 0.351, "DeepSeek-AI 2024, arXiv:2412.19437"))),
    /** Accelerators of before 2020. */
    FORMER_HARDWARE("formerHardware", List.of(
            new Observed("GPT-3 175B, V100", 0.197, "Patterson et al. 2021, arXiv:2104.10350"),
            new Observed("Gopher 280B, TPU v3", 0.325, "Chowdhery et al. 2022, arXiv:2204.02311, table 3"))),
    /** A single device at home: an assumption, not an observation. */
    SINGLE_DEVICE("singleDevice", List.of(new Observed("laptop with unified memory", 0.3, null),
            new Observed("consumer GPU", 0.4, null)));

    /**
     * A run and its utilisation.
     *
     * @param run the run
     * @param utilisation its MFU
     * @param source a citation; null for an assumption
     */
    public record Observed(String run, double utilisation, String source) {
    }

    private static final double LARGE = 7e9;
    private static final int MODERN = 2020;

    private final String key;
    private final List<Observed> observed;

    RunClass(String key, List<Observed> observed) {
        this.key = key;
        this.observed = observed;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code wholeRuns}
     */
    public String key() {
        return key;
    }

    /**
     * The runs behind the range.
     *
     * @return at least one
     */
    public List<Observed> observed() {
        return observed;
    }

    /**
     * The run that used its devices least.
     *
     * @return the low end of the range
     */
    public Observed low() {
        return observed.stream().min(Comparator.comparingDouble(Observed::utilisation)).orElseThrow();
    }

    /**
     * The run that used its devices most.
     *
     * @return the high end of the range
     */
    public Observed high() {
        return observed.stream().max(Comparator.comparingDouble(Observed::utilisation)).orElseThrow();
    }

    /**
     * The middle of the class: the median of its runs, which one run that was out of the ordinary does not move.
     *
     * @return MFU
     */
    public double median() {
        double[] sorted = observed.stream().mapToDouble(Observed::utilisation).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * The range of the class as an interval around its median.
     *
     * @return from the lowest to the highest utilisation
     */
    public Spread spread() {
        return Spread.of(low().utilisation(), high().utilisation(), null, null);
    }

    /**
     * Where the ends of the range come from.
     *
     * @return citations; null for an assumption
     */
    public String source() {
        String sources = Stream.of(low(), high()).map(Observed::source).filter(Objects::nonNull).distinct()
                .collect(Collectors.joining("; "));
        return sources.isEmpty() ? null : sources;
    }

    /**
     * The class that a run belongs to, as far as it is known: a single device; chips of before 2020; mixtures of
     * experts; models below 7B; steps where restarts are counted apart; whole runs.
     *
     * @param devices number of devices; null if unknown
     * @param released year in which the accelerator came out; null if unknown
     * @param architecture of the model; null if unknown
     * @param parameters of the model where it has no architecture; null if unknown
     * @param restartsApart whether the time of restarts is added to that of the steps
     * @return the class
     */
    public static RunClass usual(Double devices, Integer released, Architecture architecture, Double parameters,
            boolean restartsApart) {
        if (devices != null && devices == 1) {
            return SINGLE_DEVICE;
        }
        if (released != null && released < MODERN) {
            return FORMER_HARDWARE;
        }
        if (architecture != null && architecture.layers().stream()
                .anyMatch(group -> group.feedForward() instanceof MixtureOfExperts)) {
            return MIXTURES_OF_EXPERTS;
        }
        Double size = architecture == null ? parameters : Double.valueOf(ParameterCounts.of(architecture).total());
        if (size != null && size < LARGE) {
            return SMALL_MODELS;
        }
        return restartsApart ? MEASURED_STEPS : WHOLE_RUNS;
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "runClass." + key);
    }
}
