package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.action.Action;
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

    /** An action that knows when it can run and whether it is on. */
    private static final class Entry extends Action {

        private final Runnable action;
        private final BooleanSupplier enabled;
        private final BooleanSupplier checked;

        Entry(String key, int style, Icon icon, Runnable action, BooleanSupplier enabled, BooleanSupplier checked) {
            super(Messages.text(key), style);
            this.action = action;
            this.enabled = enabled;
            this.checked = checked;
            setToolTipText(Messages.text(key).replace("&", "").replace("…", ""));
            if (icon != null) {
                setImageDescriptor(icon.descriptor());
            }
        }

        @Override
        public void run() {
            action.run();
        }

        void update() {
            setEnabled(enabled.getAsBoolean());
            if (checked != null) {
                setChecked(checked.getAsBoolean());
            }
        }
    }

    private final ChartView view;
    private final List<String> measures;
    private final List<Entry> entries = new ArrayList<>();

    ChartActions(ChartView view, List<String> measures) {
        this.view = view;
        this.measures = measures;
    }

    void fill(IActionBars bars) {
        IToolBarManager bar = bars.getToolBarManager();
        IMenuManager menu = bars.getMenuManager();
        Entry reset = push("chart.action.resetZoom", Icon.ZOOM_RESET, () -> view.chart().reset(), this::isZoomed);
        Entry undo = push("chart.action.undoZoom", Icon.ZOOM_UNDO, () -> view.chart().undoZoom(),
                () -> view.isDrawing() && view.chart().canUndoZoom());
        Entry redo = push("chart.action.redoZoom", Icon.ZOOM_REDO, () -> view.chart().redoZoom(),
                () -> view.isDrawing() && view.chart().canRedoZoom());
        Entry measure = push("chart.action.measure", Icon.MEASURE, () -> view.chart().startMeasure(), this::isPicture);
        Entry sliders = check("chart.action.sliders", Icon.SLIDERS, () -> view.showSliders(!view.areSlidersShown()),
                () -> true, view::areSlidersShown);
        Entry addSlider = push("chart.action.addSlider", null, view::addSlider, view::canEdit);
        Entry keep = push("chart.action.reference", Icon.REFERENCE, view::keepReference, view::isDrawing);
        Entry clear = push("chart.action.clearReferences", null, view::clearReferences, view::hasReferences);
        Entry table = check("chart.action.table", Icon.TABLE, () -> view.showTable(!view.isTableShown()),
                view::isDrawing, view::isTableShown);
        Entry export = push("chart.action.export", Icon.EXPORT, () -> view.chart().export(), view::isDrawing);
        Entry pin = check("chart.action.pin", Icon.PIN, () -> view.setPinned(!view.isPinned()), view::hasDocument,
                view::isPinned);
        List<Entry> charts = new ArrayList<>();
        if (measures.size() > 1) {
            for (String each : measures) {
                charts.add(entry("chart.action.measure." + each, IAction.AS_RADIO_BUTTON, null,
                        () -> view.setMeasure(each), () -> true, () -> view.measure().equals(each)));
            }
        }

        add(bar, sliders, keep, table);
        bar.add(new Separator());
        add(bar, reset, undo, redo, measure);
        bar.add(new Separator());
        add(bar, export, pin);

        charts.forEach(menu::add);
        menu.add(new Separator());
        menu.add(push("chart.action.choose", null, view::choose, view::hasDocument));
        menu.add(push("chart.action.showAll", null, () -> view.choose(Chosen.NOTHING), view::hasDocument));
        menu.add(push("chart.action.keepAsChart", null, view::keepAsChart,
                () -> view.isDrawing() && view.canEdit()));
        menu.add(pin);
        menu.add(new Separator());
        add(menu, sliders, addSlider, keep, clear, table);
        menu.add(new Separator());
        add(menu, reset, undo, redo, measure);
        menu.add(scale("chart.action.logX", AxisId.X));
        menu.add(scale("chart.action.logY", AxisId.Y));
        menu.add(push("chart.action.limits", null,
                () -> new LimitsDialog(view.getSite().getShell(), view.chart()).open(), this::isPicture));
        menu.add(new Separator());
        menu.add(export);
        menu.add(push("chart.action.copyImage", null, () -> view.chart().copyImage(), view::isDrawing));
        MenuManager caption = new MenuManager(Messages.text("chart.action.copyCaption"));
        caption.add(push("chart.action.captionText", null, () -> view.copyCaption(Caption.Form.TEXT),
                view::isDrawing));
        caption.add(push("chart.action.captionMarkdown", null, () -> view.copyCaption(Caption.Form.MARKDOWN),
                view::isDrawing));
        menu.add(caption);
        menu.add(new Separator());
        menu.add(push("chart.action.resetView", null, view::resetView, () -> true));
        bars.updateActionBars();
    }

    private boolean isPicture() {
        return view.isDrawing() && !view.isTableShown();
    }

    private boolean isZoomed() {
        return view.isDrawing()
                && (view.chart().state().x().low() != null || view.chart().state().y().low() != null);
    }

    private Entry scale(String key, AxisId axis) {
        BooleanSupplier log = () -> view.chart().shown() != null
                && view.chart().shown().axis(axis).scale().isLogarithmic();
        return check(key, null,
                () -> view.chart().setScale(axis, log.getAsBoolean() ? Scale.LINEAR : Scale.LOG), this::isPicture,
                log);
    }

    private Entry push(String key, Icon icon, Runnable action, BooleanSupplier enabled) {
        return entry(key, IAction.AS_PUSH_BUTTON, icon, action, enabled, null);
    }

    private Entry check(String key, Icon icon, Runnable action, BooleanSupplier enabled, BooleanSupplier checked) {
        return entry(key, IAction.AS_CHECK_BOX, icon, action, enabled, checked);
    }

    private Entry entry(String key, int style, Icon icon, Runnable action, BooleanSupplier enabled,
            BooleanSupplier checked) {
        Entry entry = new Entry(key, style, icon, action, enabled, checked);
        entries.add(entry);
        return entry;
    }

    private static void add(IContributionManager manager, Entry... added) {
        for (Entry entry : added) {
            manager.add(entry);
        }
    }

    /** Brings all entries in line with what the view shows. */
    void update() {
        entries.forEach(Entry::update);
    }
}
