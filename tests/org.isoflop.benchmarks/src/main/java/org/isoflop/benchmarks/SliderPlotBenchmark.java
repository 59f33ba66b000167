package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.isoflop.analysis.plot.Plot;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Constant;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From a moved slider to a plot that can be drawn: the study is read into records and its chart is computed. The
 * budget of a picture is 16 ms; {@link #map} and {@link #plot} are its parts before the renderer, so their share of
 * it is their time divided by 16 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SliderPlotBenchmark {

    private static final int LAWS = 10;

    /** The chart. */
    @Param({"scaling-curves", "isoflop", "diminishing-returns", "next-percent"})
    public String view;

    private Study study;
    private Constant moved;
    private StudyData data;
    private int step;

    /** Fills a study with ten laws that have a loss for every compute. */
    @Setup
    public void fill() {
        study = Catalog.open("hoffmann-2022").study();
        List<ScalingLaw> surfaces = new ArrayList<>(study.getLaws().stream()
                .filter(law -> "chinchilla".equals(law.getForm())).toList());
        study.getLaws().clear();
        for (int i = 0; i < LAWS; i++) {
            ScalingLaw law = EcoreUtil.copy(surfaces.get(i % surfaces.size()));
            law.setId("law-" + i);
            law.getConstants().getFirst().getValue().setValue(1.6 + 0.02 * i);
            study.getLaws().add(law);
        }
        moved = study.getLaws().getFirst().getConstants().getFirst();
        data = StudyMapper.map(study);
    }

    /**
     * Reads the study after a step of the slider.
     *
     * @return its records
     */
    @Benchmark
    public StudyData map() {
        moved.getValue().setValue(1.5 + 1e-4 * (step++ % 1000));
        return StudyMapper.map(study);
    }

    /**
     * Computes the chart.
     *
     * @return what is drawn
     */
    @Benchmark
    public Plot plot() {
        return Charts.plot(view, data, Locale.ENGLISH);
    }
}
