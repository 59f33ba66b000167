package org.isoflop.ui.fit;

import java.util.List;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.isoflop.core.chart.Caption;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Notice;
import org.isoflop.ui.chart.view.LiveActions;

/** What can be done in the view of fits: the icons of its toolbar and the entries of its menu. */
final class FitActions {

    private final FitView view;
    private final LiveActions actions = new LiveActions();

    FitActions(FitView view) {
        this.view = view;
    }

    void fill(IActionBars bars) {
        IAction fit = actions.push("fit.action.fit", Icon.FIT, () -> view.fit(null), () -> true);
        IAction keep = actions.push("fit.action.keep", Icon.LAW, view::keep, view::canKeep);
        IAction table = actions.check("chart.action.table", Icon.TABLE,
                () -> view.showNumbers(!view.areNumbersShown()), view::isDrawing, view::areNumbersShown);
        IAction export = actions.push("chart.action.export", Icon.EXPORT, () -> view.chart().export(), view::isDrawing);
        for (IAction entry : List.of(fit, keep)) {
            bars.getToolBarManager().add(entry);
            bars.getMenuManager().add(entry);
        }
        bars.getToolBarManager().add(new Separator());
        bars.getMenuManager().add(new Separator());
        for (IAction entry : List.of(table, export)) {
            bars.getToolBarManager().add(entry);
            bars.getMenuManager().add(entry);
        }
        bars.getMenuManager().add(actions.push("chart.action.copyImage", null, () -> view.chart().copyImage(),
                view::isDrawing));
        bars.getMenuManager().add(actions.push("fit.action.captionText", null,
                () -> Notice.copy(view.caption(Caption.Form.TEXT)), view::isDrawing));
        bars.getMenuManager().add(actions.push("fit.action.captionMarkdown", null,
                () -> Notice.copy(view.caption(Caption.Form.MARKDOWN)), view::isDrawing));
        bars.updateActionBars();
        update();
    }

    /** Brings all actions in line with what the view shows. */
    void update() {
        actions.update();
    }
}
