package org.isoflop.analysis.strategy;

import java.util.List;

/**
 * What is known about a cluster; null stands for "not given".
 *
 * @param id its name
 * @param devices how many accelerators there are
 * @param devicesPerNode how many share the fast links of a node
 * @param network bandwidth between nodes of one device in one direction, bytes/s
 * @param latency seconds that the start of a collective operation takes
 * @param utilisation MFU that is usual there
 * @param betweenFailures seconds that one device runs until it fails
 * @param checkpoint seconds of a checkpoint
 * @param restart seconds of a restart
 * @param deliveries when how many devices arrive; empty if all are there
 */
public record ClusterInputs(String id, Input devices, Integer devicesPerNode, Input network, Input latency,
        Input utilisation, Input betweenFailures, Input checkpoint, Input restart, List<Arrival> deliveries) {

    /** Copies the deliveries. */
    public ClusterInputs {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * Devices that arrive.
     *
     * @param seconds from the start of the scenario; 0 for those that came before
     * @param devices how many
     */
    public record Arrival(double seconds, Input devices) {
    }
}
