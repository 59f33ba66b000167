package org.isoflop.analysis.strategy;

/** The compute of adapting a model. All arguments are positive and finite, which callers check. */
public final class TuningCost {

    private static final double FULL = 6;
    private static final double FROZEN = 4;
    private static final double FORWARD = 2;

    private TuningCost() {
    }

    /**
     * Training all parameters.
     *
     * @param n parameters that a token uses
     * @param d tokens
     * @return 6·N·D in FLOP (Kaplan et al. 2020, arXiv:2001.08361, §2.1)
     */
    public static double full(double n, double d) {
        return FULL * n * d;
    }

    /**
     * Training adapters beside frozen parameters: forward and the gradient of activations through all of them, no
     * gradient of frozen weights.
     *
     * @param n frozen parameters that a token uses
     * @param adapters parameters that are trained; 0 if they are too few to count
     * @param d tokens
     * @return (4·N + 6·N_l)·D in FLOP (Hu et al. 2021, arXiv:2106.09685)
     */
    public static double frozen(double n, double adapters, double d) {
        return (FROZEN * n + FULL * adapters) * d;
    }

    /**
     * Tuning a prompt, whose virtual tokens are read with every sample.
     *
     * @param n frozen parameters that a token uses
     * @param d tokens of the data
     * @param virtual virtual tokens
     * @param samples samples of the data
     * @return 4·N·(D + virtual·samples) in FLOP (Lester et al. 2021, arXiv:2104.08691)
     */
    public static double prompt(double n, double d, double virtual, double samples) {
        return FROZEN * n * (d + virtual * samples);
    }

    /**
     * Distilling: the teacher reads every token, the student is trained on it.
     *
     * @param teacher parameters of the teacher that a token uses
     * @param student parameters of the student that a token uses
     * @param d tokens
     * @return 2·N_t·D + 6·N_s·D in FLOP (Busbridge et al. 2025, arXiv:2502.08606)
     */
    public static double distillation(double teacher, double student, double d) {
        return FORWARD * teacher * d + FULL * student * d;
    }
}
