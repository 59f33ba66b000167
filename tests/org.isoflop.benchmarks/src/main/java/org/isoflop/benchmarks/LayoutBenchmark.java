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
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.LayoutSearch;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.SearchResult;
import org.isoflop.analysis.training.TrainingJob;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The search for the cheapest layout of Llama 3.1 70B (layouts a second are counted). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LayoutBenchmark {

    private static final long GLOBAL_BATCH = 2048;

    /** Accelerators of the cluster. */
    @Param({"64", "1024", "16384"})
    public int devices;

    private TrainingJob job;
    private Cluster cluster;

    /** Layouts that were tried, reported for each second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Layouts {

        /** Layouts since the iteration began. */
        public long layouts;

        /** Starts at nothing. */
        @Setup(Level.Iteration)
        public void clear() {
            layouts = 0;
        }
    }

    /** Describes model and cluster. */
    @Setup
    public void describe() {
        Architecture architecture = new Architecture(8192, 128_256, 8192, Head.UNTIED, 0, Norm.SCALE, true, true, 0,
                List.of(new LayerGroup(80, new Attention(64, 8, 128, false, false, QueryKeyNorm.NONE, 0),
                        new DenseFeedForward(28_672, true, false), 2)),
                List.of());
        Accelerator accelerator = new Accelerator("H100", 80e9, 3.35e12, Map.of(Precision.BF16, 989.4e12), 450e9, 700);
        job = new TrainingJob(architecture, 8192, GLOBAL_BATCH, Recipe.MIXED_32.bytes(), false, true, 1e9, 0.05);
        cluster = new Cluster(accelerator, devices, 8, 50e9, 8e-6);
    }

    /**
     * Tries every layout.
     *
     * @param counter counts them
     * @return the best
     */
    @Benchmark
    public SearchResult search(Layouts counter) {
        SearchResult result = LayoutSearch.search(job, cluster, Precision.BF16, 0.6);
        counter.layouts += result.examined();
        return result;
    }
}
