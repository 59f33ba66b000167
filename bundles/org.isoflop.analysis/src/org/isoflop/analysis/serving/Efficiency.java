package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * How much of what the data sheet says is reached.
 *
 * @param compute share of the peak, above 0 and at most 1; 0.7 is usual
 * @param bandwidth share of the memory's bandwidth; 0.9 is usual
 * @param memory share of the memory that weights and caches may fill; 0.9 is usual
 * @param overhead seconds that each step takes besides
 */
public record Efficiency(double compute, double bandwidth, double memory, double overhead) {

    /** Everything as the data sheet says: the bound that no program beats. */
    public static final Efficiency IDEAL = new Efficiency(1, 1, 1, 0);
    /** What llm-analysis takes for inference. */
    public static final Efficiency USUAL = new Efficiency(0.7, 0.9, 0.9, 0);

    /** Checks the values. */
    public Efficiency {
        DomainException.share(compute, Sentence.of("node.computeEfficiency"));
        DomainException.share(bandwidth, Sentence.of("node.bandwidthEfficiency"));
        DomainException.share(memory, Sentence.of("node.memoryShare"));
        DomainException.notNegative(overhead, Sentence.of("node.overhead"));
    }
}
