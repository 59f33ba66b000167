package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.energy.Accounting;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.energy.EnergyNodes;
import org.isoflop.analysis.energy.PowerModel;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** Power, energy, carbon and water of the accelerators of a step. */
final class PowerNodes {

    private static final String EPOCH = "Cottier et al. 2024, arXiv:2405.21015";
    private static final String MEASURED = "Patterson et al. 2021, arXiv:2104.10350";
    private static final String FAIZ = "Faiz et al. 2024, arXiv:2309.14393";

    private final Chain chain;
    private final Scope scope;
    private final DeviceInputs device;
    private Node mean;
    private Node highest;

    PowerNodes(Chain chain, Scope scope, DeviceInputs device) {
        this.chain = chain;
        this.scope = scope;
        this.device = device;
        Node power = scope.input("power", "W_t", Unit.WATTS, device.power());
        Node measured = scope.input("measuredPower", "W_m", Unit.WATTS, device.measuredPower());
        Node ratio = scope.input("serverRatio", "rho", Unit.ONE, device.serverRatio(), Domain.AT_LEAST_ONE);
        if (power != null && ratio != null) {
            highest = scope.derived("highestPower", "W_h", Unit.WATTS, "{0}*{1}", List.of(power, ratio),
                    v -> v[0] * v[1], EPOCH);
        } else {
            highest = power;
        }
        if (measured != null) {
            mean = measured;
            highest = highest == null ? measured
                    : scope.derived("peakDevicePower", "W_p", Unit.WATTS, "max({0}, {1})",
                            List.of(highest, measured), v -> Math.max(v[0], v[1]), null);
        } else if (power != null && ratio != null) {
            Node load = device.load() == null
                    ? scope.usual("load", "u_l", Unit.ONE, PowerModel.GPU_LOAD, EPOCH)
                    : scope.input("load", "u_l", Unit.ONE, device.load(), Domain.SHARE);
            mean = scope.derived("meanPower", "W_d", Unit.WATTS, "{0}*{1}*{2}", List.of(power, ratio, load),
                    v -> PowerModel.server(v[0], v[1], v[2]).mean(), EPOCH);
        } else {
            mean = power;
        }
    }

    /** Mean power of a device with its share of the server; null if nobody publishes it. */
    Node mean() {
        return mean;
    }

    /** Highest power of a device with its share of the server; null if nobody publishes it. */
    Node highest() {
        return highest;
    }

    /** Says how power was estimated. */
    void assumptions() {
        if (device.measuredPower() != null) {
            chain.cite(MEASURED, "assumption.measuredPower", device.id());
        } else if (device.serverRatio() != null) {
            chain.cite(EPOCH, "assumption.serverPower", device.id());
        } else {
            chain.assume("assumption.devicePower", device.id());
        }
        if (!chain.scenario().pueKnown()) {
            chain.assume("assumption.noPue");
        }
    }

    /**
     * Adds the energy, carbon, water and power of a training.
     *
     * @return the energy, or null if it is not known
     */
    Node training(Node hours, Node devices) {
        Ledger ledger = chain.ledger();
        if (highest == null || devices == null) {
            ledger.missing("peakPower", Sentence.of(highest == null ? "reason.power" : "reason.devices"));
        } else {
            ledger.add("peakPower", peak(devices));
        }
        if (mean == null || hours == null) {
            Sentence why = Sentence.of(mean == null ? "reason.power" : "reason.time");
            List.of("energy", "carbon", "carbonMarketBased", "water").forEach(measure -> ledger.missing(measure, why));
            return null;
        }
        assumptions();
        Node energy = EnergyNodes.energy(scope.graph(), hours, mean, chain.scenario().pue());
        ledger.add("energy", energy);
        carbon(energy, hours);
        water(energy);
        return energy;
    }

    /** The highest power of devices at the meter. */
    Node peak(Node devices) {
        return scope.derived("sitePower", "W_s", Unit.WATTS, "{0}*{1}*{2}",
                List.of(devices, highest, chain.scenario().pue()), v -> Energy.sitePower(v[0], v[1], v[2]), MEASURED);
    }

    /** Carbon by both ways of counting, as far as grid and contracts are known; making the devices is part of both. */
    private void carbon(Node energy, Node hours) {
        Ledger ledger = chain.ledger();
        Node grid = chain.scenario().intensity();
        Node market = chain.scenario().marketIntensity();
        if (grid == null) {
            ledger.missing("carbon", Sentence.of(market == null ? "reason.intensity" : "reason.grid"));
        } else {
            ledger.add("carbon", EnergyNodes.carbon(scope.graph(), energy, grid, Accounting.LOCATION_BASED));
        }
        if (market != null) {
            ledger.add("carbonMarketBased",
                    EnergyNodes.carbon(scope.graph(), energy, market, Accounting.MARKET_BASED));
        }
        if (device.embodied() != null && device.lifetime() != null && (grid != null || market != null)) {
            Node embodied = scope.input("embodied", "g_d", Unit.GRAMS, device.embodied(), Domain.NOT_NEGATIVE);
            Node lifetime = scope.input("lifetime", "t_d", Unit.SECONDS, device.lifetime());
            Node share = scope.derived("carbon.embodied", "G_e", Unit.GRAMS, "{0}*{1} / ({2} / 3600)",
                    List.of(embodied, hours, lifetime), v -> Energy.embodiedGrams(v[0], v[1], v[2] / 3600), FAIZ);
            ledger.add("carbon", share);
            ledger.add("carbonMarketBased", share);
            chain.cite(FAIZ, "assumption.embodied");
        }
    }

    private void water(Node energy) {
        Node onSite = chain.scenario().waterOnSite();
        Node offSite = chain.scenario().waterOffSite();
        if (onSite == null || offSite == null) {
            chain.ledger().missing("water", Sentence.of("reason.water"));
            return;
        }
        chain.ledger().add("water", EnergyNodes.water(scope.graph(), energy, chain.scenario().pue(), onSite, offSite));
    }
}
