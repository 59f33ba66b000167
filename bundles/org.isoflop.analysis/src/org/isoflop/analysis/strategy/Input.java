package org.isoflop.analysis.strategy;

import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;

/**
 * A number that somebody gave.
 *
 * @param value in the base unit of its place
 * @param origin where it comes from; inputs of one origin are one and the same number
 * @param spread how uncertain it is; null if it is taken as certain
 */
public record Input(double value, Origin origin, Spread spread) {

    /**
     * A number that is taken as certain.
     *
     * @param value in the base unit of its place
     * @param origin where it comes from
     */
    public Input(double value, Origin origin) {
        this(value, origin, null);
    }
}
