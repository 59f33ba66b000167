package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.expression.Expression;

/**
 * The objective for any formula. The formula becomes a list of operations over arrays, one element for each run; the
 * derivatives by all constants come from going through the list backwards. Constants that have a meaning only above
 * zero travel as logarithms, all others as they are.
 */
final class ExpressionProblem extends Problem {

    private static final double LARGEST_FACTOR = 3;

    private enum Operator {
        NUMBER, VARIABLE, CONSTANT, MINUS, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN, MAX, EXP, LOG, LOG10, SQRT
    }

    private record Operation(Operator operator, int left, int right, double[] value, double[] adjoint) {
    }

    private final int n;
    private final double[] loss;
    private final double[] weights;
    private final double[] residuals;
    private final boolean onLogarithms;
    private final boolean[] positive;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Integer> constants = new HashMap<>();
    private final double[][] jacobian;
    private final double[] last;
    private final double[] here;
    private final double[] slopes;
    private final double[] shifted;
    private final double[] upper;
    private final double[] lower;
    private final double[] scratch;
    private double delta;

    static ExpressionProblem of(FitForm form, Runs runs, Objective objective) {
        Map<String, double[]> columns = new HashMap<>();
        columns.put("N", runs.values(Run::parameters));
        columns.put("D", runs.values(Run::tokens));
        columns.put("U", runs.values(Run::uniqueTokens));
        columns.put("C", runs.values(Run::compute));
        return new ExpressionProblem(form, columns, runs.values(Run::loss), objective);
    }

    ExpressionProblem(FitForm form, Map<String, double[]> columns, double[] loss, Objective objective) {
        super(form.constants().size());
        this.loss = loss;
        n = loss.length;
        positive = new boolean[size()];
        for (String name : form.constants()) {
            positive[constants.size()] = form.isPositive(name);
            constants.put(name, constants.size());
        }
        weights = new double[n];
        Arrays.fill(weights, 1);
        residuals = new double[n];
        onLogarithms = objective.onLogarithms();
        delta = objective.delta();
        translate(form.expression(), columns);
        jacobian = new double[size()][n];
        last = new double[size()];
        here = new double[size()];
        slopes = new double[n];
        shifted = new double[size()];
        upper = new double[size()];
        lower = new double[size()];
        scratch = new double[size() * size()];
    }

    private int translate(Expression expression, Map<String, double[]> columns) {
        return switch (expression) {
            case Expression.Num number -> {
                int index = add(Operator.NUMBER, -1, -1);
                Arrays.fill(operations.get(index).value(), number.value());
                yield index;
            }
            case Expression.Name name when constants.containsKey(name.identifier()) ->
                add(Operator.CONSTANT, constants.get(name.identifier()), -1);
            case Expression.Name name -> {
                int index = add(Operator.VARIABLE, -1, -1);
                System.arraycopy(columns.get(name.identifier()), 0, operations.get(index).value(), 0, n);
                yield index;
            }
            case Expression.Minus minus -> add(Operator.MINUS, translate(minus.operand(), columns), -1);
            case Expression.Binary binary -> {
                int left = translate(binary.left(), columns);
                int right = translate(binary.right(), columns);
                yield add(switch (binary.operator()) {
                    case '+' -> Operator.ADD;
                    case '-' -> Operator.SUBTRACT;
                    case '*' -> Operator.MULTIPLY;
                    case '/' -> Operator.DIVIDE;
                    default -> Operator.POWER;
                }, left, right);
            }
            case Expression.Call call -> {
                int result = translate(call.arguments().getFirst(), columns);
                Operator operator = Operator.valueOf(call.function().name());
                if (call.arguments().size() == 1) {
                    yield add(operator, result, -1);
                }
                for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
                    result = add(operator, result, translate(argument, columns));
                }
                yield result;
            }
        };
    }

    private int add(Operator operator, int left, int right) {
        operations.add(new Operation(operator, left, right, new double[n], new double[n]));
        return operations.size() - 1;
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
    void weigh(double[] newWeights) {
        System.arraycopy(newWeights, 0, weights, 0, n);
    }

    @Override
    double[] weights() {
        return weights;
    }

    @Override
    void threshold(double newDelta) {
        delta = newDelta;
    }

    @Override
    double[] residuals() {
        return residuals;
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
        for (Operation operation : operations) {
            evaluate(operation, theta);
        }
        double[] predicted = operations.getLast().value();
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

    private void evaluate(Operation operation, double[] theta) {
        double[] out = operation.value();
        if (operation.operator() == Operator.NUMBER || operation.operator() == Operator.VARIABLE) {
            return;
        }
        if (operation.operator() == Operator.CONSTANT) {
            double constant = theta[operation.left()];
            Arrays.fill(out, positive[operation.left()] ? Math.exp(constant) : constant);
            return;
        }
        double[] left = operations.get(operation.left()).value();
        double[] right = operation.right() < 0 ? left : operations.get(operation.right()).value();
        for (int i = 0; i < n; i++) {
            double a = left[i];
            double b = right[i];
            out[i] = switch (operation.operator()) {
                case MINUS -> -a;
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case POWER -> Math.pow(a, b);
                case MIN -> Math.min(a, b);
                case MAX -> Math.max(a, b);
                case EXP -> Math.exp(a);
                case LOG -> Math.log(a);
                case LOG10 -> Math.log10(a);
                default -> Math.sqrt(a);
            };
        }
    }

    /** The derivatives of each prediction by each constant. */
    private void differentiate() {
        for (double[] column : jacobian) {
            Arrays.fill(column, 0);
        }
        for (Operation operation : operations) {
            Arrays.fill(operation.adjoint(), 0);
        }
        Arrays.fill(operations.getLast().adjoint(), 1);
        for (int k = operations.size() - 1; k >= 0; k--) {
            Operation operation = operations.get(k);
            if (operation.operator() == Operator.CONSTANT) {
                double[] column = jacobian[operation.left()];
                boolean logarithm = positive[operation.left()];
                for (int i = 0; i < n; i++) {
                    column[i] += operation.adjoint()[i] * (logarithm ? operation.value()[i] : 1);
                }
            } else if (operation.operator() != Operator.NUMBER && operation.operator() != Operator.VARIABLE) {
                passBack(operation);
            }
        }
    }

    private void passBack(Operation operation) {
        Operation first = operations.get(operation.left());
        Operation second = operation.right() < 0 ? first : operations.get(operation.right());
        boolean exponentIsFree = operation.operator() == Operator.POWER && isFree(operation.right());
        for (int i = 0; i < n; i++) {
            double g = operation.adjoint()[i];
            double v = operation.value()[i];
            double a = first.value()[i];
            double b = second.value()[i];
            switch (operation.operator()) {
                case MINUS -> first.adjoint()[i] -= g;
                case ADD -> {
                    first.adjoint()[i] += g;
                    second.adjoint()[i] += g;
                }
                case SUBTRACT -> {
                    first.adjoint()[i] += g;
                    second.adjoint()[i] -= g;
                }
                case MULTIPLY -> {
                    first.adjoint()[i] += g * b;
                    second.adjoint()[i] += g * a;
                }
                case DIVIDE -> {
                    first.adjoint()[i] += g / b;
                    second.adjoint()[i] -= g * v / b;
                }
                case POWER -> {
                    first.adjoint()[i] += g * b * Math.pow(a, b - 1);
                    if (exponentIsFree) {
                        second.adjoint()[i] += g * v * Math.log(a);
                    }
                }
                case MIN -> (a <= b ? first : second).adjoint()[i] += g;
                case MAX -> (a >= b ? first : second).adjoint()[i] += g;
                case EXP -> first.adjoint()[i] += g * v;
                case LOG -> first.adjoint()[i] += g / a;
                case LOG10 -> first.adjoint()[i] += g / (a * Math.log(10));
                default -> first.adjoint()[i] += g * 0.5 / v;
            }
        }
    }

    private boolean isFree(int index) {
        Operation operation = operations.get(index);
        return switch (operation.operator()) {
            case NUMBER, VARIABLE -> false;
            case CONSTANT -> true;
            default -> isFree(operation.left()) || operation.right() >= 0 && isFree(operation.right());
        };
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
        double[] predicted = operations.getLast().value();
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
        double[] predicted = operations.getLast().value();
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
        double scale = onLogarithms ? 1 / operations.getLast().value()[run] : 1;
        differentiate();
        for (int j = 0; j < g.length; j++) {
            g[j] = scale * jacobian[j][run];
        }
    }
}
