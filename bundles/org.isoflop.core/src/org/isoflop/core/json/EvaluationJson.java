package org.isoflop.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.strategy.ChosenLayout;
import org.isoflop.analysis.strategy.Violation;
import org.isoflop.analysis.training.Layout;
import org.isoflop.core.Refusal;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData;

/** Results of scenarios as JSON. */
public final class EvaluationJson {

    private static final List<String> MEASURES = List.of("loss", "parameters", "activeParameters",
            "trainableParameters", "tokens", "tokensPerParameter", "uniqueTokens", "epochs", "effectiveTokens",
            "compute", "seconds", "devices", "deviceHours", "memoryBytesPerDevice");
    private static final Map<String, String> COSTS = keys("oneOffUsd", "costOneOff", "perMillionTokensUsd",
            "costPerMillionTokens", "lifeUsd", "costLife");
    /** Measures whose key names the unit, by key. */
    private static final Map<String, String> NAMED = keys("energyJoules", "energy", "energyPerMillionTokensJoules",
            "energyPerMillionTokens", "energyLifeJoules", "energyLife", "co2Grams", "carbon",
            "co2PerMillionTokensGrams", "carbonPerMillionTokens", "co2LifeGrams", "carbonLife",
            "co2MarketBasedGrams", "carbonMarketBased", "co2MarketBasedPerMillionTokensGrams",
            "carbonMarketBasedPerMillionTokens", "co2MarketBasedLifeGrams", "carbonMarketBasedLife",
            "peakPowerWatts", "peakPower", "waterLitres", "water", "servingDevices", "servingDevices",
            "batch", "batch", "tokensPerSecond", "tokensPerSecond", "tokensPerSecondPerUser",
            "tokensPerSecondPerUser", "firstTokenSeconds", "firstTokenSeconds", "servingMemoryBytes",
            "servingMemory");

    private EvaluationJson() {
    }

    /**
     * Writes the results of a study. A measure that follows from something uncertain is an object with its interval.
     *
     * @param data
     *            the study
     * @param results
     *            one for each scenario
     * @param locale
     *            language of the sentences
     * @return {@code {scenarios: [{id, law, strategies, best, pareto, draws}]}}; draws only where something is
     *         uncertain
     */
    public static Map<String, Object> results(StudyData data, List<ScenarioResult> results, Locale locale) {
        Map<String, Object> tree = Json.object();
        tree.put("scenarios", results.stream().map(result -> scenario(data, result, locale)).toList());
        return tree;
    }

    private static Map<String, Object> scenario(StudyData data, ScenarioResult result, Locale locale) {
        ScenarioDecision decision = ScenarioDecision.of(data, result);
        Draws draws = decision.decision().uncertain().isEmpty() ? null : decision.draws(() -> false);
        Map<String, Object> tree = Json.object();
        tree.put("id", result.scenario().id());
        Json.put(tree, "law", result.law() == null ? null : result.law().id());
        tree.put("strategies", result.strategies().stream().map(strategy -> strategy(strategy, draws,
                decision.strategies().indexOf(strategy), locale)).toList());
        tree.put("best", result.best().map(best -> best.strategy().id()).orElse(null));
        tree.put("pareto", result.pareto().front().stream().map(strategy -> strategy.strategy().id()).toList());
        if (draws != null) {
            Map<String, Object> drawn = Json.object();
            drawn.put("count", draws.size());
            drawn.put("seed", draws.seed());
            drawn.put("generator", draws.generator());
            tree.put("draws", drawn);
        }
        return tree;
    }

    /** A number, or an object with its interval. */
    private static Object measured(double value, String measure, Draws draws, int position) {
        Optional<Interval> interval = draws == null ? Optional.empty() : Measure.find(measure)
                .filter(one -> draws.holds(one.id())).flatMap(one -> draws.interval(position, one.id()));
        if (interval.isEmpty()) {
            return value;
        }
        Map<String, Object> tree = Json.object();
        tree.put("value", value);
        tree.put("low", finite(interval.get().low()));
        tree.put("high", finite(interval.get().high()));
        tree.put("level", interval.get().level());
        return tree;
    }

    /** An end that no number reaches is null. */
    private static Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }

    private static Map<String, Object> strategy(StrategyResult result, Draws draws, int position, Locale locale) {
        Map<String, Object> tree = Json.object();
        tree.put("id", result.strategy().id());
        if (result.refusal() != null) {
            tree.putAll(Json.error(Refusal.code(result.refusal()), Refusal.message(result.refusal(), locale), null, 0,
                    null));
            tree.put("feasible", false);
            return tree;
        }
        Map<String, Object> measures = Json.object();
        for (String measure : MEASURES) {
            result.measure(measure).ifPresent(
                    value -> measures.put(measure, measured(value, measure, draws, position)));
        }
        Map<String, Object> cost = Json.object();
        COSTS.forEach((key, measure) -> result.measure(measure).ifPresent(
                value -> cost.put(key, measured(value, measure, draws, position))));
        if (!cost.isEmpty()) {
            measures.put("cost", cost);
        }
        NAMED.forEach((key, measure) -> result.measure(measure).ifPresent(
                value -> measures.put(key, measured(value, measure, draws, position))));
        tree.put("measures", measures);
        tree.put("feasible", result.isFeasible());
        List<Object> violations = new ArrayList<>();
        for (Violation violation : result.result().violations()) {
            Map<String, Object> broken = Json.object();
            broken.put("constraint", violation.constraint());
            broken.put("value", violation.value());
            broken.put("limit", violation.limit());
            broken.put("ratio", violation.ratio());
            broken.put("message", violation.text(locale));
            violations.add(broken);
        }
        tree.put("violations", violations);
        tree.put("assumptions", result.assumptions().stream().map(assumption -> assumption.text(locale)).toList());
        Map<String, Object> missing = Json.object();
        result.result().reasons().forEach((measure, why) -> missing.put(measure, why.text(locale)));
        tree.put("missing", missing);
        ChosenLayout layout = result.result().layout();
        if (layout != null) {
            tree.put("layout", layout(layout, locale));
        }
        tree.put("extrapolates", LawJson.extrapolates(result.result().extrapolations()));
        return tree;
    }

    private static Map<String, Object> layout(ChosenLayout chosen, Locale locale) {
        Layout layout = chosen.layout();
        Map<String, Object> tree = Json.object();
        tree.put("devices", layout.devices());
        tree.put("tensor", layout.tensor());
        tree.put("pipeline", layout.pipeline());
        tree.put("interleave", layout.interleave());
        tree.put("data", layout.data());
        tree.put("zero", layout.zero().stage());
        tree.put("sequenceParallel", layout.sequenceParallel());
        tree.put("microBatch", layout.microBatch());
        tree.put("recomputation", layout.recomputation().key());
        tree.put("recipe", chosen.recipe().key());
        tree.put("context", chosen.context());
        tree.put("sequences", chosen.sequences());
        tree.put("fits", chosen.fits());
        tree.put("text", layout.text(locale));
        return tree;
    }

    private static Map<String, String> keys(String... pairs) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            keys.put(pairs[i], pairs[i + 1]);
        }
        return keys;
    }
}
