package org.isoflop.analysis.decision;

import java.util.List;

import org.isoflop.analysis.law.Law;

/**
 * What an interval holds: only what somebody called uncertain, nothing else.
 *
 * @param laws laws whose constants are uncertain, all together
 * @param inputs uncertain inputs, prices among them
 */
public record Contents(List<Law> laws, List<Factor.Input> inputs) {

    /** The contents of a number that is taken as certain. */
    public static final Contents NOTHING = new Contents(List.of(), List.of());

    /** Copies the lists. */
    public Contents {
        laws = List.copyOf(laws);
        inputs = List.copyOf(inputs);
    }

    /**
     * Whether constants of laws are in it.
     *
     * @return false if no law has a joint uncertainty
     */
    public boolean hasLaws() {
        return !laws.isEmpty();
    }

    /**
     * Whether prices are in it.
     *
     * @return true if an uncertain input is money
     */
    public boolean hasPrices() {
        return inputs.stream().anyMatch(Factor.Input::isPrice);
    }

    /**
     * Whether inputs other than prices are in it.
     *
     * @return true if an uncertain input is no money
     */
    public boolean hasInputs() {
        return inputs.stream().anyMatch(input -> !input.isPrice());
    }

    /**
     * Whether nothing is uncertain.
     *
     * @return true if there is no interval
     */
    public boolean isEmpty() {
        return laws.isEmpty() && inputs.isEmpty();
    }
}
