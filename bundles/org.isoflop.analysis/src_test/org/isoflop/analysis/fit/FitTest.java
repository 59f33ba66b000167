package org.isoflop.analysis.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.expression.ExpressionException;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.numeric.Percentiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every fit, and what is refused. */
class FitTest {

    private static final Counting COUNTING = new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND);
    private static final FitOptions QUICK = FitOptions.of(RunData.CHINCHILLA).withStarts(Starts.VPNLS);

    private static Runs design(int sizes, int lengths) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < sizes; i++) {
            for (int j = 0; j < lengths; j++) {
                runs.add(Run.of(1e8 * Math.pow(100, i / (sizes - 1.0)), 1e9 * Math.pow(300, j / (lengths - 1.0)), 3));
            }
        }
        return new Runs(runs);
    }

    private static Runs simulated(double noise, long seed) {
        return Simulation.simulate(Laws.BESIROGLU, design(8, 6), noise, seed);
    }

    private static String refusal(Executable question) {
        return assertThrows(DomainException.class, question).message(Locale.ENGLISH);
    }

    /** The number of threads changes nothing, to the last bit. */
    @ParameterizedTest
    @EnumSource(Objective.Kind.class)
    void threadsChangeNothing(Objective.Kind kind) {
        Runs runs = RunData.kept();
        FitOptions options = FitOptions.of(RunData.CHINCHILLA).withObjective(new Objective(kind, 1e-3))
                .withBootstrap(50, 7);
        if (kind == Objective.Kind.L1) {
            options = options.withStarts(Starts.VPNLS);
        }
        ParametricFit one = ParametricFit.fit(runs, options.withThreads(1));
        for (int threads : new int[] {2, 16}) {
            ParametricFit many = ParametricFit.fit(runs, options.withThreads(threads));
            assertArrayEquals(one.constants(), many.constants(), 0);
            assertEquals(one.objective(), many.objective());
            assertEquals(one.agreeing(), many.agreeing());
            for (int i = 0; i < 50; i++) {
                assertArrayEquals(one.bootstrap().draws().get(i), many.bootstrap().draws().get(i), 0);
            }
            for (int i = 0; i < runs.size(); i++) {
                assertArrayEquals(one.influence().get(i).constants(), many.influence().get(i).constants(), 0);
            }
        }
    }

    @Test
    void theSeedDecides() {
        Runs runs = simulated(0.01, 1);
        double[] first = ParametricFit.fit(runs, QUICK.withBootstrap(3, 1)).bootstrap().draws().getFirst();
        assertArrayEquals(first, ParametricFit.fit(runs, QUICK.withBootstrap(2, 1)).bootstrap().draws().getFirst(), 0);
        assertFalse(Arrays.equals(first,
                ParametricFit.fit(runs, QUICK.withBootstrap(3, 2)).bootstrap().draws().getFirst()));
    }

    /** G16: measuring N in units of s parameters multiplies A by s^−α and leaves losses and the objective alone. */
    @Test
    void unitsDoNotMatter() {
        Runs runs = simulated(0.01, 2);
        Runs inMillions = new Runs(runs.list().stream().map(run -> new Run(run.parameters() / 1e6, run.tokens(),
                Double.NaN, run.compute(), run.loss(), null)).toList());
        for (Objective.Kind kind : Objective.Kind.values()) {
            FitOptions options = QUICK.withObjective(new Objective(kind, 1e-3));
            ParametricFit fit = ParametricFit.fit(runs, options);
            ParametricFit scaled = ParametricFit.fit(inMillions, options);
            assertEquals(fit.objective(), scaled.objective(), 1e-9 * fit.objective());
            assertEquals(fit.exponent(), scaled.exponent(), 1e-6);
            assertEquals(fit.constant("A") * Math.pow(1e6, -fit.constant("alpha")), scaled.constant("A"),
                    1e-5 * scaled.constant("A"));
        }
    }

    /** G16: no point near the minimum is lower, for any objective. */
    @ParameterizedTest
    @EnumSource(Objective.Kind.class)
    void nothingNearbyIsLower(Objective.Kind kind) {
        Runs runs = RunData.kept();
        FitOptions options = QUICK.withObjective(new Objective(kind, 1e-3));
        ParametricFit fit = ParametricFit.fit(runs, options);
        for (int j = 0; j < 5; j++) {
            for (double step : new double[] {1e-3, -1e-3, 1e-5, -1e-5, 1e-7, -1e-7}) {
                double[] moved = fit.constants();
                moved[j] *= 1 + step;
                assertTrue(ParametricFit.objective(options, runs, moved) >= fit.objective() * (1 - 1e-13));
            }
        }
    }

    /** Replicates count as often as they stand: doubling every run doubles the sum and moves nothing. */
    @Test
    void replicatesAreKept() {
        Runs runs = simulated(0.01, 3);
        List<Run> twice = new ArrayList<>(runs.list());
        twice.addAll(runs.list());
        ParametricFit one = ParametricFit.fit(runs, QUICK);
        ParametricFit two = ParametricFit.fit(new Runs(twice), QUICK);
        assertEquals(2 * runs.size(), two.runs().size());
        assertEquals(2 * one.objective(), two.objective(), 1e-10 * two.objective());
        assertEquals(one.exponent(), two.exponent(), 1e-8);
        assertEquals(runs.size(), two.runs().identical().length);
    }

    /** G16: deleting any run changes a by a finite, reported amount, which is that of a fit without it. */
    @Test
    void influenceIsLeavingOut() {
        Runs runs = simulated(0.01, 4);
        ParametricFit fit = ParametricFit.fit(runs, QUICK);
        assertEquals(runs.size(), fit.influence().size());
        for (int i : new int[] {0, 17, 47}) {
            ParametricFit without = ParametricFit.fit(runs.without(i), QUICK);
            assertEquals(without.exponent(), fit.influence().get(i).exponent(), 1e-7);
            assertEquals(without.exponent() - fit.exponent(), fit.influence().get(i).exponentChange(), 1e-7);
        }
    }

    /** A law simulated without noise is found again, for each form. */
    @ParameterizedTest
    @ValueSource(strings = {"chinchilla", "kaplan-joint", "power-law-parameters", "power-law-tokens",
        "power-law-compute", "E + A/N^alpha + B/D^beta", "L0 + (k/N)^a", "E + exp(c - g*log(D))"})
    void aSimulatedLawIsFoundAgain(String text) {
        FitForm form = FitForm.of(text);
        Map<String, Double> truth = Map.ofEntries(Map.entry("E", 1.7), Map.entry("A", 400.0), Map.entry("B", 1000.0),
                Map.entry("alpha", text.startsWith("power") ? 0.08 : 0.34), Map.entry("beta", 0.31),
                Map.entry("N_c", 1e13), Map.entry("D_c", 2e13), Map.entry("C_c", 1e27), Map.entry("alpha_N", 0.08),
                Map.entry("alpha_D", 0.1), Map.entry("L0", 1.5), Map.entry("k", 3e7), Map.entry("a", 0.4),
                Map.entry("c", 5.0), Map.entry("g", 0.25));
        double[] k = form.constants().stream().mapToDouble(truth::get).toArray();
        Runs exact = new Runs(design(6, 6).list().stream()
                .map(run -> Run.of(run.parameters(), run.tokens(), ParametricFit.predict(form, k, run))).toList());
        for (Objective objective : List.of(Objective.huber(1e-3), Objective.leastSquares())) {
            ParametricFit fit = ParametricFit.fit(exact, FitOptions.of(form).withObjective(objective));
            for (int i = 0; i < exact.size(); i++) {
                Run run = exact.get(i);
                assertEquals(run.loss(), ParametricFit.predict(form, fit.constants(), run), 1e-6 * run.loss());
            }
            assertTrue(fit.objective() < 1e-12, () -> "objective: " + fit.objective());
        }
    }

    static List<LawForm> forms() {
        return LawForm.all();
    }

    /** Every form of law finds the constants of exact runs again, or says in a sentence why it cannot be fitted. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsFittedOrRefused(LawForm law) {
        if (!law.answers().contains(Answer.LOSS)) {
            assertEquals("The form " + law.id() + " has no loss, so it cannot be fitted to the losses of runs.",
                    refusal(() -> FitForm.of(law.id())));
            return;
        }
        Map<String, Double> truth = switch (law.id()) {
            case "power-law-parameters" -> Map.of("N_c", 8.8e13, "alpha", 0.076);
            case "power-law-tokens" -> Map.of("D_c", 5.4e13, "alpha", 0.095);
            case "power-law-compute" -> Map.of("C_c", 2.7e28, "alpha", 0.05);
            case "kaplan-joint" -> Map.of("N_c", 6.4e13, "alpha_N", 0.076, "D_c", 1.8e13, "alpha_D", 0.103);
            case "broken-power-law" -> Map.of("a", 1.4, "b", 400.0, "c_0", 0.12, "c_1", 0.1, "d_1", 2e20, "f_1", 0.3);
            default -> Map.of("E", 1.8, "A", 480.0, "B", 2000.0, "alpha", 0.35, "beta", 0.37, "R_N", 5.3, "R_D", 15.4);
        };
        FitForm form = FitForm.of(law.id());
        double[] k = form.constants().stream().mapToDouble(truth::get).toArray();
        List<Run> exact = new ArrayList<>();
        for (Run run : design(7, 7).list()) {
            for (double epochs : new double[] {0.5, 4, 30}) {
                Run place = new Run(run.parameters(), run.tokens(), run.tokens() / epochs, run.compute(), 1, null);
                exact.add(new Run(place.parameters(), place.tokens(), place.uniqueTokens(), place.compute(),
                        ParametricFit.predict(form, k, place), null));
            }
        }
        ParametricFit fit = ParametricFit.fit(new Runs(exact), FitOptions.of(form));
        assertTrue(fit.objective() < 1e-15, () -> "objective: " + fit.objective());
        assertTrue(fit.agreeing() >= 1);
        for (int j = 0; j < k.length; j++) {
            assertEquals(k[j], fit.constants()[j], 1e-5 * k[j], form.constants().get(j));
        }
    }

    /** A form that a law writes down itself is fitted by its formula, unless runs do not tell what it depends on. */
    @Test
    void aFormOfALawOfItsOwn() {
        Formula loss = new Formula("L", null, LawUnit.ONE, Expression.parse("E + A/(N*share)^alpha"));
        Formula share = new Formula("share", Sentence.of("variable.loss"), LawUnit.ONE, Expression.parse(
                "1 - exp(-bits/g)"));
        Input bits = new Input("bits", Sentence.of("variable.loss"), LawUnit.ONE, 16, null);
        assertTrue(refusal(() -> FitForm.of(LawForm.of(List.of(share, loss), List.of(bits)))).contains("on bits as"));
        FitForm own = FitForm.of(LawForm.of(List.of(loss), List.of()));
        assertEquals(List.of("E", "A", "share", "alpha"), own.constants());
        assertEquals(own.constants(), own.asLaw().constants());
        assertTrue(refusal(() -> FitForm.of("L + A/N^alpha")).contains("called L"));
    }

    /** A data-constrained law is fitted only where the unique tokens are known. */
    @Test
    void uniqueTokensAreNeeded() {
        FitForm form = FitForm.of(LawForm.of("data-constrained"));
        assertTrue(refusal(() -> ParametricFit.fit(design(6, 6), FitOptions.of(form))).contains("unique tokens"));
    }

    /** The analytic derivatives are those of differences, for both ways to compute an objective. */
    @ParameterizedTest
    @EnumSource(Objective.Kind.class)
    void derivativesAreRight(Objective.Kind kind) {
        Runs runs = simulated(0.02, 5);
        Objective objective = new Objective(kind, 1e-3);
        for (String text : List.of("chinchilla", "E + A/N^alpha + B/D^beta", "kaplan-joint")) {
            FitForm form = FitForm.of(text);
            Problem problem = form.problem(runs, objective);
            problem.threshold(1e-2);
            double[] k = text.equals("kaplan-joint")
                    ? new double[] {6e13, 0.08, 2e13, 0.1}
                    : text.equals("chinchilla")
                            ? new double[] {1.8, 450, 2000, 0.345, 0.366}
                            : new double[] {1.8, 450, 0.345, 2000, 0.366};
            double[] theta = problem.theta(k);
            int n = theta.length;
            double[] gradient = new double[n];
            double[] hessian = new double[n * n];
            problem.value(theta);
            problem.derivatives(gradient, hessian, true);
            double[] up = new double[n];
            double[] down = new double[n];
            double[] ignored = new double[n * n];
            for (int j = 0; j < n; j++) {
                double step = 1e-6 * Math.max(1e-2, Math.abs(theta[j]));
                double[] moved = theta.clone();
                moved[j] = theta[j] + step;
                double above = problem.value(moved);
                problem.derivatives(up, ignored, false);
                moved[j] = theta[j] - step;
                double below = problem.value(moved);
                problem.derivatives(down, ignored, false);
                double scale = Math.abs(gradient[j]) + 1e-3;
                assertEquals((above - below) / (2 * step), gradient[j], 1e-3 * scale, text + " " + j);
                double curve = (up[j] - down[j]) / (2 * step);
                assertEquals(curve, hessian[j * n + j], 0.05 * Math.abs(curve) + 1e-3, text + " " + j);
            }
        }
    }

    @Test
    void whatTheRunsCannotGiveIsRefused() {
        Runs all = simulated(0.01, 6);
        assertTrue(refusal(() -> new Runs(List.of())).contains("no runs"));
        assertTrue(refusal(() -> ParametricFit.fit(all.select(0, 10, 20, 30), QUICK)).contains("4 distinct pairs"));
        assertTrue(refusal(() -> ParametricFit.fit(all.select(0, 0, 0, 0, 0, 0, 0), QUICK)).contains("1 distinct"));
        assertTrue(refusal(() -> ParametricFit.fit(all.select(0, 1, 2, 3, 4, 5), QUICK)).contains("Parameters (N)"));
        assertTrue(refusal(() -> ParametricFit.fit(all.select(0, 6, 12, 18, 24, 30), QUICK)).contains("(D)"));
        Runs flat = new Runs(all.list().stream().map(run -> Run.of(run.parameters(), run.tokens(), 2)).toList());
        assertTrue(refusal(() -> ParametricFit.fit(flat, QUICK)).contains("Loss"));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(DomainException.class, () -> Run.of(1e9, 1e10, bad));
            assertThrows(DomainException.class, () -> Run.of(bad, 1e10, 2));
            assertThrows(DomainException.class, () -> Run.of(1e9, bad, 2));
            assertThrows(DomainException.class, () -> Objective.huber(bad));
        }
        assertThrows(DomainException.class, () -> QUICK.withBootstrap(1, 0));
        assertThrows(DomainException.class, () -> all.highestLosses(all.size()));
        assertThrows(DomainException.class, () -> FitForm.of(LawForm.of("allocation")));
        assertThrows(DomainException.class, () -> FitForm.of("chinchila"));
        assertThrows(DomainException.class, () -> FitForm.of("N + D"));
        assertThrows(ExpressionException.class, () -> FitForm.of("E + A/"));
        assertThrows(DomainException.class, () -> ParametricFit.fit(all,
                FitOptions.of(FitForm.of("kaplan-joint")).withStarts(Starts.VPNLS)));
    }

    /** One budget, or one ratio of tokens to parameters: the effects of N and D cannot be told apart. */
    @ParameterizedTest
    @ValueSource(strings = {"chinchilla", "kaplan-joint"})
    void parametersAndTokensThatChangeTogetherAreRefused(String form) {
        for (double slope : new double[] {-1, 1, 0.5}) {
            Runs line = new Runs(IntStream.range(0, 30).mapToObj(i -> Run.of(1e8 * Math.pow(1.2, i),
                    1e11 * Math.pow(1.2, slope * i) * (1 + 1e-3 * Math.sin(i)), 3 - 0.03 * i)).toList());
            assertTrue(refusal(() -> ParametricFit.fit(line, FitOptions.of(FitForm.of(form))))
                    .contains("change only together"));
        }
    }

    /** Constants that do the same thing, or nothing, are refused and not made up. */
    @ParameterizedTest
    @ValueSource(strings = {"E + F + A/N^a", "E + A*B/N^a", "E + A/N^(a+b)", "E + A/N^a + 0*Z"})
    void constantsThatNothingDeterminesAreRefused(String formula) {
        Runs runs = simulated(0.01, 14);
        for (Objective.Kind kind : Objective.Kind.values()) {
            FitOptions options = FitOptions.of(FitForm.of(formula)).withObjective(new Objective(kind, 1e-3));
            assertTrue(refusal(() -> ParametricFit.fit(runs, options)).contains("do not determine"), formula);
        }
    }

    /** Losses that rise with N cannot come from the form; that is said instead of giving constants. */
    @Test
    void aFormThatDoesNotDescribeTheRunsIsRefused() {
        Runs rising = new Runs(design(6, 6).list().stream().map(run -> Run.of(run.parameters(), run.tokens(),
                2 + Math.pow(run.parameters(), 0.05))).toList());
        assertThrows(DomainException.class, () -> ParametricFit.fit(rising, QUICK));
    }

    /** Hoffmann et al. 2022, Table 2, approach 2: a from 0.462 to 0.534 in 80 % of the resamples. */
    @Test
    void isoFlopResamplesSpreadAroundTheLines() {
        Runs runs = RunData.isoFlops();
        IsoFlopFit fit = IsoFlopFit.fit(runs, 1e-9, 600, 3, FitProgress.NONE);
        Bootstrap bootstrap = fit.bootstrap();
        assertEquals(600, bootstrap.resamples());
        assertTrue(bootstrap.failed() < 200, () -> "failed: " + bootstrap.failed());
        Interval a = bootstrap.interval(k -> k[1], 0.8);
        assertTrue(a.low() < fit.parameters().exponent() && fit.parameters().exponent() < a.high());
        assertTrue(a.low() > 0.45 && a.high() < 0.54, a::toString);
        for (double[] draw : bootstrap.draws()) {
            assertEquals(1, draw[1] + draw[3], 1e-3);
        }
        assertArrayEquals(bootstrap.draws().getFirst(),
                IsoFlopFit.fit(runs, 1e-9, 2, 3, FitProgress.NONE).bootstrap().draws().getFirst(), 0);
        assertNull(IsoFlopFit.fit(runs, 1e-9).bootstrap());
        assertThrows(DomainException.class, () -> IsoFlopFit.fit(runs, 1e-9, 1, 3, FitProgress.NONE));
    }

    @Test
    void isoFlopRefusals() {
        Runs exact = RunData.exact(new double[] {1.69, 406.4, 410.7, 0.34, 0.28}, 4);
        Runs oneBudget = exact.select(0, 1, 2, 3, 4, 5, 6);
        assertTrue(refusal(() -> IsoFlopFit.fit(oneBudget, 1e-9)).contains("two budgets"));
        assertTrue(refusal(() -> IsoFlopFit.fit(exact.select(0, 1, 15, 16), 1e-9)).contains("a parabola needs 3"));
        Runs upside = new Runs(exact.list().stream().map(run -> new Run(run.parameters(), run.tokens(), Double.NaN,
                run.compute(), 10 - run.loss(), null)).toList());
        assertTrue(refusal(() -> IsoFlopFit.fit(upside, 1e-9)).contains("downwards"));
        Runs jittered = new Runs(exact.list().stream().map(run -> new Run(run.parameters(), run.tokens(), Double.NaN,
                run.compute() * (1 + 1e-3 * Math.sin(run.parameters())), run.loss(), null)).toList());
        assertThrows(DomainException.class, () -> IsoFlopFit.fit(jittered, 1e-9));
        assertEquals(5, IsoFlopFit.fit(jittered, 0.01).vertices().size());
    }

    /** The envelope of exact training curves lies near the true allocation. */
    @Test
    void envelopeOfTrainingCurves() {
        List<Run> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double n = 3e7 * Math.pow(300, i / 39.0);
            for (int j = 0; j < 60; j++) {
                double d = 3e8 * Math.pow(3000, j / 59.0);
                points.add(Run.of(n, d, Laws.BESIROGLU.loss(n, d)));
            }
        }
        EnvelopeFit fit = EnvelopeFit.fit(new Runs(points), 200, 3, FitProgress.NONE);
        assertEquals(EnvelopeFit.fit(new Runs(points)).parameters(), fit.parameters());
        assertEquals(40, fit.curves());
        assertEquals(0.5126, fit.parameters().exponent(), 0.02);
        assertEquals(1, fit.parameters().exponent() + fit.tokens().exponent(), 1e-6);
        Interval spread = fit.bootstrap().interval(k -> k[1], 0.95);
        assertTrue(spread.low() < fit.parameters().exponent() && fit.parameters().exponent() < spread.high());
        assertTrue(spread.low() > 0.49 && spread.high() < 0.54, spread::toString);
        for (double[] draw : fit.bootstrap().draws()) {
            assertEquals(1, draw[1] + draw[3], 1e-6);
        }
        assertArrayEquals(fit.bootstrap().draws().getFirst(),
                EnvelopeFit.fit(new Runs(points), 2, 3, FitProgress.NONE).bootstrap().draws().getFirst(), 0);
        assertThrows(DomainException.class, () -> EnvelopeFit.fit(new Runs(points), 1, 3, FitProgress.NONE));
        assertTrue(refusal(() -> EnvelopeFit.fit(RunData.digitised().select(0, 1, 2))).contains("training curves"));
    }

    /** Approach 1 and 2 and the law itself agree on what follows from C = 6·N·D: a + b = 1. */
    @Test
    void exponentsAddUp() {
        IsoFlopFit fit = IsoFlopFit.fit(RunData.isoFlops(), 1e-9);
        assertEquals(1, fit.parameters().exponent() + fit.tokens().exponent(), 1e-6);
    }

    @Test
    void holdOutPredictsTheLargest() {
        Runs runs = simulated(0, 8);
        HoldOut holdOut = ParametricFit.fit(runs, QUICK).holdOut(5);
        assertEquals(5, holdOut.points().size());
        assertEquals(0, holdOut.rootMeanSquare(), 1e-7);
        double largest = runs.ranges().get(Variable.COMPUTE).high();
        assertEquals(largest, runs.get(holdOut.points().getFirst().run()).compute());
        assertThrows(DomainException.class, () -> ParametricFit.fit(runs, QUICK).holdOut(46));
    }

    @Test
    void outliersAreNamedAndStay() {
        List<Run> runs = new ArrayList<>(simulated(0.003, 9).list());
        Run spoilt = runs.get(20);
        runs.set(20, Run.of(spoilt.parameters(), spoilt.tokens(), spoilt.loss() * 1.2));
        ParametricFit fit = ParametricFit.fit(new Runs(runs), QUICK);
        assertEquals(20, fit.outliers()[0]);
        assertEquals(48, fit.runs().size());
    }

    /** The next run: where a run cuts the variance, refits with simulated runs there have a smaller spread. */
    @Test
    void theNextRunCutsTheVariance() {
        ParametricFit fit = ParametricFit.fit(simulated(0.005, 10), QUICK.withBootstrap(400, 1));
        List<NextRun> runs = NextRun.candidates(fit, 1e24, 1e19, 1e21);
        for (int i = 0; i < runs.size(); i++) {
            NextRun run = runs.get(i);
            assertTrue(run.reduction() >= 0 && run.reduction() < 1);
            assertTrue(run.compute() >= 1e19 && run.compute() <= 1e21);
            assertTrue(i == 0 || run.reductionPerFlop() <= runs.get(i - 1).reductionPerFlop());
        }
        NextRun best = runs.stream().max(Comparator.comparingDouble(NextRun::reduction)).orElseThrow();
        double before = fit.bootstrap().standardError(k -> lnOptimum(k, 1e24));
        assertEquals(before * before, best.variance(), 0.25 * best.variance());
        List<Run> more = new ArrayList<>(fit.runs().list());
        Law truth = fit.law("fit", COUNTING, "x");
        Runs same = new Runs(Collections.nCopies(12, Run.of(best.parameters(), best.tokens(), 2)));
        more.addAll(Simulation.simulate(truth, same, 0.005, 3).list());
        ParametricFit then = ParametricFit.fit(new Runs(more), QUICK.withBootstrap(400, 1));
        assertTrue(then.bootstrap().standardError(k -> lnOptimum(k, 1e24)) < before);
        assertThrows(DomainException.class, () -> NextRun.candidates(fit, 1e24, 1e3, 1e4));
    }

    private static double lnOptimum(double[] k, double compute) {
        return Laws.BESIROGLU.withConstants(k).optimum(compute).parameters() > 0
                ? Math.log(Laws.BESIROGLU.withConstants(k).optimum(compute).parameters())
                : Double.NaN;
    }

    @Test
    void simulationIsSeeded() {
        assertEquals(simulated(0.01, 1).list(), simulated(0.01, 1).list());
        assertFalse(simulated(0.01, 1).list().equals(simulated(0.01, 2).list()));
        Runs many = Simulation.simulate(Laws.BESIROGLU,
                new Runs(Collections.nCopies(4000, Run.of(1e9, 2e10, 2))), 0.02, 5);
        double truth = Laws.BESIROGLU.loss(1e9, 2e10);
        double squares = Arrays.stream(many.values(run -> Math.log(run.loss() / truth))).map(r -> r * r).average()
                .orElseThrow();
        assertEquals(0.02, Math.sqrt(squares), 0.001);
        assertThrows(DomainException.class, () -> simulated(-1, 0));
    }

    /** A recipe that needs half the compute at every loss has the multiplier 2. */
    @Test
    void computeMultiplier() {
        double[] k = Laws.BESIROGLU.constantValues();
        Law better = Laws.BESIROGLU.withConstants(new double[] {k[0], k[1], k[2] * Math.pow(2, -k[4]), k[3], k[4]});
        ComputeMultiplier multiplier = ComputeMultiplier.between(Laws.BESIROGLU, better, 1e22, 0.95);
        assertEquals(2, multiplier.factor(), 1e-9);
        assertTrue(multiplier.interval().isEmpty());
        Law fitted = ParametricFit.fit(simulated(0.005, 11), QUICK.withBootstrap(200, 1)).law("fit", COUNTING, "x");
        ComputeMultiplier same = ComputeMultiplier.between(fitted, fitted, 1e22, 0.95);
        assertEquals(1, same.factor(), 1e-9);
        assertTrue(same.interval().orElseThrow().low() < 1 && same.interval().orElseThrow().high() > 1);
    }

    /** The band is the percentiles of the draws' own optima. */
    @Test
    void theBandIsThatOfTheDraws() {
        ParametricFit fit = ParametricFit.fit(simulated(0.01, 12), QUICK.withBootstrap(300, 1));
        double[] budgets = {1e18, 3e20, 1e24, 1e30};
        Band band = Band.ofOptimum(fit.bootstrap(), budgets, 0.025, 0.5, 0.975);
        for (int b = 0; b < budgets.length; b++) {
            double compute = budgets[b];
            double[] losses = fit.bootstrap()
                    .values(k -> Laws.BESIROGLU.withConstants(k).optimum(compute).loss());
            Arrays.sort(losses);
            assertEquals(Percentiles.ofSorted(losses, 0.5), band.losses()[1][b], 1e-11);
            assertEquals(Percentiles.ofSorted(losses, 0.975), band.losses()[2][b], 1e-11);
        }
    }

    @Test
    void aFitCanBeCancelled() {
        FitProgress cancelled = new FitProgress() {
            @Override
            public void worked(double share) {
                assertTrue(share > 0);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> ParametricFit.fit(RunData.kept(), QUICK, cancelled));
    }

    @Test
    void progressAddsUp() {
        double[] sum = new double[1];
        FitProgress progress = new FitProgress() {
            @Override
            public synchronized void worked(double share) {
                sum[0] += share;
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        ParametricFit.fit(RunData.kept(), QUICK.withBootstrap(100, 1), progress);
        assertEquals(1, sum[0], 1e-9);
    }

    @Test
    void aFitOfAFormulaIsALawThatWritesItDown() {
        ParametricFit fit = ParametricFit.fit(simulated(0.01, 13), FitOptions.of(FitForm.of("E + A/N^a")));
        Law law = fit.law("x", COUNTING, "x");
        assertEquals(LawForm.OWN, law.form().id());
        assertEquals(fit.predict(1e9, 2e10), law.loss(1e9, 2e10), 1e-12);
        assertNull(fit.bootstrap());
        assertTrue(Double.isNaN(fit.exponent()));
    }
}
