package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** The time of a run from its compute and a utilisation, and the utilisation that hours imply. */
public final class TrainingTime {

    private TrainingTime() {
    }

    /**
     * The time of one device: C/(P·MFU). With FLOP that include recomputation and the rate that was achieved it is
     * equation 4 of Narayanan et al. 2021.
     *
     * @param flop training compute C
     * @param peak dense peak of a device in FLOP/s
     * @param utilisation MFU, above 0 and at most 1
     * @return device-seconds
     * @throws DomainException if a number is outside its domain
     */
    public static double deviceSeconds(double flop, double peak, double utilisation) {
        return DomainException.positive(flop, Sentence.of("node.compute"))
                / (DomainException.positive(peak, Sentence.of("node.peak"))
                        * DomainException.share(utilisation, Sentence.of("node.utilisation")));
    }

    /**
     * The utilisation that published hours imply: C/(h·3600·P). It is below what a step reaches, since hours count
     * restarts, evaluations and phases of long context.
     *
     * @param flop training compute C
     * @param deviceHours hours of one device
     * @param peak dense peak of a device in FLOP/s
     * @return MFU
     * @throws DomainException if a number is not positive
     */
    public static double utilisation(double flop, double deviceHours, double peak) {
        return DomainException.positive(flop, Sentence.of("node.compute"))
                / (DomainException.positive(deviceHours, Sentence.of("node.deviceHours")) * 3600
                        * DomainException.positive(peak, Sentence.of("node.peak")));
    }
}
