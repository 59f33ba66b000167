package org.isoflop.core.fit;

import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.Law;

/**
 * What is asked of a table of runs.
 *
 * @param method
 *            how to fit
 * @param form
 *            the form whose constants are free; of no account for an allocation
 * @param objective
 *            what is made small; of no account for an allocation
 * @param starts
 *            where the search starts; of no account for an allocation
 * @param dropHighest
 *            how many of the highest losses to leave out
 * @param resamples
 *            bootstrap resamples, 0 for none
 * @param seed
 *            their seed
 * @param prediction
 *            N and D to predict, or null
 * @param holdOut
 *            how many of the largest computes to hold out, 0 for none
 * @param against
 *            a law to test against, or null
 * @param tolerance
 *            how far computes of one budget may differ, relatively
 */
public record FitRequest(Method method, FitForm form, Objective objective, Starts starts, int dropHighest,
        int resamples, int seed, Prediction.Place prediction, int holdOut, Law against, double tolerance) {
}
