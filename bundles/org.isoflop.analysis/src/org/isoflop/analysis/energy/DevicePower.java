package org.isoflop.analysis.energy;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What is known of the power of a device, and its energy by every method that this allows.
 *
 * @param tdp thermal design power, watts; 0 if nobody publishes it
 * @param serverRatio power of a server divided by that of its chips; 0 if unknown
 * @param load mean power of a server as a share of its highest
 * @param measured measured mean power, watts; 0 if nobody measured it
 */
public record DevicePower(double tdp, double serverRatio, double load, double measured) {

    /** Checks the values. */
    public DevicePower {
        DomainException.notNegative(tdp, Sentence.of("node.power"));
        DomainException.notNegative(serverRatio, Sentence.of("node.serverRatio"));
        DomainException.positive(load, Sentence.of("node.load"));
        DomainException.notNegative(measured, Sentence.of("node.measuredPower"));
    }

    /**
     * Whether any method applies.
     *
     * @return true if it was measured or its design power is known
     */
    public boolean isKnown() {
        return tdp > 0 || measured > 0;
    }

    /**
     * The method that strategies take: measured power, else that of the server at its mean load, else design power.
     *
     * @return one with the site
     */
    public EnergyMethod taken() {
        if (measured > 0) {
            return EnergyMethod.MEASURED;
        }
        return tdp > 0 && serverRatio > 0 ? EnergyMethod.SERVER : EnergyMethod.DEVICE_TDP_SITE;
    }

    /**
     * The mean power of a device with its share of the server, by the method that strategies take.
     *
     * @return watts, without the site
     * @throws DomainException if the ratio of the server is below 1
     */
    public double mean() {
        return switch (taken()) {
            case MEASURED -> measured;
            case SERVER -> PowerModel.server(tdp, serverRatio, load).mean();
            default -> tdp;
        };
    }

    /**
     * The energy of a run by every method.
     *
     * @param deviceHours hours of one device
     * @param pue power usage effectiveness of the site
     * @return the energies
     * @throws DomainException if no power is known or a number is outside its domain
     */
    public RunEnergy run(double deviceHours, double pue) {
        return RunEnergy.of(deviceHours, tdp, serverRatio, load, measured, pue);
    }

    /**
     * The energy of a million tokens by every method.
     *
     * @param devices number of devices
     * @param tokensPerSecond their throughput
     * @param pue power usage effectiveness of the site
     * @return the energies
     * @throws DomainException if no power is known or a number is outside its domain
     */
    public RunEnergy millionTokens(double devices, double tokensPerSecond, double pue) {
        return RunEnergy.ofMillionTokens(devices, tokensPerSecond, tdp, serverRatio, load, measured, pue, 0, 0);
    }
}
