package org.isoflop.core.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.decision.ParetoFront;

/**
 * Which feasible strategies are worth a look.
 *
 * @param measures
 *            what they are compared by: loss and money, or the one of them that is known; empty if none is
 * @param front
 *            strategies that no other one beats in all of it, in the order of the study
 * @param dominated
 *            the others, each with those of the front that beat it
 */
public record ParetoSet(List<Measure> measures, List<StrategyResult> front,
        Map<StrategyResult, List<StrategyResult>> dominated) {

    /** Copies the collections. */
    public ParetoSet {
        measures = List.copyOf(measures);
        front = List.copyOf(front);
        dominated = Collections.unmodifiableMap(new LinkedHashMap<>(dominated));
    }

    static ParetoSet of(List<StrategyResult> strategies, List<Measure> measures) {
        if (measures.isEmpty()) {
            return new ParetoSet(measures, List.of(), Map.of());
        }
        List<StrategyResult> candidates = strategies.stream().filter(result -> result.isFeasible()
                && measures.stream().allMatch(measure -> result.measure(measure.id()).isPresent())).toList();
        ParetoFront front = ParetoFront.of(values(candidates, measures.getFirst()), measures.getFirst().sense(),
                values(candidates, measures.getLast()), measures.getLast().sense());
        Map<StrategyResult, List<StrategyResult>> dominated = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!front.front().contains(i)) {
                dominated.put(candidates.get(i),
                        front.dominatedBy().get(i).stream().sorted().map(candidates::get).toList());
            }
        }
        return new ParetoSet(measures, front.front().stream().sorted().map(candidates::get).toList(), dominated);
    }

    private static double[] values(List<StrategyResult> results, Measure measure) {
        return results.stream().mapToDouble(one -> one.measure(measure.id()).orElseThrow()).toArray();
    }
}
