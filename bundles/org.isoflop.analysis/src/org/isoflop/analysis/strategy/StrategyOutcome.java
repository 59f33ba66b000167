package org.isoflop.analysis.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.law.Extrapolation;

/**
 * What a strategy comes to.
 *
 * @param graph its quantities. Measures of the whole have plain ids, as far as the inputs allow: {@code loss parameters
 *        activeParameters tokens tokensPerParameter epochs compute devices seconds deviceHours memoryBytesPerDevice
 *        costOneOff costPerMillionTokens costLife energy energyPerMillionTokens energyLife carbon
 *        carbonPerMillionTokens carbonLife carbonMarketBased carbonMarketBasedPerMillionTokens carbonMarketBasedLife
 *        water peakPower servingDevices batch tokensPerSecond tokensPerSecondPerUser firstTokenSeconds
 *        servingMemory}; where several steps have a quantity, those of a step begin with {@code step} and its number,
 *        those of serving with {@code serving}
 * @param violations limits that are not kept; empty if it is feasible
 * @param assumptions what it takes for granted, and what each step rests on
 * @param extrapolations where it asks a law outside its fitted range
 * @param reasons why a measure is missing, by its id
 * @param limits all limits that hold, kept or not
 * @param layout the parallel layout of the training that takes most memory of a device; null if none was searched
 * @param served the model as it is served; null if it is not
 */
public record StrategyOutcome(Graph graph, List<Violation> violations, List<Assumption> assumptions,
        List<Extrapolation> extrapolations, Map<String, Sentence> reasons,
        List<Limit> limits, ChosenLayout layout, ServedModel served) {

    /** Copies the lists. */
    public StrategyOutcome {
        violations = List.copyOf(violations);
        assumptions = List.copyOf(assumptions);
        extrapolations = List.copyOf(extrapolations);
        limits = List.copyOf(limits);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * Whether all limits are kept.
     *
     * @return true without violations
     */
    public boolean feasible() {
        return violations.isEmpty();
    }

    /**
     * A measure, if it could be computed.
     *
     * @param id a node of the graph
     * @return its value in base units; empty if the inputs did not suffice
     */
    public OptionalDouble measure(String id) {
        return graph.has(id) ? OptionalDouble.of(graph.value(id)) : OptionalDouble.empty();
    }
}
