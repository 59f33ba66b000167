package org.isoflop.analysis.strategy;

/**
 * What is known about the data of a step.
 *
 * @param id name of the dataset
 * @param uniqueTokens unique tokens U, or null
 * @param charactersPerToken characters that a token has on average, above 0, or null
 * @param syntheticShare share of the tokens that models wrote, 0 to 1, or null
 * @param qualityMultiplier what a synthetic token is worth in tokens of the law’s corpus, above 0, or null
 * @param cost USD that getting or labelling it costs, or null
 */
public record DataInputs(String id, Input uniqueTokens, Input charactersPerToken, Input syntheticShare,
        Input qualityMultiplier, Input cost) {
}
