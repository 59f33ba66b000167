package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.numeric.Streams;

/** Runs that were never trained: the losses of a law with noise, for teaching and for the power of a design. */
public final class Simulation {

    private Simulation() {
    }

    /**
     * Simulates runs.
     *
     * @param law the truth
     * @param design where; only N, D and C are taken
     * @param noise standard deviation of ln L, 0 or more
     * @param seed the seed; run i takes stream i of it ({@link Streams#GENERATOR})
     * @return runs at the same places
     * @throws DomainException if the noise is negative or not finite
     * @throws org.isoflop.analysis.law.UnanswerableException if the law has no loss of N and D
     */
    public static Runs simulate(Law law, Runs design, double noise, long seed) {
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new DomainException(Sentence.of("fit.noise", Double.toString(noise)));
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < design.size(); i++) {
            Run at = design.get(i);
            double loss = law.loss(at.parameters(), at.tokens(), at.uniqueTokens())
                    * Math.exp(noise * new Streams(seed, i).normal());
            runs.add(new Run(at.parameters(), at.tokens(), at.uniqueTokens(), at.compute(), loss, at.label()));
        }
        return new Runs(runs);
    }
}
