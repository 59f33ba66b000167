package org.isoflop.ui.chart.view;

import static org.isoflop.ui.WindowProbe.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.model.Chart;
import org.isoflop.ui.Ids;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.junit.jupiter.api.Test;

/** The views Serving, Context, Training and Timeline in the real window. */
class HardwareViewsTest extends ChartViewCase {

    private static final List<String> VIEWS = List.of(Ids.SERVING_VIEW, Ids.CONTEXT_VIEW, Ids.TRAINING_VIEW,
            Ids.TIMELINE_VIEW);

    HardwareViewsTest() {
        super(VIEWS, "hardware");
    }

    @Test
    void everyChartIsChosenInItsDropDownAndDrawnOrSaysWhatIsMissing() throws Exception {
        copy("hardware.isoflop");
        for (String theme : List.of(Ids.DARK_THEME, Ids.LIGHT_THEME)) {
            WindowProbe.theme(theme);
            for (String id : VIEWS) {
                ChartView view = (ChartView) page().showView(id);
                Combo charts = view.choices().combo(ChoiceBar.Kind.CHART);
                untilDone(view);
                for (int i = 0; i < charts.getItemCount(); i++) {
                    charts.select(i);
                    charts.notifyListeners(SWT.Selection, new Event());
                    untilDone(view);
                    assertEquals(i, charts.getSelectionIndex());
                    if (view.state() == ChartView.State.NOTHING) {
                        assertEquals(Charts.OBSERVED_LOSSES, view.measure());
                        assertFalse(view.message().isBlank());
                    } else {
                        assertEquals(view.measure(), view.chart().plot().id());
                    }
                    picture(view, view.measure() + (theme.equals(Ids.DARK_THEME) ? "-dark" : ""));
                }
            }
        }
    }

    @Test
    void barsAreReadAndListed() throws Exception {
        StudyDocument document = copy("hardware.isoflop");
        ChartView view = (ChartView) page().showView(Ids.TRAINING_VIEW);
        untilDone(view);
        view.choose(new Chosen(List.of(), List.of("llama-2-7b"), List.of(), List.of(), List.of("h100-cluster"),
                List.of(), null, null));
        WindowProbe.until("one model", () -> view.state() == ChartView.State.CURRENT
                && view.chart().plot().bars().getFirst().size() == 5);
        view.showTable(true);
        assertEquals(6 * 5, view.table().table().getItemCount());
        assertTrue(view.table().text(0).contains("ZeRO 0"), view.table().text(0));
        view.showTable(false);
        view.keepAsChart("Memory");
        Chart kept = document.study().getCharts().getLast();
        assertEquals(Charts.TRAINING_MEMORY, kept.getView());
        assertEquals("h100-cluster", kept.getClusters().getFirst().getId());
        assertTrue(kept.getLaws().isEmpty());
    }

    private static void untilDone(ChartView view) throws Exception {
        WindowProbe.until("the chart", () -> view.state() == ChartView.State.CURRENT
                || view.state() == ChartView.State.NOTHING);
    }
}
