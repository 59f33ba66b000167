package org.isoflop.analysis.strategy;

/** A method of fine-tuning. */
public enum Tuning {
    /** All parameters. */
    FULL,
    /** Low-rank adapters beside frozen matrices (Hu et al. 2021). */
    LORA,
    /** Low-rank adapters beside frozen matrices of 4 bits (Dettmers et al. 2023). */
    QLORA,
    /** Virtual tokens before the prompt (Lester et al. 2021). */
    PROMPT
}
