package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.numeric.Linear;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Streams;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * Approach 2 of Hoffmann et al. 2022: for each compute budget a parabola of the loss in log N and another in log D,
 * then straight lines through their vertices in log-log coordinates, all unweighted.
 *
 * @param parameters the line of N* in C
 * @param tokens the line of D* in C
 * @param vertices one for each budget, in ascending order
 * @param bias how far the method itself goes wrong at this design; null where the parametric law has no fit to the runs
 * @param bootstrap the joint cloud of (k_N, a, k_D, b), N* = k_N·C^a and D* = k_D·C^b, from resamples of the runs of
 *        each budget; null if none was asked for
 */
public record IsoFlopFit(LogLine parameters, LogLine tokens, List<Vertex> vertices, Bias bias, Bootstrap bootstrap) {

    /** Budgets are equal within this, relatively, unless another tolerance is given. */
    public static final double TOLERANCE = 1e-9;

    private static final int LEAST = 3;

    /**
     * The best of one budget.
     *
     * @param compute C in FLOP, the geometric mean of its runs
     * @param parameters N*
     * @param tokens D*
     * @param loss the least loss of the parabola in log N
     * @param points how many runs
     * @param bracketed whether N* lies between the smallest and the largest run
     */
    public record Vertex(double compute, double parameters, double tokens, double loss, int points,
            boolean bracketed) {
    }

    /**
     * The bias of the method, seen on points without noise: the loss of the parametric law at the N and D of the runs,
     * fitted in the same way, against the law's own optimum (Open-Athena 2026, arXiv:2603.22339).
     *
     * @param exponent the exponent a that comes out minus the true one
     * @param compute the budget at which the rest is told: the largest one
     * @param parameters N* that comes out over the true one, minus 1
     * @param tokens D* that comes out over the true one, minus 1
     * @param parametersAhead the same for N* at a thousand times that budget
     * @param tokensAhead the same for D* at a thousand times that budget
     */
    public record Bias(double exponent, double compute, double parameters, double tokens, double parametersAhead,
            double tokensAhead) {

        /** How far beyond the largest budget the bias is told as well. */
        public static final double AHEAD = 1000;
    }

    /**
     * Fits the lines and tells the bias at this design.
     *
     * @param runs runs that share budgets
     * @param tolerance how far compute may differ within a budget, relatively
     * @return the fit
     * @throws DomainException if there is only one budget, a budget has fewer than three model sizes, or a parabola has
     *         no minimum
     */
    public static IsoFlopFit fit(Runs runs, double tolerance) {
        return fit(runs, tolerance, 0, 0, FitProgress.NONE);
    }

    /**
     * Fits the lines, tells the bias at this design, and how far the lines spread over resamples of the runs. The
     * budgets are part of the design, so each keeps its number of runs.
     *
     * @param runs runs that share budgets
     * @param tolerance how far compute may differ within a budget, relatively
     * @param resamples how many bootstrap resamples, 0 for none
     * @param seed their seed
     * @param progress follows and may cancel
     * @return the fit
     * @throws DomainException as {@link #fit(Runs, double)}, or if nearly no resample has a fit
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static IsoFlopFit fit(Runs runs, double tolerance, int resamples, long seed, FitProgress progress) {
        FitOptions.checkResamples(resamples);
        IsoFlopFit plain = lines(runs, tolerance);
        Bias bias = bias(runs, tolerance, plain);
        Bootstrap bootstrap = resamples == 0
                ? null
                : bootstrap(budgets(runs, tolerance), resamples, seed, progress);
        return new IsoFlopFit(plain.parameters, plain.tokens, plain.vertices, bias, bootstrap);
    }

    private static Bootstrap bootstrap(List<Runs> budgets, int resamples, long seed, FitProgress progress) {
        double[][] draws = new double[resamples][];
        Parallel.chunks(resamples, 16, Parallel.processors(), thread -> {
            Streams random = new Streams(seed, 0);
            return (from, to) -> {
                progress.check();
                for (int i = from; i < to; i++) {
                    random.reset(seed, i);
                    draws[i] = draw(budgets, random);
                }
                progress.worked((to - from) / (double) resamples);
            };
        });
        List<double[]> fitted = Arrays.stream(draws).filter(draw -> draw != null).toList();
        if (fitted.size() < 2) {
            throw new DomainException(Sentence.of("fit.bootstrap", resamples, fitted.size()));
        }
        return new Bootstrap(fitted, resamples, seed, Streams.GENERATOR);
    }

    /** The lines of a resample, or null where a budget of it has no parabola with a minimum. */
    private static double[] draw(List<Runs> budgets, Streams random) {
        List<Vertex> vertices = new ArrayList<>();
        for (Runs budget : budgets) {
            int[] drawn = new int[budget.size()];
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = random.below(drawn.length);
            }
            try {
                vertices.add(vertex(budget.select(drawn)));
            } catch (DomainException e) {
                return null;
            }
        }
        IsoFlopFit lines = lines(vertices);
        double[] draw = {lines.parameters.coefficient(), lines.parameters.exponent(), lines.tokens.coefficient(),
            lines.tokens.exponent()};
        return Arrays.stream(draw).allMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY) ? draw : null;
    }

    /** Without the bias. */
    static IsoFlopFit lines(Runs runs, double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new DomainException(Sentence.of("domain.fraction", Double.toString(tolerance)));
        }
        List<Vertex> vertices = new ArrayList<>();
        for (Runs budget : budgets(runs, tolerance)) {
            vertices.add(vertex(budget));
        }
        if (vertices.size() < 2) {
            throw new DomainException(Sentence.of("fit.budgets", new Amount(vertices.getFirst().compute(), Unit.FLOP)));
        }
        return lines(vertices);
    }

    private static IsoFlopFit lines(List<Vertex> vertices) {
        double[] compute = vertices.stream().mapToDouble(Vertex::compute).toArray();
        return new IsoFlopFit(LogLine.fit(compute, vertices.stream().mapToDouble(Vertex::parameters).toArray()),
                LogLine.fit(compute, vertices.stream().mapToDouble(Vertex::tokens).toArray()), List.copyOf(vertices),
                null, null);
    }

    /** The runs by budget, in ascending order; a budget ends where the next run is farther than the tolerance. */
    private static List<Runs> budgets(Runs runs, double tolerance) {
        int[] order = IntStream.range(0, runs.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> runs.get(i).compute())).mapToInt(Integer::intValue).toArray();
        List<Runs> budgets = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length
                    || runs.get(order[i]).compute() > runs.get(order[start]).compute() * (1 + tolerance)) {
                budgets.add(runs.select(Arrays.copyOfRange(order, start, i)));
                start = i;
            }
        }
        return budgets;
    }

    private static Vertex vertex(Runs budget) {
        double compute = Math
                .exp(Arrays.stream(budget.values(run -> Math.log(run.compute()))).average().getAsDouble());
        double[] lnN = budget.values(run -> Math.log(run.parameters()));
        double[] lnD = budget.values(run -> Math.log(run.tokens()));
        double[] loss = budget.values(Run::loss);
        double[] byParameters = parabola(lnN, loss, compute, "N");
        double[] byTokens = parabola(lnD, loss, compute, "D");
        double low = Arrays.stream(lnN).min().getAsDouble();
        double high = Arrays.stream(lnN).max().getAsDouble();
        return new Vertex(compute, Math.exp(byParameters[0]), Math.exp(byTokens[0]), byParameters[1], budget.size(),
                byParameters[0] >= low && byParameters[0] <= high);
    }

    /** Where the least-squares parabola is least, and its value there. */
    private static double[] parabola(double[] x, double[] y, double compute, String variable) {
        long distinct = Arrays.stream(x).distinct().count();
        if (distinct < LEAST) {
            throw new DomainException(
                    Sentence.of("fit.parabola.few", new Amount(compute, Unit.FLOP), distinct, LEAST, variable));
        }
        double middle = Arrays.stream(x).average().getAsDouble();
        double width = Arrays.stream(x).map(v -> Math.abs(v - middle)).max().getAsDouble();
        double[][] matrix = new double[3][3];
        double[] right = new double[3];
        for (int i = 0; i < x.length; i++) {
            double u = (x[i] - middle) / width;
            double[] powers = {1, u, u * u};
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    matrix[j][k] += powers[j] * powers[k];
                }
                right[j] += powers[j] * y[i];
            }
        }
        if (!Linear.solve(matrix, right) || !(right[2] > 0)) {
            throw new DomainException(Sentence.of("fit.parabola.flat", new Amount(compute, Unit.FLOP), variable));
        }
        double u = -right[1] / (2 * right[2]);
        return new double[] {middle + width * u, right[0] + 0.5 * u * right[1]};
    }

    private static Bias bias(Runs runs, double tolerance, IsoFlopFit observed) {
        try {
            FitOptions options = FitOptions.of(FitForm.of(LawForm.of("chinchilla"))).withStarts(Starts.VPNLS);
            double[] k = ParametricFit.fit(runs, options).constants();
            return bias(runs, tolerance, k, observed.vertices.getLast().compute());
        } catch (DomainException e) {
            return null;
        }
    }

    /** The bias at the design of some runs, if the constants (E, A, B, α, β) are the truth. */
    static Bias bias(Runs runs, double tolerance, double[] k, double compute) {
        FitForm form = FitForm.of(LawForm.of("chinchilla"));
        IsoFlopFit synthetic = lines(new Runs(runs.list().stream().map(run -> new Run(run.parameters(), run.tokens(),
                Double.NaN, run.compute(), ParametricFit.predict(form, k, run), null)).toList()), tolerance);
        double ahead = compute * Bias.AHEAD;
        return new Bias(synthetic.parameters.exponent() - ParametricFit.exponent(form, k), compute,
                synthetic.parameters.at(compute) / optimalParameters(k, compute) - 1,
                synthetic.tokens.at(compute) / optimalTokens(k, compute) - 1,
                synthetic.parameters.at(ahead) / optimalParameters(k, ahead) - 1,
                synthetic.tokens.at(ahead) / optimalTokens(k, ahead) - 1);
    }

    private static double optimalParameters(double[] k, double compute) {
        return Math.pow(k[3] * k[1] / (k[4] * k[2]), 1 / (k[3] + k[4])) * Math.pow(compute / 6, k[4] / (k[3] + k[4]));
    }

    private static double optimalTokens(double[] k, double compute) {
        return compute / 6 / optimalParameters(k, compute);
    }
}
