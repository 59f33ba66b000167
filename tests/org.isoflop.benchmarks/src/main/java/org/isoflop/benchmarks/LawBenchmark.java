package org.isoflop.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.ParameterCount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loss of a million models, and the optimum of one budget. Nothing may be allocated for a loss (-prof gc). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LawBenchmark {

    private static final int POINTS = 1_000_000;
    private static final Map<String, Double> CONSTANTS = Map.of("E", 1.87, "A", 521.0, "B", 1488.0, "alpha", 0.353,
            "beta", 0.353, "R_N", 5.31, "R_D", 15.4);

    /** The form of the law; the last one is the first written down as a formula. */
    @Param({"chinchilla", "data-constrained", "formula"})
    public String form;

    private Law law;
    private double[] parameters;
    private double[] tokens;
    private double[] unique;
    private double[] loss;

    /** Spreads the models over four decades of parameters and of tokens. */
    @Setup
    public void spread() {
        Formula written = new Formula("L", Localised.verbatim("Loss"), LawUnit.ONE,
                Expression.parse("E + A/N^alpha + B/D^beta"));
        LawForm shape = LawForm.OWN.equals(form) ? LawForm.of(List.of(written), List.of()) : LawForm.of(form);
        Map<String, Double> constants = new HashMap<>(CONSTANTS);
        constants.keySet().retainAll(shape.constants());
        law = new Law(form, shape, constants, new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "C4");
        parameters = new double[POINTS];
        tokens = new double[POINTS];
        unique = law.knowsRepetition() ? new double[POINTS] : null;
        loss = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            parameters[i] = 1e8 * Math.pow(10, 4.0 * (i % 1000) / 1000);
            tokens[i] = 1e9 * Math.pow(10, 4.0 * (i / 1000) / 1000);
            if (unique != null) {
                unique[i] = 1e11;
            }
        }
    }

    /**
     * The loss of a million models.
     *
     * @return their losses
     */
    @Benchmark
    public double[] millionLosses() {
        law.loss(parameters, tokens, unique, loss);
        return loss;
    }

    /**
     * The optimum of one budget; the data-constrained law searches for it.
     *
     * @return its parameters
     */
    @Benchmark
    public double optimum() {
        return law.optimum(1e24, unique == null ? Double.NaN : 1e11).parameters();
    }
}
