package org.isoflop.ui.chart.view;

import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** What a view says when it has no chart to show, with links to what helps. */
final class MessagePage {

    private static final int MARGIN = 16;

    private final Composite control;
    private final Link link;

    /**
     * Creates the page.
     *
     * @param parent
     *            where
     * @param actions
     *            what the links do, by their names
     */
    MessagePage(Composite parent, Map<String, Runnable> actions) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(control);
        link = new Link(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).applyTo(link);
        link.addListener(SWT.Selection, event -> actions.getOrDefault(event.text, () -> {
        }).run());
    }

    Composite control() {
        return control;
    }

    void show(String sentence) {
        if (!sentence.equals(link.getText())) {
            link.setText(sentence);
            control.layout();
        }
    }

    String text() {
        return link.getText();
    }

    void setFocus() {
        link.setFocus();
    }

    /** A text as a link shows it: an ampersand would be a mnemonic. */
    static String plain(String text) {
        return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }
}
