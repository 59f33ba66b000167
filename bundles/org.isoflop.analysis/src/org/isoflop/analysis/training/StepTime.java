package org.isoflop.analysis.training;

/**
 * The time of one step of the optimizer, in seconds.
 *
 * @param compute multiplying, on the slowest stage
 * @param tensor all-reduces within layers
 * @param pipeline sending between stages
 * @param bubble waiting for the first and the last micro-batches
 * @param data sums of gradients and collected weights that computing does not hide
 * @param optimizer reading and writing the states
 */
public record StepTime(double compute, double tensor, double pipeline, double bubble, double data, double optimizer) {

    /**
     * All of it.
     *
     * @return seconds
     */
    public double total() {
        return compute + tensor + pipeline + bubble + data + optimizer;
    }
}
