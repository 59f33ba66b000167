package org.isoflop.analysis.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.isoflop.analysis.law.Interval;

/**
 * What moves a measure of one alternative most: each uncertain factor alone, the others as they are taken to be. An
 * input goes from the lower to the upper end of its interval, at the level of that interval; the constants of a law go
 * through all their draws, and their bar is the central 95 % of them; where a decision may rest on several laws, one
 * bar holds them all.
 *
 * @param alternative id of the alternative
 * @param measure id of the node
 * @param value the measure as everything is taken to be
 * @param winner id of the alternative that wins then; null if none is feasible
 * @param bars the widest first; factors that move neither the measure nor the winner are left out
 */
public record Tornado(String alternative, String measure, double value, String winner, List<Bar> bars) {

    private static final double LEVEL = 0.95;

    /** Copies the bars. */
    public Tornado {
        bars = List.copyOf(bars);
    }

    /**
     * Moves every factor.
     *
     * @param decision the alternatives
     * @param alternative position of the one whose measure is looked at
     * @param measure a node of its graph
     * @param others the same decision under other laws, by the id of the law, with the law of {@code decision} itself;
     *        fewer than two give no bar
     * @param cancelled asked before every factor
     * @return the bars
     * @throws IllegalArgumentException if the alternative has no such measure
     * @throws CancellationException if it was cancelled
     */
    public static Tornado of(Decision decision, int alternative, String measure, Map<String, Decision> others,
            BooleanSupplier cancelled) {
        double value = decision.alternatives().get(alternative).graph().value(measure);
        int winner = decision.winner();
        List<Bar> bars = new ArrayList<>();
        for (Factor factor : decision.uncertain()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            bars.add(switch (factor) {
                case Factor.Input input -> input(decision, input, alternative, measure, winner);
                case Factor.Constants law -> joint(decision, law, alternative, measure, winner);
            });
        }
        if (others.size() > 1) {
            bars.add(whichLaw(decision.alternatives().get(alternative).id(), measure, others));
        }
        bars.removeIf(bar -> bar == null || !(bar.width() > 0) && !bar.changes());
        bars.sort(Comparator.comparingDouble(Tornado::sortedWidth).reversed());
        return new Tornado(decision.alternatives().get(alternative).id(), measure, value, id(decision, winner), bars);
    }

    private static double sortedWidth(Bar bar) {
        return Double.isNaN(bar.width()) ? 0 : bar.width();
    }

    private static String id(Decision decision, int alternative) {
        return alternative < 0 ? null : decision.alternatives().get(alternative).id();
    }

    private static Bar input(Decision decision, Factor.Input input, int alternative, String measure, int winner) {
        Evaluator evaluator = new Evaluator(decision, List.of(input), List.of(measure), 2);
        evaluator.set(input, new double[] {input.spread().low(), input.spread().high()}, 2);
        evaluator.run(2);
        double[] values = evaluator.values(alternative, measure);
        int low = evaluator.winner(0);
        int high = evaluator.winner(1);
        return new Bar(Bar.Kind.INPUT, input, input.spread().low(), input.spread().high(), values[0], values[1], null,
                null, id(decision, low), id(decision, high), low != winner || high != winner);
    }

    private static Bar joint(Decision decision, Factor.Constants law, int alternative, String measure, int winner) {
        double[][] rows = MonteCarlo.rows(law);
        Evaluator evaluator = new Evaluator(decision, List.of(law), List.of(measure), rows.length);
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        evaluator.set(law, rows, all, rows.length);
        evaluator.run(rows.length);
        boolean changes = false;
        for (int i = 0; i < rows.length; i++) {
            changes |= evaluator.winner(i) != winner;
        }
        Interval interval = Draws.interval(Arrays.copyOf(evaluator.values(alternative, measure), rows.length), LEVEL)
                .orElse(new Interval(Double.NaN, Double.NaN, LEVEL));
        return new Bar(Bar.Kind.LAW_JOINT, law, Double.NaN, Double.NaN, interval.low(), interval.high(), null, null,
                null, null, changes);
    }

    private static Bar whichLaw(String alternative, String measure, Map<String, Decision> others) {
        String lowLaw = null;
        String highLaw = null;
        double low = Double.NaN;
        double high = Double.NaN;
        for (Map.Entry<String, Decision> other : others.entrySet()) {
            double value = other.getValue().alternatives().stream()
                    .filter(one -> one.id().equals(alternative) && one.graph().has(measure))
                    .mapToDouble(one -> one.graph().value(measure)).findFirst().orElse(Double.NaN);
            if (!Double.isNaN(value) && !(value >= low)) {
                low = value;
                lowLaw = other.getKey();
            }
            if (!Double.isNaN(value) && !(value <= high)) {
                high = value;
                highLaw = other.getKey();
            }
        }
        if (lowLaw == null) {
            return null;
        }
        List<String> winners = others.values().stream().map(one -> id(one, one.winner())).distinct().toList();
        Decision atLow = others.get(lowLaw);
        Decision atHigh = others.get(highLaw);
        return new Bar(Bar.Kind.WHICH_LAW, null, Double.NaN, Double.NaN, low, high, lowLaw, highLaw,
                id(atLow, atLow.winner()), id(atHigh, atHigh.winner()), winners.size() > 1);
    }
}
