package org.isoflop.analysis.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which points no other one beats in two measures at once. A point dominates another if it is at least as good in both
 * measures and better in one.
 *
 * @param front positions of the points that are not dominated, by the first measure; equal points are all on it
 * @param dominatedBy for each point the positions of those on the front that dominate it; empty for a point on the
 *        front and for one without both values
 */
public record ParetoFront(List<Integer> front, List<List<Integer>> dominatedBy) {

    /** Copies the lists. */
    public ParetoFront {
        front = List.copyOf(front);
        dominatedBy = dominatedBy.stream().map(List::copyOf).toList();
    }

    /**
     * Finds the front.
     *
     * @param x first measure; NaN for a point that takes no part
     * @param xSense which way it is better
     * @param y second measure, as many as of the first; NaN for a point that takes no part
     * @param ySense which way it is better
     * @return the front and what is dominated by it
     */
    public static ParetoFront of(double[] x, Sense xSense, double[] y, Sense ySense) {
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            boolean beaten = Double.isNaN(x[i]) || Double.isNaN(y[i]);
            for (int j = 0; j < x.length && !beaten; j++) {
                beaten = dominates(j, i, x, xSense, y, ySense);
            }
            if (!beaten) {
                front.add(i);
            }
        }
        List<List<Integer>> dominatedBy = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int point = i;
            dominatedBy.add(front.stream().filter(j -> dominates(j, point, x, xSense, y, ySense)).toList());
        }
        front.sort(Comparator.comparingDouble(i -> x[i]));
        return new ParetoFront(front, dominatedBy);
    }

    private static boolean dominates(int one, int other, double[] x, Sense xSense, double[] y, Sense ySense) {
        if (Double.isNaN(x[one]) || Double.isNaN(y[one]) || Double.isNaN(x[other]) || Double.isNaN(y[other])) {
            return false;
        }
        int first = xSense.compare(x[one], x[other]);
        int second = ySense.compare(y[one], y[other]);
        return first <= 0 && second <= 0 && (first < 0 || second < 0);
    }
}
