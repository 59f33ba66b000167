package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Weights, gradients and optimizer of one device, in bytes.
 *
 * @param weights of the weights
 * @param gradients of the gradients
 * @param optimizer of the optimizer
 */
public record ModelStates(double weights, double gradients, double optimizer) {

    /**
     * The states of one device: Ψ/(t·p) parameters, of which ZeRO divides the optimizer (stage 1), the gradients (2)
     * and the weights (3) by d (Rajbhandari et al. 2020, arXiv:1910.02054, fig. 1). The copies d are n/(t·p): dividing
     * by all devices n as well would count tensor and pipeline twice.
     *
     * @param parameters of the whole model, Ψ
     * @param bytes for each of them
     * @param tensor tensor parallelism t
     * @param pipeline pipeline stages p
     * @param data copies of the model d
     * @param zero the stage of ZeRO
     * @return the bytes, evenly split
     * @throws DomainException if a number is not positive
     */
    public static ModelStates of(double parameters, StateBytes bytes, int tensor, int pipeline, int data,
            ZeroStage zero) {
        DomainException.positive(parameters, Sentence.of("node.parameters"));
        DomainException.count(tensor, Sentence.of("node.tensor"));
        DomainException.count(pipeline, Sentence.of("node.pipeline"));
        DomainException.count(data, Sentence.of("node.data"));
        double held = parameters / ((double) tensor * pipeline);
        return new ModelStates(bytes.weights() * held / weightShare(zero, data),
                bytes.gradients() * held / gradientShare(zero, data),
                bytes.optimizer() * held / optimizerShare(zero, data));
    }

    /** Among how many devices the weights are divided. */
    static int weightShare(ZeroStage zero, int data) {
        return zero == ZeroStage.PARAMETERS ? data : 1;
    }

    /** Among how many devices the gradients are divided. */
    static int gradientShare(ZeroStage zero, int data) {
        return zero.stage() >= ZeroStage.GRADIENTS.stage() ? data : 1;
    }

    /** Among how many devices the optimizer is divided. */
    static int optimizerShare(ZeroStage zero, int data) {
        return zero == ZeroStage.NONE ? 1 : data;
    }

    /**
     * All three.
     *
     * @return bytes
     */
    public double total() {
        return weights + gradients + optimizer;
    }
}
