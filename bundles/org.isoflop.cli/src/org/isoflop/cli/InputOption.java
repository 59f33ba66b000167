package org.isoflop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import picocli.CommandLine.Option;

/** Values for what a law depends on besides parameters, tokens and compute. */
final class InputOption {

    private static final String NAME = "--input";

    @Option(names = NAME, paramLabel = "NAME=VALUE", descriptionKey = "input")
    List<String> inputs = new ArrayList<>();

    /** Returns the law at the values given, and refuses unless it then has all that it needs. */
    Law applied(Console console, Law law) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String text : inputs) {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw console.wrong("E_INPUT", text);
            }
            String symbol = text.substring(0, sign).strip();
            String number = text.substring(sign + 1);
            Input input = law.form().ownInputs().stream().filter(one -> one.symbol().equals(symbol)).findFirst()
                    .orElse(null);
            double value = input == null ? 0 : value(console, input, number);
            if (values.put(symbol, value) != null) {
                throw console.wrong("E_INPUT_TWICE", symbol);
            }
        }
        Law applied = law.withInputs(values);
        for (Input missing : applied.missingInputs()) {
            throw console.wrong("E_LAW_NEEDS_INPUT", law.id(), missing.symbol(), missing.text(console.locale()));
        }
        return applied;
    }

    private static double value(Console console, Input input, String number) {
        try {
            return Quantities.parse(number, input.unit().known());
        } catch (QuantityFormatException e) {
            throw console.wrong("E_OPTION", NAME + ' ' + input.symbol(), e.message(console.locale()));
        }
    }
}
