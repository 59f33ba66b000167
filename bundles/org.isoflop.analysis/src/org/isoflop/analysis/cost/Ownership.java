package org.isoflop.analysis.cost;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What an accelerator costs its owner by the hour (Cottier et al. 2024, arXiv:2405.21015). Hardware loses value by
 * 10^(−0.14·years); a run pays for the loss while it lasts, at the rate of its start.
 *
 * @param price USD for one device when it came to market
 * @param yearsBefore years from then until the run starts; 0 for no depreciation before
 * @param overhead cost of a server divided by that of its chips: 1.66 for A100, 1.69 for V100, 1.54 for P100, else 1.64
 */
public record Ownership(double price, double yearsBefore, double overhead) {

    /** Decades of value that hardware loses in a year. */
    public static final double DEPRECIATION = 0.14;

    /** What the network adds to the cost of servers: 19 % of the whole to 81 %. */
    public static final double INTERCONNECT = 19.0 / 81;

    private static final double HOURS_IN_YEAR = 8766;

    /** Checks the values. */
    public Ownership {
        DomainException.positive(price, Sentence.of("node.purchasePrice"));
        DomainException.notNegative(yearsBefore, Sentence.of("node.yearsBefore"));
        DomainException.atLeastOne(overhead, Sentence.of("node.serverOverhead"));
    }

    /**
     * The value of the device with its server and network when the run starts.
     *
     * @return USD
     */
    public double value() {
        return price * Math.pow(10, -DEPRECIATION * yearsBefore) * overhead * (1 + INTERCONNECT);
    }

    /**
     * The value that is lost in an hour: value·0.14·ln 10/8766, which is 32.2 % a year.
     *
     * @return USD for a device and hour
     */
    public double usdPerHour() {
        return usdPerHour(value());
    }

    /**
     * The value that hardware loses in an hour.
     *
     * @param value USD of one device with server and network
     * @return USD for a device and hour
     */
    public static double usdPerHour(double value) {
        return value * DEPRECIATION * Math.log(10) / HOURS_IN_YEAR;
    }
}
