package org.isoflop.analysis.serving;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Speculative decoding (Leviathan et al. 2023, arXiv:2211.17192): a small model guesses g tokens, the large one checks
 * them in one pass. It pays as long as a pass is limited by memory.
 *
 * @param acceptance share of guesses that are right, α, from 0 to 1
 * @param guesses tokens guessed at a time, γ
 * @param draftCost time of one guess, as a share of a pass of the large model, c
 */
public record Speculation(double acceptance, int guesses, double draftCost) {

    /** Checks the values. */
    public Speculation {
        if (!(acceptance >= 0 && acceptance <= 1)) {
            throw new DomainException(Sentence.of("domain.fraction", Double.toString(acceptance)));
        }
        DomainException.count(guesses, Sentence.of("node.guesses"));
        DomainException.notNegative(draftCost, Sentence.of("node.draftCost"));
    }

    /**
     * The tokens that one pass gives on average: (1 − α^(γ+1))/(1 − α).
     *
     * @return from 1 to γ + 1
     */
    public double tokens() {
        return acceptance == 1 ? guesses + 1 : (1 - Math.pow(acceptance, guesses + 1)) / (1 - acceptance);
    }

    /**
     * How many times as fast it is: tokens/(c·γ + 1).
     *
     * @return below 1 where it does not pay
     */
    public double speedUp() {
        return tokens() / (draftCost * guesses + 1);
    }

    /**
     * The seconds of a token where a pass over the guesses may take longer than one over a single token.
     *
     * @param model the large model
     * @param batch sequences
     * @param context tokens that each has
     * @return seconds for each token of a sequence
     */
    public double secondsPerToken(ServingModel model, double batch, double context) {
        double single = model.decode(batch, context).seconds();
        return secondsPerToken(model.check(batch, context, guesses + 1).seconds(), single);
    }

    /**
     * The seconds of a token.
     *
     * @param check seconds of a pass over the guesses and one token more
     * @param single seconds of a pass over a single token
     * @return (t_v + c·γ·t)/tokens
     */
    public double secondsPerToken(double check, double single) {
        return (check + draftCost * guesses * single) / tokens();
    }
}
