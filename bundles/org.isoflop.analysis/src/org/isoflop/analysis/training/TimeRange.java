package org.isoflop.analysis.training;

/**
 * The device-seconds of a run between the best and the worst utilisation that were observed.
 *
 * @param low with the highest utilisation
 * @param high with the lowest
 */
public record TimeRange(double low, double high) {
}
