package org.isoflop.analysis.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;

/** The shape of a law: which constants it has, what it depends on, and what it answers. */
public abstract sealed class LawForm permits SurfaceForm, PowerLaw, Allocation, FormulaForm {

    /** The id of a form that a law writes down itself, in formulas. */
    public static final String OWN = "formula";

    private static final int LONGEST = 100_000;
    private static final List<LawForm> ALL = List.of(new Chinchilla(), new DataConstrained(), PowerLaw.parameters(),
            PowerLaw.tokens(), PowerLaw.compute(), new KaplanJoint(), new Allocation(),
            named("broken-power-law", Formulas.LOSS, "node.loss", "a + b*C^-c_0*(1 + (C / d_1)^(1 / f_1))^(-c_1*f_1)",
                    Set.of("d_1", "f_1"), "Caballero et al. 2022, arXiv:2210.14891, with one break"),
            named("sigmoid", "R", "form.sigmoid.score", "R_0 + (A - R_0) / (1 + (C_mid / C)^B)", Set.of("C_mid"),
                    "Khatri et al. 2025, arXiv:2510.13786"));

    private final String id;
    private final List<String> constants;
    private final Set<Answer> answers;
    private final Set<Variable> inputs;
    private final String source;

    LawForm(String id, List<String> constants, Set<Answer> answers, Set<Variable> inputs, String source) {
        this.id = id;
        this.constants = constants;
        this.answers = answers;
        this.inputs = inputs;
        this.source = source;
    }

    private static LawForm named(String id, String symbol, String name, String formula, Set<String> positive,
            String source) {
        return new FormulaForm(id, new Formulas(List.of(new Formula(symbol, Sentence.of(name), LawUnit.ONE,
                Expression.parse(formula))), List.of()), positive, source);
    }

    /**
     * A form that a law writes down itself.
     *
     * @param formulas lines, each of which may use those before it; names that are neither variables nor inputs nor
     *            earlier results are constants
     * @param inputs what it depends on besides N, D, U and C
     * @return a surface if it gives a loss of N and D
     * @throws DomainException if there is no line, or a symbol is not a name, stands twice or is used too early
     */
    public static LawForm of(List<Formula> formulas, List<Input> inputs) {
        Formulas checked = new Formulas(formulas, inputs);
        return FormulaSurface.isSurface(checked)
                ? new FormulaSurface(OWN, checked, null)
                : new FormulaForm(OWN, checked, Set.of(), null);
    }

    /**
     * The form with an id.
     *
     * @param id such as {@code chinchilla}
     * @return the form
     * @throws DomainException if there is none; the message lists those that exist
     */
    public static LawForm of(String id) {
        for (LawForm form : ALL) {
            if (form.id.equals(id)) {
                return form;
            }
        }
        throw new DomainException(Sentence.of("form.unknown", String.valueOf(id),
                String.join(", ", ALL.stream().map(LawForm::id).toList())));
    }

    /**
     * All forms.
     *
     * @return in the order in which they are listed to people
     */
    public static List<LawForm> all() {
        return ALL;
    }

    /**
     * The name of the form in files.
     *
     * @return such as {@code data-constrained}
     */
    public String id() {
        return id;
    }

    /**
     * The symbols of the constants.
     *
     * @return in the order of the published formula
     */
    public List<String> constants() {
        return constants;
    }

    /**
     * What the form answers.
     *
     * @return loss, allocation or both
     */
    public Set<Answer> answers() {
        return answers;
    }

    /**
     * The variables that its loss needs.
     *
     * @return empty for a form without loss
     */
    public Set<Variable> inputs() {
        return inputs;
    }

    /**
     * The variables that all its answers need together.
     *
     * @return N, D, U and C as far as its formulas contain them
     */
    public Set<Variable> needs() {
        if (formulas() != null) {
            return formulas().variables();
        }
        return answers.contains(Answer.LOSS) ? inputs : Set.of(Variable.COMPUTE);
    }

    /**
     * Where the form was published.
     *
     * @return paper and equation; null for a form that a law writes down itself
     */
    public String source() {
        return source;
    }

    /**
     * Whether a constant may have a value: every constant is positive, but an irreducible loss E may be 0; those of a
     * form in formulas may be any finite number, except where a known form has no meaning with it.
     *
     * @param symbol a constant
     * @param value its value
     * @return whether the form is defined with it
     */
    public boolean allows(String symbol, double value) {
        return (value > 0 || value == 0 && symbol.equals("E")) && !Double.isInfinite(value);
    }

    /**
     * What the form depends on besides N, D, U and C.
     *
     * @return in the order of the law; empty for all forms but those in formulas
     */
    public List<Input> ownInputs() {
        return formulas() == null ? List.of() : formulas().inputs();
    }

    /**
     * The lines of a form that its law writes down itself.
     *
     * @return empty for a form that the analysis knows
     */
    public List<Formula> ownFormulas() {
        return formulas() == null ? List.of() : formulas().lines();
    }

    /**
     * The lines that a result of a form in formulas needs, itself the last.
     *
     * @param symbol the result
     * @return steps over constants, variables, inputs and earlier steps
     * @throws IllegalArgumentException if the form has no such line
     */
    public List<Step> linesTo(String symbol) {
        if (formulas() == null || !formulas().gives(symbol)) {
            throw new IllegalArgumentException(id + " has no line " + symbol);
        }
        return formulas().steps(symbol);
    }

    /** The lines of a form in formulas; null for any other. */
    Formulas formulas() {
        return null;
    }

    /** What the form gives, and from what. */
    Localised answersInWords() {
        return Sentence.of("form.answers." + id);
    }

    /**
     * The calculation of the loss (of N*, D* for an allocation), line by line.
     *
     * @return steps over the constants and N, D, U, C; the last one is the result
     */
    public abstract List<Step> steps();

    /**
     * The formula as one expression over the constants and N, D, U, C.
     *
     * @return text in the grammar of {@link Expression}
     * @throws DomainException if lines that a law wrote down itself use each other so often that it would be too long
     */
    public String formula() {
        return inlined(steps(), steps().getLast().symbol());
    }

    static String inlined(List<Step> steps, String symbol) {
        Map<String, Expression> known = new HashMap<>();
        Map<String, Double> lengths = new HashMap<>();
        for (Step step : steps) {
            known.put(step.symbol(), Expression.parse(step.formula()).substitute(known));
            double length = step.formula().length();
            for (String name : step.inputs()) {
                int times = step.formula().split("\\b" + name + "\\b", -1).length - 1;
                length += times * lengths.getOrDefault(name, 0.0);
            }
            lengths.put(step.symbol(), length);
            if (lengths.get(step.symbol()) > LONGEST) {
                throw new DomainException(Sentence.of("expression.long", Integer.toString(LONGEST)));
            }
        }
        return known.get(symbol).toString();
    }

    /** The loss; arguments that the form does not need are ignored. {@code k}: the constants, then the own inputs. */
    abstract double loss(double[] k, double n, double d, double u, double c);

    abstract List<Term> terms(double[] k, double n, double d, double u, double c);

    @Override
    public String toString() {
        return id;
    }
}
