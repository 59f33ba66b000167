package org.isoflop.ui.chart.view;

import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** What a view says when it has no chart to show, with links to what helps. */
public final class MessagePage {

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
    public MessagePage(Composite parent, Map<String, Runnable> actions) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(control);
        link = new Link(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).applyTo(link);
        link.addListener(SWT.Selection, event -> actions.getOrDefault(event.text, () -> {
        }).run());
    }

    /**
     * Returns the control of the page.
     *
     * @return the control
     */
    public Composite control() {
        return control;
    }

    /**
     * Says something else.
     *
     * @param sentence
     *            what is said, with links
     */
    public void show(String sentence) {
        if (!sentence.equals(link.getText())) {
            link.setText(sentence);
            control.layout();
        }
    }

    /**
     * Returns what is said.
     *
     * @return the sentence with its links
     */
    public String text() {
        return link.getText();
    }

    /** Lets the keyboard reach the links. */
    public void setFocus() {
        link.setFocus();
    }

    /**
     * Returns a text as a link shows it: an ampersand would be a mnemonic.
     *
     * @param text
     *            any text
     * @return the text, without links
     */
    public static String plain(String text) {
        return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }
}
