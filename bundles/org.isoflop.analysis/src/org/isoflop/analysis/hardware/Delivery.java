package org.isoflop.analysis.hardware;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Accelerators that arrive.
 *
 * @param seconds when they can be used, counted from the start of the schedule
 * @param devices how many
 */
public record Delivery(double seconds, double devices) {

    /** Checks the values. */
    public Delivery {
        DomainException.notNegative(seconds, Sentence.of("node.deliverySeconds"));
        DomainException.positive(devices, Sentence.of("node.devices"));
    }
}
