package org.isoflop.ui.chart.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.model.Chart;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Quantity;
import org.isoflop.model.Scenario;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.junit.jupiter.api.Test;

/** The views Trade-offs, Break-even and Sensitivity in the real window. */
class DecisionViewsTest extends ChartViewCase {

    private static final List<String> VIEWS = List.of(Ids.TRADE_OFFS_VIEW, Ids.BREAK_EVEN_VIEW, Ids.SENSITIVITY_VIEW);

    DecisionViewsTest() {
        super(VIEWS, "decision");
    }

    @Test
    void everyChartIsDrawnInBothThemes() throws Exception {
        copy("own-or-service.isoflop");
        for (String theme : List.of(Ids.DARK_THEME, Ids.LIGHT_THEME)) {
            WindowProbe.theme(theme);
            String suffix = theme.equals(Ids.DARK_THEME) ? "-dark" : "";
            picture(current(Ids.TRADE_OFFS_VIEW), "trade-offs" + suffix);
            ChartView costs = current(Ids.BREAK_EVEN_VIEW);
            for (String chart : List.of(Charts.BREAK_EVEN, Charts.BREAK_EVEN_MONTHS)) {
                show(costs, chart);
                picture(costs, chart + suffix);
            }
            ChartView sensitivity = current(Ids.SENSITIVITY_VIEW);
            for (String chart : List.of(Charts.SENSITIVITY, Charts.WIN_SHARES, Charts.TIPPING_POINTS,
                    Charts.STRATEGY_RETURNS)) {
                show(sensitivity, chart);
                assertEquals(chart, sensitivity.chart().plot().id());
                assertFalse(sensitivity.chart().plot().bars().isEmpty(), chart);
                boolean chosen = chart.equals(Charts.SENSITIVITY) || chart.equals(Charts.STRATEGY_RETURNS);
                assertEquals(chosen, sensitivity.choices().control().isVisible(), chart);
                picture(sensitivity, chart + suffix);
            }
        }
    }

    @Test
    void measuresAreChosenByDropDown() throws Exception {
        copy("own-or-service.isoflop");
        ChartView view = current(Ids.TRADE_OFFS_VIEW);
        choose(view, ChoiceBar.Kind.ACROSS, Measure.COST);
        choose(view, ChoiceBar.Kind.UP, Measure.SECONDS);
        Plot plot = view.chart().plot();
        assertTrue(plot.x().title().startsWith(Measure.COST.text(Locale.getDefault())), plot.x().title());
        assertTrue(plot.y().title().startsWith(Measure.SECONDS.text(Locale.getDefault())), plot.y().title());
        picture(view, "trade-offs-chosen");
        // A measure that no strategy has is said, and another one can still be chosen.
        select(view, ChoiceBar.Kind.UP, Measure.WATER);
        WindowProbe.until("the message", () -> view.state() == ChartView.State.NOTHING);
        assertTrue(view.message().contains(Measure.WATER.text(Locale.getDefault())), view.message());
        assertTrue(view.choices().combo(ChoiceBar.Kind.UP).isVisible());
        picture(view, "trade-offs-nothing");
        choose(view, ChoiceBar.Kind.UP, Measure.LOSS);
    }

    @Test
    void theStrategyOfATornadoIsChosen() throws Exception {
        copy("own-or-service.isoflop");
        ChartView view = current(Ids.SENSITIVITY_VIEW);
        Combo strategies = view.choices().combo(ChoiceBar.Kind.STRATEGY);
        assertEquals(4, strategies.getItemCount());
        assertEquals(Messages.text("chart.choice.automatic"), strategies.getText());
        strategies.select(2);
        strategies.notifyListeners(SWT.Selection, new Event());
        untilCurrent(view);
        assertTrue(view.chart().plot().title().contains("Large, briefly trained"), view.chart().plot().title());
        choose(view, ChoiceBar.Kind.MEASURE, Measure.COST_LIFE);
        assertTrue(view.chart().plot().title().contains(Measure.COST_LIFE.text(Locale.getDefault())));
        picture(view, "sensitivity-chosen");
    }

    /** The chart follows an edit, and undo brings the former one back. */
    @Test
    void theChartFollowsTheStudy() throws Exception {
        StudyDocument document = copy("own-or-service.isoflop");
        ChartView view = current(Ids.BREAK_EVEN_VIEW);
        Plot before = view.chart().plot();
        Quantity rent = document.study().getAccelerators().getFirst().getPrices().getFirst().getRent();
        document.editing().stack().execute(SetCommand.create(document.editing(), rent,
                IsoflopPackage.Literals.QUANTITY__VALUE, 3.5));
        untilCurrent(view);
        assertFalse(before.equals(view.chart().plot()));
        document.editing().stack().undo();
        untilCurrent(view);
        assertEquals(before, view.chart().plot());
    }

    @Test
    void aChartIsKeptWithItsChoices() throws Exception {
        StudyDocument document = copy("own-or-service.isoflop");
        ChartView view = current(Ids.TRADE_OFFS_VIEW);
        choose(view, ChoiceBar.Kind.ACROSS, Measure.COST);
        view.keepAsChart("Cost and loss");
        Chart kept = document.study().getCharts().getFirst();
        assertEquals("costOneOff", kept.getAcross());
        assertEquals(document.study().getScenarios(), kept.getScenarios());
        assertEquals(Charts.TRADE_OFFS, kept.getView());
    }

    @Test
    void aStudyWithoutScenarioSaysSo() throws Exception {
        StudyDocument document = copy("own-or-service.isoflop");
        ChartView view = current(Ids.TRADE_OFFS_VIEW);
        Scenario scenario = document.study().getScenarios().getFirst();
        document.editing().stack().execute(RemoveCommand.create(document.editing(),
                document.study(), IsoflopPackage.Literals.STUDY__SCENARIOS, scenario));
        WindowProbe.until("the message", () -> view.state() == ChartView.State.NOTHING);
        assertFalse(view.message().isBlank());
        document.editing().stack().undo();
        untilCurrent(view);
    }

    private static void show(ChartView view, String chart) {
        view.setMeasure(chart);
        WindowProbe.until("the chart " + chart, () -> view.state() == ChartView.State.CURRENT
                && Objects.equals(view.chart().plot().id(), chart));
    }

    private static void select(ChartView view, ChoiceBar.Kind kind, Measure measure) {
        Combo combo = view.choices().combo(kind);
        int index = Arrays.asList(combo.getItems()).indexOf(measure.text(Locale.getDefault()));
        assertTrue(index > 0, () -> measure + " is not offered");
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private static void choose(ChartView view, ChoiceBar.Kind kind, Measure measure) {
        select(view, kind, measure);
        untilCurrent(view);
    }
}
