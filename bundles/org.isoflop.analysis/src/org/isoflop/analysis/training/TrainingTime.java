package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** The time of a run from its compute and a utilisation, and what a time allows. */
public final class TrainingTime {

    private static final double FLOP_PER_PARAMETER_AND_TOKEN = 6;

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

    /**
     * The tokens that a model can be trained on in a given time: n·P·MFU·t/(6·N).
     *
     * @param devices number of devices n
     * @param peak dense peak of one in FLOP/s
     * @param utilisation MFU
     * @param seconds time t
     * @param parameters active parameters N
     * @return tokens
     * @throws DomainException if a number is outside its domain
     */
    public static double tokens(double devices, double peak, double utilisation, double seconds, double parameters) {
        return delivered(devices, peak, utilisation, seconds)
                / (FLOP_PER_PARAMETER_AND_TOKEN * DomainException.positive(parameters, Sentence.of("node.parameters")));
    }

    /**
     * The largest model that can be trained in a given time on r tokens for each parameter: √(n·P·MFU·t/(6·r)).
     *
     * @param devices number of devices n
     * @param peak dense peak of one in FLOP/s
     * @param utilisation MFU
     * @param seconds time t
     * @param tokensPerParameter r, 20 for a compute-optimal model (Hoffmann et al. 2022)
     * @return parameters
     * @throws DomainException if a number is outside its domain
     */
    public static double parameters(double devices, double peak, double utilisation, double seconds,
            double tokensPerParameter) {
        return Math.sqrt(delivered(devices, peak, utilisation, seconds) / (FLOP_PER_PARAMETER_AND_TOKEN
                * DomainException.positive(tokensPerParameter, Sentence.of("node.tokensPerParameter"))));
    }

    private static double delivered(double devices, double peak, double utilisation, double seconds) {
        return DomainException.positive(devices, Sentence.of("node.devices"))
                * DomainException.positive(peak, Sentence.of("node.peak"))
                * DomainException.share(utilisation, Sentence.of("node.utilisation"))
                * DomainException.positive(seconds, Sentence.of("node.seconds"));
    }
}
