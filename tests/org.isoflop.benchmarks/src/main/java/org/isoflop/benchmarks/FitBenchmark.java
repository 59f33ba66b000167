package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.isoflop.analysis.fit.Band;
import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.fit.Simulation;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.ParameterCount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A fit with all its starts, a bootstrap, a million losses, and the band of the optimum. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int BUDGETS = 500;

    private Law law;
    private Runs runs;
    private ParametricFit fitted;
    private double[] budgets;
    private double[] parameters;
    private double[] tokens;
    private double[] loss;

    /** Simulates 240 runs and fits them once. */
    @Setup
    public void simulate() {
        law = new Law("law", LawForm.of("chinchilla"),
                Map.of("E", 1.8172, "A", 482.01, "B", 2085.43, "alpha", 0.3478, "beta", 0.3658),
                new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "MassiveText");
        List<Run> design = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 15; j++) {
                design.add(Run.of(6e7 * Math.pow(250, i / 15.0), 8e8 * Math.pow(400, j / 14.0), 1));
            }
        }
        runs = Simulation.simulate(law, new Runs(design), 0.005, 1);
        fitted = ParametricFit.fit(runs, options().withStarts(Starts.VPNLS).withBootstrap(4000, 1));
        budgets = new double[BUDGETS];
        for (int i = 0; i < BUDGETS; i++) {
            budgets[i] = 1e18 * Math.pow(1e8, i / (BUDGETS - 1.0));
        }
        parameters = new double[POINTS];
        tokens = new double[POINTS];
        loss = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            parameters[i] = 1e7 * Math.pow(1e4, (i * 7919L % POINTS) / (double) POINTS);
            tokens[i] = 20 * parameters[i];
        }
    }

    private static FitOptions options() {
        return FitOptions.of(FitForm.of("chinchilla"));
    }

    /**
     * The 4,500 published starts.
     *
     * @return the fit
     */
    @Benchmark
    public ParametricFit starts() {
        return ParametricFit.fit(runs, options());
    }

    /**
     * 4,000 resamples and one fit from few starts.
     *
     * @return the fit
     */
    @Benchmark
    public ParametricFit bootstrap() {
        return ParametricFit.fit(runs, options().withStarts(Starts.VPNLS).withBootstrap(4000, 1));
    }

    /**
     * The losses of a million models on all processors.
     *
     * @return the losses
     */
    @Benchmark
    public double[] millionLosses() {
        law.loss(parameters, tokens, null, loss);
        return loss;
    }

    /**
     * The losses of a million models on one thread.
     *
     * @return the losses
     */
    @Benchmark
    public double[] millionLossesOnOneThread() {
        law.loss(parameters, tokens, null, loss, 1);
        return loss;
    }

    /**
     * 4,000 laws over 500 budgets with three percentiles.
     *
     * @return the band
     */
    @Benchmark
    public Band band() {
        return Band.ofOptimum(fitted.bootstrap(), budgets, 0.025, 0.5, 0.975);
    }
}
