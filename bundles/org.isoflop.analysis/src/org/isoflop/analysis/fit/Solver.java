package org.isoflop.analysis.fit;

import java.util.List;

import org.isoflop.analysis.numeric.Linear;

/**
 * Goes from a start to the minimum of an objective. Least absolute deviation has corners: it is approached over
 * Huber's function with an ever smaller threshold, until the runs that the best curve passes through are known, and
 * these are then met exactly. One instance serves one thread.
 */
final class Solver {

    private static final double[] THRESHOLDS = {1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    private static final double WIDE = 0.05;
    private static final int MOST_STEPS = 300;

    private final Problem problem;
    private final Minimiser minimiser;
    private final Objective objective;
    private final double smooth;
    private boolean converged;

    Solver(Problem problem, Objective objective) {
        this.problem = problem;
        this.objective = objective;
        minimiser = new Minimiser(problem);
        smooth = objective.kind() == Objective.Kind.L1 ? Objective.PUBLISHED_DELTA : objective.delta();
        problem.threshold(smooth);
    }

    Problem problem() {
        return problem;
    }

    /** Whether the last point is a minimum. */
    boolean converged() {
        return converged;
    }

    /**
     * Goes to a minimum of the smooth objective: Huber's function in place of least absolute deviation.
     *
     * @param theta the start; replaced by the lowest point found
     * @param enough a value low enough to stop at
     * @return the smooth objective there
     */
    double descend(double[] theta, double enough) {
        problem.threshold(smooth);
        double value = minimiser.minimise(theta, enough, MOST_STEPS);
        converged = minimiser.converged();
        return value;
    }

    /**
     * Goes to the minimum for other weights, from a minimum nearby. A second way leads over the smooth minimum that a
     * threshold of {@value #WIDE} gives, in which small local minima do not show; the lower end counts.
     *
     * @param theta the minimum nearby; replaced by the minimum
     * @return the objective there
     */
    double resolve(double[] theta) {
        double[] other = theta.clone();
        double near = solve(theta);
        if (!objective.onLogarithms()) {
            return near;
        }
        problem.threshold(Math.max(WIDE, smooth));
        minimiser.minimise(other, Double.NEGATIVE_INFINITY, MOST_STEPS);
        double far = solve(other);
        if (far < near) {
            System.arraycopy(other, 0, theta, 0, theta.length);
        }
        return Math.min(near, far);
    }

    /**
     * The lowest minimum from several starts.
     *
     * @param near a minimum for slightly other weights
     * @param others more starts
     * @return the lowest minimum
     */
    double[] lowest(double[] near, List<double[]> others) {
        double[] best = near.clone();
        double value = resolve(best);
        for (double[] start : others) {
            double[] end = start.clone();
            double there = solve(end);
            if (there < value) {
                value = there;
                best = end;
            }
        }
        return best;
    }

    /**
     * Goes to a minimum of the objective itself.
     *
     * @param theta the start; replaced by the minimum
     * @return the objective there
     */
    double solve(double[] theta) {
        double value = descend(theta, Double.NEGATIVE_INFINITY);
        if (objective.kind() != Objective.Kind.L1) {
            return value;
        }
        for (double threshold : THRESHOLDS) {
            problem.threshold(threshold);
            minimiser.minimise(theta, Double.NEGATIVE_INFINITY, MOST_STEPS);
        }
        problem.value(theta);
        meet(theta, THRESHOLDS[THRESHOLDS.length - 1]);
        problem.value(theta);
        return problem.deviation();
    }

    /** Newton's method on the equations that the residuals of the runs within the threshold are zero. */
    private void meet(double[] theta, double threshold) {
        int k = theta.length;
        int[] met = new int[k];
        int count = 0;
        double[] residuals = problem.residuals;
        for (int i = 0; i < residuals.length; i++) {
            if (problem.weights[i] > 0 && Math.abs(residuals[i]) <= threshold) {
                if (count == k) {
                    return;
                }
                met[count++] = i;
            }
        }
        if (count < k) {
            return;
        }
        double before = problem.deviation();
        double[] trial = theta.clone();
        for (int round = 0; round < 3; round++) {
            problem.value(trial);
            double[][] rows = new double[k][k];
            double[] right = new double[k];
            for (int j = 0; j < k; j++) {
                problem.residualGradient(met[j], rows[j]);
                right[j] = -problem.residuals[met[j]];
            }
            if (!Linear.solve(rows, right)) {
                return;
            }
            for (int j = 0; j < k; j++) {
                trial[j] += right[j];
            }
        }
        problem.value(trial);
        if (problem.deviation() <= before) {
            System.arraycopy(trial, 0, theta, 0, k);
        }
    }
}
