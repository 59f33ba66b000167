package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.junit.jupiter.api.Test;

/** Parameters and tokens are chosen for the loss that is reported: with what tokens are worth, and with gains. */
class SyntheticOptimumTest {

    private static final double BUDGET = 1e22;
    private static final Map<String, Double> CONSTANTS = Map.of("n", 1.69, "P", 406.4, "s", 0.34, "h", 410.7, "T",
            0.28);
    private static final Law WRITTEN = law(List.of(line("L", "n + P/N^s + h/D^T")));
    private static final Law COUNTED = law(List.of(line("L", "n + P/N^s + h/D^T"), line("C", "8*N^1.05*D")));

    private static Formula line(String symbol, String expression) {
        return new Formula(symbol, Localised.verbatim(symbol), LawUnit.ONE, Expression.parse(expression));
    }

    private static Law law(List<Formula> lines) {
        return new Law("written", LawForm.of(lines, List.of()), CONSTANTS,
                new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");
    }

    private static StrategyOutcome evaluate(Law law, DataInputs data, Double gain, Double parameters, Double compute,
            Double tokens) {
        TrainingInputs training = new TrainingInputs(Case.input("d", tokens), data, DeviceInputs.UNKNOWN, null, null,
                null);
        return Case.of(law).then(new PretrainInputs(training, null, Case.input("n", parameters),
                Case.input("c", compute), null, Aim.TRAINING, Case.input("g", gain), null, null, Map.of())).evaluate();
    }

    /** Half of the tokens are synthetic and worth 0.4: a token is worth 0.7. */
    private static DataInputs data(Double unique) {
        return new DataInputs("mix", Case.input("unique", unique), null, Case.input("share", 0.5),
                Case.input("worth", 0.4), null);
    }

    /** N* = G·(0.7·C/6)^a with a = 0.28/0.62 and G = (0.34·406.4/(0.28·410.7))^(1/0.62), and D = C/(6·N*). */
    @Test
    void byHand() {
        double n = Math.pow(0.34 * 406.4 / (0.28 * 410.7), 1 / 0.62) * Math.pow(0.7 * BUDGET / 6, 0.28 / 0.62);
        StrategyOutcome result = evaluate(Laws.ROUNDED, data(null), null, null, BUDGET, null);
        assertEquals(n, result.graph().value("parameters"), 1e-9 * n);
        assertEquals(BUDGET / 6 / n, result.graph().value("tokens"), 1e-9 * BUDGET / n);
        assertEquals(Laws.ROUNDED.loss(n, 0.7 * BUDGET / 6 / n), result.graph().value("loss"), 1e-12);
        assertTrue(n < 0.86 * Laws.ROUNDED.optimum(BUDGET).parameters(), "poorer tokens are read more of");
    }

    /** No other N on the same compute has a lower reported loss: over forms, unique tokens and gains. */
    @Test
    void noOtherSizeIsBetter() {
        for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF, Laws.KAPLAN_JOINT, WRITTEN, COUNTED)) {
            for (Double unique : law.knowsRepetition() ? List.of(5e9, 2e10, 1e12) : List.of(1e15)) {
                for (Double gain : new Double[] {null, 3.0}) {
                    for (DataInputs data : List.of(data(unique),
                            new DataInputs("plain", Case.input("unique", unique), null, null, null, null))) {
                        best(law, data, gain);
                    }
                }
            }
        }
    }

    private static void best(Law law, DataInputs data, Double gain) {
        StrategyOutcome chosen = evaluate(law, data, gain, null, BUDGET, null);
        double n = chosen.graph().value("parameters");
        double d = chosen.graph().value("tokens");
        double loss = chosen.graph().value("loss");
        for (double times = 0.25; times < 4; times *= 1.05) {
            // 8·N^1.05·D counts compute otherwise than 6·N·D.
            double other = law == COUNTED ? d / Math.pow(times, 1.05) : d / times;
            double there = evaluate(law, data, gain, n * times, null, other).graph().value("loss");
            assertTrue(there >= loss - 1e-12, law.id() + " " + data + " gain " + gain + " at " + times + " times: "
                    + there + " < " + loss);
        }
    }
}
