package org.isoflop.ui.fit;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** One of the pages of the view: its options, and what it calculates of a fit in a job. */
abstract class FitPage {

    /** What is calculated away from the UI thread. */
    @FunctionalInterface
    interface Calculation {

        FitPicture picture(BooleanSupplier cancelled);
    }

    private static final int WIDTH = 230;

    private final String key;
    private Runnable changed = () -> {
    };

    FitPage(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String title() {
        return Messages.text("fit.page." + key);
    }

    /** Whether the page shows the fit; the others need none. */
    boolean needsFit() {
        return true;
    }

    /** Whether the page shows something else if there are other laws. */
    boolean usesLaws() {
        return false;
    }

    /** Why the page has nothing to show of a fit, or null. */
    String refusal(FitAnswer answer) {
        return answer instanceof FitAnswer.Parametric ? null : Messages.text("fit.page.onlyParametric");
    }

    /**
     * Adds the options of the page.
     *
     * @param parent
     *            lays them out in rows
     */
    void createOptions(Composite parent) {
        // Most pages have none.
    }

    /**
     * Shows what can be chosen for another fit or other laws.
     *
     * @param session
     *            the fit, or null
     * @param laws
     *            the laws of the study and the catalog
     */
    void fill(FitSession session, List<LawChoice> laws) {
        // Most pages have nothing to choose.
    }

    /** Takes what is chosen now, for a job. */
    abstract Calculation calculation(FitSession session);

    /**
     * The user has selected rows of the table.
     *
     * @param rows
     *            in ascending order
     */
    void selected(int... rows) {
        // Most tables have nothing to select.
    }

    /** Whether several rows of the table count. */
    boolean selectsMany() {
        return false;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    void changed() {
        changed.run();
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static FitAnswer.Parametric parametric(FitSession session) {
        return (FitAnswer.Parametric) session.answer();
    }

    /** A place for a label and its field, which stay together when a row of options wraps. */
    static Composite pair(Composite parent) {
        Composite pair = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(pair);
        return pair;
    }

    /** A labelled combo that tells the view of a change. */
    Combo combo(Composite parent, String labelKey, List<String> items) {
        return combo(parent, labelKey, items, items.isEmpty() ? WIDTH : SWT.DEFAULT);
    }

    /** The same, with a width in place of that of its entries. */
    Combo combo(Composite parent, String labelKey, List<String> items, int width) {
        Composite pair = pair(parent);
        new Label(pair, SWT.NONE).setText(Messages.text(labelKey));
        Combo combo = new Combo(pair, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(combo);
        combo.setItems(items.toArray(String[]::new));
        if (!items.isEmpty()) {
            combo.select(0);
        }
        combo.addListener(SWT.Selection, event -> changed());
        return combo;
    }

    /** Puts other items into a combo and keeps what is chosen, if it is still there. */
    static void refill(Combo combo, List<String> items, int otherwise) {
        String chosen = combo.getText();
        if (!List.of(combo.getItems()).equals(items)) {
            combo.setItems(items.toArray(String[]::new));
            int index = items.indexOf(chosen);
            combo.select(index >= 0 ? index : Math.min(otherwise, items.size() - 1));
        }
    }
}
