package org.isoflop.analysis.cost;

import java.time.LocalDate;
import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * A price that somebody asked on a day. There is no price without its date.
 *
 * @param kind what is paid for
 * @param usd US dollars: for one device if bought, for one device and hour if rented
 * @param date the day that it was asked, the first of the month or year where no more is known
 * @param provider who asked it, or null
 */
public record Price(Kind kind, double usd, LocalDate date, String provider) {

    /** What is paid for. */
    public enum Kind {
        /** A device. */
        BUY,
        /** An hour of a device, whenever it is wanted. */
        RENT_ON_DEMAND,
        /** An hour of a device that is paid for, used or not, over years. */
        RENT_RESERVED
    }

    /** Checks the values. */
    public Price {
        Objects.requireNonNull(kind);
        DomainException.positive(usd, Sentence.of("node.price"));
        Objects.requireNonNull(date);
    }
}
