package org.isoflop.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parameters, compute, memory, time, energy and money of the training of 1,000 models of a study. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StudyBenchmark {

    private static final int MODELS = 1000;
    private static final int SIZES = 50;
    private static final List<Measure> MEASURES = List.of(Measure.PARAMETERS, Measure.COMPUTE, Measure.MEMORY,
            Measure.SECONDS, Measure.ENERGY, Measure.COST);

    private StudyData data;

    /** Writes a study with a strategy for each of 1,000 models and reads it. */
    @Setup
    public void read() {
        StringBuilder models = new StringBuilder();
        StringBuilder strategies = new StringBuilder();
        for (int i = 0; i < MODELS; i++) {
            int layers = 12 + i / SIZES;
            int heads = 8 + 8 * (i % SIZES);
            models.append(i == 0 ? "" : ",").append("""
                    {"id": "m%1$d", "architecture": {"hiddenSize": %2$d, "vocabularySize": 32000, "head": "untied",
                      "norm": "scale", "finalNorm": true, "causal": true, "context": 4096, "layers": [
                        {"count": %3$d, "mixer": {"type": "Attention", "heads": %4$d, "keyValueHeads": 8,
                          "headSize": 128}, "feedForward": {"type": "DenseFeedForward", "size": %5$d, "gated": true},
                          "norms": 2}]}}
                    """.formatted(i, 128 * heads, layers, heads, 344 * heads));
            strategies.append(i == 0 ? "" : ",").append("""
                    {"id": "s%1$d", "steps": [{"type": "Pretrain", "model": "m%1$d", "tokens": 1e11,
                      "cluster": "cluster", "precision": "bf16", "payment": "rent"}]}
                    """.formatted(i));
        }
        String study = """
                {
                  "format": "isoflop",
                  "version": 1,
                  "id": "study",
                  "models": [%s],
                  "accelerators": [{"id": "chip", "memory": 8e10, "bandwidth": 3.35e12, "interconnect": 9e11,
                    "power": 700, "serverRatio": 1.82, "peaks": [{"precision": "bf16", "throughput": 9.894e14}],
                    "prices": [{"date": "2025-02", "rent": 2.5}]}],
                  "clusters": [{"id": "cluster", "accelerator": "chip", "devices": 512, "devicesPerNode": 8,
                    "network": 5e10, "utilisation": 0.4}],
                  "sites": [{"id": "site", "pue": 1.2}],
                  "scenarios": [{"id": "scenario", "site": "site", "strategies": [%s]}]
                }
                """.formatted(models, strategies);
        data = StudyMapper.map(Studies.read(study.getBytes(StandardCharsets.UTF_8), "study.isoflop").study());
        for (StrategyResult strategy : evaluate().getFirst().strategies()) {
            for (Measure measure : MEASURES) {
                strategy.measure(measure.id()).orElseThrow(() -> new IllegalStateException(
                        strategy.strategy().id() + " has no " + measure.id() + ": " + strategy.refusal()));
            }
        }
    }

    /**
     * Evaluates the study.
     *
     * @return one scenario with 1,000 strategies
     */
    @Benchmark
    public List<ScenarioResult> evaluate() {
        return Evaluation.evaluate(data);
    }
}
