package org.isoflop.analysis.training;

/**
 * What a search over layouts found.
 *
 * @param examined layouts that were tried
 * @param fitting layouts of these that fit into memory
 * @param best the one that takes the fewest device-seconds for a token; null if none fits
 * @param leanest the one that takes the least memory, whether it fits or not
 */
public record SearchResult(long examined, long fitting, Plan best, Plan leanest) {

    /**
     * Whether any layout fits.
     *
     * @return false if every layout needs more memory than a device has
     */
    public boolean fits() {
        return best != null;
    }
}
