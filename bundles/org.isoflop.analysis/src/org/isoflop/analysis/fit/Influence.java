package org.isoflop.analysis.fit;

/**
 * What leaving out one run does.
 *
 * @param run its index
 * @param constants the constants of the fit to all other runs, in the form's order
 * @param exponent the exponent of N* in C without the run; NaN for forms without one
 * @param exponentChange that exponent minus the one of all runs
 */
public record Influence(int run, double[] constants, double exponent, double exponentChange) {
}
