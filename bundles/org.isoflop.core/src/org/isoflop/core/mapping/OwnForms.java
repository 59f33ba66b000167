package org.isoflop.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.expression.ExpressionException;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Range;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData.FormulaData;
import org.isoflop.core.mapping.StudyData.InputData;
import org.isoflop.core.mapping.StudyData.OwnFormData;
import org.isoflop.model.LawInput;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Text;

/** The forms of laws: those that the analysis knows, and those that a law writes down itself. */
final class OwnForms {

    private OwnForms() {
    }

    static OwnFormData data(ScalingLaw law) {
        return new OwnFormData(
                law.getFormulas().stream().map(line -> new FormulaData(line.getSymbol(), line.getName(),
                        line.getUnit(), line.getExpression())).toList(),
                law.getInputs().stream().map(input -> new InputData(input.getSymbol(), input.getName(),
                        input.getUnit(), input.getValue(), input.getLow(), input.getHigh())).toList());
    }

    /**
     * Reads the form of a law.
     *
     * @throws CoreException
     *             if a formula is missing, not one, or out of place
     * @throws org.isoflop.analysis.DomainException
     *             if there is no such form, or its formulas and inputs do not go together
     */
    static LawForm form(ScalingLaw law) {
        boolean own = LawForm.OWN.equals(law.getForm());
        if (!own) {
            LawForm known = LawForm.of(law.getForm());
            if (!law.getFormulas().isEmpty() || !law.getInputs().isEmpty()) {
                throw new CoreException("E_FORM_FOREIGN", law.getForm());
            }
            return known;
        }
        if (law.getFormulas().isEmpty()) {
            throw new CoreException("E_FORM_EMPTY");
        }
        List<Formula> formulas = new ArrayList<>();
        for (org.isoflop.model.Formula line : law.getFormulas()) {
            String symbol = Objects.requireNonNullElse(line.getSymbol(), "");
            formulas.add(new Formula(symbol, words(line.getName(), symbol), unit(line.getUnit()),
                    expression(symbol, line.getExpression())));
        }
        return LawForm.of(formulas, law.getInputs().stream().map(OwnForms::input).toList());
    }

    private static Expression expression(String symbol, String text) {
        try {
            return Expression.parse(Objects.requireNonNullElse(text, ""));
        } catch (ExpressionException e) {
            throw new CoreException("E_FORM_WRONG", symbol, e.sentence());
        }
    }

    private static Input input(LawInput input) {
        String symbol = Objects.requireNonNullElse(input.getSymbol(), "");
        boolean ranged = input.getLow() != null && input.getHigh() != null;
        return new Input(symbol, words(input.getName(), symbol), unit(input.getUnit()),
                input.getValue() == null ? Double.NaN : input.getValue(),
                ranged ? new Range(input.getLow(), input.getHigh()) : null);
    }

    private static LawUnit unit(Text unit) {
        return LawUnit.of(unit == null ? null : unit::get);
    }

    private static Localised words(Text name, String symbol) {
        return name == null ? Localised.verbatim(symbol) : name::get;
    }
}
