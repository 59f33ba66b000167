package org.isoflop.analysis.cost;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** Rent, electricity, staff, and where one way of paying overtakes another. */
public final class RunningCost {

    private static final double KILOWATT_HOUR = 3.6e6;

    private RunningCost() {
    }

    /**
     * The rent of a run with what else is on the bill.
     *
     * @param deviceHours hours of one device
     * @param rate USD for a device and hour
     * @param extras storage and traffic as a share of the rent; 0.3 to 0.5 is usual
     * @return USD
     * @throws DomainException if a number is outside its domain
     */
    public static double rent(double deviceHours, double rate, double extras) {
        return DomainException.positive(deviceHours, Sentence.of("node.deviceHours"))
                * DomainException.positive(rate, Sentence.of("node.rentRate"))
                * (1 + DomainException.notNegative(extras, Sentence.of("node.rentExtras")));
    }

    /**
     * The price of energy.
     *
     * @param joules energy at the meter
     * @param usdPerKilowattHour tariff; industry in the USA paid 0.0832 in 2022, 0.0806 in 2023, 0.0771 in 2024
     * @return USD
     * @throws DomainException if a number is negative
     */
    public static double electricity(double joules, double usdPerKilowattHour) {
        return DomainException.notNegative(joules, Sentence.of("node.energy")) / KILOWATT_HOUR
                * DomainException.notNegative(usdPerKilowattHour, Sentence.of("node.electricityPrice"));
    }

    /**
     * The staff of a run whose other costs are known, if staff is a share of the whole: cost·s/(1 − s). It was 29 to 49
     * % of the whole for the models that Cottier et al. 2024 looked at.
     *
     * @param otherUsd all other costs
     * @param share staff as a share of the whole, 0 or more and below 1
     * @return USD
     * @throws DomainException if a number is outside its domain
     */
    public static double staff(double otherUsd, double share) {
        DomainException.belowOne(share, Sentence.of("node.staffShare"));
        return DomainException.notNegative(otherUsd, Sentence.of("node.otherCost")) * share / (1 - share);
    }

    /**
     * The hours of use from which on buying is cheaper than renting: price/(rent − running).
     *
     * @param priceUsd of one device with all that it needs
     * @param rate USD for a device and hour
     * @param runningUsdPerHour electricity and upkeep of an owned device, USD/h
     * @return hours; infinite if rent is no dearer than running an owned device
     * @throws DomainException if a number is outside its domain
     */
    public static double hoursToBuy(double priceUsd, double rate, double runningUsdPerHour) {
        DomainException.positive(priceUsd, Sentence.of("node.purchasePrice"));
        DomainException.positive(rate, Sentence.of("node.rentRate"));
        DomainException.notNegative(runningUsdPerHour, Sentence.of("node.runningRate"));
        return rate > runningUsdPerHour ? priceUsd / (rate - runningUsdPerHour) : Double.POSITIVE_INFINITY;
    }

    /**
     * The tokens of use from which on a small model that was adapted is cheaper than a large one that was not:
     * adaptation/(large − small).
     *
     * @param adaptation what adapting costs, in any unit
     * @param largePerToken what a token of the large model costs, in the same unit
     * @param smallPerToken what a token of the small model costs
     * @return tokens; infinite if the small one is no cheaper
     * @throws DomainException if a number is outside its domain
     */
    public static double breakEvenTokens(double adaptation, double largePerToken, double smallPerToken) {
        DomainException.notNegative(adaptation, Sentence.of("node.adaptation"));
        DomainException.positive(largePerToken, Sentence.of("node.perToken"));
        DomainException.notNegative(smallPerToken, Sentence.of("node.perToken"));
        return largePerToken > smallPerToken ? adaptation / (largePerToken - smallPerToken) : Double.POSITIVE_INFINITY;
    }
}
