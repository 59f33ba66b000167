package org.isoflop.analysis.training;

/**
 * A layout with what it takes.
 *
 * @param layout the layout
 * @param memory of the fullest device
 * @param time of a step
 * @param utilisation MFU: what the model needs, attention counted causally, of what the devices could do
 * @param deviceSecondsPerToken seconds of one device for each token, which is what a layout costs
 */
public record Plan(Layout layout, TrainingMemory memory, StepTime time, double utilisation,
        double deviceSecondsPerToken) {

    private static final double HOUR = 3600;

    /**
     * What a run on this layout takes.
     *
     * @param tokens training tokens
     * @return hours of one device, without restarts
     */
    public double deviceHours(double tokens) {
        return deviceSecondsPerToken * tokens / HOUR;
    }
}
