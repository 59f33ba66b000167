package org.isoflop.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Comparison;
import org.isoflop.analysis.fit.EnvelopeFit;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.numeric.Parallel;

/** Fits laws to tables of runs. */
public final class Fits {

    private Fits() {
    }

    /**
     * Fits.
     *
     * @param file
     *            the table
     * @param request
     *            what is asked of it
     * @param progress
     *            follows and may cancel
     * @return the answer
     * @throws org.isoflop.analysis.LocalisedException
     *             if the runs cannot give it
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static FitAnswer fit(RunsFile file, FitRequest request, FitProgress progress) {
        return fit(file, request, Set.of(), progress);
    }

    /**
     * Fits without some of the runs.
     *
     * @param file
     *            the table
     * @param request
     *            what is asked of it
     * @param leftOut
     *            which runs to leave out besides those that the request drops, by their index in the table
     * @param progress
     *            follows and may cancel
     * @return the answer
     * @throws org.isoflop.analysis.LocalisedException
     *             if the runs cannot give it
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static FitAnswer fit(RunsFile file, FitRequest request, Set<Integer> leftOut, FitProgress progress) {
        int[] out = IntStream.concat(Arrays.stream(file.runs().highestLosses(request.dropHighest())),
                leftOut.stream().mapToInt(Integer::intValue)).distinct().sorted().toArray();
        Runs runs = file.runs().without(out);
        List<Integer> lines = IntStream.range(0, file.runs().size()).filter(i -> Arrays.binarySearch(out, i) < 0)
                .mapToObj(i -> file.lines().get(i)).toList();
        return switch (request.method()) {
            case ISOFLOP -> new FitAnswer.IsoFlop(file, runs, lines, request.tolerance(),
                    IsoFlopFit.fit(runs, request.tolerance(), request.resamples(), request.seed(), progress));
            case ENVELOPE -> new FitAnswer.Envelope(file, runs, lines,
                    EnvelopeFit.fit(runs, request.resamples(), request.seed(), progress));
            case PARAMETRIC, VPNLS -> parametric(file, lines, runs, request, progress);
        };
    }

    private static FitAnswer parametric(RunsFile file, List<Integer> lines, Runs runs, FitRequest request,
            FitProgress progress) {
        FitOptions options = new FitOptions(request.form(), request.objective(), request.starts(), request.resamples(),
                request.seed(), FitOptions.LEVEL, Parallel.processors());
        ParametricFit fit = ParametricFit.fit(runs, options, progress);
        return new FitAnswer.Parametric(file, lines, request.method(), fit,
                request.prediction() == null ? null : Prediction.of(fit, request.prediction()),
                request.holdOut() == 0 ? null : fit.holdOut(request.holdOut()),
                request.against() == null ? null : Comparison.of(fit, request.against()),
                request.against() == null ? null : request.against().id());
    }
}
