package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Streams;

/**
 * Approach 1 of Hoffmann et al. 2022: at many compute values the training curve of least loss gives N* and D*, through
 * which straight lines go in log-log coordinates. A curve is the points of one label, or of one model size where there
 * are no labels; its loss between two points is interpolated in log C and log L. Values where the smallest or the
 * largest model of all wins are left out: there the best model may lie beyond.
 *
 * @param parameters the line of N* in C
 * @param tokens the line of D* in C
 * @param curves how many training curves there are
 * @param values how many compute values have a winner
 * @param bootstrap the joint cloud of (k_N, a, k_D, b), N* = k_N·C^a and D* = k_D·C^b, from resamples of whole curves;
 *        null if none was asked for
 */
public record EnvelopeFit(LogLine parameters, LogLine tokens, int curves, int values, Bootstrap bootstrap) {

    /** The number of compute values, from the least to the largest compute of the runs (App. A of the paper). */
    public static final int VALUES = 1500;

    private static final int LEAST = 3;

    /** A training curve, read at every compute value: ln L and ln D, NaN where it does not reach. */
    private record Curve(double parameters, double[] lnLoss, double[] lnTokens) {

        static Curve of(List<Run> points, double[] compute) {
            double[] lnLoss = new double[compute.length];
            double[] lnTokens = new double[compute.length];
            Arrays.fill(lnLoss, Double.NaN);
            Arrays.fill(lnTokens, Double.NaN);
            int i = 1;
            for (int value = 0; value < compute.length; value++) {
                double c = compute[value];
                if (c >= points.getFirst().compute() && c <= points.getLast().compute()) {
                    while (points.get(i).compute() < c) {
                        i++;
                    }
                    Run left = points.get(i - 1);
                    Run right = points.get(i);
                    double t = Math.log(c / left.compute()) / Math.log(right.compute() / left.compute());
                    lnLoss[value] = Math.log(left.loss()) + t * Math.log(right.loss() / left.loss());
                    lnTokens[value] = Math.log(left.tokens()) + t * Math.log(right.tokens() / left.tokens());
                }
            }
            return new Curve(points.getFirst().parameters(), lnLoss, lnTokens);
        }
    }

    /**
     * Fits the lines.
     *
     * @param runs points of training curves
     * @return the fit
     * @throws DomainException if there are curves of fewer than three model sizes, each of at least two points, or no
     *         compute value where a model of middle size wins
     */
    public static EnvelopeFit fit(Runs runs) {
        return fit(runs, 0, 0, FitProgress.NONE);
    }

    /**
     * Fits the lines, with a bootstrap of whole curves: the points of a curve are not independent of each other.
     *
     * @param runs points of training curves
     * @param resamples how many bootstrap resamples, 0 for none
     * @param seed their seed
     * @param progress follows and may cancel
     * @return the fit
     * @throws DomainException as {@link #fit(Runs)}, or if nearly no resample has a fit
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public static EnvelopeFit fit(Runs runs, int resamples, long seed, FitProgress progress) {
        FitOptions.checkResamples(resamples);
        double low = Math.log(Arrays.stream(runs.values(Run::compute)).min().getAsDouble());
        double high = Math.log(Arrays.stream(runs.values(Run::compute)).max().getAsDouble());
        double[] compute = IntStream.range(0, VALUES)
                .mapToDouble(i -> Math.exp(low + (high - low) * i / (VALUES - 1))).toArray();
        List<Curve> curves = curves(runs, compute);
        long sizes = curves.stream().mapToDouble(Curve::parameters).distinct().count();
        if (sizes < LEAST) {
            throw new DomainException(Sentence.of("fit.curves", sizes));
        }
        EnvelopeFit plain = lines(curves, compute);
        if (plain == null) {
            throw new DomainException(Sentence.of("fit.envelope"));
        }
        return resamples == 0
                ? plain
                : new EnvelopeFit(plain.parameters, plain.tokens, plain.curves, plain.values,
                        bootstrap(curves, compute, resamples, seed, progress));
    }

    private static Bootstrap bootstrap(List<Curve> curves, double[] compute, int resamples, long seed,
            FitProgress progress) {
        double[][] draws = new double[resamples][];
        Parallel.chunks(resamples, 16, Parallel.processors(), thread -> {
            Streams random = new Streams(seed, 0);
            return (from, to) -> {
                progress.check();
                for (int i = from; i < to; i++) {
                    random.reset(seed, i);
                    EnvelopeFit lines = lines(IntStream.generate(() -> random.below(curves.size()))
                            .limit(curves.size()).distinct().sorted().mapToObj(curves::get).toList(), compute);
                    draws[i] = lines == null ? null : lines.draw();
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

    /** The constants of both lines, or null where one cannot be those of an allocation. */
    private double[] draw() {
        double[] draw = {parameters.coefficient(), parameters.exponent(), tokens.coefficient(), tokens.exponent()};
        return Arrays.stream(draw).allMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY) ? draw : null;
    }

    /** The lines through the winners of some curves; null if fewer than two models of middle size win. */
    private static EnvelopeFit lines(List<Curve> curves, double[] compute) {
        double smallest = curves.stream().mapToDouble(Curve::parameters).min().getAsDouble();
        double largest = curves.stream().mapToDouble(Curve::parameters).max().getAsDouble();
        double[] place = new double[VALUES];
        double[] parameters = new double[VALUES];
        double[] tokens = new double[VALUES];
        int values = 0;
        for (int value = 0; value < compute.length; value++) {
            Curve winner = null;
            double best = Double.POSITIVE_INFINITY;
            for (Curve curve : curves) {
                if (curve.lnLoss[value] < best) {
                    best = curve.lnLoss[value];
                    winner = curve;
                }
            }
            if (winner != null && winner.parameters > smallest && winner.parameters < largest) {
                place[values] = compute[value];
                parameters[values] = winner.parameters;
                tokens[values++] = Math.exp(winner.lnTokens[value]);
            }
        }
        if (Arrays.stream(parameters, 0, values).distinct().count() < 2) {
            return null;
        }
        double[] c = Arrays.copyOf(place, values);
        return new EnvelopeFit(LogLine.fit(c, Arrays.copyOf(parameters, values)),
                LogLine.fit(c, Arrays.copyOf(tokens, values)), curves.size(), values, null);
    }

    private static List<Curve> curves(Runs runs, double[] compute) {
        Map<Object, List<Run>> byName = new LinkedHashMap<>();
        for (Run run : runs.list()) {
            byName.computeIfAbsent(run.label() == null ? (Object) run.parameters() : run.label(),
                    key -> new ArrayList<>()).add(run);
        }
        List<Curve> curves = new ArrayList<>();
        byName.forEach((name, points) -> {
            points.sort(Comparator.comparingDouble(Run::compute));
            if (points.stream().mapToDouble(Run::parameters).distinct().count() > 1) {
                throw new DomainException(Sentence.of("fit.curve.sizes", String.valueOf(name)));
            }
            if (points.getFirst().compute() < points.getLast().compute()) {
                curves.add(Curve.of(points, compute));
            }
        });
        return curves;
    }
}
