package org.isoflop.analysis.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that a law writes down itself. Where a closed form exists, the numeric answers are the same. */
class FormulaLawTest {

    private static final Counting TOTAL = new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND);
    private static final String SUM = "E + A/N^alpha + B/D^beta";

    private static Formula line(String symbol, String expression) {
        return new Formula(symbol, Localised.verbatim(symbol), LawUnit.ONE, Expression.parse(expression));
    }

    private static Input input(String symbol, double value) {
        return new Input(symbol, Localised.verbatim(symbol), LawUnit.ONE, value, new Range(1, 10));
    }

    private static Law law(List<Formula> lines, List<Input> inputs, Map<String, Double> constants) {
        return new Law("own", LawForm.of(lines, inputs), constants, TOTAL, Map.of(), "none");
    }

    private static Law own(Law known) {
        return new Law("own", LawForm.of(List.of(line("L", known.form().formula())), List.of()), known.constants(),
                TOTAL, Map.of(), "none");
    }

    private static double log(SplittableRandom random, double low, double high) {
        return Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    }

    private static void close(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.abs(expected));
    }

    private static Law random(SplittableRandom random, int kind) {
        if (kind == 0) {
            return Laws.chinchilla("known", random.nextDouble(0, 3), log(random, 10, 5000), log(random, 10, 50000),
                    random.nextDouble(0.1, 0.8), random.nextDouble(0.1, 0.8));
        }
        return new Law("known", LawForm.of("kaplan-joint"),
                Map.of("N_c", log(random, 1e12, 1e15), "alpha_N", random.nextDouble(0.03, 0.2), "D_c",
                        log(random, 1e12, 1e15), "alpha_D", random.nextDouble(0.03, 0.2)),
                TOTAL, Map.of(), "none");
    }

    /** 1,000 random laws: loss, optimum, optimum for a loss with and without serving, iso-loss, gain, price. */
    @Test
    void aKnownFormWrittenDownAnswersTheSame() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            Law known = random(random, i % 2);
            Law own = own(known);
            assertInstanceOf(FormulaSurface.class, own.form());
            double c = log(random, 1e15, 1e28);
            Optimum best = known.optimum(c);
            Optimum found = own.optimum(c);
            close(best.parameters(), found.parameters(), 1e-11);
            close(best.tokens(), found.tokens(), 1e-11);
            close(best.loss(), found.loss(), 1e-13);
            close(known.loss(1e9, 2e10), own.loss(1e9, 2e10), 1e-13);
            double served = i % 3 == 0 ? 0 : log(random, 1e9, 1e15);
            Optimum cheapest = known.optimumForLoss(best.loss(), Double.NaN, served);
            Optimum cheap = own.optimumForLoss(best.loss(), Double.NaN, served);
            // A loss close to its floor fixes N only to the digits that are left of the difference.
            double digits = 1e-12 * best.loss() / (best.loss() - known.floor(Double.NaN));
            close(cheapest.parameters(), cheap.parameters(), 1e-9 + 100 * digits);
            close(known.tokensFor(2 * best.parameters(), best.loss()),
                    own.tokensFor(2 * best.parameters(), best.loss()), 1e-9 + 100 * digits);
            close(known.gainPerFold(c, Double.NaN), own.gainPerFold(c, Double.NaN), 1e-10);
        }
    }

    /** Repetition in formulas: the data-constrained form, with a limit on unique tokens. */
    @Test
    void repetitionCanBeWrittenDown() {
        SplittableRandom random = new SplittableRandom(2);
        Law known = Laws.MUENNIGHOFF;
        List<Formula> lines = new ArrayList<>();
        known.form().steps().forEach(step -> lines.add(line(step.symbol(), step.formula())));
        Law own = law(lines, List.of(), known.constants());
        assertTrue(own.knowsRepetition());
        for (int i = 0; i < 300; i++) {
            double u = log(random, 1e8, 1e12);
            double n = log(random, 1e7, 1e12);
            double d = log(random, 1e8, 1e14);
            close(known.loss(n, d, u), own.loss(n, d, u), 1e-12);
            close(known.loss(n, d), own.loss(n, d), 1e-12);
            double c = log(random, 1e18, 1e24);
            Optimum best = known.optimum(c, u);
            // Where tokens without end are the best use, the minimum is flat: losses agree, sizes less so.
            assertEquals(best.loss(), own.optimum(c, u).loss(), 1e-9);
        }
    }

    /** Many losses at once are to 1e-13 those one by one, for every form that has a loss of models, at any size. */
    @Test
    void manyLossesAreThoseOneByOne() {
        SplittableRandom random = new SplittableRandom(5);
        Law constrained = Laws.MUENNIGHOFF;
        List<Formula> lines = new ArrayList<>();
        constrained.form().steps().forEach(step -> lines.add(line(step.symbol(), step.formula())));
        List<Law> laws = List.of(own(Laws.ROUNDED), constrained, law(lines, List.of(), constrained.constants()),
                Laws.KAPLAN_JOINT, Laws.KAPLAN_N, Laws.KAPLAN_D,
                law(List.of(line("s", "1 - exp(-x/2)"), line("L", SUM + " + log(N)/s + sqrt(D)*1e-9")),
                        List.of(input("x", 3)), Laws.ROUNDED.constants()));
        for (Law law : laws) {
            for (int count : new int[] {1, 1023, 3000}) {
                double reach = count == 3000 ? 1e60 : 1e12;
                double[] n = new double[count];
                double[] d = new double[count];
                double[] u = law.knowsRepetition() ? new double[count] : null;
                for (int i = 0; i < count; i++) {
                    n[i] = log(random, 1e6, reach);
                    d[i] = log(random, 1e6, reach);
                    if (u != null) {
                        u[i] = i % 5 == 0 ? Double.NaN : log(random, 1e8, 1e12);
                    }
                }
                double[] losses = new double[count];
                law.loss(n, d, u, losses, 2);
                for (int i = 0; i < count; i++) {
                    close(law.loss(n[i], d[i], u == null ? Double.NaN : u[i]), losses[i], 1e-13);
                }
                n[count / 2] = -1;
                d[count / 2] = -1;
                assertThrows(DomainException.class, () -> law.loss(n, d, u, losses));
            }
        }
    }

    @Test
    void aLossOfComputeIsOneOfCompute() {
        Law law = law(List.of(line("L", "E + (C_c / C)^alpha")), List.of(), Map.of("E", 1.5, "C_c", 1e22, "alpha",
                0.05));
        assertTrue(law.answersLossOfCompute());
        assertFalse(law.answersLossOfModels());
        assertEquals(2.5, law.lossAtOptimum(1e22), 1e-12);
        close(1e23, law.computeForLoss(law.lossAtOptimum(1e23), Double.NaN), 1e-9);
        assertEquals(-0.05 * 1 / 2.5, DiminishingReturns.elasticity(law, 1e22, Double.NaN), 1e-12);
        close(Math.pow(0.5, -1 / 0.05), DiminishingReturns.computeFactorReducible(law, 1e21, 0.5, Double.NaN), 1e-6);
        UnanswerableException refusal =
                assertThrows(UnanswerableException.class, () -> law.computeForLoss(1.4, Double.NaN));
        assertTrue(refusal.getMessage().contains("1.5"), refusal.getMessage());
    }

    @Test
    void anAllocationCanBeWrittenDown() {
        Law law = law(List.of(line("N", "0.1*C^0.5"), line("D", "C / (6*N)"), line("eta", "3*C^-0.2")), List.of(),
                Map.of());
        Optimum optimum = law.optimum(6e20);
        close(6e20, 6 * optimum.parameters() * optimum.tokens(), 1e-12);
        assertTrue(Double.isNaN(optimum.loss()));
        Map<String, Double> results = new HashMap<>();
        law.results(Point.ofCompute(6e20)).forEach((formula, value) -> results.put(formula.symbol(), value));
        close(optimum.parameters(), results.get("N"), 1e-15);
        close(3 * Math.pow(6e20, -0.2), results.get("eta"), 1e-15);
        UnanswerableException refusal = assertThrows(UnanswerableException.class, () -> law.loss(1e9, 1e10));
        assertTrue(refusal.getMessage().endsWith("it gives parameters, training tokens, eta, from training compute."),
                refusal.getMessage());
    }

    /** With C = 8·N·D·k in place of 6·N·D the optimum of C is that of the closed form for 6·C/(8k). */
    @Test
    void computeCanBeCountedOtherwise() {
        Law law = law(List.of(line("L", SUM), line("C", "8*N*D*k")), List.of(input("k", 2)), Laws.ROUNDED.constants());
        Optimum own = law.optimum(1e22);
        Optimum best = Laws.ROUNDED.optimum(1e22 * 6 / 16);
        close(best.parameters(), own.parameters(), 1e-10);
        close(best.tokens(), own.tokens(), 1e-10);
        assertEquals(1e22, law.computeOf(own.parameters(), own.tokens()), 1e11);
        close(own.tokens(), law.tokensOf(own.parameters(), 1e22), 1e-10);
        close(1e22, law.optimumForLoss(own.loss()).compute(), 1e-8);
        close(law.withInputs(Map.of("k", 4.0)).optimum(2e22).parameters(), own.parameters(), 1e-10);
    }

    @Test
    void inputsAreAskedForKeptAndJudged() {
        Law open = law(List.of(line("L", SUM + " + x/10")), List.of(input("x", Double.NaN)), Laws.ROUNDED.constants());
        UnanswerableException refusal = assertThrows(UnanswerableException.class, () -> open.loss(1e9, 1e10));
        assertTrue(refusal.getMessage().contains("needs a value for x"), refusal.getMessage());
        assertThrows(UnanswerableException.class, () -> open.optimum(1e20));
        assertThrows(UnanswerableException.class, () -> open.optimumForLoss(2.5));
        assertFalse(open.answersLossOfModels());
        Law closed = open.withInputs(Map.of("x", 100.0));
        assertTrue(closed.answersLossOfModels());
        close(Laws.ROUNDED.loss(1e9, 1e10) + 10, closed.loss(1e9, 1e10), 1e-14);
        close(closed.loss(1e9, 1e10), closed.withConstants(closed.constantValues()).loss(1e9, 1e10), 1e-15);
        Extrapolation outside = closed.extrapolates(1e9, 1e10).getFirst();
        assertEquals("x", outside.variable().key());
        assertEquals(1, outside.decades(), 1e-12);
        assertTrue(open.withInputs(Map.of("x", 5.0)).extrapolates(1e9, 1e10).isEmpty());
        assertTrue(assertThrows(DomainException.class, () -> open.withInputs(Map.of("y", 1.0))).getMessage()
                .contains("its inputs are x"));
        assertThrows(DomainException.class, () -> open.withInputs(Map.of("x", Double.NaN)));
        assertThrows(DomainException.class, () -> Laws.ROUNDED.withInputs(Map.of("x", 1.0)));
    }

    @Test
    void whatHasNoFiniteAnswerIsRefusedAndNeverNaN() {
        Law law = law(List.of(line("L", "log(1 - N/1e9) + 5 + 1/D")), List.of(), Map.of());
        for (double n : new double[] {1e9, 2e9}) {
            assertThrows(UnanswerableException.class, () -> law.loss(n, 1e10));
            assertThrows(UnanswerableException.class, () -> law.results(Point.of(n, 1e10)));
        }
        Law rising = law(List.of(line("L", "1 + N/1e9 + D/1e9")), List.of(), Map.of());
        assertTrue(rising.optimum(6e18).loss() > 0);
        Law flat = law(List.of(line("L", "2 + 0*N*D")), List.of(), Map.of());
        UnanswerableException refusal = assertThrows(UnanswerableException.class, () -> flat.optimum(1e20));
        assertTrue(refusal.getMessage().contains("no number of parameters is best"), refusal.getMessage());
        assertThrows(UnanswerableException.class, () -> flat.optimumForLoss(1.9));
        assertThrows(UnanswerableException.class, () -> flat.tokensFor(1e9, 1.9));
        Law falling = law(List.of(line("L", SUM)), List.of(), Laws.ROUNDED.constants());
        assertThrows(UnanswerableException.class, () -> falling.optimumForLoss(1.6));
        assertThrows(UnanswerableException.class,
                () -> falling.tokensFor(1e9, Laws.ROUNDED.loss(1e9, 1e38) - 1e-3));
    }

    /** For any L in N and D: L at the optimum is no higher than at any other split of the budget. */
    @Test
    void noOtherSplitIsBetter() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            Law law = law(List.of(line("L", "E + (A/N^alpha + B/D^beta)^gamma")), List.of(),
                    Map.of("E", random.nextDouble(0, 2), "A", log(random, 10, 5000), "B", log(random, 10, 50000),
                            "alpha", random.nextDouble(0.1, 0.8), "beta", random.nextDouble(0.1, 0.8), "gamma",
                            random.nextDouble(0.2, 2)));
            double c = log(random, 1e15, 1e28);
            Optimum best = law.optimum(c);
            double k = log(random, 1e-4, 1e4);
            assertTrue(best.loss() <= law.loss(k * best.parameters(), best.tokens() / k) * (1 + 1e-15));
            close(c / 6, best.parameters() * best.tokens(), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"L | E + x | a later formula gives, or itself | x | 1 + N",
        "L | L + N | a later formula gives, or itself | r | N", "U | 1 + N | cannot give U | r | N",
        "L | 1 + N | cannot give L | L | N", "1L | N | is not a name | r | N", "L | N | is not a name | '' | D"})
    void illFormedLinesAreRefusedInWords(String symbol, String expression, String words, String other,
            String otherExpression) {
        List<Formula> lines = List.of(line(symbol, expression), line(other, otherExpression));
        DomainException refusal = assertThrows(DomainException.class, () -> LawForm.of(lines, List.of()));
        assertTrue(refusal.message(Locale.ENGLISH).contains(words), refusal.message(Locale.ENGLISH));
        assertFalse(refusal.message(Locale.FRENCH).contains(words));
    }

    @Test
    void illFormedInputsAreRefusedInWords() {
        List<Formula> lines = List.of(line("L", "x + N"));
        for (String symbol : List.of("N", "C", "2x", "", "a b")) {
            assertThrows(DomainException.class, () -> LawForm.of(lines, List.of(input(symbol, 1))));
        }
        assertThrows(DomainException.class, () -> LawForm.of(lines, List.of(input("x", 1), input("x", 2))));
        assertTrue(assertThrows(DomainException.class, () -> LawForm.of(lines, List.of(input("y", 1)))).getMessage()
                .contains("stands in no formula"));
        assertThrows(DomainException.class, () -> LawForm.of(List.of(), List.of()));
        assertThrows(DomainException.class, () -> LawForm.of(List.of(line("x", "1 + N")), List.of(input("x", 1))));
    }

    /** 32 lines, each twice the one before, are computed at once, and their formula as one text is refused. */
    @Test
    void linesThatMultiplyExhaustNothing() {
        List<Formula> lines = new ArrayList<>(List.of(line("x0", "N + D")));
        for (int i = 1; i < 31; i++) {
            lines.add(line("x" + i, "x" + (i - 1) + " + x" + (i - 1)));
        }
        lines.add(line("L", "1e20/x30"));
        Law law = law(lines, List.of(), Map.of());
        assertEquals(1e20 / (Math.pow(2, 30) * 3e9), law.loss(1e9, 2e9), 1);
        assertThrows(LocalisedException.class, () -> law.form().formula());
        lines.add(line("y", "1"));
        assertThrows(DomainException.class, () -> LawForm.of(lines, List.of()));
    }

    /** G11: a broken neural scaling law with one break (Caballero et al. 2022, arXiv:2210.14891). */
    @ParameterizedTest
    @CsvSource({"1, 3.500000", "1e2, 2.392871", "1e3, 1.922456", "1e4, 0.975468", "1e6, 0.547547"})
    void brokenPowerLaw(double x, double loss) {
        Law law = new Law("bnsl", LawForm.of("broken-power-law"),
                Map.of("a", 0.5, "b", 3.0, "c_0", 0.1, "c_1", 0.4, "d_1", 1e3, "f_1", 0.2), TOTAL, Map.of(), "none");
        assertEquals(loss, law.lossAtOptimum(x), 1e-6);
    }

    /** G11: the sigmoid of ScaleRL (arXiv:2510.13786), which is a score and no loss. */
    @ParameterizedTest
    @CsvSource({"1e3, 0.0671659", "1e4, 0.33", "1e5, 0.5928341"})
    void sigmoid(double compute, double score) {
        Law law = new Law("scale-rl", LawForm.of("sigmoid"), Map.of("R_0", 0.05, "A", 0.61, "C_mid", 1e4, "B", 1.5),
                TOTAL, Map.of(), "none");
        assertEquals(score, law.results(Point.ofCompute(compute)).values().iterator().next(), 1e-6);
        assertThrows(UnanswerableException.class, () -> law.lossAtOptimum(1e20));
    }
}
