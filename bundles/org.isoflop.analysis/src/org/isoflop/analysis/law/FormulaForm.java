package org.isoflop.analysis.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;

/**
 * A form written down in formulas that is no surface: a loss of other things than N and D, or no loss at all but, for
 * example, a learning rate, a multiplier or an allocation.
 */
public final class FormulaForm extends LawForm {

    /** ln of the compute, 1e300 FLOP, that stands for without end. */
    private static final double FAR = 300 * Math.log(10);
    private static final int HALVINGS = 200;

    private final Formulas formulas;
    private final Set<String> positive;

    FormulaForm(String id, Formulas formulas, Set<String> positive, String source) {
        super(id, formulas.constants(), answers(formulas), formulas.variables(Formulas.LOSS), source);
        this.formulas = formulas;
        this.positive = positive;
    }

    private static Set<Answer> answers(Formulas formulas) {
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        if (formulas.gives(Formulas.LOSS)) {
            answers.add(Answer.LOSS);
        }
        if (formulas.gives("N") && formulas.gives("D") && formulas.variables("N").equals(Set.of(Variable.COMPUTE))
                && formulas.variables("D").equals(Set.of(Variable.COMPUTE))) {
            answers.add(Answer.ALLOCATION);
        }
        return answers;
    }

    @Override
    Formulas formulas() {
        return formulas;
    }

    @Override
    public boolean allows(String symbol, double value) {
        return Double.isFinite(value) && (value > 0 || !positive.contains(symbol));
    }

    @Override
    public List<Step> steps() {
        List<Formula> lines = formulas.lines();
        return formulas.steps(formulas.gives(Formulas.LOSS) ? Formulas.LOSS : lines.getLast().symbol());
    }

    /**
     * The allocation, line by line.
     *
     * @return steps over the constants and C; N and D are among them
     */
    public List<Step> allocationSteps() {
        List<Step> steps = new ArrayList<>(formulas.steps("N"));
        formulas.steps("D").stream().filter(step -> steps.stream().noneMatch(
                other -> other.symbol().equals(step.symbol()))).forEach(steps::add);
        return List.copyOf(steps);
    }

    @Override
    double loss(double[] k, double n, double d, double u, double c) {
        Formulas.Scratch scratch = formulas.at(k);
        scratch.run(n, d, u, c);
        return scratch.value(Formulas.LOSS);
    }

    @Override
    List<Term> terms(double[] k, double n, double d, double u, double c) {
        return List.of();
    }

    @Override
    Localised answersInWords() {
        return id().equals(OWN) ? formulas.answers() : Sentence.of("form.answers." + id());
    }

    /** N* or D* of a compute budget. */
    double allocated(double[] k, String symbol, double c) {
        Formulas.Scratch scratch = formulas.at(k);
        scratch.run(Double.NaN, Double.NaN, Double.NaN, c);
        return scratch.value(symbol);
    }

    /** The least C up to 1e300 at which a loss that falls in C reaches a value; NaN if there is none. */
    double computeFor(double[] k, double loss) {
        double low = 0;
        double high = FAR;
        while (high > 1 && !Double.isFinite(at(k, high))) {
            high /= 2;
        }
        if (!(at(k, high) <= loss)) {
            return Double.NaN;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (at(k, middle) <= loss) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp(high);
    }

    /** What a loss of compute comes to in the end. */
    double floor(double[] k) {
        for (double far = FAR; far > 1; far /= 2) {
            double floor = at(k, far);
            if (Double.isFinite(floor)) {
                return floor;
            }
        }
        return 0;
    }

    private double at(double[] k, double lnC) {
        return loss(k, Double.NaN, Double.NaN, Double.NaN, Math.exp(lnC));
    }

    /** −∂L/∂ln C of a loss of compute. */
    double gainPerFold(double[] k, double c) {
        Formulas.Scratch scratch = formulas.at(k);
        scratch.run(Double.NaN, Double.NaN, Double.NaN, c);
        scratch.byCompute();
        return -scratch.slope(Formulas.LOSS);
    }
}
