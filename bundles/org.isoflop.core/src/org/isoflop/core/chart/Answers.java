package org.isoflop.core.chart;

import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Optimum;

/** What a law answers; where it has no answer, a curve has a gap. */
final class Answers {

    private Answers() {
    }

    /** Returns the answer, or NaN where the law refuses or leaves the range of numbers. */
    static double orGap(DoubleSupplier question) {
        try {
            return question.getAsDouble();
        } catch (LocalisedException e) {
            return Double.NaN;
        }
    }

    static Optional<Optimum> optimum(Law law, double compute) {
        try {
            return Optional.of(law.optimum(compute));
        } catch (LocalisedException e) {
            return Optional.empty();
        }
    }
}
