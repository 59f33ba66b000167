package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Chinchilla;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.unit.Unit;

/**
 * A form whose constants are free: one of the forms of laws, or a formula of a user's own over N, D, U and C in the
 * grammar of {@link Expression}, all other names being constants.
 */
public final class FitForm {

    private static final String LOSS = "L";
    private static final Set<String> VARIABLES = Set.of("N", "D", "U", "C");

    private final LawForm law;
    private final LawForm asLaw;
    private final Expression expression;
    private final List<String> constants;
    private final String text;

    private FitForm(LawForm law, LawForm asLaw, Expression expression, List<String> constants, String text) {
        this.law = law;
        this.asLaw = asLaw;
        this.expression = expression;
        this.constants = List.copyOf(constants);
        this.text = text;
    }

    /**
     * A form of law.
     *
     * @param law a form that has a loss
     * @return the form with all its constants free
     * @throws DomainException if the form has no loss, or depends on inputs of its own, which runs do not tell
     */
    public static FitForm of(LawForm law) {
        if (!law.answers().contains(Answer.LOSS)) {
            throw new DomainException(Sentence.of("fit.form.loss", law.id()));
        }
        if (!law.ownInputs().isEmpty()) {
            throw new DomainException(Sentence.of("fit.form.inputs", law.id(),
                    String.join(", ", law.ownInputs().stream().map(Input::symbol).toList())));
        }
        return law.id().equals(LawForm.OWN)
                ? of(law.formula())
                : new FitForm(law, law, Expression.parse(law.formula()), law.constants(), law.id());
    }

    /**
     * A form of law by its id, or a formula.
     *
     * @param text such as {@code chinchilla} or {@code E + A/N^alpha}
     * @return the form
     * @throws DomainException if a formula has no constant or no variable, or a constant L, or a form has no loss
     * @throws org.isoflop.analysis.expression.ExpressionException if the text is neither an id nor a formula
     */
    public static FitForm of(String text) {
        for (LawForm form : LawForm.all()) {
            if (form.id().equals(text)) {
                return of(form);
            }
        }
        Expression expression = Expression.parse(text);
        List<String> names = new ArrayList<>(expression.names());
        boolean depends = names.removeAll(VARIABLES);
        if (names.isEmpty() || !depends) {
            throw new DomainException(Sentence.of("fit.form.unknown", text,
                    String.join(", ", LawForm.all().stream().map(LawForm::id).toList())));
        }
        if (names.contains(LOSS)) {
            throw new DomainException(Sentence.of("fit.form.constant", LOSS));
        }
        LawForm own = LawForm.of(List.of(new Formula(LOSS, Sentence.of("variable.loss"),
                new LawUnit(Unit.NATS_PER_TOKEN, null), expression)), List.of());
        return new FitForm(null, own, expression, names, expression.toString());
    }

    /**
     * The form of law.
     *
     * @return null for a formula of a user's own
     */
    public LawForm law() {
        return law;
    }

    /**
     * The form as laws have it: a formula of a user's own gives the loss L.
     *
     * @return the form of law, or a form that its law writes down itself
     */
    public LawForm asLaw() {
        return asLaw;
    }

    /**
     * The formula.
     *
     * @return over the constants and N, D, U and C
     */
    public Expression expression() {
        return expression;
    }

    /**
     * The names of the constants.
     *
     * @return in the form's order; for a formula in the order in which they appear
     */
    public List<String> constants() {
        return constants;
    }

    /**
     * The name in options and answers.
     *
     * @return an id, or the formula
     */
    public String text() {
        return text;
    }

    /**
     * Whether this is L = E + A/N^α + B/D^β.
     *
     * @return true for that form of law
     */
    public boolean isPowerSum() {
        return law instanceof Chinchilla;
    }

    /**
     * Whether the loss depends on a variable.
     *
     * @param variable N, D, U or C
     * @return whether the formula contains it
     */
    public boolean dependsOn(Variable variable) {
        return expression.names().contains(symbol(variable));
    }

    /** Whether a constant has a meaning only above zero. */
    boolean isPositive(String symbol) {
        return !asLaw.allows(symbol, -1);
    }

    static String symbol(Variable variable) {
        return switch (variable) {
            case PARAMETERS -> "N";
            case TOKENS -> "D";
            case UNIQUE_TOKENS -> "U";
            case COMPUTE -> "C";
            case TOKENS_PER_PARAMETER -> "D/N";
        };
    }

    /** The objective over some runs. */
    Problem problem(Runs runs, Objective objective) {
        return isPowerSum() ? PowerSumProblem.of(runs, objective) : ExpressionProblem.of(this, runs, objective);
    }
}
