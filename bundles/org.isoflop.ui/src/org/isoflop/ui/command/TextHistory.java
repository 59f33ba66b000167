package org.isoflop.ui.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Widget;

/**
 * What was typed into the field that has the focus, so that it can be undone there. The history ends when the focus
 * goes, or when the study changes under it: then undoing is the study's business.
 */
final class TextHistory {

    private static final String KEY = "org.isoflop.ui.command.textHistory";

    private final Deque<String> undo = new ArrayDeque<>();
    private final Deque<String> redo = new ArrayDeque<>();
    private final Supplier<Object> study;
    private Widget field;
    private String present = "";
    private Object version;
    private boolean replaying;

    private TextHistory(Display display, Supplier<Object> study) {
        this.study = study;
        Listener listener = this::hear;
        display.addFilter(SWT.FocusIn, listener);
        display.addFilter(SWT.Modify, listener);
    }

    /**
     * Begins to listen, once for each display.
     *
     * @param study
     *            what tells one state of the study in front from another
     */
    static void install(Display display, Supplier<Object> study) {
        if (display.getData(KEY) == null) {
            display.setData(KEY, new TextHistory(display, study));
        }
    }

    /** The history of the display, or empty if it does not listen. */
    static Optional<TextHistory> of(Display display) {
        return Optional.ofNullable((TextHistory) display.getData(KEY));
    }

    private void hear(Event event) {
        if (event.type == SWT.FocusIn) {
            begin(event.widget);
        } else if (event.widget == field && !replaying) {
            String text = FocusedText.of((Control) field).map(FocusedText::text).orElse("");
            if (study.get() != version) {
                begin(field);
            } else if (!text.equals(present)) {
                undo.push(present);
                redo.clear();
            }
            present = text;
        }
    }

    private void begin(Widget focused) {
        field = focused;
        undo.clear();
        redo.clear();
        version = study.get();
        present = focused instanceof Control control ? FocusedText.of(control).map(FocusedText::text).orElse("") : "";
    }

    /** Whether there is typing to take back, over a study that is as it was. */
    boolean canUndo(FocusedText text) {
        return isCurrent(text) && !undo.isEmpty();
    }

    boolean canRedo(FocusedText text) {
        return isCurrent(text) && !redo.isEmpty();
    }

    private boolean isCurrent(FocusedText text) {
        if (text.control() != field || study.get() != version) {
            begin(text.control());
        }
        return text.isEditable();
    }

    void undo(FocusedText text) {
        replay(text, undo, redo);
    }

    void redo(FocusedText text) {
        replay(text, redo, undo);
    }

    private void replay(FocusedText text, Deque<String> from, Deque<String> to) {
        to.push(text.text());
        present = from.pop();
        replaying = true;
        try {
            text.setText(present);
            text.select(present.length(), present.length());
        } finally {
            replaying = false;
        }
        version = study.get();
    }
}
