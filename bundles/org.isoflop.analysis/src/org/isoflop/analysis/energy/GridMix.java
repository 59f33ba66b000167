package org.isoflop.analysis.energy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The sources of a grid's electricity.
 *
 * @param shares share of each source; they add up to 1
 */
public record GridMix(Map<Source, Double> shares) {

    private static final double TOLERANCE = 1e-6;

    /** A source of electricity with the grams of CO₂ equivalent for a kWh that codecarbon takes. */
    public enum Source {
        /** Coal. */
        COAL(995),
        /** Oil. */
        PETROLEUM(816),
        /** Natural gas. */
        NATURAL_GAS(743),
        /** Heat of the earth. */
        GEOTHERMAL(38),
        /** Water. */
        HYDROELECTRICITY(26),
        /** Nuclear fission. */
        NUCLEAR(29),
        /** Sun. */
        SOLAR(48),
        /** Wind. */
        WIND(26);

        private final double grams;

        Source(double grams) {
            this.grams = grams;
        }

        /**
         * Its carbon intensity.
         *
         * @return grams of CO₂ equivalent for a kWh (codecarbon, carbon_intensity_per_source.json)
         */
        public double gramsPerKilowattHour() {
            return grams;
        }
    }

    /** Checks and copies the shares. */
    public GridMix {
        double sum = 0;
        for (double share : shares.values()) {
            sum += DomainException.notNegative(share, Sentence.of("node.gridShare"));
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new DomainException(Sentence.of("energy.mix", Double.toString(sum)));
        }
        shares = Collections.unmodifiableMap(new EnumMap<>(shares));
    }

    /**
     * The intensity of the mix.
     *
     * @return grams of CO₂ equivalent for a kWh
     */
    public double gramsPerKilowattHour() {
        return shares.entrySet().stream().mapToDouble(e -> e.getValue() * e.getKey().gramsPerKilowattHour()).sum();
    }
}
