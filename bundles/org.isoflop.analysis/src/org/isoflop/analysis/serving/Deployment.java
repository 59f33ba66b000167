package org.isoflop.analysis.serving;

import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;

/**
 * One copy of a model on its accelerators.
 *
 * @param architecture the model
 * @param accelerator the accelerator
 * @param tensor devices that share each layer, t
 * @param pipeline groups of them that share the layers, p
 * @param precision the format that is computed in
 * @param quantisation the bits of weights and caches
 * @param efficiency what is reached of the data sheet
 * @param latency least seconds of a transfer between devices
 */
public record Deployment(Architecture architecture, Accelerator accelerator, int tensor, int pipeline,
        Precision precision, Quantisation quantisation, Efficiency efficiency, double latency) {

    /** Checks the values. */
    public Deployment {
        Objects.requireNonNull(architecture);
        DomainException.count(tensor, Sentence.of("node.tensor"));
        DomainException.count(pipeline, Sentence.of("node.pipeline"));
        accelerator.peak(precision);
        Objects.requireNonNull(quantisation);
        Objects.requireNonNull(efficiency);
        DomainException.notNegative(latency, Sentence.of("node.latency"));
        if (pipeline > architecture.layerCount()) {
            throw new DomainException(Sentence.of("serving.stages", pipeline, architecture.layerCount()));
        }
        if (tensor * (long) pipeline > 1 && accelerator.linkBandwidth() == 0) {
            throw new DomainException(Sentence.of("serving.noLink", accelerator.name()));
        }
        if (!architecture.causal()) {
            throw new DomainException(Sentence.of("serving.encoder"));
        }
    }

    /**
     * A model on a single device, all in 16 bits.
     *
     * @param architecture the model
     * @param accelerator the accelerator
     * @param efficiency what is reached of the data sheet
     * @return the deployment
     */
    public static Deployment single(Architecture architecture, Accelerator accelerator, Efficiency efficiency) {
        return new Deployment(architecture, accelerator, 1, 1, Precision.BF16, Quantisation.BF16, efficiency, 0);
    }

    /**
     * The number of devices.
     *
     * @return t·p
     */
    public long devices() {
        return (long) tensor * pipeline;
    }
}
