package org.isoflop.analysis.energy;

import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The carbon intensity of electricity.
 *
 * @param place a country, a grid or a site
 * @param year the year that it holds for
 * @param gramsPerKilowattHour grams of CO₂ equivalent for a kWh
 * @param accounting by location or by market
 * @param source a citation
 */
public record GridIntensity(String place, int year, double gramsPerKilowattHour, Accounting accounting,
        String source) {

    /** Checks the values. */
    public GridIntensity {
        Objects.requireNonNull(place);
        DomainException.notNegative(gramsPerKilowattHour, Sentence.of("node.intensity"));
        Objects.requireNonNull(accounting);
    }
}
