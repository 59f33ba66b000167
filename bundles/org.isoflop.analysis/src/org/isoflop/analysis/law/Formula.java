package org.isoflop.analysis.law;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;

/**
 * One line of a form that a law writes down itself.
 *
 * @param symbol the name of its result: {@code L} is the loss, {@code N} and {@code D} an allocation of compute,
 *            {@code C} the training compute of N and D, any other a quantity of the law's own
 * @param name what people call the result
 * @param unit the unit of the result
 * @param expression over constants, N, D, U, C, inputs, and the results of the lines before
 */
public record Formula(String symbol, Localised name, LawUnit unit, Expression expression) {
}
