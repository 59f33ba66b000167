package org.isoflop.analysis.strategy;

/**
 * What all steps that train have in common; null stands for "not given".
 *
 * @param tokens training tokens
 * @param data the dataset
 * @param device the accelerators, never null
 * @param devices how many accelerators work on it; without it those of the cluster
 * @param utilisation MFU, above 0 and at most 1; without it that of the cluster
 * @param payment how the accelerators are paid for; null takes the one whose price is known
 */
public record TrainingInputs(Input tokens, DataInputs data, DeviceInputs device, Input devices, Input utilisation,
        Payment payment) {

    /** Of which nothing is known. */
    public static final TrainingInputs UNKNOWN = new TrainingInputs(null, null, DeviceInputs.UNKNOWN, null, null, null);
}
