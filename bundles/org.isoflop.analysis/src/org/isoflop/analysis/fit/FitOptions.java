package org.isoflop.analysis.fit;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.numeric.Parallel;

/**
 * How a parametric fit is made.
 *
 * @param form the form whose constants are free
 * @param objective what is made small
 * @param starts where the search starts
 * @param resamples how many bootstrap resamples, 0 for none
 * @param seed the seed of the resamples
 * @param level the share of the resamples in an interval, in (0, 1)
 * @param threads how many threads work; the result does not depend on it
 */
public record FitOptions(FitForm form, Objective objective, Starts starts, int resamples, long seed, double level,
        int threads) {

    /** The most bootstrap resamples. */
    public static final int MOST_RESAMPLES = 1_000_000;

    /** The level unless another is asked for. */
    public static final double LEVEL = 0.95;

    /**
     * Checks the numbers.
     *
     * @throws DomainException if the number of resamples or the level is outside its domain
     */
    public FitOptions {
        checkResamples(resamples);
        if (!(level > 0 && level < 1)) {
            throw new DomainException(Sentence.of("domain.fraction", Double.toString(level)));
        }
    }

    static void checkResamples(int resamples) {
        if (resamples != 0 && (resamples < 2 || resamples > MOST_RESAMPLES)) {
            throw new DomainException(Sentence.of("fit.resamples", MOST_RESAMPLES, resamples));
        }
    }

    /**
     * The published way: Huber's function with δ = 10⁻³ from 4,500 starts (Hoffmann et al. 2022, App. D), without
     * bootstrap, on all processors.
     *
     * @param form the form whose constants are free
     * @return the options
     */
    public static FitOptions of(FitForm form) {
        return new FitOptions(form, Objective.huber(Objective.PUBLISHED_DELTA), Starts.GRID, 0, 0, LEVEL,
                Parallel.processors());
    }

    /**
     * The same with another objective.
     *
     * @param other what is made small
     * @return new options
     */
    public FitOptions withObjective(Objective other) {
        return new FitOptions(form, other, starts, resamples, seed, level, threads);
    }

    /**
     * The same with other starts.
     *
     * @param other where the search starts
     * @return new options
     */
    public FitOptions withStarts(Starts other) {
        return new FitOptions(form, objective, other, resamples, seed, level, threads);
    }

    /**
     * The same with a bootstrap.
     *
     * @param number how many resamples
     * @param newSeed their seed
     * @return new options
     */
    public FitOptions withBootstrap(int number, long newSeed) {
        return new FitOptions(form, objective, starts, number, newSeed, level, threads);
    }

    /**
     * The same on another number of threads.
     *
     * @param number how many
     * @return new options
     */
    public FitOptions withThreads(int number) {
        return new FitOptions(form, objective, starts, resamples, seed, level, number);
    }
}
