package org.isoflop.core.catalog;

import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EReference;
import org.isoflop.model.IsoflopPackage.Literals;

/** What the catalog holds. Each kind is a folder of studies and one list of the model. */
public enum Kind {

    /** Language models: one file for the makers of a region or a kind of model. */
    MODELS(Literals.STUDY__MODELS,
            List.of("openai-deepmind-google", "meta", "mistral-microsoft-hugging-face-ai21", "alibaba-deepseek",
                    "open-research"),
            "organisation", "released", "licence", "parameters", "activeParameters", "architecture.context",
            "training.tokens", "training.compute", "training.accelerator.name", "training.devices",
            "training.deviceHours", "training.utilisation", "training.energy", "training.carbon", "scores.MMLU",
            "scores.ARC-C", "scores.HellaSwag", "scores.GSM8K", "scores.HumanEval"),

    /** Accelerators: one file for each group of makers. */
    HARDWARE(Literals.STUDY__ACCELERATORS, List.of("nvidia", "amd-intel", "google-amazon", "groq-cerebras-apple"),
            "vendor", "released", "category", "memory", "bandwidth", "interconnect", "power", "peaks.fp32",
            "peaks.tf32", "peaks.fp16", "peaks.bf16", "peaks.fp8", "peaks.int8", "peaks.fp4", "prices.purchase",
            "prices.rent", "measuredPower", "serverRatio", "embodiedCarbon", "lifetime"),

    /** Datasets: public ones, those that a model wrote among them. */
    DATASETS(Literals.STUDY__DATASETS, List.of("web-and-code", "synthetic"), "organisation", "released", "licence",
            "tokens", "uniqueTokens", "syntheticShare"),

    /** Scaling laws: one file for each publication, in the order of publication. */
    LAWS(Literals.STUDY__LAWS,
            List.of("kaplan-2020", "hernandez-2021", "clark-2022", "hoffmann-2022", "aghajanyan-2023",
                    "cerebras-2023", "muennighoff-2023", "de-vries-2023", "frantar-2023", "deepseek-2024",
                    "krajewski-2024", "zhang-2024", "ho-2024", "gadre-2024", "besiroglu-2024", "pearce-2024",
                    "porian-2024", "llama-3-2024", "kumar-2024", "xiao-2024", "busbridge-2025", "step-law-2025"),
            "form", "corpus", "parameterCount", "status", "source.citation", "source.year", "source.verification"),

    /** How dirty the electricity of a place is: one file for each collection. */
    GRIDS(Literals.STUDY__GRIDS, List.of("ecologits-2025", "codecarbon-2023"), "place", "year", "intensity", "water",
            "intensity.source.citation", "intensity.source.verification");

    private final EReference list;
    private final List<String> files;
    private final List<String> columns;

    Kind(EReference list, List<String> files, String... columns) {
        this.list = list;
        this.files = files;
        this.columns = List.of(columns);
    }

    /**
     * Returns the name in commands, which is also that of the folder.
     *
     * @return such as {@code models}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the list of a study that entries of this kind go into.
     *
     * @return a feature of {@code Study}
     */
    public EReference list() {
        return list;
    }

    /**
     * Names the files of this kind.
     *
     * @return names without their extension, in the order of the catalog
     */
    public List<String> files() {
        return files;
    }

    /** The paths of the columns that every table of this kind has. */
    List<String> columns() {
        return columns;
    }
}
