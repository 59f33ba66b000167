package org.isoflop.analysis.plot;

/** How tick labels are written. */
public enum TickLabels {
    /** Powers of ten, {@code 10²³}; other ticks as multiples of them. */
    POWERS,
    /** Counts: {@code 1M}, {@code 10B}, {@code 2T}. */
    COUNTS,
    /** Plain numbers with the locale's separators. */
    PLAIN,
    /** Plain numbers in the unit that fits the axis, and the unit: {@code 12 MW}, {@code 90 days}. */
    QUANTITIES,
    /** Dates; values are years with their fraction, as {@link Dates} has them. */
    DATES,
    /** Names of things at 1, 2, 3 …, which an axis keeps whatever its limits are. */
    NAMES
}
