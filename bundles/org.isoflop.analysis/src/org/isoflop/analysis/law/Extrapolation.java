package org.isoflop.analysis.law;

/**
 * A law asked outside what it was fitted on.
 *
 * @param variable which variable lies outside
 * @param value its value, in its base unit
 * @param low lower bound of the fitted range
 * @param high upper bound of the fitted range
 * @param decades how far outside, in decades, positive
 */
public record Extrapolation(LawVariable variable, double value, double low, double high, double decades) {
}
