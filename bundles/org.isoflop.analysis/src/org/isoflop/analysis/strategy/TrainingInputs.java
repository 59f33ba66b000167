package org.isoflop.analysis.strategy;

import java.util.Objects;

import org.isoflop.analysis.training.RunClass;
import org.isoflop.analysis.training.TrainingSetup;

/**
 * What all steps that train have in common; null stands for "not given".
 *
 * @param tokens training tokens
 * @param data the dataset
 * @param device the accelerators, never null
 * @param devices how many accelerators work on it; without it those of the cluster
 * @param utilisation MFU, above 0 and at most 1; without it that of the cluster
 * @param payment how the accelerators are paid for; null takes the one whose price is known
 * @param runClass the class of runs whose MFU is assumed where none is given; null chooses it by devices and model
 * @param setup recipe, sequences and batch, never null
 */
public record TrainingInputs(Input tokens, DataInputs data, DeviceInputs device, Input devices, Input utilisation,
        Payment payment, RunClass runClass, TrainingSetup setup) {

    /** Of which nothing is known. */
    public static final TrainingInputs UNKNOWN = new TrainingInputs(null, null, DeviceInputs.UNKNOWN, null, null, null);

    /** Checks what is never null. */
    public TrainingInputs {
        Objects.requireNonNull(device);
        Objects.requireNonNull(setup);
    }

    /**
     * With all that is usual.
     *
     * @param tokens training tokens
     * @param data the dataset
     * @param device the accelerators
     * @param devices how many accelerators work on it
     * @param utilisation MFU
     * @param payment how the accelerators are paid for
     */
    public TrainingInputs(Input tokens, DataInputs data, DeviceInputs device, Input devices, Input utilisation,
            Payment payment) {
        this(tokens, data, device, devices, utilisation, payment, null, TrainingSetup.USUAL);
    }
}
