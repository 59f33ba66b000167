package org.isoflop.analysis.decision;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Streams;

/**
 * Draws of all that is uncertain at once: every quantity with a spread from its own distribution, independent of the
 * others, the constants of a law as a whole row. Each block of draws has a stream of its own, so that the same seed
 * gives the same draws with any number of threads.
 *
 * @param draws how many, at least 2
 * @param seed of the generator {@link Streams#GENERATOR}
 * @param level of the intervals, between 0 and 1
 * @param threads how many may work
 */
public record MonteCarlo(int draws, long seed, double level, int threads) {

    /** The usual number of draws. */
    public static final int DRAWS = 10_000;

    /** The usual level of intervals. */
    public static final double LEVEL = 0.95;

    private static final int BLOCK = 250;

    /**
     * Checks the numbers.
     *
     * @throws DomainException if there are fewer than two draws, or the level is not between 0 and 1
     */
    public MonteCarlo {
        if (draws < 2) {
            throw new DomainException(Sentence.of("decision.draws", draws));
        }
        if (!(level > 0 && level < 1)) {
            throw new DomainException(Sentence.of("spread.level", Double.toString(level)));
        }
    }

    /**
     * The usual numbers of draws and threads.
     *
     * @param seed of the generator
     * @return {@value #DRAWS} draws, intervals of 95 %, on all processors
     */
    public static MonteCarlo of(long seed) {
        return new MonteCarlo(DRAWS, seed, LEVEL, Parallel.processors());
    }

    /**
     * Draws.
     *
     * @param decision the alternatives
     * @param measures ids of the nodes whose intervals are wanted
     * @param cancelled asked before every block
     * @return what the draws gave
     * @throws CancellationException if it was cancelled
     */
    public Draws run(Decision decision, List<String> measures, BooleanSupplier cancelled) {
        List<Factor> factors = decision.uncertain();
        int alternatives = decision.alternatives().size();
        double[][][] values = new double[alternatives][measures.size()][];
        boolean[][] feasible = new boolean[alternatives][draws];
        for (int a = 0; a < alternatives; a++) {
            for (int m = 0; m < measures.size(); m++) {
                if (!decision.contents(a, measures.get(m)).isEmpty()) {
                    values[a][m] = new double[draws];
                }
            }
        }
        boolean[][] wins = new boolean[alternatives][draws];
        int blocks = (draws + BLOCK - 1) / BLOCK;
        Parallel.chunks(blocks, 1, threads, thread -> {
            Evaluator evaluator = new Evaluator(decision, factors, measures, BLOCK);
            Sampler sampler = new Sampler(factors);
            return (from, to) -> {
                for (int block = from; block < to; block++) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    int first = block * BLOCK;
                    int n = Math.min(BLOCK, draws - first);
                    sampler.fill(evaluator, new Streams(seed, block), n);
                    evaluator.run(n);
                    keep(evaluator, measures, first, n, values);
                    for (int i = 0; i < n; i++) {
                        int winner = evaluator.winner(i);
                        for (int a = 0; a < alternatives; a++) {
                            wins[a][first + i] = evaluator.isAsGood(a, winner, i);
                            feasible[a][first + i] = evaluator.isFeasible(a, i);
                        }
                    }
                }
            };
        });
        return new Draws(decision, this, measures, values, wins, feasible);
    }

    private static void keep(Evaluator evaluator, List<String> measures, int first, int n, double[][][] values) {
        for (int a = 0; a < values.length; a++) {
            for (int m = 0; m < values[a].length; m++) {
                if (values[a][m] != null) {
                    System.arraycopy(evaluator.values(a, measures.get(m)), 0, values[a][m], first, n);
                }
            }
        }
    }

    /** Draws the factors of one block. */
    private static final class Sampler {

        private final List<Factor> factors;
        private final DoubleUnaryOperator[] quantiles;
        private final double[][][] rows;
        private final double[] column = new double[BLOCK];
        private final int[] chosen = new int[BLOCK];

        Sampler(List<Factor> factors) {
            this.factors = factors;
            quantiles = new DoubleUnaryOperator[factors.size()];
            rows = new double[factors.size()][][];
            for (int f = 0; f < quantiles.length; f++) {
                switch (factors.get(f)) {
                    case Factor.Input input -> quantiles[f] = input.spread().quantiles(input.value());
                    case Factor.Constants law -> rows[f] = rows(law);
                }
            }
        }

        void fill(Evaluator evaluator, Streams random, int n) {
            for (int f = 0; f < quantiles.length; f++) {
                switch (factors.get(f)) {
                    case Factor.Input input -> {
                        for (int i = 0; i < n; i++) {
                            column[i] = quantiles[f].applyAsDouble(random.uniform());
                        }
                        evaluator.set(input, column, n);
                    }
                    case Factor.Constants law -> {
                        for (int i = 0; i < n; i++) {
                            chosen[i] = random.below(rows[f].length);
                        }
                        evaluator.set(law, rows[f], chosen, n);
                    }
                }
            }
        }
    }

    /** All draws of the constants of a law. */
    static double[][] rows(Factor.Constants law) {
        JointUncertainty uncertainty = law.law().uncertainty().orElseThrow();
        double[][] rows = new double[uncertainty.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = uncertainty.draw(i);
        }
        return rows;
    }
}
