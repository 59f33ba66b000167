package org.isoflop.analysis.hardware;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * An accelerator.
 *
 * @param name its name
 * @param memoryBytes its memory in bytes; the vendors' GB are 10⁹
 * @param bandwidth of that memory, bytes/s
 * @param peaks dense peak rates by precision, FLOP/s
 * @param linkBandwidth to its neighbours in one direction, bytes/s: half of what vendors state; 0 if it has no link
 * @param power its thermal design power in watts; 0 if nobody publishes it
 */
public record Accelerator(String name, double memoryBytes, double bandwidth, Map<Precision, Double> peaks,
        double linkBandwidth, double power) {

    /** Checks the values and copies the peaks. */
    public Accelerator {
        Objects.requireNonNull(name);
        DomainException.positive(memoryBytes, Sentence.of("node.memory"));
        DomainException.positive(bandwidth, Sentence.of("node.bandwidth"));
        peaks.values().forEach(peak -> DomainException.positive(peak, Sentence.of("node.peak")));
        DomainException.notNegative(linkBandwidth, Sentence.of("node.linkBandwidth"));
        DomainException.notNegative(power, Sentence.of("node.power"));
        Map<Precision, Double> copy = new EnumMap<>(Precision.class);
        copy.putAll(peaks);
        peaks = Collections.unmodifiableMap(copy);
    }

    /**
     * The peak rate of a precision. Chips without bf16 take that of fp16, and the other way round.
     *
     * @param precision the format
     * @return dense FLOP/s
     * @throws DomainException if the chip has no such peak
     */
    public double peak(Precision precision) {
        Double peak = peaks.get(precision);
        if (peak == null && precision == Precision.BF16) {
            peak = peaks.get(Precision.FP16);
        }
        if (peak == null && precision == Precision.FP16) {
            peak = peaks.get(Precision.BF16);
        }
        if (peak == null) {
            throw new DomainException(Sentence.of("hardware.peak", name, precision.key()));
        }
        return peak;
    }

    /**
     * The arithmetic intensity from which on computing, not memory, limits: I* = P/W (Williams et al. 2009).
     *
     * @param precision the format
     * @return FLOP for each byte read
     * @throws DomainException if the chip has no such peak
     */
    public double ridge(Precision precision) {
        return peak(precision) / bandwidth;
    }

    /**
     * Its power, where a result needs it.
     *
     * @return watts, above 0
     * @throws DomainException if nobody publishes it
     */
    public double requiredPower() {
        if (power == 0) {
            throw new DomainException(Sentence.of("hardware.power", name));
        }
        return power;
    }
}
