package org.isoflop.ui.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Types into the fields of a form and looks at them, for tests of the whole window. */
public final class FormProbe {

    private final List<Field> fields;

    public FormProbe(ObjectForm form) {
        fields = form.fields();
    }

    /** The names of the features that have fields, {@code training.tokens} for those of a contained object. */
    public List<String> features() {
        return fields.stream().map(FormProbe::name).toList();
    }

    private static String name(Field field) {
        return field.via() == null ? field.feature().getName()
                : field.via().getName() + "." + field.feature().getName();
    }

    private Field field(String feature) {
        return fields.stream().filter(field -> name(field).equals(feature)).findFirst()
                .orElseThrow(() -> new AssertionError(feature + " is none of " + features()));
    }

    public Text text(String feature) {
        return (Text) field(feature).focusControl();
    }

    public Combo combo(String feature) {
        return (Combo) field(feature).focusControl();
    }

    public Table table(String feature) {
        return (Table) field(feature).focusControl();
    }

    public TableViewer viewer(String feature) {
        return ((TableField) field(feature)).viewer();
    }

    public Menu languages(String feature) {
        return ((LanguagesField) field(feature)).menu();
    }

    /** What is said at the mark of a field, or null without a mark. */
    public String mark(String feature) {
        return field(feature).mark().isVisible() ? field(feature).mark().getDescriptionText() : null;
    }

    /** What stands beside the text of a field. */
    public String echo(String feature) {
        return ((EntryField) field(feature)).echoed();
    }

    /** Types a text, as far as the study does not know of it. */
    public void type(String feature, String typed) {
        text(feature).setText(typed);
    }

    /** Types a text and presses Enter. */
    public void enter(String feature, String typed) {
        type(feature, typed);
        text(feature).notifyListeners(SWT.DefaultSelection, new Event());
    }

    public void leave(String feature) {
        text(feature).notifyListeners(SWT.FocusOut, new Event());
    }

    public void escape(String feature) {
        Event event = new Event();
        event.keyCode = SWT.ESC;
        text(feature).notifyListeners(SWT.KeyDown, event);
    }

    public void choose(String feature, String item) {
        combo(feature).select(combo(feature).indexOf(item));
        combo(feature).notifyListeners(SWT.Selection, new Event());
    }

    /** Presses the button beside a field. */
    public void press(String feature) {
        for (Control control : field(feature).focusControl().getParent().getChildren()) {
            if (control instanceof Button button) {
                button.notifyListeners(SWT.Selection, new Event());
                return;
            }
        }
        throw new AssertionError("No button at " + feature);
    }

    /** The tools above the table of a field: add, duplicate, remove, up, down, whole quantity. */
    public ToolItem tool(String feature, int index) {
        Composite area = table(feature).getParent().getParent();
        for (Control control : ((Composite) area.getChildren()[0]).getChildren()) {
            if (control instanceof ToolBar tools) {
                return tools.getItem(index);
            }
        }
        throw new AssertionError("No tools at " + feature);
    }

    /** What a text may be completed to. */
    public List<String> completions(String feature, String typed) {
        return ((EntryField) field(feature)).completions(typed);
    }

    /** The controls that take the focus and have no name for those who cannot see. */
    public List<String> nameless() {
        List<String> nameless = new ArrayList<>();
        for (Field field : fields) {
            if (Field.name(field.focusControl()) == null || Field.name(field.focusControl()).isBlank()
                    || field.label().getText().isBlank() || field.focusControl().getToolTipText() == null) {
                nameless.add(name(field));
            }
        }
        return nameless;
    }

    /** Types into a dialog: the control with a name takes a text or a choice. */
    public static void fill(Composite dialog, String name, String value) {
        switch (named(dialog, name)) {
            case Text text -> {
                text.setText(value);
                text.notifyListeners(SWT.DefaultSelection, new Event());
                text.notifyListeners(SWT.FocusOut, new Event());
            }
            case Combo combo -> {
                if (combo.indexOf(value) < 0) {
                    throw new AssertionError(value + " is none of " + List.of(combo.getItems()));
                }
                combo.select(combo.indexOf(value));
                combo.notifyListeners(SWT.Selection, new Event());
            }
            default -> throw new AssertionError(name);
        }
    }

    private static Control named(Composite root, String name) {
        Deque<Control> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Control control = open.poll();
            if (name.equals(Field.name(control))) {
                return control;
            }
            if (control instanceof Composite composite) {
                open.addAll(List.of(composite.getChildren()));
            }
        }
        throw new AssertionError("No control is called " + name);
    }
}
