package org.isoflop.analysis.architecture;

import java.util.Objects;

/**
 * Parameters that no other part of the description has, such as the pooler of BERT or the attention sinks of gpt-oss.
 * They are counted as parameters, and as no FLOP.
 *
 * @param part the part they belong to
 * @param count how many, at least 1
 * @param reason what they are
 */
public record Extra(Part part, long count, String reason) {

    /** Checks the values. */
    public Extra {
        Objects.requireNonNull(part);
        Exact.positive(count, "count");
        Objects.requireNonNull(reason);
    }
}
