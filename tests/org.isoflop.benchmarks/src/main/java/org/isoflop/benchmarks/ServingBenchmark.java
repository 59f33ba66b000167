package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.QueryKeyNorm;
import org.isoflop.analysis.decision.Alternative;
import org.isoflop.analysis.decision.Decision;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.MonteCarlo;
import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingCurve;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.strategy.DeviceInputs;
import org.isoflop.analysis.strategy.Input;
import org.isoflop.analysis.strategy.LimitInputs;
import org.isoflop.analysis.strategy.ModelInputs;
import org.isoflop.analysis.strategy.ServeInputs;
import org.isoflop.analysis.strategy.SiteInputs;
import org.isoflop.analysis.strategy.Strategies;
import org.isoflop.analysis.strategy.StrategyInputs;
import org.isoflop.analysis.strategy.StrategyOutcome;
import org.isoflop.analysis.strategy.UseModelInputs;
import org.isoflop.analysis.strategy.WorkloadInputs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The curve of throughput against batch size of Llama 3.1 70B on eight accelerators, with its knee; and ten thousand
 * draws of ten strategies that serve it, each of which chooses batch and placement anew at every draw.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ServingBenchmark {

    private static final long LARGEST = 1024;
    private static final int STRATEGIES = 10;
    private static final List<String> MEASURES = List.of("batch", "servingDevices", "firstTokenSeconds",
            "tokensPerSecond", "costPerMillionTokens", "costLife");

    private final Rates rates = new Rates(2.95, 900, 1.1);
    private ServingModel model;
    private Decision decision;

    /** Describes model and accelerators. */
    @Setup
    public void describe() {
        Architecture architecture = new Architecture(8192, 128_256, 8192, Head.UNTIED, 0, Norm.SCALE, true, true, 0,
                List.of(new LayerGroup(80, new Attention(64, 8, 128, false, false, QueryKeyNorm.NONE, 0),
                        new DenseFeedForward(28_672, true, false), 2)),
                List.of());
        Accelerator accelerator = new Accelerator("H100", 80e9, 3.35e12, Map.of(Precision.BF16, 989.4e12), 450e9, 700);
        model = new ServingModel(new Deployment(architecture, accelerator, 8, 1, Precision.BF16, Quantisation.BF16,
                Efficiency.USUAL, 8e-6));
        List<Alternative> alternatives = new ArrayList<>();
        for (int a = 0; a < STRATEGIES; a++) {
            StrategyOutcome outcome = strategy(architecture, a);
            alternatives.add(new Alternative("strategy-" + a, outcome.graph(), outcome.limits(), List.of()));
        }
        decision = new Decision(alternatives, List.of(new Objective("costLife", Sense.LOWEST)));
    }

    private static StrategyOutcome strategy(Architecture architecture, int number) {
        String chip = "chip-" + number + ".";
        DeviceInputs device = new DeviceInputs("chip-" + number, Precision.BF16,
                uncertain(chip + "peak", 989.4e12 * (1 + 0.1 * number)), uncertain(chip + "memory", 80e9),
                uncertain(chip + "bandwidth", 3.35e12), certain(chip + "link", 900e9), certain(chip + "power", 700),
                null, certain(chip + "serverRatio", 1.82), null, null, null, null, uncertain(chip + "rent", 2.95),
                null, null);
        WorkloadInputs workload = new WorkloadInputs(uncertain("workload.prompt", 1500),
                uncertain("workload.answer", 300), uncertain("workload.tokensPerDay", 1e9),
                certain("workload.life", 6.3e7), uncertain("workload.firstTokenLimit", 2),
                uncertain("workload.tokenLimit", 0.05));
        return Strategies.evaluate(new StrategyInputs(null,
                List.of(new UseModelInputs(new ModelInputs("model", architecture, null, null, null, null), null, null),
                        new ServeInputs(device, null, null, null, null, null, null, null, null, null, null, null,
                                null)),
                LimitInputs.NONE, SiteInputs.UNKNOWN, workload,
                Map.of()));
    }

    private static Input certain(String path, double value) {
        return new Input(value, new Origin(path, null, null));
    }

    private static Input uncertain(String path, double value) {
        return new Input(value, new Origin(path, null, null), Spread.of(0.8 * value, 1.25 * value, null, null));
    }

    /**
     * A curve of 36 batches up to 1,024.
     *
     * @return the curve
     */
    @Benchmark
    public ServingCurve curve() {
        return ServingCurve.of(model, 2048, 512, LARGEST, rates);
    }

    /**
     * What users get, on one thread: intervals of six measures and shares of wins.
     *
     * @return the draws
     */
    @Benchmark
    public Draws draws() {
        return new MonteCarlo(MonteCarlo.DRAWS, 1, MonteCarlo.LEVEL, 1).run(decision, MEASURES, () -> false);
    }
}
