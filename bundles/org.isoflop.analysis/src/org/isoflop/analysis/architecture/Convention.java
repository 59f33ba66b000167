package org.isoflop.analysis.architecture;

import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;

/** A way of counting the FLOP of a token in training. The conventions in use differ, so they stand side by side. */
public enum Convention implements Localised {

    /** 6·N with all active parameters (Hoffmann et al. 2022, and most model cards). */
    SIX_N("sixN", false),
    /** 6·N without embeddings, and causal attention (Kaplan et al. 2020, table 1). */
    KAPLAN("kaplan", false),
    /** 6·N and full attention, 12·L·nₕ·d·s (Chowdhery et al. 2022, appendix B). */
    PALM("palm", false),
    /** As PaLM counts, with the attention core computed a second time. */
    PALM_SELECTIVE("palmSelective", true),
    /** Every multiply-add that is needed, attention no further than it looks. */
    EXACT_CAUSAL("exactCausal", false),
    /** The same, with the attention core computed a second time (selective recomputation). */
    EXACT_CAUSAL_SELECTIVE("exactCausalSelective", true),
    /** The same, with the whole forward pass computed a second time (full recomputation). */
    EXACT_CAUSAL_FULL("exactCausalFull", true),
    /** 72·L·h²·(1 + s/6h + V/12Lh), for the layers of GPT alone (Korthikanti et al. 2022). */
    KORTHIKANTI("korthikanti", false),
    /** 72·L·h²·(1 + s/3h + V/12Lh): theirs with selective recomputation. */
    KORTHIKANTI_SELECTIVE("korthikantiSelective", true),
    /** 96·L·h²·(1 + s/6h + V/16Lh), full recomputation included, for the layers of GPT (Narayanan et al. 2021). */
    NARAYANAN("narayanan", true);

    private final String key;
    private final boolean recomputes;

    Convention(String key, boolean recomputes) {
        this.key = key;
        this.recomputes = recomputes;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code sixN}
     */
    public String key() {
        return key;
    }

    /**
     * Tells what the device does from what the model needs.
     *
     * @return true if recomputed FLOP are counted too: the convention gives an HFU, not an MFU
     */
    public boolean recomputes() {
        return recomputes;
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "convention." + key);
    }
}
