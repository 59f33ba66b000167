package org.isoflop.analysis.strategy;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.ServingModel;

/**
 * Over how many devices a copy of a model is spread: as the step says, else the fewest on which weights and one
 * sequence fit, sharing layers within a node and then dividing the layers into stages.
 */
record Placement(int tensor, int pipeline) {

    private static final int NODE = 8;
    private static final int WIDEST = 1024;

    static Placement of(ServeInputs given, Architecture architecture, Accelerator accelerator, Precision precision,
            Quantisation quantisation, Efficiency efficiency, double latency, double context) {
        if (given.tensor() != null || given.pipeline() != null) {
            return new Placement(given.tensor() == null ? 1 : given.tensor(),
                    given.pipeline() == null ? 1 : given.pipeline());
        }
        Placement last = new Placement(1, 1);
        if (accelerator.linkBandwidth() == 0) {
            return last;
        }
        long layers = architecture.layerCount();
        for (int tensor = 1; tensor <= WIDEST; tensor *= 2) {
            for (int pipeline = 1; pipeline <= (tensor < NODE ? 1 : layers); pipeline++) {
                last = new Placement(tensor, pipeline);
                ServingModel model = new ServingModel(new Deployment(architecture, accelerator, tensor, pipeline,
                        precision, quantisation, efficiency, latency));
                if (model.memory(1, context) <= model.memoryLimit()) {
                    return last;
                }
            }
        }
        return last;
    }
}
