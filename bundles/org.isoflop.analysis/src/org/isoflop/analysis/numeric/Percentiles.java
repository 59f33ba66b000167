package org.isoflop.analysis.numeric;

import java.util.Arrays;

/**
 * Percentiles with linear interpolation between the two nearest ranks (type 7 of Hyndman and Fan 1996, the default of
 * NumPy and R), found without sorting everything: the numbers are counted into buckets, and only the buckets that hold
 * a wanted rank are sorted. One instance serves one thread.
 */
public final class Percentiles {

    private static final int BUCKETS = 1024;

    private final int[] counts = new int[BUCKETS + 1];
    private final int[] starts = new int[BUCKETS + 1];
    private final int[] places = new int[BUCKETS + 1];
    private final boolean[] kept = new boolean[BUCKETS + 1];
    private final double[] wanted;
    private int[] buckets = new int[64];
    private double[] few = new double[64];

    /**
     * Percentiles of the given probabilities.
     *
     * @param probabilities from 0 to 1
     */
    public Percentiles(double... probabilities) {
        wanted = probabilities.clone();
    }

    /**
     * The percentile of numbers in order.
     *
     * @param sorted at least one number, in ascending order
     * @param probability from 0 to 1
     * @return the percentile
     */
    public static double ofSorted(double[] sorted, double probability) {
        double rank = probability * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Finds the percentiles.
     *
     * @param values finite numbers; their order is kept
     * @param n how many of them count, at least one
     * @param out receives one percentile for each probability
     */
    public void of(double[] values, int n, double[] out) {
        if (buckets.length < n) {
            buckets = new int[n];
            few = new double[n];
        }
        double low = values[0];
        double high = values[0];
        for (int i = 1; i < n; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        double scale = BUCKETS / (high - low);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            double[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            for (int p = 0; p < wanted.length; p++) {
                out[p] = ofSorted(sorted, wanted[p]);
            }
            return;
        }
        count(values, n, low, scale);
        gather(values, n);
        for (int p = 0; p < wanted.length; p++) {
            double rank = wanted[p] * (n - 1);
            int below = (int) Math.floor(rank);
            double first = ranked(below);
            out[p] = rank == below ? first : first + (rank - below) * (ranked(below + 1) - first);
        }
    }

    private void count(double[] values, int n, double low, double scale) {
        for (int i = 0; i < n; i++) {
            buckets[i] = (int) ((values[i] - low) * scale);
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < n; i++) {
            counts[buckets[i]]++;
        }
        int before = 0;
        for (int b = 0; b <= BUCKETS; b++) {
            starts[b] = before;
            before += counts[b];
        }
    }

    /** Takes out the values of all buckets that hold a wanted rank, and sorts them. */
    private void gather(double[] values, int n) {
        Arrays.fill(kept, false);
        for (double probability : wanted) {
            int below = (int) Math.floor(probability * (n - 1));
            kept[bucket(below)] = true;
            kept[bucket(Math.min(below + 1, n - 1))] = true;
        }
        int place = 0;
        for (int b = 0; b <= BUCKETS; b++) {
            places[b] = place;
            place += kept[b] ? counts[b] : 0;
        }
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (kept[buckets[i]]) {
                few[size++] = values[i];
            }
        }
        Arrays.sort(few, 0, size);
    }

    /** The bucket that holds a rank: the last one that starts at or before it. */
    private int bucket(int rank) {
        int low = 0;
        int high = BUCKETS;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (starts[middle] <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double ranked(int rank) {
        int b = bucket(rank);
        return few[places[b] + rank - starts[b]];
    }
}
