package org.isoflop.analysis.strategy;

/** How devices are paid for. */
public enum Payment {
    /** Bought once, and paid in full. */
    BUY,
    /** Owned already: a run pays for what they lose in value while it lasts. */
    OWN,
    /** Rented by the hour. */
    RENT
}
