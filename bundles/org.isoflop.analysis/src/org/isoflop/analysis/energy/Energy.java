package org.isoflop.analysis.energy;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** Energy, carbon and water from time, power and intensities. */
public final class Energy {

    /** Joules in a kilowatt-hour. */
    public static final double KILOWATT_HOUR = 3.6e6;

    private static final double HOUR = 3600;

    private Energy() {
    }

    /**
     * The energy of a run at the meter of the site: h·3600·W·PUE.
     *
     * @param deviceHours hours of one device
     * @param watts mean power of one device with its share of the server
     * @param pue power usage effectiveness of the site, 1 or more; 1 leaves the site out
     * @return joules
     * @throws DomainException if a number is outside its domain
     */
    public static double joules(double deviceHours, double watts, double pue) {
        return DomainException.positive(deviceHours, Sentence.of("node.deviceHours")) * HOUR
                * DomainException.positive(watts, Sentence.of("node.meanPower")) * pue(pue);
    }

    /**
     * The carbon of energy: kWh times the intensity.
     *
     * @param joules energy at the meter
     * @param intensity grams of CO₂ equivalent for a kWh; by location that of the grid, by market that of the contracts
     * @return grams of CO₂ equivalent
     * @throws DomainException if a number is negative
     */
    public static double grams(double joules, double intensity) {
        return DomainException.notNegative(joules, Sentence.of("node.energy")) / KILOWATT_HOUR
                * DomainException.notNegative(intensity, Sentence.of("node.intensity"));
    }

    /**
     * The water of energy: kWh of the devices times (WUE on site + PUE·WUE of the power plants). PUE counts once, on
     * the water of the power plants.
     *
     * @param deviceJoules energy of the servers, without the PUE
     * @param pue power usage effectiveness
     * @param onSite litres for a kWh of the servers, evaporated for cooling
     * @param offSite litres for a kWh, evaporated where it is generated
     * @return litres
     * @throws DomainException if a number is outside its domain
     */
    public static double litres(double deviceJoules, double pue, double onSite, double offSite) {
        return DomainException.notNegative(deviceJoules, Sentence.of("node.energy")) / KILOWATT_HOUR
                * (DomainException.notNegative(onSite, Sentence.of("node.waterOnSite"))
                        + pue(pue) * DomainException.notNegative(offSite, Sentence.of("node.waterOffSite")));
    }

    /**
     * The share of what making a device emitted that falls to a use: kg·t/lifetime.
     *
     * @param grams grams of CO₂ equivalent that making the device emitted, its share of the server included
     * @param deviceHours hours of one device in use
     * @param lifetimeHours hours that the device will be used
     * @return grams of CO₂ equivalent
     * @throws DomainException if a number is outside its domain
     */
    public static double embodiedGrams(double grams, double deviceHours, double lifetimeHours) {
        return DomainException.notNegative(grams, Sentence.of("node.embodied"))
                * DomainException.notNegative(deviceHours, Sentence.of("node.deviceHours"))
                / DomainException.positive(lifetimeHours, Sentence.of("node.lifetime"));
    }

    /**
     * The devices that a limit of a site lets run: ⌊limit/(W·PUE)⌋.
     *
     * @param limit watts at the meter
     * @param watts highest power of one device with its share of the server
     * @param pue power usage effectiveness
     * @return whole devices, 0 if not even one may run
     * @throws DomainException if a number is outside its domain
     */
    public static double devicesUnder(double limit, double watts, double pue) {
        return Math.floor(DomainException.positive(limit, Sentence.of("node.powerLimit"))
                / (DomainException.positive(watts, Sentence.of("node.meanPower")) * pue(pue)) * (1 + 1e-12));
    }

    /**
     * The power that devices draw at the meter: n·W·PUE.
     *
     * @param devices n
     * @param watts power of one device with its share of the server
     * @param pue power usage effectiveness
     * @return watts
     * @throws DomainException if a number is outside its domain
     */
    public static double sitePower(double devices, double watts, double pue) {
        return DomainException.positive(devices, Sentence.of("node.devices"))
                * DomainException.positive(watts, Sentence.of("node.meanPower")) * pue(pue);
    }

    static double pue(double pue) {
        return DomainException.atLeastOne(pue, Sentence.of("node.pue"));
    }
}
