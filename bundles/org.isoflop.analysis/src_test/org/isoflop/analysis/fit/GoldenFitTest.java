package org.isoflop.analysis.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits to public runs, against values recomputed independently; the sources of the runs stand in {@link RunData}. */
class GoldenFitTest {

    private static final FitOptions PUBLISHED = FitOptions.of(RunData.CHINCHILLA);
    private static final Counting COUNTING = new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND);

    private static Runs runs;
    private static ParametricFit huber;

    @BeforeAll
    static void fit() {
        runs = RunData.kept();
        huber = ParametricFit.fit(runs, PUBLISHED.withBootstrap(4000, 1));
    }

    private static double objective(double a, double b, double e, double alpha, double beta) {
        return ParametricFit.objective(PUBLISHED, runs, new double[] {Math.exp(e), Math.exp(a), Math.exp(b), alpha,
            beta});
    }

    private static void relative(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, Math.abs(expected) * tolerance);
    }

    /** G1: the objective of Besiroglu et al. 2024, arXiv:2404.10102, at published constants. */
    @Test
    void theObjectiveAtPublishedConstants() {
        relative(1.2311626025793e-3, objective(6.0073404, 6.0179186, 0.5267228, 0.33917084, 0.2849083), 1e-10);
        relative(4.1210091362806e-3, objective(Math.log(406.4), Math.log(410.7), Math.log(1.69), 0.34, 0.28), 1e-10);
        relative(1.0186447052158e-3, objective(6.17795598, 7.64273236, 0.59711196, 0.34781303, 0.36585412), 1e-10);
    }

    /** G1: the global minimum, below which nothing can lie. */
    @Test
    void theMinimumOfTheStatedObjective() {
        relative(1.01827401780060e-3, huber.objective(), 1e-9);
        double[] k = huber.constants();
        assertArrayEquals(new double[] {0.59730681, 6.16924637, 7.67015673, 0.34731050, 0.36717243},
                new double[] {Math.log(k[0]), Math.log(k[1]), Math.log(k[2]), k[3], k[4]}, 1e-5);
        relative(477.82587, k[1], 1e-4);
        relative(2143.41736, k[2], 1e-4);
        relative(1.817218099, k[0], 1e-5);
        assertEquals(0.513899516, huber.exponent(), 1e-6);
    }

    /** G1: all 4,500 published starts are run; SciPy with its default tolerance brings 322 of them to the minimum. */
    @Test
    void nearlyAllPublishedStartsAgree() {
        assertEquals(4500, huber.starts());
        assertTrue(huber.agreeing() > 4000, () -> "agreeing: " + huber.agreeing());
    }

    /** G1, G2: the published constants are not the minimum of the stated objective; their mixture lies above it. */
    @Test
    void thePublishedConstantsAreNotTheMinimum() {
        double published = ParametricFit.objective(PUBLISHED, runs, Laws.BESIROGLU.constantValues());
        assertTrue(published > 1.0003 * huber.objective(), () -> "published: " + published);
    }

    /** G2: the headline of the paper is the least absolute deviation. */
    @Test
    void leastAbsoluteDeviationIsTheHeadline() {
        ParametricFit l1 = ParametricFit.fit(runs,
                PUBLISHED.withObjective(Objective.leastAbsoluteDeviation()).withStarts(Starts.VPNLS));
        double[] expected = {1.816864113, 482.00598, 2085.43581, 0.34781306, 0.36585415};
        for (int j = 0; j < expected.length; j++) {
            relative(expected[j], l1.constants()[j], 1e-5);
        }
        relative(0.51263971, l1.exponent(), 1e-5);
    }

    /** G2: an optimum of absolute deviations passes through as many runs as there are constants, exactly. */
    @Test
    void leastAbsoluteDeviationPassesThroughRuns() {
        ParametricFit l1 = ParametricFit.fit(runs,
                PUBLISHED.withObjective(Objective.leastAbsoluteDeviation()).withStarts(Starts.VPNLS));
        assertEquals(5, Arrays.stream(l1.residuals()).filter(r -> Math.abs(r) < 1e-12).count());
        for (Influence without : l1.influence()) {
            double[] k = without.constants();
            assertTrue(ParametricFit.objective(l1.options(), runs, k) >= l1.objective() * (1 - 1e-12));
        }
    }

    /** G3: where SciPy's default tolerance ends on the mean instead of the sum lies far above the minimum. */
    @Test
    void aMinimiserThatStopsEarlyGivesAnotherLaw() {
        double stopped = ParametricFit.objective(PUBLISHED, runs,
                new double[] {1.77681, 799.55, 651.61, 0.37756, 0.30837});
        assertTrue(stopped > 1.05 * huber.objective(), () -> "stopped: " + stopped);
        assertTrue(stopped < 1.15 * huber.objective(), () -> "stopped: " + stopped);
    }

    /** G3: with all 245 runs the five highest losses move the exponent from 0.514 to 0.565. */
    @Test
    void theFiveHighestLossesMatterMost() {
        ParametricFit all = ParametricFit.fit(RunData.digitised(), PUBLISHED);
        relative(1.8260105231e-3, all.objective(), 1e-9);
        double[] expected = {1.891338, 495.726, 12845.6, 0.349313, 0.453049};
        for (int j = 0; j < expected.length; j++) {
            relative(expected[j], all.constants()[j], 1e-3);
        }
        relative(0.564644, all.exponent(), 1e-3);
        int[] outliers = all.outliers();
        assertTrue(outliers.length >= 4 && outliers.length < 12, () -> Arrays.toString(outliers));
        assertEquals(245, all.runs().size());
    }

    /** G4: standard errors at 4,000 resamples; the tolerances are those for another generator. */
    @Test
    void bootstrapErrors() {
        Bootstrap bootstrap = huber.bootstrap();
        assertEquals(0, bootstrap.failed());
        relative(0.025657, bootstrap.standardError(k -> k[0]), 0.06);
        relative(124.494, bootstrap.standardError(k -> k[1]), 0.08);
        relative(1293.17, bootstrap.standardError(k -> k[2]), 0.15);
        relative(0.015397, bootstrap.standardError(k -> k[3]), 0.06);
        relative(0.020594, bootstrap.standardError(k -> k[4]), 0.06);
        relative(0.019971, bootstrap.standardError(huber.exponentOf()), 0.06);
    }

    /** G4: 95 % percentile intervals; each end within a tenth of the interval's width, an end of B within a fifth. */
    @Test
    void bootstrapIntervals() {
        interval(k -> k[0], 1.76935, 1.87123, 0.1);
        interval(k -> k[1], 286.09, 743.61, 0.1);
        interval(k -> k[2], 1042.4, 5810.4, 0.2);
        interval(k -> k[3], 0.31682, 0.37328, 0.1);
        interval(k -> k[4], 0.33126, 0.41537, 0.1);
        interval(huber.exponentOf(), 0.48047, 0.55611, 0.1);
        Interval middle = huber.bootstrap().interval(huber.exponentOf(), 0.8);
        assertEquals(0.05141, middle.high() - middle.low(), 0.003);
    }

    private static void interval(ToDoubleFunction<double[]> number, double low, double high, double tolerance) {
        Interval interval = huber.bootstrap().interval(number, 0.95);
        assertEquals(low, interval.low(), tolerance * (high - low));
        assertEquals(high, interval.high(), tolerance * (high - low));
    }

    /** G4: the first resample of numpy's seed 42, drawn there, refitted here. */
    @Test
    void theFirstPublishedResample() {
        int[] drawn = Arrays.stream(RunData.table("first-resample.csv").getFirst().values().toArray(String[]::new))
                .mapToInt(Integer::parseInt).toArray();
        assertEquals(240, drawn.length);
        ParametricFit resample = ParametricFit.fit(runs.select(drawn), PUBLISHED);
        double[] expected = {1.79333, 349.556, 2356.22, 0.328633, 0.371854};
        for (int j = 0; j < expected.length; j++) {
            relative(expected[j], resample.constants()[j], 1e-5);
        }
    }

    /** Besiroglu et al. 2024: χ²(5) = 238.40 against Hoffmann's unrounded constants; here with the true minimum. */
    @Test
    void theTestAgainstHoffmann() {
        Comparison comparison = Comparison.of(huber, Laws.UNROUNDED);
        assertEquals(5, comparison.degrees());
        relative(238.40, comparison.chiSquare(), 0.2);
        assertTrue(comparison.probability() < 1e-38);
        relative(1.2311626025793e-3, comparison.objective(), 1e-9);
        assertTrue(Comparison.of(huber, Laws.BESIROGLU).probability() > 0.05);
    }

    /** G5: least squares in L, equal to variable projection of Open-Athena/ml-scalefit. */
    @ParameterizedTest
    @CsvSource({"1e99, 1.88281361, 4.05984078, 1.07445871, 0.35761508, 0.42762062, 0.0832038077, 0.54457613",
        "1e21, 1.90509228, 4.00052236, 1.05094769, 0.35105820, 0.45874179, 0.06241429288, 0.56648777"})
    void leastSquares(double below, double e, double a, double b, double alpha, double beta, double squares,
            double exponent) {
        Runs some = new Runs(runs.list().stream().filter(run -> run.compute() < below).toList());
        for (Starts starts : Starts.values()) {
            ParametricFit fit = ParametricFit.fit(some,
                    PUBLISHED.withObjective(Objective.leastSquares()).withStarts(starts));
            double[] k = fit.constants();
            relative(e, k[0], 1e-6);
            relative(a, k[1] * Math.pow(1e6, -k[3]), 1e-6);
            relative(b, k[2] * Math.pow(1e9, -k[4]), 1e-6);
            relative(alpha, k[3], 1e-6);
            relative(beta, k[4], 1e-6);
            relative(squares, fit.objective(), 1e-8);
            relative(exponent, fit.exponent(), 1e-6);
        }
    }

    /** G6: approach 2 on the digitised isoFLOP points; k_N and k_D as printed, to four digits. */
    @Test
    void isoFlopOfTheDigitisedRuns() {
        IsoFlopFit fit = IsoFlopFit.fit(RunData.isoFlops(), IsoFlopFit.TOLERANCE);
        assertEquals(9, fit.vertices().size());
        assertEquals(0.49507, fit.parameters().exponent(), 5e-6);
        assertEquals(0.50493, fit.tokens().exponent(), 5e-6);
        relative(0.10381, fit.parameters().coefficient(), 5e-5);
        relative(1.6055, fit.tokens().coefficient(), 5e-5);
        relative(4.7865e11, fit.parameters().at(3.8e25), 5e-5);
        relative(1.3232e13, fit.tokens().at(3.8e25), 5e-5);
        assertTrue(Math.abs(fit.bias().parametersAhead()) > 0.001);
    }

    /** G7: the bias of approach 2 on points without noise (arXiv:2603.22339), told at a thousand times 1e21 FLOP. */
    @ParameterizedTest
    @CsvSource({"400, 400, 0.31, 0.31, 2, 0.5, 0, 0", "400, 400, 0.31, 0.31, 16, 0.5, 0, 0",
        "406.4, 410.7, 0.34, 0.28, 2, 0.45161290, 0.328, -0.327",
        "406.4, 410.7, 0.34, 0.28, 4, 0.45161290, 1.318, -1.301",
        "406.4, 410.7, 0.34, 0.28, 16, 0.45161290, 5.374, -5.100",
        "406.4, 410.7, 0.465, 0.155, 2, 0.25, 1.703, -1.675",
        "406.4, 410.7, 0.465, 0.155, 4, 0.25, 6.949, -6.498",
        "406.4, 410.7, 0.465, 0.155, 16, 0.25, 30.067, -23.116"})
    void isoFlopIsBiased(double a, double b, double alpha, double beta, double width, double exponent,
            double parameters, double tokens) {
        double[] truth = {1.69, a, b, alpha, beta};
        IsoFlopFit fit = IsoFlopFit.fit(RunData.exact(truth, width), IsoFlopFit.TOLERANCE);
        assertEquals(exponent, fit.parameters().exponent(), 1e-8);
        assertEquals(parameters, 100 * fit.bias().parametersAhead(), 0.001);
        assertEquals(tokens, 100 * fit.bias().tokensAhead(), 0.001);
    }

    /** G7: the parametric fit recovers all constants from the same points. */
    @ParameterizedTest
    @CsvSource({"400, 0.31, 0.31", "410.7, 0.34, 0.28", "410.7, 0.465, 0.155"})
    void theParametricFitIsNotBiased(double b, double alpha, double beta) {
        double[] truth = {1.69, 406.4, b, alpha, beta};
        for (Objective objective : List.of(Objective.leastSquares(), Objective.huber(1e-3))) {
            double[] found = ParametricFit
                    .fit(RunData.exact(truth, 4), PUBLISHED.withObjective(objective).withStarts(Starts.VPNLS))
                    .constants();
            for (int j = 0; j < truth.length; j++) {
                relative(truth[j], found[j], 1e-6);
            }
        }
    }

    /** G13: Gadre et al. 2024, arXiv:2403.08540; N with embeddings. The loss law on five runs, the error law on six. */
    @Test
    void overTraining() {
        List<Map<String, String>> all = RunData.table("overtraining-runs.csv");
        List<Map<String, String>> five = all.stream()
                .filter(row -> row.get("model").equals("d=96_l=8_h=4") && RunData.number(row, "cc_mult") == 16
                        || RunData.number(row, "cc_mult") == 1 && !row.get("model").startsWith("open_lm"))
                .toList();
        assertEquals(5, five.size());
        FitForm form = FitForm.of("alpha*N^b + beta*6^(b/2)*D^b + E");
        assertEquals(List.of("alpha", "b", "beta", "E"), form.constants());
        Runs small = new Runs(five.stream().map(row -> Run.of(RunData.number(row, "N"), RunData.number(row, "D"),
                RunData.number(row, "loss_c4_val"))).toList());
        ParametricFit law = ParametricFit.fit(small, FitOptions.of(form).withObjective(Objective.leastSquares()));
        relative(166.2110, law.constant("alpha"), 1e-3);
        relative(366.6872, law.constant("beta"), 1e-3);
        relative(-0.2728507, law.constant("b"), 1e-3);
        relative(1.8366484, law.constant("E"), 1e-3);
        Map<String, String> over = row(all, "open_lm_1b", 32);
        Map<String, String> large = row(all, "open_lm_7b", 1);
        double lossOver = law.predict(RunData.number(over, "N"), RunData.number(over, "D"));
        double lossLarge = law.predict(RunData.number(large, "N"), RunData.number(large, "D"));
        assertEquals(0.7103, 100 * (lossOver / RunData.number(over, "loss_c4_val") - 1), 1e-3);
        assertEquals(0.7320, 100 * (lossLarge / RunData.number(large, "loss_c4_val") - 1), 1e-3);
        List<Map<String, String>> six = new ArrayList<>(five);
        six.add(row(all, "open_lm_1b", 1));
        double[] error = errorLaw(six);
        relative(2.2064900, error[1], 1e-3);
        relative(0.7145905, error[2], 1e-3);
        relative(0.8569920, error[0], 1e-3);
        assertEquals(3.6365, errorOf(error, lossOver, over), 1e-3);
        assertEquals(0.0464, errorOf(error, lossLarge, large), 1e-3);
    }

    private static Map<String, String> row(List<Map<String, String>> rows, String model, double multiple) {
        return rows.stream().filter(row -> row.get("model").equals(model) && RunData.number(row, "cc_mult") == multiple)
                .findFirst().orElseThrow();
    }

    /** Err = eps − k·e^(−g·U) over the loss U, by the engine under {@link ParametricFit}. */
    private static double[] errorLaw(List<Map<String, String>> rows) {
        double[] losses = rows.stream().mapToDouble(row -> RunData.number(row, "loss_c4_val")).toArray();
        double[] errors = rows.stream().mapToDouble(row -> RunData.number(row, "err_avg17")).toArray();
        ExpressionProblem problem = new ExpressionProblem(FitForm.of("eps - k*exp(-g*U)"), Map.of("U", losses), errors,
                Objective.leastSquares());
        double[] theta = {1, 1, 1};
        new Solver(problem, Objective.leastSquares()).solve(theta);
        return theta;
    }

    private static double errorOf(double[] k, double loss, Map<String, String> row) {
        return 100 * Math.abs((k[0] - k[1] * Math.exp(-k[2] * loss)) / RunData.number(row, "err_avg17") - 1);
    }

    /** G14: Porian et al. 2024, arXiv:2406.19146: from Kaplan's exponent to Chinchilla's, step by step. */
    @ParameterizedTest
    @CsvSource({"kaplan, long, kaplan, base, 0.833768", "standard, long, kaplan, base, 0.700899",
        "standard, short, kaplan, base, 0.603528", "standard, short, chinchilla, base, 0.571425",
        "standard, short, const, tuned, 0.497029"})
    void theLadderFromKaplanToChinchilla(String count, String warmup, String decay, String tuning, double exponent) {
        List<Map<String, String>> rows = RunData.table("kaplan-chinchilla-ladder.csv").stream()
                .filter(row -> row.get("dataset").equals("rw") && row.get("param_count").equals(count)
                        && row.get("warmup").equals(warmup) && row.get("decay").equals(decay)
                        && row.get("hparams").equals(tuning) && !row.get("n_star").isBlank())
                .toList();
        LogLine line = LogLine.fit(rows.stream().mapToDouble(row -> RunData.number(row, "flops")).toArray(),
                rows.stream().mapToDouble(row -> RunData.number(row, "n_star")).toArray());
        assertEquals(exponent, line.exponent(), 1e-4);
        if (tuning.equals("tuned")) {
            assertEquals(12, rows.size());
            assertEquals(0.118199, line.coefficient(), 1e-4 * 0.118199 * 10);
        }
    }

    /** The constants are almost perfectly correlated: corr(ln A, α) = 0.999, corr(ln B, β) = 1.000. */
    @Test
    void theConstantsAreCorrelated() {
        double[][] covariance = logCovariance();
        assertEquals(0.999, covariance[0][3] / Math.sqrt(covariance[0][0] * covariance[3][3]), 1e-3);
        assertEquals(1.000, covariance[1][4] / Math.sqrt(covariance[1][1] * covariance[4][4]), 1e-3);
    }

    /** Over (ln A, ln B, ln E, α, β). */
    private static double[][] logCovariance() {
        return huber.bootstrap().covariance(List.of(k -> Math.log(k[1]), k -> Math.log(k[2]), k -> Math.log(k[0]),
                k -> k[3], k -> k[4]));
    }

    /** The 95 % width of the loss at (1e9, 20e9): 0.0055 from draws, 0.013 from the covariance, both ±20 %. */
    @Test
    void theWidthOfALoss() {
        Law drawn = huber.law("drawn", COUNTING, "MassiveText");
        Law spread = drawn.with(JointUncertainty.ofCovariance(drawn.form(), huber.constants(),
                List.of("ln A", "ln B", "ln E", "alpha", "beta"), List.of(logCovariance())));
        relative(0.0055, width(drawn), 0.2);
        relative(0.013, width(spread), 0.2);
        Interval optimum = drawn.interval(law -> law.optimum(5.76e23).parameters(), 0.95).orElseThrow();
        relative(53e9, optimum.low(), 0.2);
        relative(109e9, optimum.high(), 0.2);
        assertTrue(Laws.BESIROGLU.interval(law -> law.loss(1e9, 20e9), 0.95).isEmpty());
    }

    private static double width(Law law) {
        Interval interval = law.interval(drawn -> drawn.loss(1e9, 20e9), 0.95).orElseThrow();
        return interval.high() - interval.low();
    }
}
