package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;

/**
 * Runs of nearly the same compute.
 *
 * @param compute
 *            the geometric mean of their compute, in FLOP
 * @param runs
 *            their indices
 */
record RunBudgets(double compute, List<Integer> runs) {

    /** As many budgets as there are colours. */
    private static final int MOST = 8;
    /** Computes that differ by less than this share may be one budget. */
    private static final double NEAR = 0.12;

    /** Groups runs by their compute: where it jumps, or else in stretches of equal length. */
    static List<RunBudgets> of(Runs runs) {
        List<Integer> sorted = IntStream.range(0, runs.size()).boxed()
                .sorted((i, j) -> Double.compare(runs.get(i).compute(), runs.get(j).compute())).toList();
        List<RunBudgets> jumps = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int run : sorted) {
            if (!open.isEmpty()
                    && runs.get(run).compute() > runs.get(open.getLast()).compute() * (1 + NEAR)) {
                jumps.add(of(runs, open));
                open = new ArrayList<>();
            }
            open.add(run);
        }
        jumps.add(of(runs, open));
        return jumps.size() > MOST || jumps.size() == 1 ? stretches(runs, sorted) : jumps;
    }

    private static List<RunBudgets> stretches(Runs runs, List<Integer> sorted) {
        double low = Math.log(runs.get(sorted.getFirst()).compute());
        double high = Math.log(runs.get(sorted.getLast()).compute());
        int wanted = high - low < NEAR ? 1 : Math.min(MOST - 1, (int) Math.ceil((high - low) / Math.log(10) * 2));
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            parts.add(new ArrayList<>());
        }
        for (int run : sorted) {
            double share = wanted == 1 ? 0 : (Math.log(runs.get(run).compute()) - low) / (high - low);
            parts.get(Math.min(wanted - 1, (int) (share * wanted))).add(run);
        }
        return parts.stream().filter(part -> !part.isEmpty()).map(part -> of(runs, part)).toList();
    }

    private static RunBudgets of(Runs runs, List<Integer> indices) {
        double mean = indices.stream().map(runs::get).map(Run::compute).mapToDouble(Math::log).average()
                .orElseThrow();
        return new RunBudgets(Math.exp(mean), List.copyOf(indices));
    }
}
