package org.isoflop.analysis.fit;

import java.util.Arrays;

/**
 * The sum over runs of an objective, as a function of the free constants. {@link #value} evaluates the runs and keeps
 * what {@link #derivatives} needs, so that each step of a minimiser goes over the runs once. One instance serves one
 * thread and allocates nothing.
 */
abstract class Problem {

    /** How many runs there are. */
    final int n;
    /** The losses of the runs. */
    final double[] loss;
    /** How often each run counts. */
    final double[] weights;
    /** Prediction minus run (logarithms for the objectives on logarithms), where {@link #value} was last asked. */
    final double[] residuals;
    /** Whether the residuals are those of ln L. */
    final boolean onLogarithms;
    /** The threshold below which Huber's function is a square. */
    double delta;
    private final int size;

    Problem(int size, double[] loss, Objective objective) {
        this.size = size;
        this.loss = loss;
        n = loss.length;
        weights = new double[n];
        Arrays.fill(weights, 1);
        residuals = new double[n];
        onLogarithms = objective.onLogarithms();
        delta = objective.delta();
    }

    /** The number of free constants. */
    final int size() {
        return size;
    }

    /** The objective, or positive infinity where the form has no value. */
    abstract double value(double[] theta);

    /**
     * Gradient and a matrix of second derivatives (lower and upper triangle) where {@link #value} was last asked.
     *
     * @param full the true second derivatives, which need not be positive; otherwise those of the least-squares problem
     *        that has the same gradient, which are never negative
     */
    abstract void derivatives(double[] gradient, double[] hessian, boolean full);

    /** The coordinates of constants in the form's order. */
    abstract double[] theta(double[] constants);

    /** The constants at a point. */
    abstract double[] constants(double[] theta);

    /** Shortens a step to where the derivatives can be trusted. */
    abstract void limit(double[] theta, double[] step);

    /** Says how often each run counts. */
    final void weigh(double[] newWeights) {
        System.arraycopy(newWeights, 0, weights, 0, n);
    }

    /** Sets the threshold of Huber's function. */
    final void threshold(double newDelta) {
        delta = newDelta;
    }

    /** The sum of the residuals' sizes where last asked. */
    final double deviation() {
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i] * Math.abs(residuals[i]);
        }
        return total;
    }

    /** The gradient of one residual where last asked. */
    abstract void residualGradient(int run, double[] gradient);
}
