package org.isoflop.analysis.strategy;

/**
 * What is to be served; null stands for "not known".
 *
 * @param promptTokens tokens of a prompt
 * @param answerTokens tokens of an answer
 * @param tokensPerDay tokens of answers in a day
 * @param life seconds that it is served
 * @param firstTokenLimit longest time to the first token, seconds
 * @param tokenLimit longest time of a token, seconds
 */
public record WorkloadInputs(Input promptTokens, Input answerTokens, Input tokensPerDay, Input life,
        Input firstTokenLimit, Input tokenLimit) {

    /** Nothing is served, or it is not known what. */
    public static final WorkloadInputs UNKNOWN = new WorkloadInputs(null, null, null, null, null, null);
}
