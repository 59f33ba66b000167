package org.isoflop.analysis.training;

/** The time of operations in which a ring of devices takes part. Bandwidths are those of one direction. */
public final class Collectives {

    private Collectives() {
    }

    /**
     * All devices end with the sum: 2·(t − 1)/t·bytes over the link, and never less than the start takes.
     *
     * @param bytes of the sum
     * @param devices in the ring, t
     * @param bandwidth bytes/s
     * @param latency least time in seconds
     * @return seconds; 0 for a single device
     */
    public static double allReduce(double bytes, int devices, double bandwidth, double latency) {
        return devices == 1 ? 0 : Math.max(2.0 * (devices - 1) / devices * bytes / bandwidth, latency);
    }

    /**
     * Each device ends with a share of the sum, or all with the shares of all: (t − 1)/t·bytes over the link.
     *
     * @param bytes of the whole
     * @param devices in the ring, t
     * @param bandwidth bytes/s
     * @param latency least time in seconds
     * @return seconds; 0 for a single device
     */
    public static double scatter(double bytes, int devices, double bandwidth, double latency) {
        return devices == 1 ? 0 : Math.max((devices - 1.0) / devices * bytes / bandwidth, latency);
    }

    /**
     * The share of a pipeline's time that stages wait: (p − 1)/(v·m + p − 1) (Huang et al. 2019; interleaved, Narayanan
     * et al. 2021).
     *
     * @param stages p
     * @param microBatches m
     * @param interleave v, 1 for a plain pipeline
     * @return 0 or more and below 1
     */
    public static double bubble(double stages, double microBatches, double interleave) {
        return (stages - 1) / (interleave * microBatches + stages - 1);
    }
}
