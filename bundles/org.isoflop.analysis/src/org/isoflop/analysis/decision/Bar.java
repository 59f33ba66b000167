package org.isoflop.analysis.decision;

/**
 * What one factor alone does to a measure, everything else as it is taken to be.
 *
 * @param kind what moves
 * @param factor the factor; null for {@link Kind#WHICH_LAW}
 * @param lowInput where the input is at its lower end; NaN for laws
 * @param highInput where the input is at its upper end; NaN for laws
 * @param atLow the measure at the lower end of an input; the lowest one over laws
 * @param atHigh the measure at the upper end of an input; the highest one over laws
 * @param lowLaw id of the law that gives {@code atLow}; null unless laws are compared
 * @param highLaw id of the law that gives {@code atHigh}; null unless laws are compared
 * @param lowWinner id of the alternative that wins there; null if none is feasible, or not known for single draws
 * @param highWinner id of the alternative that wins there; null if none is feasible, or not known for single draws
 * @param changes whether the winner changes anywhere the bar was evaluated
 */
public record Bar(Kind kind, Factor factor, double lowInput, double highInput, double atLow, double atHigh,
        String lowLaw, String highLaw, String lowWinner, String highWinner, boolean changes) {

    /** What a bar moves. */
    public enum Kind {
        /** One input, between the ends of its interval. */
        INPUT,
        /** All constants of one law together, over their draws. */
        LAW_JOINT,
        /** The law itself, among those that the scenario names. */
        WHICH_LAW
    }

    /**
     * How far the measure moves.
     *
     * @return at least 0; NaN if the measure is not defined at an end
     */
    public double width() {
        return Math.abs(atHigh - atLow);
    }
}
