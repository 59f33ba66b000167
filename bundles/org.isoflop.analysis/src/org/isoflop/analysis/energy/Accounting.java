package org.isoflop.analysis.energy;

/** Whose electricity carbon is counted by (Greenhouse Gas Protocol, scope 2). The two can differ by everything. */
public enum Accounting {

    /** That of the grid at the place. */
    LOCATION_BASED,
    /** That of the contracts that were bought, down to zero. */
    MARKET_BASED
}
