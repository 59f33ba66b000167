package org.isoflop.analysis.strategy;

import org.isoflop.analysis.hardware.Precision;

/**
 * What is known about the accelerators of a step; null stands for "not given".
 *
 * @param id name of the accelerator
 * @param precision the format that is computed in
 * @param peak dense peak of one in that format, FLOP/s
 * @param memory its memory, bytes
 * @param bandwidth bandwidth of that memory, bytes/s
 * @param link bandwidth to its neighbours, both directions together as vendors print it, bytes/s
 * @param power thermal design power, W
 * @param measuredPower measured mean power with the share of the server, W
 * @param serverRatio power of a server over that of its chips
 * @param load mean power as a share of the highest
 * @param embodied carbon of making one with its share of the server, g
 * @param lifetime seconds that it is used
 * @param purchasePrice USD for one
 * @param rentRate USD for one and an hour
 * @param yearsBefore years from the date of the purchase price until the start
 * @param cluster the cluster that it stands in
 * @param released the year in which it came out
 */
public record DeviceInputs(String id, Precision precision, Input peak, Input memory, Input bandwidth, Input link,
        Input power, Input measuredPower, Input serverRatio, Input load, Input embodied, Input lifetime,
        Input purchasePrice, Input rentRate, Input yearsBefore, ClusterInputs cluster, Integer released) {

    /** Of which nothing is known. */
    public static final DeviceInputs UNKNOWN = new DeviceInputs(null, Precision.BF16, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null);

    /**
     * One of which nobody says when it came out.
     *
     * @param id name of the accelerator
     * @param precision the format that is computed in
     * @param peak dense peak
     * @param memory its memory
     * @param bandwidth bandwidth of that memory
     * @param link bandwidth to its neighbours
     * @param power thermal design power
     * @param measuredPower measured mean power
     * @param serverRatio power of a server over that of its chips
     * @param load mean power as a share of the highest
     * @param embodied carbon of making one
     * @param lifetime seconds that it is used
     * @param purchasePrice USD for one
     * @param rentRate USD for one and an hour
     * @param yearsBefore years from the date of the purchase price until the start
     * @param cluster the cluster that it stands in
     */
    public DeviceInputs(String id, Precision precision, Input peak, Input memory, Input bandwidth, Input link,
            Input power, Input measuredPower, Input serverRatio, Input load, Input embodied, Input lifetime,
            Input purchasePrice, Input rentRate, Input yearsBefore, ClusterInputs cluster) {
        this(id, precision, peak, memory, bandwidth, link, power, measuredPower, serverRatio, load, embodied, lifetime,
                purchasePrice, rentRate, yearsBefore, cluster, null);
    }
}
