package org.isoflop.ui.strategy;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.core.evaluation.Measure;

/** A row of the table of strategies. Rows that stand for the same are equal, so that they outlive a change. */
sealed interface Row {

    /** Whether limits are kept. */
    record Verdict() implements Row {
    }

    /** The measures of a group. */
    record Results(Measure.Group group) implements Row {
    }

    /** One measure. */
    record Result(Measure measure) implements Row {
    }

    /**
     * A step that strategies take.
     *
     * @param type
     *            its class
     * @param number
     *            which of the steps of this class in a strategy, from 0
     */
    record Taken(EClass type, int number) implements Row {
    }

    /**
     * What a step says.
     *
     * @param step
     *            the step
     * @param feature
     *            what of it
     */
    record Said(Taken step, EStructuralFeature feature) implements Row {
    }
}
