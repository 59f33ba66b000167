package org.isoflop.analysis.serving;

/**
 * A pass of a batch through the model, in seconds.
 *
 * @param compute multiplying
 * @param memory reading weights and caches
 * @param communication sending between devices
 * @param overhead what the step takes besides
 */
public record ServingStep(double compute, double memory, double communication, double overhead) {

    /**
     * The time of the step: max(compute, memory) + communication + overhead.
     *
     * @return seconds
     */
    public double seconds() {
        return Math.max(compute, memory) + communication + overhead;
    }

    /**
     * What takes longest.
     *
     * @return the bound
     */
    public Bound bound() {
        if (communication > Math.max(compute, memory)) {
            return Bound.COMMUNICATION;
        }
        return compute > memory ? Bound.COMPUTE : Bound.MEMORY;
    }
}
