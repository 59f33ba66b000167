package org.isoflop.benchmarks;

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
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingCurve;
import org.isoflop.analysis.serving.ServingModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The curve of throughput against batch size of Llama 3.1 70B on eight accelerators, with its knee. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ServingBenchmark {

    private static final long LARGEST = 1024;

    private final Rates rates = new Rates(2.95, 900, 1.1);
    private ServingModel model;

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
}
