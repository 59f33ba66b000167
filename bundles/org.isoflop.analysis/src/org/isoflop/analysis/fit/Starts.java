package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.numeric.Linear;

/** Where a fit starts. */
public enum Starts {
    /**
     * The 4,500 starts of Hoffmann et al. 2022, App. D, for L = E + A/N^α + B/D^β; for other forms 128 points of a
     * Halton sequence over the constants that enter non-linearly, the linear ones by least squares.
     */
    GRID,
    /**
     * Variable projection: for given exponents E, A and B follow from non-negative least squares in L; the best five
     * pairs of exponents of a grid of 400 are the starts. Only for L = E + A/N^α + B/D^β.
     */
    VPNLS;

    private static final int HALTON = 128;
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    /**
     * The name in options and answers.
     *
     * @return such as {@code grid}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<double[]> points(FitForm form, Runs runs, Problem problem) {
        if (problem instanceof PowerSumProblem sum) {
            return this == GRID ? published(sum) : Projection.starts(sum);
        }
        return halton(form, runs, problem);
    }

    private static List<double[]> published(PowerSumProblem problem) {
        List<double[]> starts = new ArrayList<>(4500);
        for (int a = 0; a <= 25; a += 5) {
            for (int b = 0; b <= 25; b += 5) {
                for (int e = 0; e < 5; e++) {
                    for (int alpha = 0; alpha < 5; alpha++) {
                        for (int beta = 0; beta < 5; beta++) {
                            starts.add(problem.theta(a, b, 0.5 * e - 1, 0.5 * alpha, 0.5 * beta));
                        }
                    }
                }
            }
        }
        return starts;
    }

    /** Least squares by the normal equations of scaled columns; null if the columns depend on each other. */
    private static double[] leastSquares(List<double[]> columns, double[] y) {
        int k = columns.size();
        double[] scale = new double[k];
        for (int j = 0; j < k; j++) {
            scale[j] = Math.sqrt(dot(columns.get(j), columns.get(j)));
        }
        double[][] matrix = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                matrix[i][j] = dot(columns.get(i), columns.get(j)) / (scale[i] * scale[j]);
            }
            right[i] = dot(columns.get(i), y) / scale[i];
        }
        if (!Linear.solve(matrix, right)) {
            return null;
        }
        for (int j = 0; j < k; j++) {
            right[j] /= scale[j];
        }
        return right;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static List<double[]> halton(FitForm form, Runs runs, Problem problem) {
        List<String> names = form.constants();
        Set<String> linear = new HashSet<>();
        for (String name : names) {
            if (!form.isPositive(name)) {
                linear.add(name);
                if (degree(form.expression(), linear) > 1) {
                    linear.remove(name);
                }
            }
        }
        List<double[]> starts = new ArrayList<>();
        for (int i = 1; i <= HALTON; i++) {
            double[] k = new double[names.size()];
            for (int j = 0; j < k.length; j++) {
                k[j] = form.law() == null
                        ? anyNumber(i, halton(i, PRIMES[j % PRIMES.length]))
                        : known(names.get(j), runs, halton(i, PRIMES[j % PRIMES.length]));
            }
            if (!linear.isEmpty()) {
                project(form.expression(), names, linear, runs, k);
            }
            starts.add(problem.theta(k));
        }
        return starts;
    }

    /** Two in three between −2 and 2, as exponents are; one in three over eighteen decades, as coefficients are. */
    private static double anyNumber(int i, double u) {
        return i % 3 == 0 ? Math.pow(10, 18 * u - 2) : 4 * u - 2;
    }

    private static double known(String symbol, Runs runs, double u) {
        double least = Arrays.stream(runs.values(Run::loss)).min().getAsDouble();
        return switch (symbol) {
            case "E" -> least * (0.02 + 0.96 * u);
            case "A", "B" -> Math.pow(10, 6 * u);
            case "R_N", "R_D" -> Math.pow(10, 2 * u);
            case "N_c", "D_c", "C_c" -> Math.pow(10, 4 + 24 * u);
            case "c_0" -> 0.5 * u;
            case "c_1" -> 2 * u - 1;
            case "d_1" -> within(runs.values(Run::compute), u);
            case "f_1" -> Math.pow(10, 2 * u - 1.5);
            default -> Math.pow(10, -1.7 + 2 * u);
        };
    }

    /** A place between the smallest and the largest value, on a logarithmic scale. */
    private static double within(double[] values, double u) {
        double low = Arrays.stream(values).min().getAsDouble();
        return low * Math.pow(Arrays.stream(values).max().getAsDouble() / low, u);
    }

    private static void project(Expression expression, List<String> names, Set<String> linear, Runs runs, double[] k) {
        List<String> free = names.stream().filter(linear::contains).toList();
        Map<String, Double> values = new HashMap<>();
        for (int j = 0; j < k.length; j++) {
            values.put(names.get(j), linear.contains(names.get(j)) ? 0 : k[j]);
        }
        double[] rest = column(expression, values, runs);
        double[] y = runs.values(Run::loss);
        for (int i = 0; i < y.length; i++) {
            y[i] -= rest[i];
        }
        List<double[]> columns = new ArrayList<>();
        for (String name : free) {
            values.put(name, 1.0);
            double[] column = column(expression, values, runs);
            values.put(name, 0.0);
            for (int i = 0; i < column.length; i++) {
                column[i] -= rest[i];
            }
            columns.add(column);
        }
        double[] solution = leastSquares(columns, y);
        if (solution != null && Arrays.stream(solution).allMatch(Double::isFinite)) {
            for (int j = 0; j < free.size(); j++) {
                k[names.indexOf(free.get(j))] = solution[j];
            }
        }
    }

    private static double[] column(Expression expression, Map<String, Double> constants, Runs runs) {
        Map<String, Double> values = new HashMap<>(constants);
        return runs.values(run -> {
            values.put("N", run.parameters());
            values.put("D", run.tokens());
            values.put("U", run.uniqueTokens());
            values.put("C", run.compute());
            return expression.evaluate(values);
        });
    }

    /** 0 if the expression is free of the names, 1 if it is linear in all of them together, else 2. */
    private static int degree(Expression expression, Set<String> names) {
        return switch (expression) {
            case Expression.Num number -> 0;
            case Expression.Name name -> names.contains(name.identifier()) ? 1 : 0;
            case Expression.Minus minus -> degree(minus.operand(), names);
            case Expression.Binary binary -> {
                int left = degree(binary.left(), names);
                int right = degree(binary.right(), names);
                yield switch (binary.operator()) {
                    case '+', '-' -> Math.max(left, right);
                    case '*' -> Math.min(2, left + right);
                    case '/' -> right > 0 ? 2 : left;
                    default -> left + right > 0 ? 2 : 0;
                };
            }
            case Expression.Call call -> call.arguments().stream().anyMatch(a -> degree(a, names) > 0) ? 2 : 0;
        };
    }

    private static double halton(int index, int base) {
        double fraction = 1;
        double result = 0;
        for (int i = index; i > 0; i /= base) {
            fraction /= base;
            result += fraction * (i % base);
        }
        return result;
    }
}
