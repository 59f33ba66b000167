package org.isoflop.analysis.energy;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * The energy of one answer of a served model by a regression over measurements (EcoLogits 0.9, on H100 with 64 requests
 * at a time): an estimate for models of others, of which nothing but the size is known.
 *
 * @param devices accelerators of 80 GB that the model is taken to need
 * @param seconds latency of the answer
 * @param deviceJoules energy of the accelerators
 * @param serverJoules energy of the rest of the server
 * @param joules both, at the meter
 */
public record RequestEnergy(double devices, double seconds, double deviceJoules, double serverJoules, double joules) {

    /** Where the regression comes from. */
    public static final String SOURCE = "EcoLogits 0.9.1, ecologits/impacts/llm.py";

    private static final double WATT_HOUR = 3600;
    private static final double BATCH = 64;
    private static final double MEMORY_FACTOR = 1.2;
    private static final double BYTES = 2;
    private static final double DEVICE_MEMORY = 80e9;
    private static final double SERVER_WATTS = 1200;
    private static final double SERVER_DEVICES = 8;
    private static final double BILLION = 1e9;

    /**
     * Estimates the energy of an answer.
     *
     * @param activeParameters parameters that a token uses
     * @param totalParameters all parameters
     * @param tokens tokens of the answer
     * @param pue power usage effectiveness of the site
     * @return the energy: PUE·(server + accelerators)
     * @throws DomainException if a number is outside its domain
     */
    public static RequestEnergy of(double activeParameters, double totalParameters, double tokens, double pue) {
        double active = DomainException.positive(activeParameters, Sentence.of("node.parameters")) / BILLION;
        DomainException.positive(totalParameters, Sentence.of("node.parameters"));
        DomainException.positive(tokens, Sentence.of("node.output"));
        double memory = Math.ceil(MEMORY_FACTOR * totalParameters * BYTES / DEVICE_MEMORY);
        double devices = Math.pow(2, Math.ceil(Math.log(memory) / Math.log(2) - 1e-12));
        double seconds = tokens * (6.785088e-4 * active + 3.119310e-4 * BATCH + 1.9473718e-2);
        double device = tokens * (1.1665e-6 * Math.exp(-0.011206 * BATCH) * active + 4.0529e-5) * WATT_HOUR * devices;
        double server = seconds * SERVER_WATTS * devices / SERVER_DEVICES / BATCH;
        double servers = device + server;
        return new RequestEnergy(devices, seconds, device, server,
                servers * Energy.pue(pue));
    }
}
