package org.isoflop.analysis.fit;

/**
 * The sum over runs of an objective, as a function of the free constants. {@link #value} evaluates the runs and keeps
 * what {@link #derivatives} needs, so that each step of a minimiser goes over the runs once. One instance serves one
 * thread and allocates nothing.
 */
abstract class Problem {

    private final int size;

    Problem(int size) {
        this.size = size;
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
    abstract void weigh(double[] weights);

    /** The threshold below which Huber's function is a square. */
    abstract void threshold(double delta);

    /** The residuals, prediction minus run (logarithms for the objectives on logarithms), where last asked. */
    abstract double[] residuals();

    /** How often each run counts. */
    abstract double[] weights();

    /** The sum of the residuals' sizes where last asked. */
    final double deviation() {
        double[] r = residuals();
        double[] w = weights();
        double total = 0;
        for (int i = 0; i < r.length; i++) {
            total += w[i] * Math.abs(r[i]);
        }
        return total;
    }

    /** The gradient of one residual where last asked. */
    abstract void residualGradient(int run, double[] gradient);
}
