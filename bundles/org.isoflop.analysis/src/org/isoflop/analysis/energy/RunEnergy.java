package org.isoflop.analysis.energy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The energy of a run, or of a million tokens, by every method whose inputs are known.
 *
 * @param joules by method, in their order; at least one
 */
public record RunEnergy(Map<EnergyMethod, Double> joules) {

    private static final double MILLION = 1e6;
    private static final double HOUR = 3600;

    /** Copies the map. */
    public RunEnergy {
        if (joules.isEmpty()) {
            throw new DomainException(Sentence.of("energy.noPower"));
        }
        joules = Collections.unmodifiableMap(new EnumMap<>(joules));
    }

    /**
     * Estimates the energy of a run.
     *
     * @param deviceHours hours of one device
     * @param tdp thermal design power of a device in watts; 0 if nobody publishes it
     * @param serverRatio power of a server divided by that of its chips; 0 if unknown
     * @param load mean power of a server as a share of its highest
     * @param measured measured mean power of a device in watts; 0 if nobody measured it
     * @param pue power usage effectiveness of the site
     * @return the energies
     * @throws DomainException if neither power is known or a number is outside its domain
     */
    public static RunEnergy of(double deviceHours, double tdp, double serverRatio, double load, double measured,
            double pue) {
        DomainException.notNegative(tdp, Sentence.of("node.power"));
        DomainException.notNegative(measured, Sentence.of("node.meanPower"));
        Map<EnergyMethod, Double> joules = new EnumMap<>(EnergyMethod.class);
        if (tdp > 0) {
            joules.put(EnergyMethod.DEVICE_TDP, Energy.joules(deviceHours, tdp, 1));
            joules.put(EnergyMethod.DEVICE_TDP_SITE, Energy.joules(deviceHours, tdp, pue));
        }
        if (tdp > 0 && serverRatio > 0) {
            joules.put(EnergyMethod.SERVER,
                    Energy.joules(deviceHours, PowerModel.server(tdp, serverRatio, load).mean(), pue));
        }
        if (measured > 0) {
            joules.put(EnergyMethod.MEASURED, Energy.joules(deviceHours, measured, pue));
        }
        return new RunEnergy(joules);
    }

    /**
     * Estimates the energy of a million tokens of a served model.
     *
     * @param devices number of devices
     * @param tokensPerSecond their throughput
     * @param tdp thermal design power of a device in watts; 0 if nobody publishes it
     * @param serverRatio power of a server divided by that of its chips; 0 if unknown
     * @param load mean power of a server as a share of its highest
     * @param measured measured mean power of a device in watts; 0 if nobody measured it
     * @param pue power usage effectiveness of the site
     * @param activeParameters parameters that a token uses, for the regression; 0 leaves it out
     * @param totalParameters all parameters
     * @return the energies
     * @throws DomainException if nothing is known or a number is outside its domain
     */
    public static RunEnergy ofMillionTokens(double devices, double tokensPerSecond, double tdp, double serverRatio,
            double load, double measured, double pue, double activeParameters, double totalParameters) {
        DomainException.positive(devices, Sentence.of("node.devices"));
        DomainException.positive(tokensPerSecond, Sentence.of("node.tokensPerSecond"));
        double deviceHours = devices * MILLION / tokensPerSecond / HOUR;
        Map<EnergyMethod, Double> joules = new EnumMap<>(EnergyMethod.class);
        if (tdp > 0 || measured > 0) {
            joules.putAll(of(deviceHours, tdp, serverRatio, load, measured, pue).joules());
        }
        if (activeParameters > 0) {
            joules.put(EnergyMethod.REGRESSION,
                    RequestEnergy.of(activeParameters, totalParameters, MILLION, pue).joules());
        }
        return new RunEnergy(joules);
    }

    /**
     * The lowest estimate.
     *
     * @return joules
     */
    public double low() {
        return Collections.min(joules.values());
    }

    /**
     * The highest estimate.
     *
     * @return joules
     */
    public double high() {
        return Collections.max(joules.values());
    }
}
