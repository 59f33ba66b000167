package org.isoflop.analysis.energy;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.unit.Unit;

/**
 * Energy, carbon and water as nodes of a graph, so that their working can be shown down to the study. Inputs are nodes
 * that the caller has made, each with its origin. The ids are those of the methods here, such as {@code energy}; one
 * graph holds each once.
 */
public final class EnergyNodes {

    /** What tells location-based from market-based carbon. */
    public static final String SCOPE_2 = "Greenhouse Gas Protocol, scope 2 guidance";

    private static final String PUE = "Patterson et al. 2021, arXiv:2104.10350, eq. 1";

    private EnergyNodes() {
    }

    /**
     * The mean power of a device with its share of the server, {@code meanPower}.
     *
     * @param graph takes the node
     * @param power of the device, watts
     * @param load mean power as a share of that
     * @param host power of the server for each device, watts
     * @return the node
     */
    public static Node meanPower(Graph.Builder graph, Node power, Node load, Node host) {
        return graph.derived("meanPower", Sentence.of("node.meanPower"), "W_d", Unit.WATTS,
                power.symbol() + "*" + load.symbol() + " + " + host.symbol(), List.of(power, load, host),
                v -> new PowerModel(v[0], v[1], v[2]).mean(), null);
    }

    /**
     * The energy of a run at the meter, {@code energy}.
     *
     * @param graph takes the node
     * @param deviceHours hours of one device
     * @param meanPower of a device with its share of the server, watts
     * @param pue power usage effectiveness
     * @return the node, in joules
     */
    public static Node energy(Graph.Builder graph, Node deviceHours, Node meanPower, Node pue) {
        return graph.derived("energy", Sentence.of("node.energy"), "Q", Unit.JOULES,
                deviceHours.symbol() + "*3600*" + meanPower.symbol() + "*" + pue.symbol(),
                List.of(deviceHours, meanPower, pue), v -> Energy.joules(v[0], v[1], v[2]), PUE);
    }

    /**
     * The highest power at the meter while devices work, {@code sitePower}.
     *
     * @param graph takes the node
     * @param devices number of devices
     * @param meanPower of a device with its share of the server, watts
     * @param pue power usage effectiveness
     * @return the node, in watts
     */
    public static Node sitePower(Graph.Builder graph, Node devices, Node meanPower, Node pue) {
        return graph.derived("sitePower", Sentence.of("node.sitePower"), "W_s", Unit.WATTS,
                devices.symbol() + "*" + meanPower.symbol() + "*" + pue.symbol(), List.of(devices, meanPower, pue),
                v -> Energy.sitePower(v[0], v[1], v[2]), PUE);
    }

    /**
     * The devices that a limit of power lets run, {@code devicesUnderLimit}.
     *
     * @param graph takes the node
     * @param limit watts at the meter
     * @param meanPower of a device with its share of the server, watts
     * @param pue power usage effectiveness
     * @return the node
     */
    public static Node devicesUnder(Graph.Builder graph, Node limit, Node meanPower, Node pue) {
        return graph.solved("devicesUnderLimit", Sentence.of("node.devicesUnderLimit"), "n_max", Unit.DEVICES,
                Sentence.of("condition.devicesUnderLimit"), List.of(limit, meanPower, pue),
                v -> Energy.devicesUnder(v[0], v[1], v[2]), PUE);
    }

    /**
     * The carbon of energy, {@code carbon.location} or {@code carbon.market}.
     *
     * @param graph takes the node
     * @param energy joules
     * @param intensity grams for a kWh
     * @param accounting whose electricity is counted
     * @return the node, in grams of CO₂ equivalent
     */
    public static Node carbon(Graph.Builder graph, Node energy, Node intensity, Accounting accounting) {
        boolean location = accounting == Accounting.LOCATION_BASED;
        return graph.derived(location ? "carbon.location" : "carbon.market",
                Sentence.of(location ? "node.carbon.location" : "node.carbon.market"), location ? "G_l" : "G_m",
                Unit.GRAMS, energy.symbol() + " / 3600000*" + intensity.symbol(), List.of(energy, intensity),
                v -> Energy.grams(v[0], v[1]), SCOPE_2);
    }

    /**
     * The share of what making the devices emitted, {@code carbon.embodied}.
     *
     * @param graph takes the node
     * @param embodied grams for one device with its share of the server
     * @param deviceHours hours of one device
     * @param lifetime hours that a device is used
     * @return the node, in grams of CO₂ equivalent
     */
    public static Node embodied(Graph.Builder graph, Node embodied, Node deviceHours, Node lifetime) {
        return graph.derived("carbon.embodied", Sentence.of("node.carbon.embodied"), "G_e", Unit.GRAMS,
                embodied.symbol() + "*" + deviceHours.symbol() + " / " + lifetime.symbol(),
                List.of(embodied, deviceHours, lifetime), v -> Energy.embodiedGrams(v[0], v[1], v[2]),
                "Faiz et al. 2024, arXiv:2309.14393");
    }

    /**
     * The water of a run, {@code water}.
     *
     * @param graph takes the node
     * @param energy joules at the meter
     * @param pue power usage effectiveness
     * @param onSite litres for a kWh of the servers
     * @param offSite litres for a kWh where it is generated
     * @return the node, in litres
     */
    public static Node water(Graph.Builder graph, Node energy, Node pue, Node onSite, Node offSite) {
        return graph.derived("water", Sentence.of("node.water"), "V", Unit.LITRES,
                energy.symbol() + " / " + pue.symbol() + " / 3600000*(" + onSite.symbol() + " + " + pue.symbol() + "*"
                        + offSite.symbol() + ")",
                List.of(energy, pue, onSite, offSite), v -> Energy.litres(v[0] / v[1], v[1], v[2], v[3]),
                "Li et al. 2023, arXiv:2304.03271");
    }
}
