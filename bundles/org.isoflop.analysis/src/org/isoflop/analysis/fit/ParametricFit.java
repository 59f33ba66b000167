package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.KaplanJoint;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.numeric.Cholesky;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Streams;

/**
 * The constants of a form that make an objective over runs least (approach 3 of Hoffmann et al. 2022), with all that
 * says how far they can be trusted. Immutable.
 */
public final class ParametricFit {

    /** A start agrees if its objective is within this of the best, relatively. */
    public static final double AGREEMENT = 1e-6;

    /** A run is an outlier if its residual is that many robust standard deviations from the median. */
    public static final double OUTLIER = 5;

    private static final double TOGETHER = 1e-4;
    private static final double UNDETERMINED = 1e-12;
    private static final int SCOUTS = 64;
    private static final double MAD_TO_SIGMA = 1.4826;

    private final FitOptions options;
    private final Runs runs;
    private final double[] constants;
    private final double objective;
    private final int starts;
    private final int agreeing;
    private final double[] residuals;
    private final List<Influence> influence;
    private final Bootstrap bootstrap;

    private ParametricFit(FitOptions options, Runs runs, double[] constants, double objective, int starts, int agreeing,
            List<Influence> influence, Bootstrap bootstrap) {
        this.options = options;
        this.runs = runs;
        this.constants = constants;
        this.objective = objective;
        this.starts = starts;
        this.agreeing = agreeing;
        this.influence = influence;
        this.bootstrap = bootstrap;
        residuals = residuals(options, runs, constants);
    }

    /**
     * Fits a form to runs.
     *
     * @param runs the runs
     * @param options how
     * @return the fit
     * @throws DomainException if there are fewer distinct runs than constants, no spread in a variable of the form, N
     *         and D that change only together, constants that the runs do not determine, or no minimum with
     *         constants in their domain
     */
    public static ParametricFit fit(Runs runs, FitOptions options) {
        return fit(runs, options, FitProgress.NONE);
    }

    /**
     * Fits a form to runs.
     *
     * @param runs the runs
     * @param options how
     * @param progress follows and may cancel
     * @return the fit
     * @throws DomainException as {@link #fit(Runs, FitOptions)}
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static ParametricFit fit(Runs runs, FitOptions options, FitProgress progress) {
        check(runs, options.form());
        if (options.starts() == Starts.VPNLS && !options.form().isPowerSum()) {
            throw new DomainException(Sentence.of("fit.starts.vpnls", options.form().text()));
        }
        Search search = new Search(runs, options, progress);
        double[] best = search.best();
        Solver solver = search.solver();
        solver.solve(best);
        double[] constants = solver.problem().constants(best);
        checkDomain(options.form(), constants);
        checkDetermined(solver.problem(), best, options.form());
        List<Influence> influence = influence(runs, options, best, constants, progress);
        Bootstrap bootstrap = options.resamples() == 0 ? null : bootstrap(runs, options, best, progress);
        return new ParametricFit(options, runs, constants, objective(options, runs, constants), search.starts(),
                search.agreeing(), influence, bootstrap);
    }

    private static void check(Runs runs, FitForm form) {
        int distinct = runs.distinct();
        if (distinct < form.constants().size()) {
            throw new DomainException(Sentence.of("fit.few", distinct, form.text(), form.constants().size()));
        }
        for (Variable variable : List.of(Variable.PARAMETERS, Variable.TOKENS, Variable.UNIQUE_TOKENS,
                Variable.COMPUTE)) {
            if (form.dependsOn(variable)) {
                double[] values = runs.values(run -> run.value(variable));
                if (Arrays.stream(values).anyMatch(Double::isNaN)) {
                    throw new DomainException(Sentence.of("fit.unique", form.text()));
                }
                if (Arrays.stream(values).max().getAsDouble() <= Arrays.stream(values).min().getAsDouble()
                        * (1 + 1e-9)) {
                    throw new DomainException(Sentence.of("fit.spread", variable, FitForm.symbol(variable)));
                }
            }
        }
        if (form.law() != null && form.dependsOn(Variable.PARAMETERS) && form.dependsOn(Variable.TOKENS)
                && changeTogether(runs)) {
            throw new DomainException(Sentence.of("fit.together"));
        }
        double[] losses = runs.values(Run::loss);
        if (Arrays.stream(losses).distinct().count() == 1) {
            throw new DomainException(Sentence.of("fit.spread", Sentence.of("variable.loss"), "L"));
        }
    }

    /** Whether ln N and ln D lie on a line: one compute budget, or one ratio of tokens to parameters. */
    private static boolean changeTogether(Runs runs) {
        double[] x = runs.values(run -> Math.log(run.parameters()));
        double[] y = runs.values(run -> Math.log(run.tokens()));
        double meanX = Arrays.stream(x).average().getAsDouble();
        double meanY = Arrays.stream(y).average().getAsDouble();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return 1 - xy / xx * (xy / yy) < TOGETHER;
    }

    /** Refuses a minimum from which some change of the constants leads on without changing a prediction. */
    private static void checkDetermined(Problem problem, double[] theta, FitForm form) {
        int k = theta.length;
        double[] matrix = new double[k * k];
        problem.threshold(1);
        problem.value(theta);
        problem.derivatives(new double[k], matrix, false);
        double[] scales = new double[k];
        for (int j = 0; j < k; j++) {
            scales[j] = Math.sqrt(matrix[j * k + j]);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                matrix[i * k + j] /= scales[i] * scales[j];
            }
        }
        boolean determined = Cholesky.factor(matrix, k);
        for (int j = 0; determined && j < k; j++) {
            determined = matrix[j * k + j] * matrix[j * k + j] > UNDETERMINED;
        }
        if (!determined) {
            throw new DomainException(Sentence.of("fit.undetermined", form.text()));
        }
    }

    private static void checkDomain(FitForm form, double[] constants) {
        for (int j = 0; j < constants.length; j++) {
            String symbol = form.constants().get(j);
            boolean fits = !form.isPositive(symbol) || constants[j] > 1e-200
                    || constants[j] >= 0 && form.asLaw().allows(symbol, 0);
            if (!fits || !Double.isFinite(constants[j])) {
                throw new DomainException(
                        Sentence.of("fit.domain", form.text(), symbol, Double.toString(constants[j])));
            }
        }
    }

    /**
     * Runs every start. The first starts, spread over all, go to the end; the lowest minimum that Newton's method
     * confirms is the verified one. The others stop as soon as their objective is within {@link #AGREEMENT} of it,
     * which is what agreeing means. If one goes lower, that one is verified and those that stopped at the old level go
     * on.
     */
    private static final class Search {

        private final FitOptions options;
        private final Runs runs;
        private final FitProgress progress;
        private final List<double[]> starts;
        private final double[] values;
        private final Solver solver;
        private double[] best;
        private double lowest = Double.POSITIVE_INFINITY;

        Search(Runs runs, FitOptions options, FitProgress progress) {
            this.runs = runs;
            this.options = options;
            this.progress = progress;
            solver = newSolver(runs, options);
            starts = options.starts().points(options.form(), runs, solver.problem());
            values = new double[starts.size()];
            int scouts = Math.min(SCOUTS, starts.size());
            int[] first = IntStream.range(0, scouts).map(i -> (int) ((long) i * starts.size() / scouts)).toArray();
            int[] rest = IntStream.range(0, starts.size()).filter(i -> Arrays.binarySearch(first, i) < 0).toArray();
            run(first, Double.NEGATIVE_INFINITY);
            while (rest.length > 0) {
                double level = lowest;
                run(rest, level * (1 + AGREEMENT));
                double now = lowest;
                rest = now >= level * (1 - AGREEMENT)
                        ? new int[0]
                        : Arrays.stream(rest).filter(i -> values[i] > now * (1 + AGREEMENT)
                                && values[i] <= level * (1 + AGREEMENT)).toArray();
            }
            if (best == null) {
                throw new DomainException(Sentence.of("fit.none", options.form().text()));
            }
        }

        private void run(int[] which, double enough) {
            double share = 0.3 / starts.size();
            Parallel.chunks(which.length, 16, options.threads(), thread -> {
                Solver own = newSolver(runs, options);
                return (from, to) -> {
                    progress.check();
                    for (int i = from; i < to; i++) {
                        values[which[i]] = own.descend(starts.get(which[i]), enough);
                    }
                    progress.worked(share * (to - from));
                };
            });
            for (int i : which) {
                if (values[i] < lowest) {
                    double[] end = starts.get(i).clone();
                    double value = solver.descend(end, Double.NEGATIVE_INFINITY);
                    if (value < lowest && allFinite(solver.problem().constants(end))) {
                        lowest = value;
                        best = end;
                    }
                }
            }
        }

        double[] best() {
            return best.clone();
        }

        Solver solver() {
            return solver;
        }

        int starts() {
            return starts.size();
        }

        int agreeing() {
            return (int) Arrays.stream(values).filter(value -> value <= lowest * (1 + AGREEMENT)).count();
        }
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static Solver newSolver(Runs runs, FitOptions options) {
        return new Solver(options.form().problem(runs, options.objective()), options.objective());
    }

    private static List<Influence> influence(Runs runs, FitOptions options, double[] best, double[] constants,
            FitProgress progress) {
        int n = runs.size();
        double exponent = exponent(options.form(), constants);
        Influence[] influence = new Influence[n];
        List<double[]> others = options.form().isPowerSum()
                ? Starts.VPNLS.points(options.form(), runs, newSolver(runs, options).problem())
                : List.of();
        Parallel.chunks(n, 4, options.threads(), thread -> {
            Solver own = newSolver(runs, options);
            double[] weights = new double[n];
            return (from, to) -> {
                progress.check();
                for (int i = from; i < to; i++) {
                    Arrays.fill(weights, 1);
                    weights[i] = 0;
                    own.problem().weigh(weights);
                    double[] without = own.problem().constants(own.lowest(best, others));
                    double a = exponent(options.form(), without);
                    influence[i] = new Influence(i, without, a, a - exponent);
                }
                progress.worked(0.1 * (to - from) / n);
            };
        });
        return List.of(influence);
    }

    private static Bootstrap bootstrap(Runs runs, FitOptions options, double[] best, FitProgress progress) {
        int n = runs.size();
        int resamples = options.resamples();
        double[][] draws = new double[resamples][];
        int least = options.form().constants().size();
        Parallel.chunks(resamples, 16, options.threads(), thread -> {
            Solver own = newSolver(runs, options);
            double[] weights = new double[n];
            Streams random = new Streams(options.seed(), 0);
            return (from, to) -> {
                progress.check();
                for (int i = from; i < to; i++) {
                    random.reset(options.seed(), i);
                    Arrays.fill(weights, 0);
                    for (int j = 0; j < n; j++) {
                        weights[random.below(n)]++;
                    }
                    draws[i] = refit(own, weights, best, least, options.form());
                }
                progress.worked(0.6 * (to - from) / resamples);
            };
        });
        List<double[]> fitted = Arrays.stream(draws).filter(draw -> draw != null).toList();
        if (fitted.size() < 2) {
            throw new DomainException(Sentence.of("fit.bootstrap", resamples, fitted.size()));
        }
        return new Bootstrap(fitted, resamples, options.seed(), Streams.GENERATOR);
    }

    /** The constants for a resample, or null where it has no fit. */
    private static double[] refit(Solver solver, double[] weights, double[] best, int least, FitForm form) {
        if (Arrays.stream(weights).filter(weight -> weight > 0).count() < least) {
            return null;
        }
        solver.problem().weigh(weights);
        double[] theta = best.clone();
        double value = solver.resolve(theta);
        double[] constants = solver.problem().constants(theta);
        try {
            checkDomain(form, constants);
        } catch (DomainException e) {
            return null;
        }
        return Double.isFinite(value) ? constants : null;
    }

    /**
     * The objective at given constants, to the last digit.
     *
     * @param options form and objective
     * @param runs the runs
     * @param constants in the form's order
     * @return the sum over the runs
     */
    public static double objective(FitOptions options, Runs runs, double[] constants) {
        double sum = 0;
        for (double residual : residuals(options, runs, constants)) {
            sum += options.objective().of(residual);
        }
        return sum;
    }

    private static double[] residuals(FitOptions options, Runs runs, double[] constants) {
        double[] residuals = new double[runs.size()];
        for (int i = 0; i < residuals.length; i++) {
            Run run = runs.get(i);
            double predicted = predict(options.form(), constants, run);
            residuals[i] = options.objective().onLogarithms()
                    ? Math.log(predicted / run.loss())
                    : predicted - run.loss();
        }
        return residuals;
    }

    static double predict(FitForm form, double[] k, Run run) {
        if (form.isPowerSum()) {
            return k[0] + Math.exp(Math.log(k[1]) - k[3] * Math.log(run.parameters()))
                    + Math.exp(Math.log(k[2]) - k[4] * Math.log(run.tokens()));
        }
        Map<String, Double> values = new HashMap<>();
        for (int j = 0; j < k.length; j++) {
            values.put(form.constants().get(j), k[j]);
        }
        values.put("N", run.parameters());
        values.put("D", run.tokens());
        values.put("U", run.uniqueTokens());
        values.put("C", run.compute());
        return form.expression().evaluate(values);
    }

    static double exponent(FitForm form, double[] k) {
        if (form.law() == null) {
            return Double.NaN;
        }
        int alpha = form.constants().indexOf("alpha");
        int beta = form.constants().indexOf("beta");
        if (alpha >= 0 && beta >= 0) {
            return k[beta] / (k[alpha] + k[beta]);
        }
        return form.law() instanceof KaplanJoint ? KaplanJoint.exponent(k[1], k[3]) : Double.NaN;
    }

    /**
     * How the fit was made.
     *
     * @return form, objective and the rest
     */
    public FitOptions options() {
        return options;
    }

    /**
     * What was fitted.
     *
     * @return the runs
     */
    public Runs runs() {
        return runs;
    }

    /**
     * The constants.
     *
     * @return in the form's order, a copy
     */
    public double[] constants() {
        return constants.clone();
    }

    /**
     * One constant.
     *
     * @param symbol its name in the form
     * @return its value
     */
    public double constant(String symbol) {
        return constants[options.form().constants().indexOf(symbol)];
    }

    /**
     * The least objective: the sum over the runs, not divided by their number.
     *
     * @return 0 or more
     */
    public double objective() {
        return objective;
    }

    /**
     * How many starts there were.
     *
     * @return such as 4,500
     */
    public int starts() {
        return starts;
    }

    /**
     * How many starts reached the least objective within {@link #AGREEMENT}. For least absolute deviation the starts
     * are judged by Huber's function with δ = 10⁻³, from whose minimum the corner is then sought.
     *
     * @return at least 1
     */
    public int agreeing() {
        return agreeing;
    }

    /**
     * Prediction minus run, for each run.
     *
     * @return of ln L, or of L for least squares; a copy
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * What leaving out each run does.
     *
     * @return one for each run
     */
    public List<Influence> influence() {
        return influence;
    }

    /**
     * The joint cloud of the constants.
     *
     * @return null if no bootstrap was asked for
     */
    public Bootstrap bootstrap() {
        return bootstrap;
    }

    /**
     * The exponent a of N* in C.
     *
     * @return β/(α+β) and the like; NaN for forms without one
     */
    public double exponent() {
        return exponent(options.form(), constants);
    }

    /**
     * The exponent a as a number of constants, for {@link Bootstrap}.
     *
     * @return a function of constants in the form's order
     */
    public ToDoubleFunction<double[]> exponentOf() {
        return k -> exponent(options.form(), k);
    }

    /**
     * What the fit predicts.
     *
     * @param parameters N
     * @param tokens D
     * @return nats per token
     */
    public double predict(double parameters, double tokens) {
        return predict(options.form(), constants, Run.of(parameters, tokens, 1));
    }

    /**
     * What the form predicts with other constants, such as a draw of the bootstrap.
     *
     * @param k constants in the form's order
     * @param parameters N
     * @param tokens D
     * @return nats per token
     */
    public double predict(double[] k, double parameters, double tokens) {
        return predict(options.form(), k, Run.of(parameters, tokens, 1));
    }

    /**
     * The robust standard deviation of the residuals: 1.4826 times the median distance from their median.
     *
     * @return of ln L, or of L for least squares
     */
    public double residualScale() {
        double middle = median(residuals);
        return MAD_TO_SIGMA * median(Arrays.stream(residuals).map(r -> Math.abs(r - middle)).toArray());
    }

    /**
     * The runs whose residual is more than {@link #OUTLIER} robust standard deviations from the median. They are only
     * named, never left out.
     *
     * @return indices, the farthest first
     */
    public int[] outliers() {
        double middle = median(residuals);
        double far = OUTLIER * residualScale();
        return IntStream.range(0, residuals.length).filter(i -> Math.abs(residuals[i] - middle) > far).boxed()
                .sorted((i, j) -> Double.compare(Math.abs(residuals[j] - middle), Math.abs(residuals[i] - middle)))
                .mapToInt(Integer::intValue).toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    /**
     * The fit as a law that can be asked like any other.
     *
     * @param id its name
     * @param counting how the runs count parameters and compute
     * @param corpus the text of the loss
     * @return the law, with the bootstrap as its joint uncertainty and the ranges of the runs
     */
    public Law law(String id, Counting counting, String corpus) {
        LawForm form = options.form().asLaw();
        Map<String, Double> named = new LinkedHashMap<>();
        for (int j = 0; j < constants.length; j++) {
            named.put(options.form().constants().get(j), constants[j]);
        }
        JointUncertainty uncertainty = bootstrap == null
                ? null
                : JointUncertainty.ofDraws(form, bootstrap.draws());
        return new Law(id, form, named, counting, runs.ranges(), corpus, uncertainty);
    }

    /**
     * Refits without the runs of the largest compute and predicts these.
     *
     * @param k how many to hold out
     * @return how well they are predicted
     * @throws DomainException if too few runs are left
     */
    public HoldOut holdOut(int k) {
        int[] out = runs.largestComputes(k);
        ParametricFit rest = fit(runs.without(out), options.withBootstrap(0, 0));
        List<HoldOut.Point> points = new ArrayList<>();
        for (int i : out) {
            points.add(new HoldOut.Point(i, predict(options.form(), rest.constants, runs.get(i)), runs.get(i).loss()));
        }
        return new HoldOut(rest.constants, points);
    }
}
