package org.isoflop.analysis.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.unit.Unit;

/**
 * How a value came about, down to the study.
 *
 * @param id the node
 * @param label its name for people
 * @param symbol its symbol
 * @param unit its unit
 * @param value its value in the base unit
 * @param formula the formula in symbols; null for an input and for a solved node
 * @param numbers the formula with its inputs' values, shortest round-trip form; null where there is no formula
 * @param condition what a solved node fulfils; null otherwise
 * @param source where the formula comes from; null for an input
 * @param origin where an input comes from; null for a computed node
 * @param inputs the workings of the inputs
 */
public record Working(String id, Localised label, String symbol, Unit unit, double value, String formula,
        String numbers, Localised condition, String source, Origin origin, List<Working> inputs) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d+)?");

    /** Copies the inputs. */
    public Working {
        inputs = List.copyOf(inputs);
    }

    /**
     * The formula with its inputs' values, rounded for reading.
     *
     * @param digits significant digits of each number, at least one
     * @return such as {@code 60029.9 + 0.9204}; null where there is no formula
     */
    public String numbers(int digits) {
        return numbers == null ? null : NUMBER.matcher(numbers).replaceAll(match -> {
            BigDecimal exact = new BigDecimal(match.group());
            BigDecimal rounded = exact.round(new MathContext(digits));
            return rounded.compareTo(exact) == 0 ? match.group()
                    : match.group().contains("E") ? rounded.toString() : rounded.toPlainString();
        });
    }
}
