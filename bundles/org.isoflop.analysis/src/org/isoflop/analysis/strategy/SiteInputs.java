package org.isoflop.analysis.strategy;

/**
 * Where the accelerators stand; null stands for "not known".
 *
 * @param powerLimit W that the site can draw
 * @param pue power usage effectiveness, 1 or more
 * @param intensity carbon of the grid, location-based, g for a kWh
 * @param marketIntensity carbon of the contracts, market-based, g for a kWh
 * @param electricityPrice USD for a kWh
 * @param waterOnSite litres for a kWh of the servers
 * @param waterOffSite litres for a kWh where it is generated
 * @param staffShare staff as a share of the whole cost of training
 * @param extras storage and traffic as a share of the rent
 */
public record SiteInputs(Input powerLimit, Input pue, Input intensity, Input marketIntensity, Input electricityPrice,
        Input waterOnSite, Input waterOffSite, Input staffShare, Input extras) {

    /** Of which nothing is known. */
    public static final SiteInputs UNKNOWN = new SiteInputs(null, null, null, null, null, null, null, null, null);
}
