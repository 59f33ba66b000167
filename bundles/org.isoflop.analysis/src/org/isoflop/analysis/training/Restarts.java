package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Failures and checkpoints of a run. A failure loses half an interval of work on average, and the restart; every
 * interval pays for a checkpoint (Young 1974; Daly 2006). To first order the time grows by 1 + δ/τ + (τ/2 + R)·n/M,
 * which holds as long as failures are rare within an interval.
 *
 * @param deviceSecondsBetweenFailures mean time M that one device runs until it fails; a run of n devices fails n times
 *        as often
 * @param checkpoint seconds δ that training stands still for a checkpoint
 * @param restart seconds R from a failure until training goes on
 */
public record Restarts(double deviceSecondsBetweenFailures, double checkpoint, double restart) {

    /** Checks the values. */
    public Restarts {
        DomainException.positive(deviceSecondsBetweenFailures, Sentence.of("node.secondsBetweenFailures"));
        DomainException.notNegative(checkpoint, Sentence.of("node.checkpoint"));
        DomainException.notNegative(restart, Sentence.of("node.restart"));
    }

    /**
     * The interval between checkpoints that loses least, τ = √(2·δ·M/n) (Young 1974).
     *
     * @param devices number of devices n
     * @return seconds; 0 if a checkpoint takes no time
     * @throws DomainException if there are none
     */
    public double bestInterval(double devices) {
        return Math.sqrt(2 * checkpoint * deviceSecondsBetweenFailures
                / DomainException.positive(devices, Sentence.of("node.devices")));
    }

    /**
     * The share of the time that training goes forward.
     *
     * @param devices number of devices n
     * @param interval seconds τ between checkpoints; 0 only where a checkpoint takes no time
     * @return above 0 and at most 1
     * @throws DomainException if a number is outside its domain
     */
    public double goodput(double devices, double interval) {
        DomainException.positive(devices, Sentence.of("node.devices"));
        if (checkpoint == 0) {
            DomainException.notNegative(interval, Sentence.of("node.interval"));
        } else {
            DomainException.positive(interval, Sentence.of("node.interval"));
        }
        double checkpoints = checkpoint == 0 ? 0 : checkpoint / interval;
        return 1 / (1 + checkpoints + (interval / 2 + restart) * devices / deviceSecondsBetweenFailures);
    }
}
