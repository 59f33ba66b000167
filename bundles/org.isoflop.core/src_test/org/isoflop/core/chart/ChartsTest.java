package org.isoflop.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.CoreException;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.example.Examples;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {

    private static final LawData HOFFMANN = Catalog.law("hoffmann-2022-rounded").law();

    @Test
    void aLawIsSolidInItsFittedRangeAndDashedOutside() {
        Plot plot = Charts.plot(Charts.SCALING_CURVES, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH);
        for (Series part : plot.series()) {
            for (int i = 1; i + 1 < part.size(); i++) {
                var optimum = HOFFMANN.law().optimum(part.x()[i]);
                boolean fitted = HOFFMANN.law().extrapolates(optimum.parameters(), optimum.tokens()).isEmpty();
                assertEquals(fitted ? Line.SOLID : Line.DASHED, part.line());
                assertEquals(optimum.loss(), part.y()[i], 1e-12);
            }
        }
        assertTrue(plot.series().stream().anyMatch(part -> part.line() == Line.SOLID));
        assertTrue(plot.series().stream().anyMatch(part -> part.line() == Line.DASHED));
        assertEquals(1, plot.series().stream().map(Series::group).distinct().count());
    }

    @Test
    void partsOfACurveJoin() {
        List<Series> parts = Charts.plot(Charts.SCALING_CURVES, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH)
                .series();
        for (int i = 1; i < parts.size(); i++) {
            assertEquals(parts.get(i - 1).x()[parts.get(i - 1).size() - 1], parts.get(i).x()[0]);
        }
    }

    @Test
    void aModelIsHollowWherePredictedAndFilledOnlyWhereObservedOnTheCorpusOfTheLaw() {
        ModelData elsewhere = model("elsewhere", "another corpus");
        ModelData observed = model("observed", HOFFMANN.corpus());
        Plot plot = Charts.plot(Charts.SCALING_CURVES, study(List.of(HOFFMANN), List.of(elsewhere, observed)),
                Locale.ENGLISH);
        Series predicted = find(plot, "models.predicted").orElseThrow();
        assertEquals(Marker.CIRCLE_HOLLOW, predicted.marker());
        assertEquals(List.of("elsewhere", "observed"), predicted.pointLabels());
        assertEquals(HOFFMANN.law().loss(7e9, 2e12), predicted.y()[0]);
        assertEquals(6 * 7e9 * 2e12, predicted.x()[0]);
        Series filled = find(plot, "models.observed").orElseThrow();
        assertEquals(Marker.CIRCLE, filled.marker());
        assertEquals(List.of("observed"), filled.pointLabels());
        assertEquals(1.9, filled.y()[0]);
    }

    @Test
    void lossesOnDifferentCorporaAreNotOneScale() {
        List<String> alone = Charts.plot(Charts.SCALING_CURVES, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH)
                .notes();
        List<String> mixed = Charts.plot(Charts.SCALING_CURVES,
                study(List.of(HOFFMANN, Catalog.law("muennighoff-2023").law()), List.of()), Locale.ENGLISH).notes();
        assertFalse(alone.stream().anyMatch(note -> note.contains("not one scale")));
        assertTrue(mixed.stream().anyMatch(note -> note.contains("not one scale")));
    }

    /** The strategies of a scenario have the losses of its law, which need not be the one that is drawn. */
    @ParameterizedTest
    @ValueSource(strings = {Charts.SCALING_CURVES, Charts.ISOFLOP})
    void strategiesByALawOnAnotherCorpusAreNotOneScale(String view) {
        Map<Boolean, List<String>> notes = new HashMap<>();
        for (boolean same : new boolean[] {true, false}) {
            String law = same ? HOFFMANN.id() : "busbridge-2025-supervised";
            Figure compute = figure(1e21);
            PretrainData step = PretrainData.of(null, null, compute, null, null, null, null, null, null, null);
            StrategyData strategy = new StrategyData("s", null, null, List.of(step));
            StudyData data = new StudyData("study", null, null, List.of(), List.of(), List.of(), List.of(),
                    List.of(HOFFMANN, Catalog.law("busbridge-2025-supervised").law()),
                    List.of(new ScenarioData("scenario", null, null, null, law, null, null, null, null,
                            List.of(strategy))),
                    List.of());
            ChartData chart = new ChartData(view, null, null, view, List.of(HOFFMANN.id()), List.of(), List.of());
            Focus focus = new Focus(List.of(), List.of(), "scenario", null);
            Plot plot = Charts.plot(chart, focus, data, Locale.ENGLISH, () -> false);
            assertTrue(find(plot, "strategies").isPresent());
            notes.put(same, plot.notes());
        }
        assertFalse(notes.get(true).stream().anyMatch(note -> note.contains("not one scale")));
        assertTrue(notes.get(false).stream().anyMatch(note -> note.contains("not one scale")));
    }

    @Test
    void aLawThatCannotBeDrawnSaysWhy() {
        LawData allocation = Catalog.law("hoffmann-2022-approach-1").law();
        LawData routed = Catalog.law("clark-2022-s-base").law();
        for (String view : List.of(Charts.SCALING_CURVES, Charts.NEXT_PERCENT)) {
            List<String> notes = Charts.plot(view, study(List.of(HOFFMANN, allocation, routed), List.of()),
                    Locale.ENGLISH).notes();
            String why = "approach 1 is not drawn here: it gives the published allocation";
            assertTrue(notes.stream().anyMatch(note -> note.contains(why)), notes.toString());
            assertTrue(notes.stream().anyMatch(note -> note.contains("its input E (Experts) has no value")),
                    notes.toString());
        }
        for (String view : Charts.views()) {
            Plot empty = Charts.plot(view, study(List.of(allocation), List.of()), Locale.ENGLISH);
            assertTrue(empty.series().isEmpty());
            assertTrue(empty.notes().stream().anyMatch(note -> note.contains("is not drawn")), view);
        }
        List<LawData> many = Catalog.studies().stream().flatMap(one -> one.laws().stream()).toList();
        List<String> notes = Charts.plot(Charts.SCALING_CURVES, study(many, List.of()), Locale.ENGLISH).notes();
        assertEquals(1, notes.stream().filter(note -> note.contains("not drawn")).count(), notes.toString());
        assertTrue(notes.stream().anyMatch(note -> note.contains("not one scale")));
        ChartData chart = new ChartData("all", null, null, Charts.SCALING_CURVES, List.of(), List.of(), List.of());
        List<String> focused = Charts.plot(chart, new Focus(List.of("ho-2024-progress"), List.of(), null, null),
                study(many, List.of()), Locale.ENGLISH, () -> false).notes();
        assertTrue(focused.stream().anyMatch(note -> note.contains("progress is not drawn: its input t (Time)")),
                focused.toString());
        LawData broken = new LawData("broken", null, null, "formula", List.of(), List.of(), null, null, null, null,
                null, null, new CoreException("E_FORM_EMPTY"));
        assertTrue(Charts.plot(Charts.ISOFLOP, study(List.of(broken), List.of()), Locale.ENGLISH).notes().stream()
                .anyMatch(note -> note.contains("broken is not drawn. The form")));
    }

    /** A form of a law's own is drawn like any other, with its own count of compute. */
    @Test
    void aFormInFormulasIsDrawn() {
        LawData law = Catalog.law("krajewski-2024-moe").law();
        for (String view : Charts.views()) {
            Plot plot = Charts.plot(view, study(List.of(law), List.of()), Locale.FRENCH);
            assertFalse(plot.series().isEmpty(), view);
            for (Series part : plot.series()) {
                for (double y : part.y()) {
                    assertTrue(Double.isNaN(y) || y > 0, view);
                }
            }
        }
        Plot isoFlop = Charts.plot(Charts.ISOFLOP, study(List.of(law), List.of()), Locale.ENGLISH);
        assertTrue(isoFlop.notes().stream().anyMatch(note -> note.contains("compute as this law counts it")));
        Series optima = find(isoFlop, "optima").orElseThrow();
        for (int i = 0; i < optima.size(); i++) {
            double lowest = optima.y()[i];
            int colour = i;
            assertTrue(isoFlop.series().stream().filter(part -> part.colour() == colour && part.line() != Line.DOTTED)
                    .allMatch(part -> java.util.Arrays.stream(part.y()).allMatch(y -> y >= lowest - 1e-9)));
        }
    }

    @Test
    void isoFlopCurvesHaveTheirMinimumAtTheOptimum() {
        Plot plot = Charts.plot(Charts.ISOFLOP, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH);
        Series optima = find(plot, "optima").orElseThrow();
        for (int i = 0; i < optima.size(); i++) {
            double lowest = optima.y()[i];
            int colour = i;
            assertTrue(plot.series().stream().filter(part -> part.colour() == colour && part.line() != Line.DOTTED)
                    .allMatch(part -> java.util.Arrays.stream(part.y()).allMatch(y -> y >= lowest - 1e-12)));
        }
    }

    @Test
    void returnsDiminish() {
        Plot plot = Charts.plot(Charts.DIMINISHING_RETURNS, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH);
        for (Series part : plot.series()) {
            for (int i = 1; i < part.size(); i++) {
                assertTrue(part.y()[i] < part.y()[i - 1], part.id());
            }
        }
        Plot percent = Charts.plot(Charts.NEXT_PERCENT, study(List.of(HOFFMANN), List.of()), Locale.ENGLISH);
        for (Series part : percent.series()) {
            for (int i = 0; i < part.size(); i++) {
                double after = HOFFMANN.law().lossAtOptimum(part.x()[i] * part.y()[i]);
                assertEquals(0.99 * HOFFMANN.law().lossAtOptimum(part.x()[i]), after, 1e-9);
            }
        }
    }

    @Test
    void theNextPerCentEndsWhereNoComputeBuysIt() {
        Plot plot = Charts.plot(Charts.NEXT_PERCENT, withBudgets(Charts.NEXT_PERCENT, 1e33), Locale.ENGLISH);
        assertTrue(plot.notes().stream().anyMatch(note -> note.startsWith("Where a curve ends")));
        for (Series part : plot.series()) {
            for (int i = 0; i < part.size(); i++) {
                boolean left = 0.99 * HOFFMANN.law().lossAtOptimum(part.x()[i]) > HOFFMANN.law().floor(Double.NaN);
                assertEquals(left, Double.isFinite(part.y()[i]));
            }
        }
        assertEquals(Scale.LOG, plot.y().scale());
        assertEquals(Scale.LINEAR, Charts.plot(Charts.NEXT_PERCENT, study(List.of(HOFFMANN), List.of()),
                Locale.ENGLISH).y().scale());
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.chart.Charts#views")
    void budgetsFarApartAreDrawn(String view) {
        Plot plot = Charts.plot(view, withBudgets(view, 1e-200, 1e200), Locale.ENGLISH);
        assertTrue(SvgWriter.write(plot, Theme.LIGHT, 600, 400).startsWith("<svg"));
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.chart.Charts#views")
    void withoutLawsEveryViewSaysSo(String view) {
        Plot plot = Charts.plot(view, study(List.of(), List.of()), Locale.FRENCH);
        assertTrue(plot.series().isEmpty());
        assertTrue(plot.description().startsWith("L’étude n’a aucune loi"), plot.description());
        assertTrue(SvgWriter.write(plot, Theme.LIGHT, 600, 400).contains("aucune loi"));
    }

    @ParameterizedTest
    @MethodSource("org.isoflop.core.chart.Charts#views")
    void everyViewOfTheExampleIsDrawnAsPng(String view) {
        StudyData data = StudyMapper.map(Studies.read(Examples.content("end-of-the-giants"), "x").study());
        byte[] png = PngWriter.write(Charts.plot(view, data, Locale.ENGLISH), Theme.DARK, 400, 300, 1);
        assertEquals((byte) 0x89, png[0]);
        assertTrue(png.length > 4000, view + ": " + png.length);
    }

    @Test
    void refusesAViewThatDoesNotExist() {
        StudyData data = study(List.of(), List.of());
        assertThrows(CoreException.class, () -> Charts.plot("pie", data, Locale.ENGLISH));
        assertThrows(CoreException.class, () -> Charts.saved(data, "none", Locale.ENGLISH));
    }

    private static Optional<Series> find(Plot plot, String id) {
        return plot.series().stream().filter(series -> series.id().equals(id)).findFirst();
    }

    private static ModelData model(String id, String corpus) {
        return new ModelData(id, null, null, figure(7e9), null, null, figure(2e12), null,
                List.of(new ObservedLossData(corpus, figure(1.9))));
    }

    private static Figure figure(double value) {
        return new Figure(value, null, null, null, null, null, null, null, "x.y");
    }

    private static StudyData withBudgets(String view, Double... budgets) {
        ChartData chart = new ChartData("saved", null, null, view, List.of(), List.of(), List.of(budgets));
        return new StudyData("study", null, null, List.of(), List.of(), List.of(), List.of(), List.of(HOFFMANN),
                List.of(), List.of(chart));
    }

    private static StudyData study(List<LawData> laws, List<ModelData> models) {
        return new StudyData("study", null, null, List.of(), models, List.of(), List.of(), laws, List.of(), List.of());
    }
}
