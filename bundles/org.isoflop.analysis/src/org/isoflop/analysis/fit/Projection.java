package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.isoflop.analysis.numeric.Linear;

/**
 * Variable projection for L = E + A/N^α + B/D^β: for given exponents the coefficients follow from non-negative least
 * squares in L. All scalar products that the grid of exponents needs are taken once.
 */
final class Projection {

    private static final int STEPS = 20;
    private static final double STEP = 0.05;
    private static final int STARTS = 5;

    private final double[][] powersOfN = new double[STEPS][];
    private final double[][] powersOfD = new double[STEPS][];
    private final double[] ones;
    private final double[] loss;

    private record Point(double squares, double[] theta) {
    }

    private Projection(PowerSumProblem problem) {
        loss = problem.loss;
        ones = new double[loss.length];
        Arrays.fill(ones, 1);
        for (int i = 0; i < STEPS; i++) {
            double exponent = STEP * (i + 1);
            powersOfN[i] = Arrays.stream(problem.x()).map(x -> Math.exp(-exponent * x)).toArray();
            powersOfD[i] = Arrays.stream(problem.y()).map(y -> Math.exp(-exponent * y)).toArray();
        }
    }

    /** The best five pairs of exponents with their coefficients, as coordinates of the problem. */
    static List<double[]> starts(PowerSumProblem problem) {
        return new Projection(problem).best();
    }

    private List<double[]> best() {
        double[][] ofN = new double[STEPS][];
        double[][] ofD = new double[STEPS][];
        for (int i = 0; i < STEPS; i++) {
            ofN[i] = products(powersOfN[i]);
            ofD[i] = products(powersOfD[i]);
        }
        double sum = dot(ones, loss);
        double squares = dot(loss, loss);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double shared = dot(powersOfN[i], powersOfD[j]);
                double[][] gram = {{ofN[i][0], shared, ofN[i][1]}, {shared, ofD[j][0], ofD[j][1]},
                    {ofN[i][1], ofD[j][1], loss.length}};
                points.add(point(gram, new double[] {ofN[i][2], ofD[j][2], sum}, squares, STEP * (i + 1),
                        STEP * (j + 1)));
            }
        }
        return points.stream().sorted(Comparator.comparingDouble(Point::squares)).limit(STARTS).map(Point::theta)
                .toList();
    }

    /** Scalar products of a column with itself, with ones and with the losses. */
    private double[] products(double[] column) {
        return new double[] {dot(column, column), dot(column, ones), dot(column, loss)};
    }

    /** The best of the seven sets of columns whose least squares give no minus. */
    private static Point point(double[][] gram, double[] right, double squares, double alpha, double beta) {
        Point best = new Point(Double.POSITIVE_INFINITY, new double[] {0, 0, 0, alpha, beta});
        for (int set = 1; set < 8; set++) {
            double[] some = solve(gram, right, set);
            if (some == null) {
                continue;
            }
            double left = squares;
            for (int i = 0; i < 3; i++) {
                left -= 2 * some[i] * right[i];
                for (int j = 0; j < 3; j++) {
                    left += some[i] * gram[i][j] * some[j];
                }
            }
            if (left < best.squares()) {
                double[] theta = {-20, -20, -20, alpha, beta};
                for (int j = 0; j < 3; j++) {
                    theta[j] = (set >> j & 1) == 1 ? Math.log(Math.max(some[j], 1e-9)) : theta[j];
                }
                best = new Point(left, theta);
            }
        }
        return best;
    }

    /** Least squares over a set of columns, the others at zero; null if there is no solution without a minus. */
    private static double[] solve(double[][] gram, double[] right, int set) {
        int[] chosen = new int[Integer.bitCount(set)];
        for (int j = 0, next = 0; j < 3; j++) {
            if ((set >> j & 1) == 1) {
                chosen[next++] = j;
            }
        }
        double[][] matrix = new double[chosen.length][chosen.length];
        double[] solution = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            double scale = Math.sqrt(gram[chosen[i]][chosen[i]]);
            for (int j = 0; j < chosen.length; j++) {
                matrix[i][j] = gram[chosen[i]][chosen[j]] / (scale * Math.sqrt(gram[chosen[j]][chosen[j]]));
            }
            solution[i] = right[chosen[i]] / scale;
        }
        if (!Linear.solve(matrix, solution)) {
            return null;
        }
        double[] all = new double[3];
        for (int i = 0; i < chosen.length; i++) {
            if (!(solution[i] >= 0)) {
                return null;
            }
            all[chosen[i]] = solution[i] / Math.sqrt(gram[chosen[i]][chosen[i]]);
        }
        return all;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
