package org.isoflop.analysis.law;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.unit.Unit;

/**
 * One line of a law's calculation, with what prints it and what computes it.
 *
 * @param symbol the name of the result in formulas, unique within the law
 * @param label its name
 * @param unit its unit
 * @param formula the formula over {@code inputs}, in the grammar of {@code org.isoflop.analysis.expression}
 * @param inputs symbols of constants, of N, D, U or C, and of earlier steps, in the order of the function's arguments
 * @param function the calculation; a public method of a form
 */
public record Step(String symbol, Localised label, Unit unit, String formula, List<String> inputs,
        ToDoubleFunction<double[]> function) {

    /** Copies the inputs. */
    public Step {
        inputs = List.copyOf(inputs);
    }

    /** A step whose name is a message. */
    Step(String symbol, String label, Unit unit, String formula, List<String> inputs,
            ToDoubleFunction<double[]> function) {
        this(symbol, Sentence.of(label), unit, formula, inputs, function);
    }
}
