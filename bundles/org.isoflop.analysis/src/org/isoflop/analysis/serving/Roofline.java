package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** The roofline (Williams et al. 2009): a step takes as long as its computing or its reading, whichever is longer. */
public final class Roofline {

    private Roofline() {
    }

    /**
     * The time of a step: max(F/P, B/W).
     *
     * @param flop F
     * @param bytes B
     * @param rate FLOP/s that are reached, P times its efficiency
     * @param bandwidth bytes/s that are reached, W times its efficiency
     * @return seconds
     * @throws DomainException if a rate is not positive or an amount is negative
     */
    public static double seconds(double flop, double bytes, double rate, double bandwidth) {
        return Math.max(
                DomainException.notNegative(flop, Sentence.of("node.stepFlop"))
                        / DomainException.positive(rate, Sentence.of("node.rate")),
                DomainException.notNegative(bytes, Sentence.of("node.stepBytes"))
                        / DomainException.positive(bandwidth, Sentence.of("node.bandwidth")));
    }

    /**
     * The batch from which on decoding would be limited by computing if there were no cache: b* = I*·bytes/2.
     *
     * @param ridge I* = P/W, FLOP for each byte
     * @param weightBytes bytes of a weight
     * @return sequences
     */
    public static double criticalBatch(double ridge, double weightBytes) {
        return ridge * weightBytes / 2;
    }

    /**
     * The experts of E that a batch touches, if each token chooses k of them evenly: E·(1 − (1 − k/E)^b).
     *
     * @param experts E
     * @param active k
     * @param tokens b
     * @return at least k and at most E
     * @throws DomainException if a number is outside its domain
     */
    public static double touchedExperts(double experts, double active, double tokens) {
        DomainException.positive(experts, Sentence.of("size.experts"));
        DomainException.share(active / experts, Sentence.of("size.activeExperts"));
        DomainException.positive(tokens, Sentence.of("node.batch"));
        return touched(experts, active, tokens);
    }

    /** The same without checks. */
    static double touched(double experts, double active, double tokens) {
        return active == experts ? experts : -experts * Math.expm1(tokens * Math.log1p(-active / experts));
    }
}
