package org.isoflop.core.chart;

import org.isoflop.core.mapping.Figure;
import org.isoflop.model.Status;

/** Numbers of a study that a chart can use. */
final class Figures {

    private Figures() {
    }

    /** Tells whether nobody measured, published or derived a number. */
    static boolean isEstimate(Status status) {
        return status == Status.ESTIMATED || status == Status.ASSUMED;
    }

    /** Returns the value if it is positive and finite, else null. */
    static Double positive(Figure figure) {
        return figure != null && figure.value() != null && figure.value() > 0 && Double.isFinite(figure.value())
                ? figure.value()
                : null;
    }
}
