package org.isoflop.analysis.energy;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The power of one accelerator at work, with its share of the server.
 *
 * @param watts measured mean power of a device, or its thermal design power
 * @param load mean power of the device as a share of that; 1 for measured power
 * @param host power of the server for each device, in watts, beyond the device
 */
public record PowerModel(double watts, double load, double host) {

    /** Mean power of servers of graphics processors as a share of the highest (Cottier et al. 2024). */
    public static final double GPU_LOAD = 0.75;
    /** Mean power of servers of tensor processing units as a share of the highest (Cottier et al. 2024). */
    public static final double TPU_LOAD = 0.43;

    /** Checks the values. */
    public PowerModel {
        DomainException.positive(watts, Sentence.of("node.power"));
        DomainException.positive(load, Sentence.of("node.load"));
        DomainException.notNegative(host, Sentence.of("node.hostPower"));
    }

    /**
     * Power that was measured, the server included.
     *
     * @param watts mean power for each device
     * @return the model
     */
    public static PowerModel measured(double watts) {
        return new PowerModel(watts, 1, 0);
    }

    /**
     * The power of a whole server as a multiple of that of its chips (Cottier et al. 2024, arXiv:2405.21015):
     * TDP·ratio·load, with a ratio of 1.82 for H100, 2.03 for A100, 1.67 for V100, and a mean load of 0.75 for GPUs and
     * 0.43 for TPUs.
     *
     * @param tdp thermal design power of a chip, watts
     * @param ratio power of the server divided by that of its chips
     * @param load mean power as a share of the highest
     * @return the model
     */
    public static PowerModel server(double tdp, double ratio, double load) {
        DomainException.atLeastOne(ratio, Sentence.of("node.serverRatio"));
        return new PowerModel(tdp, load, tdp * (ratio - 1) * load);
    }

    /**
     * The mean power of one device with its share of the server.
     *
     * @return watts·load + host
     */
    public double mean() {
        return watts * load + host;
    }
}
