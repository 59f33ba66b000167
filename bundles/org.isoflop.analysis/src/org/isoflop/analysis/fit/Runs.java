package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;

/** Runs in their order, replicates kept. Immutable. */
public final class Runs {

    private final List<Run> runs;

    /**
     * A table of runs.
     *
     * @param runs at least one
     * @throws DomainException if there is none
     */
    public Runs(List<Run> runs) {
        if (runs.isEmpty()) {
            throw new DomainException(Sentence.of("fit.empty"));
        }
        this.runs = List.copyOf(runs);
    }

    /**
     * How many runs there are.
     *
     * @return replicates counted
     */
    public int size() {
        return runs.size();
    }

    /**
     * The runs.
     *
     * @return in their order
     */
    public List<Run> list() {
        return runs;
    }

    /**
     * One run.
     *
     * @param index from 0
     * @return the run
     */
    public Run get(int index) {
        return runs.get(index);
    }

    /**
     * A number of each run.
     *
     * @param number which
     * @return a new array, in the order of the runs
     */
    public double[] values(ToDoubleFunction<Run> number) {
        return runs.stream().mapToDouble(number).toArray();
    }

    /**
     * How many different pairs of parameters and tokens there are.
     *
     * @return at most {@link #size()}
     */
    public int distinct() {
        Set<List<Double>> pairs = new HashSet<>();
        runs.forEach(run -> pairs.add(List.of(run.parameters(), run.tokens())));
        return pairs.size();
    }

    /**
     * Rows that are equal to an earlier row in every number.
     *
     * @return their indices
     */
    public int[] identical() {
        Set<List<Double>> seen = new HashSet<>();
        return IntStream.range(0, size()).filter(i -> {
            Run run = runs.get(i);
            return !seen.add(List.of(run.parameters(), run.tokens(), run.uniqueTokens(), run.compute(), run.loss()));
        }).toArray();
    }

    /**
     * The largest deviation of compute from 6·N·D.
     *
     * @return |C/(6·N·D) − 1|
     */
    public double largestComputeDeviation() {
        return runs.stream().mapToDouble(run -> Math.abs(run.compute() / (6 * run.parameters() * run.tokens()) - 1))
                .max().getAsDouble();
    }

    /**
     * Where the runs lie.
     *
     * @return smallest and largest value of N, D, U, C and D/N; without U where some run does not say it
     */
    public Map<Variable, Range> ranges() {
        Map<Variable, Range> ranges = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            double[] values = values(run -> run.value(variable));
            Arrays.sort(values);
            if (!Double.isNaN(values[values.length - 1])) {
                ranges.put(variable, new Range(values[0], values[values.length - 1]));
            }
        }
        return Collections.unmodifiableMap(ranges);
    }

    /**
     * The indices of the runs with the highest losses; of equal ones the earlier.
     *
     * @param k how many
     * @return indices, the highest loss first
     * @throws DomainException if there are not more than k runs
     */
    public int[] highestLosses(int k) {
        return first(k, Comparator.comparingDouble((Integer i) -> -runs.get(i).loss()));
    }

    /**
     * The indices of the runs with the largest compute; of equal ones the earlier.
     *
     * @param k how many
     * @return indices, the largest compute first
     * @throws DomainException if there are not more than k runs
     */
    public int[] largestComputes(int k) {
        return first(k, Comparator.comparingDouble((Integer i) -> -runs.get(i).compute()));
    }

    private int[] first(int k, Comparator<Integer> order) {
        if (k < 0 || k >= size()) {
            throw new DomainException(Sentence.of("fit.leaveOut", k, size()));
        }
        return IntStream.range(0, size()).boxed().sorted(order).limit(k).mapToInt(Integer::intValue).toArray();
    }

    /**
     * The runs without some of them.
     *
     * @param indices those to leave out
     * @return the others, in their order
     * @throws DomainException if none is left
     */
    public Runs without(int... indices) {
        Set<Integer> out = new HashSet<>();
        Arrays.stream(indices).forEach(out::add);
        List<Run> left = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (!out.contains(i)) {
                left.add(runs.get(i));
            }
        }
        return new Runs(left);
    }

    /**
     * Some of the runs.
     *
     * @param indices which, in the wanted order; an index may stand twice
     * @return those runs
     */
    public Runs select(int... indices) {
        return new Runs(Arrays.stream(indices).mapToObj(runs::get).toList());
    }
}
