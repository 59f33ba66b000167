package org.isoflop.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.Influence;
import org.isoflop.analysis.fit.NextRun;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.CoreException;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.chart.LawCharts.Gap;
import org.isoflop.core.chart.LawCharts.Named;
import org.isoflop.core.chart.LawCharts.Stretch;
import org.isoflop.core.example.Examples;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitRequest;
import org.isoflop.core.fit.Fits;
import org.isoflop.core.fit.KeptFit;
import org.isoflop.core.fit.Method;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts of fits as data: what stands in them is what the fit says. */
class FitChartsTest {

    private static final Locale EN = Locale.ENGLISH;

    private static StudyData study;
    private static FitAnswer.Parametric fit;

    @BeforeAll
    static void fit() {
        study = open("chinchilla-replication");
        fit = (FitAnswer.Parametric) kept(0).again(FitProgress.NONE);
    }

    private static StudyData open(String example) {
        return StudyMapper.map(Studies.read(Examples.content(example), example).study());
    }

    private static KeptFit kept(int index) {
        List<LawData> fitted = study.laws().stream().filter(law -> law.fit() != null).toList();
        return KeptFit.of(study, fitted.get(index));
    }

    private static Series series(Plot plot, String id) {
        return plot.series().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static int points(Plot plot, String prefix) {
        return plot.series().stream().filter(one -> one.id().startsWith(prefix)).mapToInt(Series::size).sum();
    }

    @Test
    void aKeptFitMadeAgainGivesTheNumbersOfTheStudy() {
        assertTrue(kept(0).agrees(fit));
        assertEquals(240, fit.runs().size());
        assertEquals(245, fit.file().runs().size());
        assertEquals(kept(0), kept(0));
        assertNotEquals(kept(0), kept(1));
        assertFalse(kept(1).agrees(fit), "other constants");
    }

    @Test
    void aFitThatLacksItsRunsIsRefused() {
        StudyData without = new StudyData(study.id(), study.name(), null, List.of(), List.of(), List.of(), List.of(),
                study.laws(), List.of(), List.of());
        LawData fitted = study.laws().stream().filter(law -> law.fit() != null).findFirst().orElseThrow();
        LawData published = Catalog.law("hoffmann-2022-rounded").law();
        assertEquals("E_FIT_TABLE", assertThrows(CoreException.class, () -> KeptFit.of(without, fitted)).code());
        assertEquals("E_FIT_NONE", assertThrows(CoreException.class, () -> KeptFit.of(study, published)).code());
    }

    @Test
    void pointsShowEachRunOnceAndThoseLeftOutApart() {
        Plot all = FitCharts.points(fit.file(), Set.of(), Across.COMPUTE, FitCharts.NONE, EN);
        assertEquals(245, points(all, "budget."));
        Plot some = FitCharts.points(fit.file(), Set.of(0, 7), Across.PARAMETERS, 3, EN);
        assertEquals(243, points(some, "budget."));
        assertEquals(2, series(some, "left-out").size());
        assertEquals(fit.file().runs().get(0).loss(), series(some, "left-out").y(0));
        assertEquals(fit.file().runs().get(3).parameters(), series(some, "marked").x(0));
        assertEquals(List.of("Run 4"), series(some, "marked").pointLabels());
        assertTrue(all.series().size() >= 4 && all.series().size() <= 8, "a colour for each budget");
    }

    @Test
    void residualsAreThoseOfTheFit() {
        Plot plot = FitCharts.residuals(fit, Across.COMPUTE, FitCharts.NONE, EN);
        assertEquals(240, points(plot, "budget."));
        double sum = plot.series().stream().flatMapToDouble(one -> Arrays.stream(one.y())).sum();
        assertEquals(Arrays.stream(fit.fit().residuals()).sum(), sum, 1e-12);
        assertEquals(List.of(0.0, 1e-3, -1e-3), plot.rules().stream().map(rule -> rule.position()).toList());
    }

    @Test
    void theCloudHoldsDrawsAndTheFit() {
        int constants = fit.fit().constants().length;
        Law published = Catalog.law("hoffmann-2022-rounded").law().law();
        Plot plot = FitCharts.cloud(fit, 3, constants - 1, Map.of("published", published.constantValues()), EN);
        assertEquals(2000, series(plot, "draws").size());
        assertEquals(fit.fit().constant("alpha"), series(plot, "fit").x(0));
        assertEquals(fit.fit().constant("beta"), series(plot, "fit").y(0));
        assertEquals(0.28, series(plot, "law.2").y(0), 0.01);
        assertTrue(plot.y().low() < 0.28 && plot.y().high() > fit.fit().constant("beta"));
    }

    @Test
    void bandsHoldTheCurveAndTheWiderOneHoldsTheNarrowOne() {
        Plot plot = FitBands.profiles(fit, Across.PARAMETERS, FitCharts.NONE, EN, () -> false);
        assertEquals(240, points(plot, "budget."));
        Series curve = series(plot, "profile.0");
        Band law = band(plot, "constants.0");
        Band run = band(plot, "residual.0");
        int inside = 0;
        for (int i = 0; i < curve.size(); i++) {
            inside += law.low(i) <= curve.y(i) && curve.y(i) <= law.high(i) ? 1 : 0;
            assertTrue(run.low(i) < law.high(i) && law.low(i) < run.high(i));
            assertTrue(run.high(i) - run.low(i) > law.high(i) - law.low(i));
        }
        assertTrue(inside > 0.9 * curve.size(), "inside at " + inside);
        Plot optimum = FitBands.overCompute(fit, FitCharts.NONE, EN, () -> false);
        Band band = band(optimum, "optimum");
        assertTrue(band.low(60) < series(optimum, "optimum.1").y(5));
        assertTrue(band.high(60) - band.low(60) > band.high(30) - band.low(30), "wider where it extrapolates");
        assertThrows(CancellationException.class,
                () -> FitBands.profiles(fit, Across.TOKENS, FitCharts.NONE, EN, () -> true));
    }

    private static Band band(Plot plot, String id) {
        return plot.bands().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void influenceComesStrongestFirst() {
        List<Influence> sorted = FitCharts.byInfluence(fit.fit());
        assertEquals(240, sorted.size());
        for (int i = 1; i < sorted.size(); i++) {
            assertTrue(Math.abs(sorted.get(i - 1).exponentChange()) >= Math.abs(sorted.get(i).exponentChange()));
        }
        Plot plot = FitCharts.influence(fit, sorted.getFirst().run(), EN);
        assertEquals(1, series(plot, "marked").x(0));
        assertEquals(sorted.getFirst().exponentChange(), series(plot, "marked").y(0));
    }

    @Test
    void holdOutAndNextRunShowWhatTheySay() {
        Plot held = FitCharts.holdOut(fit, fit.fit().holdOut(20), EN);
        assertEquals(20, series(held, "predicted").size());
        assertEquals(220, series(held, "fitted").size());
        List<NextRun> candidates = NextRun.candidates(fit.fit(), 5.76e23, 1e18, 1e22);
        Plot next = FitCharts.nextRun(fit, candidates, 0, EN);
        assertEquals(candidates.getFirst().parameters(), series(next, "marked").x(0));
    }

    @Test
    void lawsAreComparedWhereTheyDisagree() {
        Named rounded = new Named("rounded", Catalog.law("hoffmann-2022-rounded").law().law());
        Named ours = new Named("ours", FitBands.law(fit, "ours"));
        Plot beside = LawCharts.comparison(fit, List.of(rounded), EN, () -> false);
        assertTrue(beside.series().stream().anyMatch(one -> one.group().equals("rounded")));
        Stretch stretch = new Stretch(Across.COMPUTE, 1e18, 1e26, 0);
        Plot plot = LawCharts.disagreement(List.of(rounded, ours), stretch, EN, () -> false);
        Band band = plot.bands().getFirst();
        for (Gap gap : LawCharts.gaps(List.of(rounded, ours), stretch, 9)) {
            assertEquals(Math.abs(rounded.law().lossAtOptimum(gap.at()) - ours.law().lossAtOptimum(gap.at())),
                    gap.high() - gap.low(), 1e-12);
        }
        assertTrue(band.high(80) > band.low(80));
        Stretch overN = new Stretch(Across.PARAMETERS, 1e8, 1e12, 1e12);
        assertEquals(rounded.law().loss(1e8, 1e12),
                LawCharts.gaps(List.of(rounded, rounded), overN, 2).getFirst().low());
    }

    @Test
    void aMultiplierHasAnIntervalWhereBothLawsHaveDraws() {
        Named ours = new Named("ours", FitBands.law(fit, "ours"));
        Named rounded = new Named("rounded", Catalog.law("hoffmann-2022-rounded").law().law());
        Plot same = LawCharts.multiplier(ours, ours, 1e20, 1e22, EN, () -> false);
        assertEquals(1, same.series().getFirst().y(3), 1e-9);
        assertEquals(1, same.bands().size());
        assertTrue(LawCharts.multiplier(ours, rounded, 1e20, 1e22, EN, () -> false).bands().isEmpty());
    }

    @Test
    void aFormulaOfOnesOwnIsALawToo() {
        FitAnswer.Parametric own = (FitAnswer.Parametric) Fits.fit(fit.file(),
                new FitRequest(Method.PARAMETRIC, FitForm.of("E + A/N^alpha + B/D^beta"), Objective.huber(1e-3),
                        Starts.GRID, 5, 20, 1, null, 0, null, 1e-9),
                FitProgress.NONE);
        Law law = FitBands.law(own, "own");
        assertEquals(FitBands.law(fit, "known").lossAtOptimum(1e21), law.lossAtOptimum(1e21), 1e-6);
        Plot optimum = FitBands.overCompute(own, FitCharts.NONE, EN, () -> false);
        assertEquals(1, optimum.bands().size());
        assertEquals(240, points(optimum, "budget."));
        assertFalse(FitBands.profiles(own, Across.TOKENS, FitCharts.NONE, EN, () -> false).bands().isEmpty());
        assertTrue(FitCharts.influence(own, FitCharts.NONE, EN).y().title().contains("constant"));
    }

    @Test
    void anIsoFlopFitShowsItsVertices() {
        List<Run> runs = new ArrayList<>();
        for (double c : new double[] {1e18, 1e19, 1e20}) {
            for (int i = -2; i <= 2; i++) {
                double n = 0.1 * Math.sqrt(c) * Math.pow(1.5, i);
                runs.add(new Run(n, c / (6 * n), Double.NaN, c, 2 + 0.1 * i * i, null));
            }
        }
        RunsFile file = new RunsFile("iso.csv", "", new Runs(runs),
                IntStream.rangeClosed(2, 16).boxed().toList(), null);
        FitAnswer answer = Fits.fit(file, new FitRequest(Method.ISOFLOP, null, Objective.huber(1e-3), Starts.GRID, 0, 0,
                1, null, 0, null, 1e-9), FitProgress.NONE);
        Plot plot = FitBands.allocation((FitAnswer.Allocation) answer, Across.PARAMETERS, EN);
        assertEquals(3, series(plot, "vertices").size());
        assertEquals(15, series(plot, "runs").size());
    }

    @Test
    void theCommandDrawsFitsOfAStudy() {
        for (String view : Charts.fitViews()) {
            Plot plot = Charts.plot(view, study, EN);
            assertFalse(plot.series().isEmpty(), view);
        }
        LawData last = study.laws().stream().filter(law -> law.fit() != null).reduce((one, other) -> other)
                .orElseThrow();
        ChartData saved = new ChartData("all", null, null, Charts.FIT_RESIDUALS, List.of(last.id()), List.of(),
                List.of());
        assertEquals(245, points(Charts.plot(saved, Focus.NONE, study, EN, () -> false), "budget."));
        StudyData other = open("end-of-the-giants");
        assertTrue(Charts.plot(Charts.FIT_BAND, other, Locale.FRENCH).series().isEmpty());
    }

    @Test
    void theCaptionNamesObjectiveFileAndSeed() {
        Plot plot = FitCharts.residuals(fit, Across.COMPUTE, FitCharts.NONE, Locale.FRENCH);
        String text = FitCaption.write(plot, fit, Locale.FRENCH, Caption.Form.TEXT);
        assertTrue(text.contains(fit.file().hash()), text);
        assertTrue(text.contains("0,001018"), text);
        assertTrue(text.contains("graine 1"), text);
        Plot english = FitCharts.residuals(fit, Across.COMPUTE, FitCharts.NONE, EN);
        assertTrue(FitCaption.write(english, fit, EN, Caption.Form.MARKDOWN).startsWith("**Residuals of the fit**"));
    }
}
