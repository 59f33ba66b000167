package org.isoflop.analysis.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Percentiles;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/**
 * A scaling law: a form with its constants, how it counts, where it was fitted and on which text. Immutable and safe to
 * share between threads. N, D and C are those of the law's own {@link #counting()}; losses are nats per token of its
 * {@link #corpus()}.
 */
public final class Law {

    private final String id;
    private final LawForm form;
    private final Map<String, Double> constants;
    private final double[] k;
    private final Counting counting;
    private final Map<Variable, Range> fittedRange;
    private final String corpus;
    private final JointUncertainty uncertainty;
    private final Map<String, Double> inputs;

    /**
     * A law whose constants are taken as certain.
     *
     * @param id its name in a catalog or study
     * @param form its form
     * @param constants a value for every symbol of the form
     * @param counting how it counts parameters and compute
     * @param fittedRange where it was fitted; variables that nobody published are left out
     * @param corpus the text on which its loss is measured
     * @throws DomainException if a constant is missing, unknown, not positive (E: negative) or not finite
     */
    public Law(String id, LawForm form, Map<String, Double> constants, Counting counting,
            Map<Variable, Range> fittedRange, String corpus) {
        this(id, form, constants, counting, fittedRange, corpus, null);
    }

    /**
     * A law with what is known of how uncertain its constants are.
     *
     * @param id its name in a catalog or study
     * @param form its form
     * @param constants a value for every symbol of the form
     * @param counting how it counts parameters and compute
     * @param fittedRange where it was fitted; variables that nobody published are left out
     * @param corpus the text on which its loss is measured
     * @param uncertainty the joint uncertainty of the constants, or null if nothing is known of it
     * @throws DomainException if a constant is missing, unknown, not positive (E: negative) or not finite
     */
    public Law(String id, LawForm form, Map<String, Double> constants, Counting counting,
            Map<Variable, Range> fittedRange, String corpus, JointUncertainty uncertainty) {
        this(id, form, constants, counting, fittedRange, corpus, uncertainty, defaults(form));
    }

    private Law(String id, LawForm form, Map<String, Double> constants, Counting counting,
            Map<Variable, Range> fittedRange, String corpus, JointUncertainty uncertainty,
            Map<String, Double> inputs) {
        this.id = id;
        this.inputs = inputs;
        this.uncertainty = uncertainty;
        this.form = form;
        for (String symbol : constants.keySet()) {
            if (!form.constants().contains(symbol)) {
                throw new DomainException(Sentence.of("law.constant.unknown", id, symbol, form.id(),
                        String.join(", ", form.constants())));
            }
        }
        Map<String, Double> ordered = new LinkedHashMap<>();
        k = new double[form.constants().size() + form.ownInputs().size()];
        for (String symbol : form.constants()) {
            Double value = constants.get(symbol);
            if (value == null) {
                throw new DomainException(Sentence.of("law.constant.missing", id, symbol, form.id()));
            }
            if (!form.allows(symbol, value)) {
                throw new DomainException(Sentence.of(form.formulas() == null || Double.isFinite(value)
                        ? "law.constant.domain"
                        : "law.constant.finite", id, symbol, value.toString()));
            }
            k[ordered.size()] = value;
            ordered.put(symbol, value);
        }
        this.constants = Collections.unmodifiableMap(ordered);
        for (int i = 0; i < form.ownInputs().size(); i++) {
            k[ordered.size() + i] = inputs.getOrDefault(form.ownInputs().get(i).symbol(), Double.NaN);
        }
        this.counting = counting;
        Map<Variable, Range> ranges = new EnumMap<>(Variable.class);
        ranges.putAll(fittedRange);
        this.fittedRange = Collections.unmodifiableMap(ranges);
        this.corpus = corpus;
    }

    private static Map<String, Double> defaults(LawForm form) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        for (Input input : form.ownInputs()) {
            if (!Double.isNaN(input.value())) {
                inputs.put(input.symbol(), input.value());
            }
        }
        return Collections.unmodifiableMap(inputs);
    }

    /**
     * The name of the law.
     *
     * @return its id in a catalog or study
     */
    public String id() {
        return id;
    }

    /**
     * The form of the law.
     *
     * @return the form
     */
    public LawForm form() {
        return form;
    }

    /**
     * The constants.
     *
     * @return by symbol, in the form's order
     */
    public Map<String, Double> constants() {
        return constants;
    }

    /**
     * The constants as numbers.
     *
     * @return a copy, in the form's order
     */
    public double[] constantValues() {
        return Arrays.copyOf(k, constants.size());
    }

    /**
     * What the law's own inputs are, as far as they are given.
     *
     * @return values by symbol; an input that must be given and is not is missing
     */
    public Map<String, Double> inputs() {
        return inputs;
    }

    /**
     * The same law with values for inputs of its own; it then answers for these.
     *
     * @param values by symbol
     * @return a new law; inputs that are not named keep their value
     * @throws DomainException if the law has no such input, or a value is not finite
     */
    public Law withInputs(Map<String, Double> values) {
        Map<String, Double> all = new LinkedHashMap<>(inputs);
        values.forEach((symbol, value) -> {
            if (form.ownInputs().stream().noneMatch(input -> input.symbol().equals(symbol))) {
                throw new DomainException(form.ownInputs().isEmpty()
                        ? Sentence.of("law.input.none", id, symbol)
                        : Sentence.of("law.input.unknown", id, symbol,
                                String.join(", ", form.ownInputs().stream().map(Input::symbol).toList())));
            }
            if (!Double.isFinite(value)) {
                throw new DomainException(Sentence.of("law.input.domain", symbol, value.toString()));
            }
            all.put(symbol, value);
        });
        return new Law(id, form, constants, counting, fittedRange, corpus, uncertainty,
                Collections.unmodifiableMap(all));
    }

    /**
     * The inputs of its own without which the law does not answer.
     *
     * @return those that have no value
     */
    public List<Input> missingInputs() {
        return form.ownInputs().stream().filter(input -> !inputs.containsKey(input.symbol())).toList();
    }

    /**
     * What the law means by N and C.
     *
     * @return its convention
     */
    public Counting counting() {
        return counting;
    }

    /**
     * Where the law was fitted.
     *
     * @return ranges in base units, by variable
     */
    public Map<Variable, Range> fittedRange() {
        return fittedRange;
    }

    /**
     * The text on which the loss is measured.
     *
     * @return a name; losses on different corpora are not comparable
     */
    public String corpus() {
        return corpus;
    }

    /**
     * How uncertain the constants are, all together.
     *
     * @return empty if nothing is known of it: then no answer has an interval
     */
    public Optional<JointUncertainty> uncertainty() {
        return Optional.ofNullable(uncertainty);
    }

    /**
     * The spread of an answer over the draws of the constants; each draw is asked as a law of its own.
     *
     * @param question what a law is asked, such as {@code law -> law.loss(n, d)}
     * @param level the share of the draws between the ends, in (0, 1)
     * @return the central interval, or empty if nothing is known of the uncertainty; a draw that cannot answer counts
     *         as infinite
     */
    public Optional<Interval> interval(ToDoubleFunction<Law> question, double level) {
        if (uncertainty == null) {
            return Optional.empty();
        }
        double[] answers = new double[uncertainty.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answer(question, withConstants(uncertainty.draw(i)));
        }
        Arrays.sort(answers);
        return Optional.of(new Interval(percentile(answers, 0.5 - 0.5 * level), percentile(answers, 0.5 + 0.5 * level),
                level));
    }

    /**
     * The same law with an uncertainty.
     *
     * @param other the joint uncertainty of the constants, or null if nothing is known of it
     * @return a new law
     */
    public Law with(JointUncertainty other) {
        return new Law(id, form, constants, counting, fittedRange, corpus, other, inputs);
    }

    /**
     * The same law with other constants, taken as certain.
     *
     * @param values the constants in the form's order
     * @return a new law
     * @throws DomainException if a constant is not positive (E: negative) or not finite
     */
    public Law withConstants(double[] values) {
        Map<String, Double> other = new LinkedHashMap<>();
        for (int j = 0; j < values.length; j++) {
            other.put(form.constants().get(j), values[j]);
        }
        return new Law(id, form, other, counting, fittedRange, corpus, null, inputs);
    }

    private static double answer(ToDoubleFunction<Law> question, Law draw) {
        try {
            return question.applyAsDouble(draw);
        } catch (UnanswerableException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double percentile(double[] sorted, double probability) {
        double value = Percentiles.ofSorted(sorted, probability);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /**
     * What the law can be asked.
     *
     * @return loss, allocation or both
     */
    public Set<Answer> answers() {
        return form.answers();
    }

    /**
     * All that the law gives, in words.
     *
     * @return what it gives, and from what, to be put behind “it gives”
     */
    public Localised answersInWords() {
        return form.answersInWords();
    }

    /**
     * All that the law gives: the results of its formulas, its loss, or its allocation.
     *
     * @param point holds at least the variables that the form needs
     * @return results by their formulas, in their order
     * @throws UnanswerableException if an input is missing, or a result is not a finite number
     * @throws DomainException if a variable is needed that the point does not give, or it is not positive
     */
    public Map<Formula, Double> results(Point point) {
        Map<Formula, Double> results = new LinkedHashMap<>();
        Formulas formulas = form.formulas();
        if (formulas == null && answers().contains(Answer.LOSS)) {
            results.put(Formulas.loss(Expression.parse(form.formula())), loss(point));
            return results;
        }
        if (formulas == null) {
            Optimum optimum = optimum(point.compute());
            form.steps().forEach(step -> results.put(Formulas.allocation(step),
                    step.symbol().equals("N") ? optimum.parameters() : optimum.tokens()));
            return results;
        }
        requireInputs();
        for (Variable variable : formulas.variables()) {
            if (variable != Variable.UNIQUE_TOKENS) {
                check(variable, point.value(variable));
            }
        }
        Formulas.Scratch scratch = formulas.at(k);
        scratch.run(point.parameters(), point.tokens(), point.uniqueTokens(), point.compute());
        for (Formula line : formulas.lines()) {
            double value = scratch.value(line.symbol());
            if (!Double.isFinite(value)) {
                throw new UnanswerableException(Sentence.of("law.undefined", id, line.name()));
            }
            results.put(line, value);
        }
        return results;
    }

    /**
     * Whether the law has a loss that needs N, D or both, so that {@link #loss(double, double)} answers.
     *
     * @return true for surfaces and for power laws in N or D
     */
    public boolean answersLossOfModels() {
        return answers().contains(Answer.LOSS) && !form.inputs().isEmpty()
                && !form.inputs().contains(Variable.COMPUTE) && missingInputs().isEmpty();
    }

    /**
     * Whether {@link #lossAtOptimum(double)} answers.
     *
     * @return true for surfaces and for the power law in C
     */
    public boolean answersLossOfCompute() {
        return (form instanceof SurfaceForm || form.inputs().equals(Set.of(Variable.COMPUTE)))
                && answers().contains(Answer.LOSS) && missingInputs().isEmpty();
    }

    /**
     * Whether the law knows what a repeated token is worth.
     *
     * @return true for the data-constrained form
     */
    public boolean knowsRepetition() {
        return form instanceof SurfaceForm surface && surface.knowsRepetition();
    }

    /**
     * Whether the law says anything of models of which a token uses only a part: it counts that part, or takes the
     * number of experts as an input of its own.
     *
     * @return false for a law that was fitted on dense models
     */
    public boolean knowsExperts() {
        return counting.parameters() == ParameterCount.ACTIVE
                || form.ownInputs().stream().anyMatch(Input::countsExperts);
    }

    /**
     * The loss of a model, all of whose tokens are unique.
     *
     * @param n parameters N, positive (ignored by a law in D alone)
     * @param d training tokens D, positive (ignored by a law in N alone)
     * @return nats per token
     * @throws UnanswerableException if the law has no loss of N and D
     * @throws DomainException if a number is not positive and finite
     */
    public double loss(double n, double d) {
        return loss(new Point(n, d, Double.NaN, Double.NaN));
    }

    /**
     * The loss of a model with a limit on unique tokens.
     *
     * @param n parameters N, positive
     * @param d training tokens D, positive
     * @param u unique tokens U, positive; infinity and NaN mean no limit
     * @return nats per token
     * @throws UnanswerableException if the law has no loss of N and D, or if U &lt; D and it knows no repetition
     * @throws DomainException if a number is not positive and finite
     */
    public double loss(double n, double d, double u) {
        return loss(new Point(n, d, u, Double.NaN));
    }

    /**
     * The loss at a point.
     *
     * @param point holds at least the variables that the form needs
     * @return nats per token
     * @throws UnanswerableException if the law has no loss, needs a variable that the point does not give, or knows no
     *         repetition and U &lt; D
     * @throws DomainException if a number is not positive and finite
     */
    public double loss(Point point) {
        checkPoint(point);
        return finite(form.loss(k, point.parameters(), point.tokens(), point.uniqueTokens(), point.compute()));
    }

    /**
     * The parts of the loss.
     *
     * @param n parameters N
     * @param d training tokens D
     * @param u unique tokens U; infinity and NaN mean no limit
     * @return parts that add up to the loss; empty for a form that is no sum
     * @throws UnanswerableException as {@link #loss(double, double, double)}
     */
    public List<Term> terms(double n, double d, double u) {
        return terms(new Point(n, d, u, Double.NaN));
    }

    /**
     * The parts of the loss at a point.
     *
     * @param point holds at least the variables that the form needs
     * @return parts that add up to the loss; empty for a form that is no sum
     * @throws UnanswerableException as {@link #loss(Point)}
     */
    public List<Term> terms(Point point) {
        checkPoint(point);
        return form.terms(k, point.parameters(), point.tokens(), point.uniqueTokens(), point.compute());
    }

    /**
     * The losses of many points, to 1e-13 the same as one by one; nothing is allocated for a point. Many points are
     * shared out to all processors.
     *
     * @param n parameters
     * @param d training tokens
     * @param u unique tokens, or null for no limit
     * @param out where the losses go; as long as the others
     * @throws UnanswerableException as {@link #loss(double, double, double)}
     * @throws DomainException if a number is not positive and finite
     */
    public void loss(double[] n, double[] d, double[] u, double[] out) {
        loss(n, d, u, out, Parallel.processors());
    }

    /**
     * The losses of many points, on at most so many threads.
     *
     * @param n parameters
     * @param d training tokens
     * @param u unique tokens, or null for no limit
     * @param out where the losses go; as long as the others
     * @param threads the most threads
     * @throws UnanswerableException as {@link #loss(double, double, double)}
     * @throws DomainException if a number is not positive and finite
     */
    public void loss(double[] n, double[] d, double[] u, double[] out, int threads) {
        requireLoss();
        requireInputs();
        if (!answersLossOfModels()) {
            throw unanswerable("law.question.lossOfModels");
        }
        if (n.length != out.length || d.length != out.length || u != null && u.length != out.length) {
            throw new IllegalArgumentException("Arrays of unequal length");
        }
        if (u == null && form instanceof Chinchilla && out.length >= PowerSumLosses.WORTHWHILE) {
            PowerSumLosses.fill(this, k, n, d, out, threads);
            return;
        }
        boolean needsN = form.inputs().contains(Variable.PARAMETERS);
        boolean needsD = form.inputs().contains(Variable.TOKENS);
        for (int i = 0; i < out.length; i++) {
            if (needsN) {
                check(Variable.PARAMETERS, n[i]);
            }
            if (needsD) {
                check(Variable.TOKENS, d[i]);
            }
            if (u != null) {
                checkUnique(u[i], d[i]);
            }
        }
        if (out.length < ColumnLosses.WORTHWHILE) {
            for (int i = 0; i < out.length; i++) {
                out[i] = finite(form.loss(k, n[i], d[i], u == null ? Double.NaN : u[i], Double.NaN));
            }
            return;
        }
        ColumnLosses.fill(form, k, n, d, u, out, threads);
        for (double loss : out) {
            finite(loss);
        }
    }

    /**
     * The best use of a compute budget, all tokens being unique.
     *
     * @param compute training compute C in FLOP, positive
     * @return N*, D*, loss; loss is NaN for a law that only allocates
     * @throws UnanswerableException if the law allocates nothing
     * @throws DomainException if compute is not positive and finite
     */
    public Optimum optimum(double compute) {
        return optimum(compute, Double.NaN);
    }

    /**
     * The best use of a compute budget with a limit on unique tokens.
     *
     * @param compute training compute C in FLOP, positive
     * @param unique unique tokens U, positive; infinity and NaN mean no limit
     * @return N*, D*, loss, epochs
     * @throws UnanswerableException if the law allocates nothing, or would need more than U and knows no repetition
     * @throws DomainException if a number is not positive and finite
     */
    public Optimum optimum(double compute, double unique) {
        check(Variable.COMPUTE, compute);
        if (form instanceof SurfaceForm surface) {
            checkUnique(unique, Double.NaN);
            requireInputs();
            double limit = Double.isNaN(unique) ? Double.POSITIVE_INFINITY : unique;
            double best = surface.optimalParameters(k, compute, limit);
            if (Double.isNaN(best)) {
                throw new UnanswerableException(Sentence.of("law.noOptimum", id, new Amount(compute, Unit.FLOP)));
            }
            double n = reachable(best);
            double d = reachable(surface.tokensOf(k, n, compute));
            return optimumAt(n, d, compute, unique);
        }
        if (form instanceof Allocation) {
            double n = reachable(Allocation.power(k[0], compute, k[1]));
            double d = reachable(Allocation.power(k[2], compute, k[3]));
            return optimumAt(n, d, compute, unique);
        }
        if (form instanceof FormulaForm formula && answers().contains(Answer.ALLOCATION)) {
            requireInputs();
            double n = reachable(formula.allocated(k, "N", compute));
            double d = reachable(formula.allocated(k, "D", compute));
            return optimumAt(n, d, compute, unique);
        }
        throw unanswerable("law.question.optimum");
    }

    /**
     * The model that costs least over its life: minimises 6·N·D + 2·N·T over all pairs that reach the loss of the
     * optimum of a training budget (Sardana et al. 2024, arXiv:2401.00448, eq. 2; data-constrained laws numerically).
     *
     * @param compute training compute in FLOP whose optimal loss is to be reached
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @param inferenceTokens T, tokens served over the life; 0 gives {@link #optimum(double, double)}
     * @return N, D and their training compute 6·N·D
     * @throws UnanswerableException if the law has no loss, or knows no repetition and would need more than U
     * @throws DomainException if a number is outside its domain
     */
    public Optimum optimum(double compute, double unique, double inferenceTokens) {
        checkServed(inferenceTokens);
        Optimum trained = inferenceTokens > 0 && !(form instanceof SurfaceForm) ? null : optimum(compute, unique);
        if (trained == null) {
            throw unanswerable("law.question.inference");
        }
        return inferenceTokens > 0 ? optimumForLoss(trained.loss(), unique, inferenceTokens) : trained;
    }

    /**
     * The least compute that reaches a loss, all tokens being unique.
     *
     * @param loss nats per token
     * @return N, D and C = 6·N·D
     * @throws UnanswerableException if the law has no surface, or the loss cannot be reached
     * @throws DomainException if loss is not positive and finite
     */
    public Optimum optimumForLoss(double loss) {
        return optimumForLoss(loss, Double.NaN);
    }

    /**
     * The least compute that reaches a loss with a limit on unique tokens.
     *
     * @param loss nats per token
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return N, D and C = 6·N·D
     * @throws UnanswerableException if the law has no surface, or the loss cannot be reached
     * @throws DomainException if a number is not positive and finite
     */
    public Optimum optimumForLoss(double loss, double unique) {
        return optimumForLoss(loss, unique, 0);
    }

    /**
     * The pair that reaches a loss at least cost over training and serving: minimises 6·N·D + 2·N·T.
     *
     * @param loss nats per token
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @param inferenceTokens T, 0 or more
     * @return N, D and their training compute 6·N·D
     * @throws UnanswerableException if the law has no surface, or the loss cannot be reached
     * @throws DomainException if a number is outside its domain
     */
    public Optimum optimumForLoss(double loss, double unique, double inferenceTokens) {
        checkLoss(loss);
        checkServed(inferenceTokens);
        if (!(form instanceof SurfaceForm surface)) {
            throw unanswerable("law.question.optimumForLoss");
        }
        checkUnique(unique, Double.NaN);
        requireInputs();
        double n = surface.cheapestParameters(k, loss, unique, inferenceTokens);
        double d = Double.isNaN(n) ? Double.NaN : surface.tokensFor(k, n, loss, unique);
        if (Double.isNaN(d)) {
            throw infeasible(loss, surface.floor(k, unique));
        }
        reachable(n);
        reachable(d);
        return optimumAt(n, d, reachable(surface.computeOf(k, n, d)), unique);
    }

    /**
     * The loss at the optimum of a compute budget; for a power law in C, its loss.
     *
     * @param compute training compute C in FLOP, positive
     * @return nats per token
     * @throws UnanswerableException if the law has no such loss
     * @throws DomainException if compute is not positive and finite
     */
    public double lossAtOptimum(double compute) {
        return lossAtOptimum(compute, Double.NaN);
    }

    /**
     * The loss at the optimum of a compute budget with a limit on unique tokens.
     *
     * @param compute training compute C in FLOP, positive
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return nats per token
     * @throws UnanswerableException if the law has no such loss
     * @throws DomainException if a number is not positive and finite
     */
    public double lossAtOptimum(double compute, double unique) {
        if (form instanceof SurfaceForm) {
            return optimum(compute, unique).loss();
        }
        if (!answersLossOfCompute()) {
            check(Variable.COMPUTE, compute);
            throw unanswerable("law.question.lossAtOptimum");
        }
        return loss(Point.ofCompute(compute));
    }

    /**
     * The tokens with which a model reaches a loss (the iso-loss curve), all of them unique.
     *
     * @param n parameters N, positive (ignored by a law in D alone)
     * @param loss nats per token
     * @return D
     * @throws UnanswerableException if the loss does not depend on D, or no D reaches it
     * @throws DomainException if a number is not positive and finite
     */
    public double tokensFor(double n, double loss) {
        return tokensFor(n, loss, Double.NaN);
    }

    /**
     * The tokens with which a model reaches a loss, with a limit on unique tokens.
     *
     * @param n parameters N, positive
     * @param loss nats per token
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return D, repetitions included
     * @throws UnanswerableException if the loss does not depend on D, or no D reaches it, or it needs more than U and
     *         the law knows no repetition
     * @throws DomainException if a number is not positive and finite
     */
    public double tokensFor(double n, double loss, double unique) {
        checkLoss(loss);
        double d;
        if (form instanceof SurfaceForm surface) {
            check(Variable.PARAMETERS, n);
            checkUnique(unique, Double.NaN);
            requireInputs();
            d = surface.tokensFor(k, n, loss, unique);
            if (Double.isNaN(d)) {
                throw new UnanswerableException(Sentence.of("law.infeasible.parameters", id,
                        new Amount(loss, Unit.NATS_PER_TOKEN), new Amount(n, Unit.PARAMETERS)));
            }
        } else if (form instanceof PowerLaw law && law.variable() == Variable.TOKENS) {
            d = PowerLaw.inverse(k[0], loss, k[1]);
        } else {
            throw unanswerable("law.question.tokensFor");
        }
        checkUnique(unique, d);
        return reachable(d);
    }

    /**
     * The loss that no budget goes below.
     *
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return nats per token: E, or with a limit on unique tokens what N and D without end would reach; 0 for a form
     *         without irreducible loss
     * @throws UnanswerableException if the law has no loss
     */
    public double floor(double unique) {
        if (!answers().contains(Answer.LOSS)) {
            throw unanswerable("law.question.loss");
        }
        return switch (form) {
            case SurfaceForm surface -> surface.floor(k, unique);
            case FormulaForm formula when answersLossOfCompute() -> formula.floor(k);
            default -> 0;
        };
    }

    /**
     * The training compute of a model.
     *
     * @param n parameters N
     * @param d training tokens D
     * @return 6·N·D, or what the form counts instead
     */
    public double computeOf(double n, double d) {
        return form instanceof SurfaceForm surface ? surface.computeOf(k, n, d) : 6 * n * d;
    }

    /**
     * The tokens on which a budget trains a model.
     *
     * @param n parameters N
     * @param compute training compute C in FLOP
     * @return D = C/(6·N), or what the form counts instead
     */
    public double tokensOf(double n, double compute) {
        return form instanceof SurfaceForm surface ? surface.tokensOf(k, n, compute) : compute / 6 / n;
    }

    /**
     * How far a point lies outside what the law was fitted on.
     *
     * @param n parameters N
     * @param d training tokens D
     * @return one entry for each of N, D, C = 6·N·D and D/N that has a range and lies outside it
     * @throws UnanswerableException if C or D/N leaves the range of doubles, so that no distance can be told
     */
    public List<Extrapolation> extrapolates(double n, double d) {
        return extrapolates(new Point(n, d, Double.NaN, computeOf(n, d)));
    }

    /**
     * How far a point lies outside what the law was fitted on.
     *
     * @param point variables that are NaN are not judged
     * @return one entry for each variable, and for each input of the law's own, that has a range and lies outside it
     * @throws UnanswerableException if C or D/N leaves the range of doubles, so that no distance can be told
     */
    public List<Extrapolation> extrapolates(Point point) {
        List<Extrapolation> outside = new ArrayList<>();
        fittedRange.forEach((variable, range) -> {
            double value = point.value(variable);
            double decades = range.decadesOutside(value);
            if (Double.isInfinite(decades)) {
                throw new UnanswerableException(Sentence.of("law.range", id));
            }
            if (decades > 0) {
                outside.add(new Extrapolation(variable, value, range.low(), range.high(), decades));
            }
        });
        for (Input input : form.ownInputs()) {
            double value = inputs.getOrDefault(input.symbol(), Double.NaN);
            double decades = input.range() == null ? 0 : input.range().decadesOutside(value);
            if (decades > 0) {
                outside.add(new Extrapolation(input, value, input.range().low(), input.range().high(), decades));
            }
        }
        return List.copyOf(outside);
    }

    /**
     * The least compute that reaches a loss.
     *
     * @param loss nats per token
     * @param unique unique tokens U; infinity and NaN mean no limit
     * @return C in FLOP: of the optimum of a surface, or of a loss of compute alone
     * @throws UnanswerableException if the law has no loss of compute, or the loss cannot be reached
     * @throws DomainException if a number is not positive and finite
     */
    public double computeForLoss(double loss, double unique) {
        checkLoss(loss);
        if (form instanceof PowerLaw && answersLossOfCompute()) {
            return reachable(PowerLaw.inverse(k[0], loss, k[1]));
        }
        if (form instanceof FormulaForm formula && answersLossOfCompute()) {
            double c = formula.computeFor(k, loss);
            if (Double.isNaN(c)) {
                throw infeasible(loss, floor(unique));
            }
            return reachable(c);
        }
        return optimumForLoss(loss, unique).compute();
    }

    double gainPerFold(double compute, double unique) {
        if (form instanceof SurfaceForm surface) {
            Optimum best = optimum(compute, unique);
            return surface.gainPerFold(k, best.parameters(), best.tokens(), unique);
        }
        double loss = lossAtOptimum(compute, unique);
        return form instanceof FormulaForm formula ? formula.gainPerFold(k, compute) : k[1] * loss;
    }

    private Optimum optimumAt(double n, double d, double compute, double unique) {
        checkUnique(unique, d);
        double loss = form instanceof SurfaceForm || answersLossOfCompute()
                ? form.loss(k, n, d, unique, compute)
                : Double.NaN;
        double epochs = Double.isNaN(unique) ? Double.NaN : Math.max(1, d / unique);
        return new Optimum(n, d, compute, loss, d / n, epochs);
    }

    private void checkPoint(Point point) {
        requireLoss();
        requireInputs();
        for (Variable variable : form.inputs()) {
            if (variable != Variable.UNIQUE_TOKENS) {
                if (variable == Variable.COMPUTE && Double.isNaN(point.compute())) {
                    throw unanswerable("law.question.lossOfModels");
                }
                check(variable, point.value(variable));
            }
        }
        checkUnique(point.uniqueTokens(), point.tokens());
    }

    private void requireInputs() {
        List<Input> missing = missingInputs();
        if (!missing.isEmpty()) {
            throw new UnanswerableException(Sentence.of("law.input.missing", id, missing.getFirst().symbol(),
                    missing.getFirst().name()));
        }
    }

    private void requireLoss() {
        if (!answers().contains(Answer.LOSS)) {
            throw unanswerable("law.question.loss");
        }
    }

    private void checkUnique(double unique, double d) {
        if (Double.isNaN(unique)) {
            return;
        }
        if (!(unique > 0)) {
            check(Variable.UNIQUE_TOKENS, unique);
        }
        if (!knowsRepetition() && d > unique) {
            throw new UnanswerableException(Sentence.of("law.question.repetition", id, form.id(),
                    new Amount(d, Unit.TOKENS), new Amount(unique, Unit.TOKENS)));
        }
    }

    private static void check(Variable variable, double value) {
        DomainException.positive(value, variable);
    }

    private static void checkLoss(double loss) {
        DomainException.positive(loss, Sentence.of("variable.loss"));
    }

    private static void checkServed(double inferenceTokens) {
        if (!(inferenceTokens >= 0) || Double.isInfinite(inferenceTokens)) {
            throw new DomainException(Sentence.of("domain.inferenceTokens", Double.toString(inferenceTokens)));
        }
    }

    private double finite(double loss) {
        if (Double.isNaN(loss) || Double.isInfinite(loss)) {
            throw new UnanswerableException(Sentence.of("law.range", id));
        }
        return loss;
    }

    double reachable(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new UnanswerableException(Sentence.of("law.range", id));
        }
        return value;
    }

    private UnanswerableException infeasible(double loss, double floor) {
        return new UnanswerableException(Sentence.of("law.infeasible", id, Quantities.exact(loss),
                new Amount(floor, Unit.NATS_PER_TOKEN)));
    }

    private UnanswerableException unanswerable(String question) {
        return new UnanswerableException(Sentence.of("law.unanswerable", id, form.id(), Sentence.of(question),
                form.answersInWords()));
    }

    @Override
    public String toString() {
        return id;
    }
}
