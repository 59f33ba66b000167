package org.isoflop.model.annotation;

/**
 * The numbers that a feature may have.
 *
 * @param minimum the smallest, or null
 * @param exclusiveMinimum what they must be above, or null
 * @param maximum the largest, or null
 * @param exclusiveMaximum what they must be below, or null
 */
public record Domain(Double minimum, Double exclusiveMinimum, Double maximum, Double exclusiveMaximum) {

    /**
     * Tells whether a number may stand.
     *
     * @param value a number
     * @return false outside the bounds and for NaN
     */
    public boolean contains(double value) {
        return !Double.isNaN(value) && (minimum == null || value >= minimum)
                && (exclusiveMinimum == null || value > exclusiveMinimum) && (maximum == null || value <= maximum)
                && (exclusiveMaximum == null || value < exclusiveMaximum);
    }
}
