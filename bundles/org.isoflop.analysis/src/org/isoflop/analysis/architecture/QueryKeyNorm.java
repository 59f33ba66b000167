package org.isoflop.analysis.architecture;

/** How queries and keys are normalised before they meet. */
public enum QueryKeyNorm {

    /** Not at all. */
    NONE,
    /** Within each head, with one scale for all heads: 2·d parameters (Qwen 3, Gemma 3). */
    HEAD,
    /** With a scale of their own for every head: nₕ·d + nₖᵥ·d parameters (OLMo 2, OLMoE, Cohere). */
    FULL
}
