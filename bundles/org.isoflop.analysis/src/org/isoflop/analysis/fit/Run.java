package org.isoflop.analysis.fit;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.Sentence;

/**
 * A training run, or one point of its curve.
 *
 * @param parameters N, positive
 * @param tokens D, positive
 * @param uniqueTokens U, positive; NaN where nothing is known of it
 * @param compute C in FLOP, positive
 * @param loss nats per token, positive
 * @param label its name, or null
 */
public record Run(double parameters, double tokens, double uniqueTokens, double compute, double loss, String label) {

    /**
     * Checks the numbers.
     *
     * @throws DomainException if one is not positive and finite
     */
    public Run {
        DomainException.positive(parameters, Variable.PARAMETERS);
        DomainException.positive(tokens, Variable.TOKENS);
        DomainException.positive(compute, Variable.COMPUTE);
        DomainException.positive(loss, Sentence.of("variable.loss"));
        if (!Double.isNaN(uniqueTokens)) {
            DomainException.positive(uniqueTokens, Variable.UNIQUE_TOKENS);
        }
    }

    /**
     * A run whose compute is C = 6·N·D.
     *
     * @param parameters N
     * @param tokens D
     * @param loss nats per token
     * @return the run, without name
     */
    public static Run of(double parameters, double tokens, double loss) {
        return new Run(parameters, tokens, Double.NaN, 6 * parameters * tokens, loss, null);
    }

    /**
     * The value of a variable.
     *
     * @param variable which
     * @return its value; NaN for unique tokens that are not known
     */
    public double value(Variable variable) {
        return switch (variable) {
            case PARAMETERS -> parameters;
            case TOKENS -> tokens;
            case UNIQUE_TOKENS -> uniqueTokens;
            case COMPUTE -> compute;
            case TOKENS_PER_PARAMETER -> tokens / parameters;
        };
    }
}
