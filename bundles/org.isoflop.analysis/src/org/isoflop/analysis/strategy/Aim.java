package org.isoflop.analysis.strategy;

/** What parameters and tokens of a pretraining are chosen for. */
public enum Aim {
    /** The least loss for the training compute. */
    TRAINING,
    /** The least compute over training and serving together for the same loss (Sardana et al. 2024). */
    LIFETIME
}
