package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.Chosen;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.chart.LimitsDialog;

/** What can be done in a chart view: the icons of its toolbar and the entries of its menu. */
final class ChartActions {

    private final ChartView view;
    private final List<String> measures;
    private final LiveActions actions = new LiveActions();

    ChartActions(ChartView view, List<String> measures) {
        this.view = view;
        this.measures = measures;
    }

    void fill(IActionBars bars) {
        IToolBarManager bar = bars.getToolBarManager();
        IMenuManager menu = bars.getMenuManager();
        IAction reset = actions.push("chart.action.resetZoom", Icon.ZOOM_RESET, () -> view.chart().reset(),
                this::isZoomed);
        IAction undo = actions.push("chart.action.undoZoom", Icon.ZOOM_UNDO, () -> view.chart().undoZoom(),
                () -> view.isDrawing() && view.chart().canUndoZoom());
        IAction redo = actions.push("chart.action.redoZoom", Icon.ZOOM_REDO, () -> view.chart().redoZoom(),
                () -> view.isDrawing() && view.chart().canRedoZoom());
        IAction measure = actions.push("chart.action.measure", Icon.MEASURE, () -> view.chart().startMeasure(),
                this::isPicture);
        IAction sliders = actions.check("chart.action.sliders", Icon.SLIDERS,
                () -> view.showSliders(!view.areSlidersShown()), () -> true, view::areSlidersShown);
        IAction addSlider = actions.push("chart.action.addSlider", null, view::addSlider, view::canEdit);
        IAction keep = actions.push("chart.action.reference", Icon.REFERENCE, view::keepReference, view::isDrawing);
        IAction clear = actions.push("chart.action.clearReferences", null, view::clearReferences, view::hasReferences);
        IAction table = actions.check("chart.action.table", Icon.TABLE, () -> view.showTable(!view.isTableShown()),
                view::isDrawing, view::isTableShown);
        IAction export = actions.push("chart.action.export", Icon.EXPORT, () -> view.chart().export(), view::isDrawing);
        IAction pin = actions.check("chart.action.pin", Icon.PIN, () -> view.setPinned(!view.isPinned()),
                view::hasDocument, view::isPinned);
        List<IAction> charts = new ArrayList<>();
        if (measures.size() > 1 && view.choices().combo(ChoiceBar.Kind.CHART) == null) {
            for (String each : measures) {
                charts.add(actions.radio("chart.action.measure." + each, () -> view.setMeasure(each),
                        () -> view.measure().equals(each)));
            }
        }

        add(bar, sliders, keep, table);
        bar.add(new Separator());
        add(bar, reset, undo, redo, measure);
        bar.add(new Separator());
        add(bar, export, pin);

        charts.forEach(menu::add);
        menu.add(new Separator());
        menu.add(actions.push("chart.action.choose", null, view::choose, view::hasDocument));
        menu.add(actions.push("chart.action.showAll", null, () -> view.choose(Chosen.NOTHING), view::hasDocument));
        menu.add(actions.push("chart.action.keepAsChart", null, view::keepAsChart,
                () -> view.isDrawing() && view.canEdit()));
        menu.add(pin);
        menu.add(new Separator());
        add(menu, sliders, addSlider, keep, clear, table);
        menu.add(new Separator());
        add(menu, reset, undo, redo, measure);
        menu.add(scale("chart.action.logX", AxisId.X));
        menu.add(scale("chart.action.logY", AxisId.Y));
        menu.add(actions.push("chart.action.limits", null,
                () -> new LimitsDialog(view.getSite().getShell(), view.chart()).open(), this::isPicture));
        menu.add(new Separator());
        menu.add(export);
        menu.add(actions.push("chart.action.copyImage", null, () -> view.chart().copyImage(), view::isDrawing));
        MenuManager caption = new MenuManager(Messages.text("chart.action.copyCaption"));
        caption.add(actions.push("chart.action.captionText", null, () -> view.copyCaption(Caption.Form.TEXT),
                view::isDrawing));
        caption.add(actions.push("chart.action.captionMarkdown", null, () -> view.copyCaption(Caption.Form.MARKDOWN),
                view::isDrawing));
        menu.add(caption);
        menu.add(new Separator());
        menu.add(actions.push("chart.action.resetView", null, view::resetView, () -> true));
        bars.updateActionBars();
    }

    private boolean isPicture() {
        return view.isDrawing() && !view.isTableShown();
    }

    private boolean isZoomed() {
        return view.isDrawing()
                && (view.chart().state().x().low() != null || view.chart().state().y().low() != null);
    }

    private IAction scale(String key, AxisId axis) {
        BooleanSupplier log = () -> view.chart().shown() != null
                && view.chart().shown().axis(axis).scale().isLogarithmic();
        return actions.check(key, null,
                () -> view.chart().setScale(axis, log.getAsBoolean() ? Scale.LINEAR : Scale.LOG), this::isPicture,
                log);
    }

    private static void add(IContributionManager manager, IAction... added) {
        for (IAction entry : added) {
            manager.add(entry);
        }
    }

    /** Brings all actions in line with what the view shows. */
    void update() {
        actions.update();
    }
}
