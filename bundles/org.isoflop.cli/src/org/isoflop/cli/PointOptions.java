package org.isoflop.cli;

import java.util.Set;

import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.unit.Unit;
import picocli.CommandLine.Option;

/** Where a law is asked: parameters, tokens and compute. */
final class PointOptions {

    @Option(names = "--params", paramLabel = "N", descriptionKey = "params")
    String parameters;

    @Option(names = "--tokens", paramLabel = "D", descriptionKey = "tokens")
    String tokens;

    @Option(names = "--unique", paramLabel = "U", descriptionKey = "unique")
    String unique;

    @Option(names = "--compute", paramLabel = "C", descriptionKey = "computeOfLoss")
    String compute;

    /** Returns the point, and refuses if a variable is missing that the law needs; 6·N·D stands in for a compute. */
    Point point(Console console, Law law, Set<Variable> needs) {
        double n = console.quantity("--params", parameters, Unit.PARAMETERS);
        double d = console.quantity("--tokens", tokens, Unit.TOKENS);
        double u = console.quantity("--unique", unique, Unit.TOKENS);
        double c = console.quantity("--compute", compute, Unit.FLOP);
        if (compute != null && !needs.contains(Variable.COMPUTE)) {
            throw console.wrong("E_LAW_TAKES_NO_COMPUTE", law.id());
        }
        for (Variable input : needs) {
            String option = switch (input) {
                case PARAMETERS -> Double.isNaN(n) ? "--params" : null;
                case TOKENS -> Double.isNaN(d) ? "--tokens" : null;
                case COMPUTE -> Double.isNaN(c) && Double.isNaN(n * d) ? "--compute" : null;
                case UNIQUE_TOKENS, TOKENS_PER_PARAMETER -> null;
            };
            if (option != null) {
                throw console.wrong("E_LAW_NEEDS", law.id(), option);
            }
        }
        return new Point(n, d, u, Double.isNaN(c) ? law.computeOf(n, d) : c);
    }
}
