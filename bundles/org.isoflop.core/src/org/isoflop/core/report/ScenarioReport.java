package org.isoflop.core.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.decision.Tornado;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.chart.Focus;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.mapping.StudyData;

/**
 * All that a report says of a scenario.
 *
 * @param decision
 *            its strategies as alternatives
 * @param draws
 *            intervals and win shares, or null if no strategy could be evaluated
 * @param verdict
 *            the decision in words
 * @param charts
 *            its charts, without those that have nothing to show
 */
record ScenarioReport(ScenarioDecision decision, Draws draws, String verdict, List<ReportChart> charts) {

    private static final BooleanSupplier NEVER = () -> false;

    /** The crossing in months is the one in tokens on another scale. */
    private static final List<String> VIEWS = Charts.scenarioViews().stream()
            .filter(view -> !view.equals(Charts.BREAK_EVEN_MONTHS)).toList();

    static ScenarioReport of(StudyData data, ScenarioResult result, Locale locale) {
        ScenarioDecision decision = ScenarioDecision.of(data, result);
        boolean isEmpty = decision.strategies().isEmpty();
        Draws draws = isEmpty ? null : decision.draws(NEVER);
        List<TippingPoints> tips = isEmpty ? List.of() : decision.tippingPoints(NEVER);
        String verdict = new Verdict(data, decision, draws, tips, tornado(decision), locale).text();
        Focus focus = new Focus(List.of(), List.of(), result.scenario().id(), null);
        List<ReportChart> charts = isEmpty ? List.of() : VIEWS.stream()
                .filter(view -> !view.equals(Charts.WIN_SHARES) || isOpen(decision))
                .filter(view -> !isSaved(view, data, result.scenario().id())).flatMap(view -> {
                    Plot plot = Charts.plot(Charts.choose(view, data, Chosen.NOTHING, focus), focus, data, locale,
                            NEVER);
                    boolean tells = !plot.isEmpty() && (!view.equals(Charts.SENSITIVITY) || bars(plot) > 1);
                    return tells ? Stream.of(ReportChart.of(result.scenario().id(), view, plot)) : Stream.empty();
                }).toList();
        return new ScenarioReport(decision, draws, verdict, charts);
    }

    /** Whether draws can have different winners. */
    private static boolean isOpen(ScenarioDecision decision) {
        return decision.strategies().size() > 1 && !decision.decision().uncertain().isEmpty();
    }

    /** Whether the study saved the chart that would be drawn. */
    private static boolean isSaved(String view, StudyData data, String scenario) {
        return data.charts().stream().anyMatch(chart -> view.equals(chart.view())
                && chart.scenarios().equals(List.of(scenario)) && chart.strategies().isEmpty()
                && chart.across() == null && chart.up() == null);
    }

    /** A single bar compares nothing. */
    private static long bars(Plot plot) {
        return plot.bars().stream().flatMapToDouble(bars -> DoubleStream.of(bars.positions())).distinct().count();
    }

    private static Tornado tornado(ScenarioDecision decision) {
        int winner = decision.strategies().isEmpty() ? -1 : decision.decision().winner();
        return winner < 0 ? null : decision.decision().objectives().stream()
                .filter(objective -> decision.strategies().get(winner).measure(objective.measure()).isPresent())
                .findFirst().flatMap(objective -> Measure.find(objective.measure()))
                .map(measure -> decision.tornado(winner, measure, NEVER)).orElse(null);
    }
}
