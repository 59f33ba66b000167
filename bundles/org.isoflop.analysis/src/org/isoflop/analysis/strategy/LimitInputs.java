package org.isoflop.analysis.strategy;

/**
 * The goal and the limits of a scenario; null stands for "none".
 *
 * @param moneyBudget USD, over the whole life where something is served
 * @param computeBudget FLOP of training
 * @param deadline seconds from the start
 * @param uniqueTokens unique tokens that there are
 * @param lossGoal loss that is to be reached, nats per token
 * @param deviceLimit accelerators at once
 * @param powerLimit W at the meter
 * @param energyLimit J, over the whole life where something is served
 * @param carbonLimit g of CO₂ equivalent, over the whole life where something is served
 */
public record LimitInputs(Input moneyBudget, Input computeBudget, Input deadline, Input uniqueTokens, Input lossGoal,
        Input deviceLimit, Input powerLimit, Input energyLimit, Input carbonLimit) {

    /** No goal and no limit. */
    public static final LimitInputs NONE = new LimitInputs(null, null, null, null, null, null, null, null, null);
}
