package org.isoflop.ui.form;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/**
 * A value that is typed. It is written on Enter and when the focus leaves; Escape takes it back. What cannot be read
 * stays as it was typed, with the reason beside it, and never reaches the study.
 */
class EntryField extends Field {

    private static final int LINES = 4;

    private final boolean multi;
    private Format format;
    private Text text;
    private CLabel echo;
    private Completion completion;
    private String shown = "";
    private boolean filling;

    EntryField(FieldHost host, EReference via, EStructuralFeature feature, boolean multi) {
        super(host, via, feature);
        this.multi = multi;
    }

    /** Says how the value is typed; before anything else. */
    final EntryField typedAs(Format typed) {
        format = typed;
        return this;
    }

    /** The value that the study has. */
    Object current() {
        return value();
    }

    /** Gives the study a new value. */
    void write(Object value) {
        set(value);
    }

    /**
     * Makes controls between the text and what it means.
     *
     * @param row
     *            where they stand, as many as {@link #moreControls()} says
     */
    void createMore(Composite row) {
        // Nothing more.
    }

    int moreControls() {
        return 0;
    }

    /** Whether what the text means stands beside it. */
    boolean hasEcho() {
        return !(format instanceof StringFormat);
    }

    /** What stands beside the text: what it means. */
    String echo(Object value) {
        return format.echo(value);
    }

    @Override
    boolean isTall() {
        return multi;
    }

    @Override
    final Control createControl(Composite grid) {
        Composite row = new Composite(grid, SWT.NONE);
        host().adapt(row);
        GridLayoutFactory.fillDefaults().numColumns(1 + moreControls() + (hasEcho() ? 1 : 0)).spacing(4, 0)
                .applyTo(row);
        text = part(new Text(row, SWT.BORDER | (multi ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE)),
                labelText());
        GridDataFactory data = GridDataFactory.fillDefaults().align(SWT.FILL, multi ? SWT.FILL : SWT.CENTER);
        if (multi) {
            data.hint(width(text, format.width()), text.getLineHeight() * LINES);
        } else {
            data.hint(width(text, format.width()), SWT.DEFAULT);
        }
        data.grab(!hasEcho(), multi).applyTo(text);
        createMore(row);
        if (hasEcho()) {
            echo = new CLabel(row, SWT.NONE);
            host().adapt(echo);
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(1, SWT.DEFAULT)
                    .applyTo(echo);
        }
        listen();
        return row;
    }

    static int width(Control control, int characters) {
        GC gc = new GC(control);
        try {
            return (int) (gc.getFontMetrics().getAverageCharacterWidth() * characters);
        } finally {
            gc.dispose();
        }
    }

    private void listen() {
        text.addListener(SWT.Modify, event -> typed());
        text.addListener(SWT.FocusOut, event -> left());
        text.addListener(SWT.DefaultSelection, event -> commit());
        text.addListener(SWT.KeyDown, this::key);
        if (multi) {
            text.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                    event.doit = true;
                }
            });
        }
        completion = new Completion(text, format, this::commit);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC && !completion.isOpen() && isTyped()) {
            takeBack();
            event.doit = false;
        } else if (multi && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)
                && event.stateMask == SWT.MOD1) {
            commit();
            event.doit = false;
        }
    }

    private void typed() {
        if (!filling) {
            judge();
            host().typing();
        }
    }

    /** Says what the text means, or why it means nothing. */
    private void judge() {
        String typed = text.getText();
        try {
            Object value = typed.isBlank() ? null : format.read(typed);
            refuse(null);
            say(echo(isTyped() ? value : current()));
        } catch (Refusal e) {
            refuse(e.getMessage());
            say(e.getMessage());
        }
    }

    private void say(String sentence) {
        if (echo != null && !sentence.equals(echo.getText())) {
            echo.setText(sentence);
            echo.setToolTipText(sentence.isEmpty() ? null : sentence);
        }
    }

    private void left() {
        if (!completion.isOpen()) {
            commit();
        }
    }

    private boolean isTyped() {
        return text != null && !text.getText().equals(shown);
    }

    @Override
    final boolean isTyping() {
        return isTyped() && refusal() == null;
    }

    @Override
    final void commit() {
        if (text == null || text.isDisposed() || !isTyped() || parent() == null || !host().isEditable()) {
            return;
        }
        String typed = text.getText();
        try {
            Object value = typed.isBlank() ? null : format.read(typed);
            shown = typed;
            write(value);
            fill(format.show(current()));
            host().typing();
        } catch (Refusal e) {
            refuse(e.getMessage());
            say(e.getMessage());
        }
    }

    private void takeBack() {
        fill(format.show(current()));
        text.selectAll();
        host().typing();
    }

    @Override
    void unbound() {
        shown = text.getText();
        super.unbound();
    }

    @Override
    void refresh() {
        text.setEditable(host().isEditable() && parent() != null);
        String now = parent() == null ? "" : format.show(current());
        if (!isTyped()) {
            fill(now);
        } else if (text.isFocusControl() || now.equals(shown)) {
            shown = now;
            judge();
        } else {
            fill(now);
        }
    }

    private void fill(String now) {
        shown = now;
        if (!text.getText().equals(now)) {
            int caret = text.getCaretPosition();
            filling = true;
            try {
                text.setText(now);
            } finally {
                filling = false;
            }
            text.setSelection(Math.min(caret, now.length()));
        }
        refuse(null);
        say(parent() == null ? "" : echo(current()));
    }

    String echoed() {
        return echo.getText();
    }

    List<String> completions(String typed) {
        return format.completions(typed);
    }

    @Override
    Text focusControl() {
        return text;
    }

    @Override
    final void focus(EObject object) {
        text.setFocus();
        if (!multi) {
            text.selectAll();
        }
    }
}
