package org.isoflop.analysis.fit;

import org.isoflop.analysis.numeric.Cholesky;

/**
 * Newton's method within a trust region set by Levenberg's and Marquardt's damping. Far from the minimum, or where the
 * true second derivatives are not positive, it takes those of the reweighted least-squares problem instead. One
 * instance serves one thread and allocates nothing.
 */
final class Minimiser {

    private static final double SMALLEST_DAMPING = 1e-12;
    private static final double LARGEST_DAMPING = 1e12;

    private final Problem problem;
    private final int n;
    private final double[] gradient;
    private final double[] hessian;
    private final double[] factor;
    private final double[] step;
    private final double[] trial;
    private double lowest;
    private double damping;
    private boolean full;
    private int iterations;
    private boolean converged;

    Minimiser(Problem problem) {
        this.problem = problem;
        n = problem.size();
        gradient = new double[n];
        hessian = new double[n * n];
        factor = new double[n * n];
        step = new double[n];
        trial = new double[n];
    }

    /** How many steps the last minimisation took. */
    int iterations() {
        return iterations;
    }

    /** Whether the last minimisation ended at a point from which no step leads lower. */
    boolean converged() {
        return converged;
    }

    /**
     * Goes downhill.
     *
     * @param theta where to start; replaced by the lowest point found
     * @param enough a value that is low enough to stop at; minus infinity for a true minimum
     * @param most the most steps
     * @return the objective there
     */
    double minimise(double[] theta, double enough, int most) {
        lowest = problem.value(theta);
        damping = 1e-4;
        full = false;
        converged = false;
        iterations = 0;
        if (!(lowest < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        boolean lower = true;
        while (lower && lowest > enough && iterations < most) {
            iterations++;
            problem.derivatives(gradient, hessian, full);
            lower = descend(theta);
        }
        return lowest;
    }

    /** Goes a step lower; false where none leads lower. One loop in a method: Java compiles nested ones for long. */
    private boolean descend(double[] theta) {
        boolean askedFull = full;
        while (true) {
            if (!step(damping)) {
                if (full) {
                    full = false;
                    problem.derivatives(gradient, hessian, false);
                } else {
                    damping = Math.max(1e-8, damping * 10);
                }
                if (damping > LARGEST_DAMPING) {
                    return false;
                }
            } else if (!(predicted() > 1e-16 * lowest)) {
                converged = full;
                if (askedFull || full || damping > LARGEST_DAMPING) {
                    return false;
                }
                askedFull = true;
                full = true;
                problem.derivatives(gradient, hessian, true);
            } else if (isTaken(theta)) {
                return true;
            } else {
                damping = Math.max(damping * 8, 1e-6);
                if (damping > LARGEST_DAMPING) {
                    converged = full;
                    return false;
                }
            }
        }
    }

    /** Takes the step if it leads lower, and sets the damping by how well it was predicted. */
    private boolean isTaken(double[] theta) {
        problem.limit(theta, step);
        double predicted = predicted();
        for (int i = 0; i < n; i++) {
            trial[i] = theta[i] + step[i];
        }
        double value = problem.value(trial);
        if (!(value < lowest)) {
            return false;
        }
        double gain = predicted > 0 ? (lowest - value) / predicted : 0.5;
        if (gain > 0.75) {
            damping = Math.max(SMALLEST_DAMPING, damping * 0.05);
        } else if (gain < 0.25) {
            damping *= 3;
        }
        full = full || lowest - value < 0.1 * lowest;
        System.arraycopy(trial, 0, theta, 0, n);
        lowest = value;
        return true;
    }

    /** The damped step; false if the damped matrix is not positive definite. */
    private boolean step(double added) {
        System.arraycopy(hessian, 0, factor, 0, n * n);
        for (int i = 0; i < n; i++) {
            double diagonal = Math.abs(hessian[i * n + i]);
            factor[i * n + i] += added * diagonal + 1e-300;
            step[i] = -gradient[i];
        }
        if (!Cholesky.factor(factor, n)) {
            return false;
        }
        Cholesky.solve(factor, n, step);
        return true;
    }

    private double predicted() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double product = 0;
            for (int k = 0; k < n; k++) {
                product += hessian[i * n + k] * step[k];
            }
            sum -= step[i] * (gradient[i] + 0.5 * product);
        }
        return sum;
    }
}
