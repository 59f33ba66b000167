package org.isoflop.analysis.hardware;

import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Accelerators of one kind in nodes, joined by a network.
 *
 * @param accelerator the accelerator
 * @param devices how many there are
 * @param devicesPerNode how many share the fast links of a node
 * @param networkBandwidth between nodes, bytes/s of one device in one direction; 0 if there is no network
 * @param latency seconds that the start of a collective operation takes
 */
public record Cluster(Accelerator accelerator, int devices, int devicesPerNode, double networkBandwidth,
        double latency) {

    /** The accelerators that share a node where nothing else is said. */
    public static final int USUAL_NODE = 8;

    /** Checks the values. */
    public Cluster {
        Objects.requireNonNull(accelerator);
        DomainException.count(devices, Sentence.of("node.devices"));
        DomainException.count(devicesPerNode, Sentence.of("node.devicesPerNode"));
        DomainException.notNegative(networkBandwidth, Sentence.of("node.networkBandwidth"));
        DomainException.notNegative(latency, Sentence.of("node.latency"));
    }

    /**
     * A cluster of which not all is known.
     *
     * @param accelerator the accelerator
     * @param devices how many there are
     * @param devicesPerNode how many share a node; null for {@value #USUAL_NODE}
     * @param networkBandwidth bytes/s of one device in one direction; null for a network as fast as the links
     * @param latency seconds; null for none
     * @return the cluster
     */
    public static Cluster of(Accelerator accelerator, int devices, Integer devicesPerNode, Double networkBandwidth,
            Double latency) {
        return new Cluster(accelerator, devices, devicesPerNode == null ? USUAL_NODE : devicesPerNode,
                networkBandwidth == null ? accelerator.linkBandwidth() : networkBandwidth,
                latency == null ? 0 : latency);
    }

    /**
     * The same with another number of accelerators.
     *
     * @param count how many
     * @return the cluster
     */
    public Cluster with(int count) {
        return new Cluster(accelerator, count, devicesPerNode, networkBandwidth, latency);
    }

    /**
     * The bandwidth within a group of neighbouring devices.
     *
     * @param group how many devices
     * @return that of the links if the group lies in one node, else that of the network; bytes/s, 0 if there is none
     */
    public double bandwidth(long group) {
        return group <= devicesPerNode ? accelerator.linkBandwidth() : networkBandwidth;
    }
}
