package org.isoflop.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.graph.Batch;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.example.Examples;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Setting;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about where a decision tips is what comes out if the study itself has the number there. */
class ServingTippingTest {

    private static final double NEAR = 1e-6;
    private static final int STEPS = 6;
    private static final List<String> MEASURES = List.of("batch", "servingDevices", "firstTokenSeconds",
            "tokensPerSecondPerUser", "costPerMillionTokens", "costLife");

    /** A scenario of an example in which something is served. */
    record Served(String example, String scenario) {
    }

    static Stream<Served> served() {
        return Examples.names().stream().flatMap(name -> Evaluation.evaluate(data(study(name))).stream()
                .filter(result -> result.strategies().stream().anyMatch(strategy -> strategy.measure("batch")
                        .isPresent()))
                .map(result -> new Served(name, result.scenario().id())));
    }

    private static Study study(String name) {
        return Studies.read(Examples.content(name), name).study();
    }

    private static StudyData data(Study study) {
        return StudyMapper.map(study);
    }

    /**
     * Beside every tipping point, and between them, the winner is that of the study evaluated with that number. Two
     * changes within a sixtieth of a decade are not seen, so it may be one that wins no farther away. How long a price
     * binds is another entry of the price list, not a number that moves, so the life is left out.
     */
    @ParameterizedTest
    @MethodSource("served")
    void pointsAgreeWithEvaluatingAnew(Served served) {
        ScenarioDecision decision = decision(served);
        List<String> wrong = new ArrayList<>();
        for (TippingPoints points : decision.tippingPoints(() -> false)) {
            String path = points.input().path();
            Set<String> paths = paths(decision, points.input());
            double from = points.from();
            for (TippingPoints.Point point : path.endsWith(".life") ? List.<TippingPoints.Point>of()
                    : points.points()) {
                compare(served, paths, Math.sqrt(from * point.at()), point.below(), wrong);
                compare(served, paths, point.at() * (1 - NEAR), point.below(), wrong);
                compare(served, paths, point.at() * (1 + NEAR), point.above(), wrong);
                from = point.at();
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Where an input stands in the study: at several places if strategies share it. */
    private static Set<String> paths(ScenarioDecision decision, Factor.Input input) {
        return input.places().stream().map(place -> decision.decision().alternatives().get(place.alternative()).graph()
                .working(place.node()).origin().path()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ScenarioDecision decision(Served served) {
        StudyData data = data(study(served.example()));
        return ScenarioDecision.of(data, Evaluation.evaluate(data, served.scenario()));
    }

    private static void compare(Served served, Set<String> paths, double value, String said, List<String> wrong) {
        String best = best(served, paths, value);
        if (!Objects.equals(best, said) && IntStream.rangeClosed(-STEPS, STEPS)
                .mapToObj(step -> best(served, paths, value * Math.pow(10, step / (60.0 * STEPS))))
                .noneMatch(near -> Objects.equals(near, said))) {
            wrong.add(paths + "=" + value + ": " + said + " was said, " + best + " it is");
        }
    }

    private static String best(Served served, Set<String> paths, double value) {
        return anew(served, paths, value).best().map(strategy -> strategy.strategy().id()).orElse(null);
    }

    private static ScenarioResult anew(Served served, Set<String> paths, double value) {
        Study study = study(served.example());
        paths.forEach(path -> new Setting(path, Double.toString(value)).apply(study));
        return Evaluation.evaluate(data(study), served.scenario());
    }

    /** Half and twice every number of the workload: batch, placement and money are those of evaluating anew. */
    @ParameterizedTest
    @MethodSource("served")
    void measuresFollowTheWorkload(Served served) {
        ScenarioDecision decision = decision(served);
        int compared = 0;
        for (Factor.Input input : decision.decision().inputs()) {
            boolean asked = input.path() != null && input.path().contains(".workload.")
                    && !input.path().endsWith(".life");
            for (double factor : asked ? new double[] {0.5, 1.1, 2} : new double[0]) {
                double value = input.value() * factor;
                List<StrategyResult> anew = anew(served, Set.of(input.path()), value).strategies();
                for (Factor.Place place : input.places()) {
                    Graph graph = decision.decision().alternatives().get(place.alternative()).graph();
                    Batch moved = graph.evaluate(Map.of(place.node(), new double[] {value * place.scale()}));
                    StrategyResult again = anew.stream().filter(one -> one.strategy().id()
                            .equals(decision.strategies().get(place.alternative()).strategy().id())).findFirst()
                            .orElseThrow();
                    if (again.refusal() != null) {
                        assertEquals(Double.NaN, moved.values("batch")[0], "what is refused has no batch");
                        continue;
                    }
                    for (String id : MEASURES) {
                        double expected = again.measure(id).orElseThrow();
                        assertEquals(expected, moved.values(id)[0], 1e-9 * expected,
                                () -> id + " with " + input.path() + "=" + value + " of " + again.strategy().id());
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 0);
    }
}
