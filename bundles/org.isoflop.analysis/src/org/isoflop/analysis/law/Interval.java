package org.isoflop.analysis.law;

/**
 * What an answer may be, given that the constants of the law are uncertain.
 *
 * @param low lower end, the percentile of (1 − level)/2
 * @param high upper end; infinite where a part of the draws never reaches what was asked
 * @param level the share of the draws between the ends
 */
public record Interval(double low, double high, double level) {
}
