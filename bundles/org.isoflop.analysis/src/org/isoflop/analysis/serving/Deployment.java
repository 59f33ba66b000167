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

    private static final int NODE = 8;
    private static final int WIDEST = 1024;

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
     * The same on the fewest devices that hold the weights and one sequence: within a node of eight, 1, 2, 4 or 8 share
     * each layer; beyond, such groups share the layers.
     *
     * @param context tokens of the sequence at its end
     * @return the deployment; where nothing holds it, or the devices have no link, the last one that was tried
     */
    public Deployment onFewestDevices(double context) {
        Deployment last = on(1, 1);
        if (accelerator.linkBandwidth() == 0) {
            return last;
        }
        for (int group = 1; group <= WIDEST; group *= 2) {
            long stages = group < NODE ? 1 : architecture.layerCount();
            int least = group < NODE ? 1
                    : (int) Math.clamp(ServingModel.devicesNeeded(last, 1, context) / group, 1, stages);
            for (int stage = least; stage <= stages; stage++) {
                last = on(group, stage);
                if (new ServingModel(last).largestBatch(context) >= 1) {
                    return last;
                }
            }
        }
        return last;
    }

    private Deployment on(int devices, int stages) {
        return new Deployment(architecture, accelerator, devices, stages, precision, quantisation, efficiency,
                latency);
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
