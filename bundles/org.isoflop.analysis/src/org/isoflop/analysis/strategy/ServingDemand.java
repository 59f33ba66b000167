package org.isoflop.analysis.strategy;

import org.isoflop.analysis.serving.Speculation;

/**
 * What a copy of a model is chosen for, in plain numbers, which may be those of a draw. All are positive, which callers
 * check.
 *
 * @param prompt tokens of a prompt
 * @param answer tokens of an answer
 * @param matrixBits bits of a value of the matrices in layers
 * @param otherBits bits of a value of all other weights
 * @param cacheBits bits of a cached value
 * @param memory bytes of one device that weights and caches may fill
 * @param rate FLOP/s that one device reaches
 * @param bandwidth bytes/s that one device reaches
 * @param speculation guesses of a small model, or null for none
 * @param batch sequences at once; 0 where they are to be chosen
 * @param firstTokenLimit longest seconds to the first token; infinite for no limit
 * @param tokenLimit longest seconds of a token; infinite for no limit
 * @param tokensPerDay tokens of answers in a day; 0 where that is not known
 * @param busy share of the time that devices answer
 * @param mostDevices devices that may serve; infinite for no limit
 */
record ServingDemand(double prompt, double answer, double matrixBits, double otherBits, double cacheBits,
        double memory, double rate, double bandwidth, Speculation speculation, double batch, double firstTokenLimit,
        double tokenLimit, double tokensPerDay, double busy, double mostDevices) {
}
