package org.isoflop.analysis.serving;

/**
 * One batch size of a deployment.
 *
 * @param batch sequences at once
 * @param prefill reading the prompts of the whole batch
 * @param decode a pass for one token of each sequence, half way through the answer
 * @param firstTokenSeconds time to the first token of a prompt that is read when it comes
 * @param answerSeconds time until the answer is complete, while the prompts of the others are read between its tokens
 * @param tokensPerSecond tokens written by decoding, over all sequences
 * @param tokensPerSecondPerUser tokens written for one sequence while it decodes
 * @param answeredPerSecond tokens written over all sequences when the time of prefill counts too
 * @param memoryBytes weights and caches over all devices
 * @param fits whether that fits
 * @param usdPerMillion USD for a million tokens written, prefill not counted; NaN if the rent is unknown
 * @param answeredUsdPerMillion the same with the time of prefill
 * @param joulesPerMillion J for a million tokens written, prefill not counted; NaN if the power is unknown
 * @param answeredJoulesPerMillion the same with the time of prefill
 */
public record ServingPoint(double batch, ServingStep prefill, ServingStep decode, double firstTokenSeconds,
        double answerSeconds, double tokensPerSecond, double tokensPerSecondPerUser, double answeredPerSecond,
        double memoryBytes, boolean fits, double usdPerMillion, double answeredUsdPerMillion, double joulesPerMillion,
        double answeredJoulesPerMillion) {

    private static final double MILLION = 1e6;
    private static final double HOUR = 3600;

    static ServingPoint of(ServingModel model, double batch, double output, double firstToken, ServingStep prefill,
            ServingStep decode, double seconds, double memory, Rates rates) {
        double answer = prefill.seconds() + output * seconds;
        double throughput = batch / seconds;
        double answered = batch * output / answer;
        double devices = model.deployment().devices();
        return new ServingPoint(batch, prefill, decode, firstToken, answer, throughput, 1 / seconds, answered,
                memory, memory <= model.memoryLimit(), usdPerMillion(rates.usdPerHour(), devices, throughput),
                usdPerMillion(rates.usdPerHour(), devices, answered),
                joulesPerMillion(rates.watts(), devices, rates.pue(), throughput),
                joulesPerMillion(rates.watts(), devices, rates.pue(), answered));
    }

    /**
     * The price of a million tokens: rent·n/(tokens/s·3600)·10⁶.
     *
     * @param usdPerHour of one device
     * @param devices n
     * @param tokensPerSecond throughput
     * @return USD
     */
    public static double usdPerMillion(double usdPerHour, double devices, double tokensPerSecond) {
        return usdPerHour * devices / (tokensPerSecond * HOUR) * MILLION;
    }

    /**
     * The energy of a million tokens: W·n·PUE/(tokens/s)·10⁶.
     *
     * @param watts of one device
     * @param devices n
     * @param pue power usage effectiveness
     * @param tokensPerSecond throughput
     * @return joules
     */
    public static double joulesPerMillion(double watts, double devices, double pue, double tokensPerSecond) {
        return watts * devices * pue / tokensPerSecond * MILLION;
    }
}
