package org.isoflop.ui.command;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** The text field that has the focus, of whatever kind. */
abstract class FocusedText {

    private final Control control;

    private FocusedText(Control control) {
        this.control = control;
    }

    /** The field that has the focus, or empty if something else has it. */
    static Optional<FocusedText> find() {
        Display display = Display.getCurrent();
        return display == null ? Optional.empty() : of(display.getFocusControl());
    }

    static Optional<FocusedText> of(Control control) {
        return Optional.ofNullable(switch (control) {
            case Text text -> new OfText(text);
            case StyledText text -> new OfStyledText(text);
            case Combo combo when isTyped(combo) -> new OfCombo(combo);
            case CCombo combo when combo.getEditable() -> new OfCCombo(combo);
            case null, default -> null;
        });
    }

    private static boolean isTyped(Control combo) {
        return (combo.getStyle() & SWT.READ_ONLY) == 0;
    }

    final Control control() {
        return control;
    }

    abstract boolean isEditable();

    abstract String text();

    abstract void setText(String text);

    /** Where the selection begins and ends. */
    abstract Point selection();

    abstract void select(int start, int end);

    abstract void copy();

    abstract void cut();

    abstract void paste();

    /** Deletes what is selected, or the character behind the caret. */
    final void delete() {
        Point selection = selection();
        String text = text();
        int end = selection.y > selection.x || selection.x >= text.length() ? selection.y
                : text.offsetByCodePoints(selection.x, 1);
        if (end > selection.x) {
            setText(text.substring(0, selection.x) + text.substring(end));
            select(selection.x, selection.x);
        }
    }

    private static final class OfText extends FocusedText {

        private final Text text;

        OfText(Text text) {
            super(text);
            this.text = text;
        }

        @Override
        boolean isEditable() {
            return text.getEditable();
        }

        @Override
        String text() {
            return text.getText();
        }

        @Override
        void setText(String content) {
            text.setText(content);
        }

        @Override
        Point selection() {
            return text.getSelection();
        }

        @Override
        void select(int start, int end) {
            text.setSelection(start, end);
        }

        @Override
        void copy() {
            text.copy();
        }

        @Override
        void cut() {
            text.cut();
        }

        @Override
        void paste() {
            text.paste();
        }
    }

    private static final class OfStyledText extends FocusedText {

        private final StyledText text;

        OfStyledText(StyledText text) {
            super(text);
            this.text = text;
        }

        @Override
        boolean isEditable() {
            return text.getEditable();
        }

        @Override
        String text() {
            return text.getText();
        }

        @Override
        void setText(String content) {
            text.setText(content);
        }

        @Override
        Point selection() {
            return text.getSelection();
        }

        @Override
        void select(int start, int end) {
            text.setSelection(start, end);
        }

        @Override
        void copy() {
            text.copy();
        }

        @Override
        void cut() {
            text.cut();
        }

        @Override
        void paste() {
            text.paste();
        }
    }

    private static final class OfCombo extends FocusedText {

        private final Combo combo;

        OfCombo(Combo combo) {
            super(combo);
            this.combo = combo;
        }

        @Override
        boolean isEditable() {
            return true;
        }

        @Override
        String text() {
            return combo.getText();
        }

        @Override
        void setText(String content) {
            combo.setText(content);
        }

        @Override
        Point selection() {
            return combo.getSelection();
        }

        @Override
        void select(int start, int end) {
            combo.setSelection(new Point(start, end));
        }

        @Override
        void copy() {
            combo.copy();
        }

        @Override
        void cut() {
            combo.cut();
        }

        @Override
        void paste() {
            combo.paste();
        }
    }

    private static final class OfCCombo extends FocusedText {

        private final CCombo combo;

        OfCCombo(CCombo combo) {
            super(combo);
            this.combo = combo;
        }

        @Override
        boolean isEditable() {
            return true;
        }

        @Override
        String text() {
            return combo.getText();
        }

        @Override
        void setText(String content) {
            combo.setText(content);
        }

        @Override
        Point selection() {
            return combo.getSelection();
        }

        @Override
        void select(int start, int end) {
            combo.setSelection(new Point(start, end));
        }

        @Override
        void copy() {
            combo.copy();
        }

        @Override
        void cut() {
            combo.cut();
        }

        @Override
        void paste() {
            combo.paste();
        }
    }
}
