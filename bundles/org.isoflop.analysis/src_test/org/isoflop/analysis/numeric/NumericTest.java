package org.isoflop.analysis.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The numerical tools against {@link Math} and against known values. */
class NumericTest {

    @Test
    void exponentialsAreThoseOfMath() {
        for (double x = -32; x <= 32; x += 0.0137) {
            assertEquals(1, Exponentials.exp(x) / Math.exp(x), 5e-14, String.valueOf(x));
        }
        double[] x = {-40, -1, 0, 2, 50};
        double[] y = new double[x.length];
        Exponentials.power(1, 0.5, x, -40, 50, x.length, y);
        for (int i = 0; i < x.length; i++) {
            assertEquals(1, y[i] / Math.exp(1 - 0.5 * x[i]), 5e-14);
        }
        Exponentials.power(0, 20, x, -40, 50, x.length, y);
        assertEquals(Double.POSITIVE_INFINITY, y[0]);
        assertEquals(Math.exp(-40), y[3]);
        for (double c : new double[] {-590, -3, 0, 590}) {
            Exponentials.power(c, 0.04, x, -40, 50, x.length, y);
            for (int i = 0; i < x.length; i++) {
                assertEquals(1, y[i] / Math.exp(c - 0.04 * x[i]), 5e-14);
            }
        }
    }

    @Test
    void logarithmsAreThoseOfMath() {
        Random random = new Random(1);
        double[] x = new double[700];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(random.nextDouble() * 1400 - 700);
        }
        double[] y = new double[Logarithms.BLOCK];
        Logarithms logarithms = new Logarithms();
        assertTrue(logarithms.of(x, 200, 500, y));
        assertEquals(Math.log(Arrays.stream(x, 200, 700).min().getAsDouble()), logarithms.low());
        assertEquals(Math.log(Arrays.stream(x, 200, 700).max().getAsDouble()), logarithms.high());
        for (int i = 0; i < 500; i++) {
            assertEquals(Math.log(x[200 + i]), y[i], 1e-15 * Math.max(1, Math.abs(y[i])));
        }
        assertTrue(logarithms.of(new double[] {Double.MIN_NORMAL, Double.MAX_VALUE}, 0, 2, y));
        for (double bad : new double[] {0, -0.0, -1, -Double.MIN_NORMAL, -Double.MAX_VALUE, Double.MIN_VALUE,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.longBitsToDouble(-1)}) {
            assertFalse(logarithms.of(new double[] {1, bad, 2}, 0, 3, y), String.valueOf(bad));
        }
        for (double q = 0.67; q < 1.5; q += 1e-3) {
            assertEquals(Math.log(q), Logarithms.nearOne(q), 1e-15);
        }
    }

    @Test
    void powersAreThoseOfMath() {
        Random random = new Random(3);
        double[] x = new double[Powers.BLOCK];
        double[] y = new double[Powers.BLOCK];
        for (double exponent : new double[] {0, 0.05, 0.34, 1, 2}) {
            Powers powers = new Powers(482, exponent);
            for (int round = 1; round <= 8; round++) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.exp(5 * round * (random.nextDouble() - 0.5));
                }
                assertTrue(powers.of(x, 0, x.length, y));
                for (int i = 0; i < x.length; i++) {
                    assertEquals(1, y[i] / (482 * Math.pow(x[i], -exponent)), 5e-14);
                }
            }
        }
        for (double bad : new double[] {0, -0.0, -1, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertFalse(new Powers(1, 0.3).of(new double[] {1, bad, 2}, 0, 3, y), String.valueOf(bad));
        }
        assertFalse(new Powers(1, 2.1).of(x, 0, 1, y));
        assertFalse(new Powers(1, 2).of(new double[] {1, 1e200}, 0, 2, y));
    }

    /** As numpy.percentile, whose values these are: of the squares of 0 … 9. */
    @Test
    void percentiles() {
        double[] values = {81, 0, 1, 64, 4, 9, 16, 49, 25, 36};
        double[] found = new double[4];
        new Percentiles(0, 0.025, 0.5, 0.975).of(values, values.length, found);
        assertArrayEquals(new double[] {0, 0.225, 20.5, 77.175}, found, 1e-12);
        Random random = new Random(2);
        double[] probabilities = {0, 0.025, 0.1, 0.5, 0.975, 1};
        Percentiles percentiles = new Percentiles(probabilities);
        double[] out = new double[probabilities.length];
        for (int n : new int[] {1, 2, 3, 100, 4000}) {
            for (int kind = 0; kind < 4; kind++) {
                double[] many = new double[n];
                for (int i = 0; i < n; i++) {
                    double u = random.nextDouble();
                    many[i] = kind == 0 ? u : kind == 1 ? 7 : kind == 2 ? Math.exp(30 * u) : Math.rint(3 * u);
                }
                percentiles.of(many, n, out);
                Arrays.sort(many);
                for (int p = 0; p < out.length; p++) {
                    assertEquals(Percentiles.ofSorted(many, probabilities[p]), out[p], 1e-12 * Math.abs(out[p]));
                }
            }
        }
    }

    /** xoshiro256++ from a known state is checked by its published first outputs; here streams are told apart. */
    @Test
    void streamsDifferAndRepeat() {
        Streams one = new Streams(42, 0);
        Streams two = new Streams(42, 1);
        Streams other = new Streams(43, 0);
        long first = one.next();
        assertFalse(first == two.next() || first == other.next());
        one.reset(42, 0);
        assertEquals(first, one.next());
    }

    @Test
    void streamsAreUniformAndNormal() {
        Streams random = new Streams(1, 2);
        int[] counts = new int[7];
        double mean = 0;
        double squares = 0;
        int n = 70_000;
        for (int i = 0; i < n; i++) {
            counts[random.below(7)]++;
            double normal = random.normal();
            mean += normal / n;
            squares += normal * normal / n;
            double uniform = random.uniform();
            assertTrue(uniform > 0 && uniform < 1);
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
        assertEquals(0, mean, 0.02);
        assertEquals(1, squares, 0.03);
    }

    /** scipy.stats.chi2.sf: 0.05 at the usual critical values; 1.69e-49 at 238.40 as published with a fit. */
    @Test
    void chiSquare() {
        assertEquals(0.05, ChiSquare.upper(3.841458820694124, 1), 1e-12);
        assertEquals(0.05, ChiSquare.upper(11.070497693516351, 5), 1e-12);
        assertEquals(0.9998, ChiSquare.upper(0.1, 5), 1e-4);
        assertEquals(1.69e-49, ChiSquare.upper(238.40, 5), 0.01e-49);
        assertEquals(1, ChiSquare.upper(0, 3));
        assertEquals(Math.exp(-3), ChiSquare.upper(6, 2), 1e-15);
    }

    @Test
    void linearSystems() {
        double[][] matrix = {{0, 2, 1}, {1, -1, 0}, {3, 0, -2}};
        double[] right = {7, -1, -3};
        assertTrue(Linear.solve(matrix, right));
        assertArrayEquals(new double[] {1, 2, 3}, right, 1e-14);
        assertFalse(Linear.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}));
        double[] factor = {4, 2, 2, 3};
        double[] b = {8, 7};
        assertTrue(Cholesky.factor(factor, 2));
        Cholesky.solve(factor, 2, b);
        assertArrayEquals(new double[] {1.25, 1.5}, b, 1e-14);
        double[] out = new double[2];
        Cholesky.multiply(factor, 2, new double[] {1, 1}, out);
        assertArrayEquals(new double[] {2, 1 + Math.sqrt(2)}, out, 1e-14);
        assertFalse(Cholesky.factor(new double[] {1, 2, 2, 1}, 2));
    }

    @Test
    void everyIndexIsWorkedOnceAndFailuresArrive() {
        for (int threads : new int[] {1, 2, 16}) {
            int[] seen = new int[1001];
            Parallel.chunks(seen.length, 7, threads, thread -> (from, to) -> {
                for (int i = from; i < to; i++) {
                    seen[i]++;
                }
            });
            assertTrue(Arrays.stream(seen).allMatch(count -> count == 1));
            assertThrows(IllegalStateException.class, () -> Parallel.chunks(100, 1, threads, thread -> (from, to) -> {
                if (from == 50) {
                    throw new IllegalStateException();
                }
            }));
        }
        Parallel.chunks(0, 1, 2, thread -> (from, to) -> {
            throw new IllegalStateException();
        });
    }
}
