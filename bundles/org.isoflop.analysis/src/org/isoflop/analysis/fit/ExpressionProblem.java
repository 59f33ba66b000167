package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.expression.Program;
import org.isoflop.analysis.expression.Program.Operator;

/**
 * The objective for any formula. The formula becomes a program whose registers are arrays, one element for each run;
 * the derivatives by all constants come from going through it backwards. Constants that have a meaning only above zero
 * travel as logarithms, all others as they are.
 */
final class ExpressionProblem extends Problem {

    private static final double LARGEST_FACTOR = 3;
    private static final String PREDICTED = "predicted";

    private final boolean[] positive;
    private final Program program;
    /** Where the constants end and the columns of the runs begin. */
    private final int constants;
    /** Where the inputs end and the operations begin. */
    private final int inputs;
    private final int result;
    private final double[][] values;
    private final double[][] adjoints;
    /** Whether a register depends on a constant. */
    private final boolean[] free;
    private final double[][] jacobian;
    private final double[] last;
    private final double[] here;
    private final double[] slopes;
    private final double[] shifted;
    private final double[] upper;
    private final double[] lower;
    private final double[] scratch;

    static ExpressionProblem of(FitForm form, Runs runs, Objective objective) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("N", runs.values(Run::parameters));
        columns.put("D", runs.values(Run::tokens));
        columns.put("U", runs.values(Run::uniqueTokens));
        columns.put("C", runs.values(Run::compute));
        return new ExpressionProblem(form, columns, runs.values(Run::loss), objective);
    }

    ExpressionProblem(FitForm form, Map<String, double[]> columns, double[] loss, Objective objective) {
        super(form.constants().size(), loss, objective);
        constants = size();
        positive = new boolean[constants];
        for (int j = 0; j < constants; j++) {
            positive[j] = form.isPositive(form.constants().get(j));
        }
        List<String> names = new ArrayList<>(form.constants());
        names.addAll(columns.keySet());
        inputs = names.size();
        program = Program.of(names, 0, new LinkedHashMap<>(Map.of(PREDICTED, form.expression())));
        result = program.register(PREDICTED);
        double[] registers = program.registers();
        values = new double[registers.length][n];
        adjoints = new double[registers.length][n];
        free = new boolean[registers.length];
        for (int k = 0; k < registers.length; k++) {
            if (k < constants) {
                free[k] = true;
            } else if (k < inputs) {
                System.arraycopy(columns.get(names.get(k)), 0, values[k], 0, n);
            } else if (program.operator(k) == null) {
                Arrays.fill(values[k], registers[k]);
            } else {
                free[k] = free[program.left(k)] || free[program.right(k)];
                if (!free[k]) {
                    evaluate(k);
                }
            }
        }
        jacobian = new double[constants][n];
        last = new double[constants];
        here = new double[constants];
        slopes = new double[n];
        shifted = new double[constants];
        upper = new double[constants];
        lower = new double[constants];
        scratch = new double[constants * constants];
    }

    @Override
    double[] theta(double[] values) {
        double[] theta = values.clone();
        for (int j = 0; j < theta.length; j++) {
            theta[j] = positive[j] ? Math.log(values[j]) : values[j];
        }
        return theta;
    }

    @Override
    double[] constants(double[] theta) {
        double[] values = theta.clone();
        for (int j = 0; j < values.length; j++) {
            values[j] = positive[j] ? Math.exp(theta[j]) : theta[j];
        }
        return values;
    }

    @Override
    void limit(double[] theta, double[] step) {
        for (int i = 0; i < step.length; i++) {
            double most = positive[i] ? LARGEST_FACTOR : Math.max(1, Math.abs(theta[i]));
            step[i] = Math.min(Math.max(step[i], -most), most);
        }
    }

    @Override
    double value(double[] theta) {
        System.arraycopy(theta, 0, last, 0, last.length);
        for (int j = 0; j < constants; j++) {
            Arrays.fill(values[j], positive[j] ? Math.exp(theta[j]) : theta[j]);
        }
        for (int k = inputs; k < values.length; k++) {
            if (free[k]) {
                evaluate(k);
            }
        }
        double[] predicted = values[result];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double r;
            if (onLogarithms) {
                r = Math.log(predicted[i] / loss[i]);
                double clipped = Math.min(Math.max(r, -delta), delta);
                total += weights[i] == 0 ? 0 : weights[i] * clipped * (r - 0.5 * clipped);
            } else {
                r = predicted[i] - loss[i];
                total += weights[i] * r * r;
            }
            residuals[i] = r;
        }
        return Double.isNaN(total) ? Double.POSITIVE_INFINITY : total;
    }

    private void evaluate(int register) {
        Operator operator = program.operator(register);
        double[] left = values[program.left(register)];
        double[] right = values[program.right(register)];
        double[] out = values[register];
        for (int i = 0; i < n; i++) {
            out[i] = operator.apply(left[i], right[i]);
        }
    }

    /** The derivatives of each prediction by each constant. */
    private void differentiate() {
        for (double[] adjoint : adjoints) {
            Arrays.fill(adjoint, 0);
        }
        Arrays.fill(adjoints[result], 1);
        for (int k = values.length - 1; k >= inputs; k--) {
            if (free[k]) {
                passBack(k);
            }
        }
        for (int j = 0; j < constants; j++) {
            for (int i = 0; i < n; i++) {
                jacobian[j][i] = adjoints[j][i] * (positive[j] ? values[j][i] : 1);
            }
        }
    }

    private void passBack(int register) {
        Operator operator = program.operator(register);
        double[] first = values[program.left(register)];
        double[] second = values[program.right(register)];
        double[] ofFirst = adjoints[program.left(register)];
        double[] ofSecond = adjoints[program.right(register)];
        boolean exponentIsFree = free[program.right(register)];
        for (int i = 0; i < n; i++) {
            double g = adjoints[register][i];
            double v = values[register][i];
            double a = first[i];
            double b = second[i];
            switch (operator) {
                case MINUS -> ofFirst[i] -= g;
                case ADD -> {
                    ofFirst[i] += g;
                    ofSecond[i] += g;
                }
                case SUBTRACT -> {
                    ofFirst[i] += g;
                    ofSecond[i] -= g;
                }
                case MULTIPLY -> {
                    ofFirst[i] += g * b;
                    ofSecond[i] += g * a;
                }
                case DIVIDE -> {
                    ofFirst[i] += g / b;
                    ofSecond[i] -= g * v / b;
                }
                case POWER -> {
                    ofFirst[i] += g * b * Math.pow(a, b - 1);
                    if (exponentIsFree) {
                        ofSecond[i] += g * v * Math.log(a);
                    }
                }
                case MIN -> (a <= b ? ofFirst : ofSecond)[i] += g;
                case MAX -> (a >= b ? ofFirst : ofSecond)[i] += g;
                case EXP -> ofFirst[i] += g * v;
                case LOG -> ofFirst[i] += g / a;
                case LOG10 -> ofFirst[i] += g / (a * Math.log(10));
                case SQRT -> ofFirst[i] += g * 0.5 / v;
            }
        }
    }

    /** What the objective gains for each unit of a residual. */
    private void slopes() {
        for (int i = 0; i < n; i++) {
            slopes[i] = onLogarithms
                    ? weights[i] * Math.min(Math.max(residuals[i], -delta), delta)
                    : 2 * weights[i] * residuals[i];
        }
    }

    /** The sum of the residuals' gradients, each times its slope. */
    private void gradient(double[] g) {
        differentiate();
        double[] predicted = values[result];
        Arrays.fill(g, 0);
        for (int i = 0; i < n; i++) {
            double slope = weights[i] == 0 ? 0 : onLogarithms ? slopes[i] / predicted[i] : slopes[i];
            for (int j = 0; j < g.length; j++) {
                g[j] += slope * jacobian[j][i];
            }
        }
    }

    @Override
    void derivatives(double[] g, double[] h, boolean full) {
        slopes();
        gradient(g);
        int k = g.length;
        Arrays.fill(h, 0);
        double[] predicted = values[result];
        for (int i = 0; i < n; i++) {
            double size = Math.abs(residuals[i]);
            double beyond = full ? 0 : delta / size;
            double curve = onLogarithms
                    ? weights[i] * (size <= delta ? 1 : beyond) / (predicted[i] * predicted[i])
                    : 2 * weights[i];
            for (int j = 0; j < k && curve != 0; j++) {
                double part = curve * jacobian[j][i];
                for (int l = 0; l <= j; l++) {
                    h[j * k + l] += part * jacobian[l][i];
                }
            }
        }
        if (full) {
            addCurvature(h);
        }
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < j; l++) {
                h[l * k + j] = h[j * k + l];
            }
        }
    }

    /** Adds the second derivatives of the residuals, each times its slope: central differences of their gradients. */
    private void addCurvature(double[] h) {
        int k = last.length;
        System.arraycopy(last, 0, here, 0, k);
        for (int j = 0; j < k; j++) {
            double step = 1e-5 * (positive[j] ? 1 : Math.max(Math.abs(here[j]), 1e-3));
            System.arraycopy(here, 0, shifted, 0, k);
            shifted[j] = here[j] + step;
            value(shifted);
            gradient(upper);
            shifted[j] = here[j] - step;
            value(shifted);
            gradient(lower);
            for (int l = 0; l < k; l++) {
                scratch[j * k + l] = (upper[l] - lower[l]) / (2 * step);
            }
        }
        for (int j = 0; j < k; j++) {
            for (int l = 0; l <= j; l++) {
                h[j * k + l] += 0.5 * (scratch[j * k + l] + scratch[l * k + j]);
            }
        }
        value(here);
    }

    @Override
    void residualGradient(int run, double[] g) {
        double scale = onLogarithms ? 1 / values[result][run] : 1;
        differentiate();
        for (int j = 0; j < g.length; j++) {
            g[j] = scale * jacobian[j][run];
        }
    }
}
