package org.isoflop.core.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ConstantData;
import org.isoflop.core.mapping.StudyData.FitData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.RunData;
import org.isoflop.core.mapping.StudyData.RunTableData;
import org.isoflop.model.FitObjective;

/**
 * A fit that a study keeps with its runs, ready to be made again: same runs, options and seed give the same numbers.
 * Two are equal if their numbers are.
 *
 * @param form
 *            id of the form of law, or the formula that the law writes down itself
 * @param constants
 *            the constants as the study has them
 * @param fit
 *            how it was made
 * @param table
 *            the runs
 */
public record KeptFit(String form, List<ConstantData> constants, FitData fit, RunTableData table) {

    private static final double SAME = 1e-6;
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,9}\\b");

    /**
     * Finds the fit of a law.
     *
     * @param data
     *            the study
     * @param law
     *            one of its laws that has a fit
     * @return the fit
     * @throws CoreException
     *             if the study lacks what the fit needs
     */
    public static KeptFit of(StudyData data, LawData law) {
        if (law.fit() == null || law.form() == null) {
            throw new CoreException("E_FIT_NONE", String.valueOf(law.id()));
        }
        RunTableData table = data.runTables().stream()
                .filter(one -> one.id() != null && one.id().equals(law.fit().runs())).findFirst()
                .orElseThrow(() -> new CoreException("E_FIT_TABLE", String.valueOf(law.id())));
        return new KeptFit(form(law), law.constants(), law.fit(), table);
    }

    private static String form(LawData law) {
        if (!LawForm.OWN.equals(law.form())) {
            return law.form();
        }
        if (law.own().formulas().size() != 1 || !law.own().inputs().isEmpty()
                || law.own().formulas().getFirst().expression() == null) {
            throw new CoreException("E_FIT_FORM", String.valueOf(law.id()));
        }
        return law.own().formulas().getFirst().expression();
    }

    /**
     * Reads a table of a study as the table of a file.
     *
     * @param table
     *            the table; its runs are numbered from 1 in place of lines
     * @return the runs
     * @throws CoreException
     *             if it has no runs, or a run lacks a number
     */
    public static RunsFile file(RunTableData table) {
        List<Run> runs = new ArrayList<>();
        for (RunData run : table.runs()) {
            if (!isWhole(run)) {
                throw new CoreException("E_FIT_RUN", String.valueOf(table.id()), runs.size() + 1);
            }
            double compute = run.compute() == null ? 6 * run.parameters() * run.tokens() : run.compute();
            double unique = run.uniqueTokens() == null ? Double.NaN : run.uniqueTokens();
            runs.add(new Run(run.parameters(), run.tokens(), unique, compute, run.loss(), run.label()));
        }
        if (runs.isEmpty()) {
            throw new CoreException("E_FIT_NO_RUNS", String.valueOf(table.id()));
        }
        String name = table.file() == null ? String.valueOf(table.id()) : table.file();
        return new RunsFile(name, Objects.requireNonNullElse(table.hash(), ""), new Runs(runs),
                IntStream.rangeClosed(1, runs.size()).boxed().toList(), null);
    }

    private static boolean isWhole(RunData run) {
        return isPositive(run.parameters()) && isPositive(run.tokens()) && isPositive(run.loss())
                && (run.compute() == null || isPositive(run.compute()))
                && (run.uniqueTokens() == null || isPositive(run.uniqueTokens()));
    }

    private static boolean isPositive(Double value) {
        return value != null && value > 0 && !value.isInfinite();
    }

    /**
     * Returns what to ask of the runs to make the fit again.
     *
     * @return the request; without hold-out, prediction and comparison
     */
    public FitRequest request() {
        Method method = method();
        Objective.Kind kind = Objective.Kind.valueOf(
                Objects.requireNonNullElse(fit.objective(), FitObjective.HUBER).getName().toUpperCase(Locale.ROOT));
        double delta = kind != Objective.Kind.HUBER ? Double.NaN
                : Objects.requireNonNullElse(fit.delta(), Objective.PUBLISHED_DELTA);
        return new FitRequest(method, method.isParametric() ? FitForm.of(form) : null, new Objective(kind, delta),
                method == Method.VPNLS ? Starts.VPNLS : Starts.GRID, Objects.requireNonNullElse(fit.dropped(), 0),
                Objects.requireNonNullElse(fit.resamples(), 0), Objects.requireNonNullElse(fit.seed(), 0), null, 0,
                null, Objects.requireNonNullElse(fit.budgetTolerance(), IsoFlopFit.TOLERANCE));
    }

    private Method method() {
        if (fit.method() != null) {
            return Method.valueOf(fit.method().getName().toUpperCase(Locale.ROOT));
        }
        return form.equals("allocation") ? Method.ISOFLOP : Method.PARAMETRIC;
    }

    /**
     * Returns which runs were left out besides the highest losses.
     *
     * @return indices in the table
     */
    public Set<Integer> leftOut() {
        if (fit.leftOut() == null) {
            return Set.of();
        }
        return NUMBER.matcher(fit.leftOut()).results().map(number -> Integer.parseInt(number.group()) - 1)
                .filter(index -> index >= 0 && index < table.runs().size()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes the fit again.
     *
     * @param progress
     *            follows and may cancel
     * @return the answer
     * @throws CoreException
     *             if the table lacks a number
     * @throws org.isoflop.analysis.LocalisedException
     *             if the runs cannot give it
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public FitAnswer again(FitProgress progress) {
        return Fits.fit(file(table), request(), leftOut(), progress);
    }

    /**
     * Tells whether a fit has the constants that the study has.
     *
     * @param answer
     *            the fit, made again
     * @return false if the study was changed since, or the fit was made by a version with other numbers
     */
    public boolean agrees(FitAnswer answer) {
        Map<String, Double> found = constants(answer);
        for (ConstantData constant : constants) {
            Double other = found.get(constant.symbol());
            Double value = constant.value() == null ? null : constant.value().value();
            if (other == null || value == null || Math.abs(other - value) > SAME * Math.abs(value)) {
                return false;
            }
        }
        return constants.size() == found.size();
    }

    private static Map<String, Double> constants(FitAnswer answer) {
        Map<String, Double> found = new HashMap<>();
        switch (answer) {
            case FitAnswer.Parametric parametric -> {
                List<String> symbols = parametric.fit().options().form().constants();
                for (int j = 0; j < symbols.size(); j++) {
                    found.put(symbols.get(j), parametric.fit().constants()[j]);
                }
            }
            case FitAnswer.Allocation allocation -> {
                found.put("k_N", allocation.parameters().coefficient());
                found.put("a", allocation.parameters().exponent());
                found.put("k_D", allocation.tokens().coefficient());
                found.put("b", allocation.tokens().exponent());
            }
        }
        return found;
    }
}
