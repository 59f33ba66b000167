package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * What a device costs and draws while it serves.
 *
 * @param usdPerHour rent of one device, or what owning it costs, in USD/h; NaN if that is unknown
 * @param watts power of one device with its share of the host; NaN if that is unknown
 * @param pue power usage effectiveness of the site, 1 or more
 */
public record Rates(double usdPerHour, double watts, double pue) {

    /** Rates of which nothing is known: money and energy are unknown then. */
    public static final Rates UNKNOWN = new Rates(Double.NaN, Double.NaN, 1);

    /** Checks the values. */
    public Rates {
        if (!Double.isNaN(usdPerHour)) {
            DomainException.notNegative(usdPerHour, Sentence.of("node.rentRate"));
        }
        if (!Double.isNaN(watts)) {
            DomainException.notNegative(watts, Sentence.of("node.power"));
        }
        DomainException.atLeastOne(pue, Sentence.of("node.pue"));
    }
}
