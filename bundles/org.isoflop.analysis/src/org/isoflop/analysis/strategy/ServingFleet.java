package org.isoflop.analysis.strategy;

/** Copies of a model that serve a workload. All arguments are positive and finite, which callers check. */
public final class ServingFleet {

    private static final double DAY = 86_400;
    private static final double HOURS_IN_DAY = 24;
    private static final double MILLION = 1e6;

    private ServingFleet() {
    }

    /**
     * The copies that a workload takes.
     *
     * @param tokensPerDay tokens of answers in a day
     * @param busy share of the time that a copy answers
     * @param tokensPerSecond tokens of answers that a copy gives in a second while it answers
     * @return ⌈tokens/(86400·busy·rate)⌉, at least 1
     */
    public static double replicas(double tokensPerDay, double busy, double tokensPerSecond) {
        return Math.max(1, Math.ceil(tokensPerDay / (DAY * busy * tokensPerSecond) * (1 - 1e-12)));
    }

    /**
     * What a million tokens cost if the devices are paid for day and night.
     *
     * @param devices devices of all copies
     * @param usdPerHour of one device
     * @param tokensPerDay tokens of answers in a day
     * @return USD
     */
    public static double usdPerMillion(double devices, double usdPerHour, double tokensPerDay) {
        return devices * usdPerHour * HOURS_IN_DAY / tokensPerDay * MILLION;
    }

    /**
     * The tokens of answers over a life.
     *
     * @param tokensPerDay tokens of answers in a day
     * @param seconds that the model is served
     * @return tokens
     */
    public static double servedTokens(double tokensPerDay, double seconds) {
        return tokensPerDay * seconds / DAY;
    }

    /**
     * What something comes to over its life: once, and for every million tokens.
     *
     * @param once what it takes once
     * @param perMillion what a million tokens take
     * @param tokens tokens of the life
     * @return once + perMillion·tokens/10⁶
     */
    public static double life(double once, double perMillion, double tokens) {
        return once + perMillion * tokens / MILLION;
    }
}
