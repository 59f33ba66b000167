package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.law.Law;

/**
 * A strategy in its scenario.
 *
 * @param law the law of losses, or null
 * @param steps the steps in their order
 * @param limits goal and limits
 * @param site where the accelerators stand
 * @param workload what is to be served
 * @param constantOrigins where the constants of laws come from, by law and symbol; those left out are named after the
 *        law
 */
public record StrategyInputs(Law law, List<StepInputs> steps, LimitInputs limits, SiteInputs site,
        WorkloadInputs workload, Map<String, Map<String, Origin>> constantOrigins) {

    /** Copies the lists. */
    public StrategyInputs {
        steps = List.copyOf(steps);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(site);
        Objects.requireNonNull(workload);
        constantOrigins = Map.copyOf(constantOrigins);
    }

    /**
     * A strategy without site and workload.
     *
     * @param law the law of losses, or null
     * @param steps the steps in their order
     * @param limits goal and limits
     */
    public StrategyInputs(Law law, List<StepInputs> steps, LimitInputs limits) {
        this(law, steps, limits, SiteInputs.UNKNOWN, WorkloadInputs.UNKNOWN, Map.of());
    }
}
