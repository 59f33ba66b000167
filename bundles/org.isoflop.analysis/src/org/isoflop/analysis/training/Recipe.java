package org.isoflop.analysis.training;

import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;

/** A usual way of keeping weights, gradients and optimizer. */
public enum Recipe implements Localised {

    /** Everything in 32 bits, Adam: 4 + 4 + 8 = 16. */
    FP32("fp32", 4, 4, 8, "Rajbhandari et al. 2020, arXiv:1910.02054, \u00a73.1", true),
    /** 16-bit weights and gradients, Adam with a 32-bit copy: 2 + 2 + 12 = 16. */
    MIXED_16("mixed16", 2, 2, 12, "Rajbhandari et al. 2020, arXiv:1910.02054, \u00a73.1", true),
    /** 16-bit weights, gradients summed in 32 bits, Adam with a 32-bit copy: 2 + 4 + 12 = 18. */
    MIXED_32("mixed32", 2, 4, 12, "Megatron-LM, theoretical_memory_usage.py", true),
    /** As mixed, with the two moments of Adam in 8 bits: 2 + 2 + 6 = 10. */
    ADAM_8BIT("adam8bit", 2, 2, 6, "Dettmers et al. 2022, arXiv:2110.02861", false),
    /** One moment in 32 bits beside the copy (momentum, Muon): 2 + 4 + 8 = 14. */
    MUON("muon", 2, 4, 8, "EleutherAI cookbook, calc_transformer_mem.py", true),
    /** Weights and gradients in bf16, one 32-bit moment and no copy (Lion): 2 + 2 + 4 = 8. */
    LION("lion", 2, 2, 4, "Chen et al. 2023, arXiv:2302.06675", false),
    /** Weights and gradients in bf16, factored moments of next to nothing (Adafactor): 2 + 2 + 0 = 4. */
    ADAFACTOR("adafactor", 2, 2, 0, "Shazeer and Stern 2018, arXiv:1804.04235", false);

    private final String key;
    private final StateBytes bytes;
    private final String source;
    private final boolean verified;

    Recipe(String key, double weights, double gradients, double optimizer, String source, boolean verified) {
        this.key = key;
        this.bytes = new StateBytes(weights, gradients, optimizer);
        this.source = source;
        this.verified = verified;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code mixed16}
     */
    public String key() {
        return key;
    }

    /**
     * The bytes of each parameter.
     *
     * @return weights, gradients and optimizer
     */
    public StateBytes bytes() {
        return bytes;
    }

    /**
     * Where the bytes come from.
     *
     * @return a citation
     */
    public String source() {
        return source;
    }

    /**
     * Whether the bytes were read in the source.
     *
     * @return false if nobody checked them
     */
    public boolean verified() {
        return verified;
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "recipe." + key);
    }
}
